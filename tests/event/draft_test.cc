// What a draft may say, and what the parser says of one that is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "ledger/event/schema_reader.h"
#include "tests/event/sample.capnp.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Built from parts, so that no valid code stands in the sources (temporary number, 900 to 999).
const std::string kPersonalCode = std::string("010190") + "-900" + "P";

class DraftTest : public testing::Test {
 protected:
  std::string ErrorOf(const std::string& json) {
    auto draft = parser_.Parse(json);
    if (draft) return "no error";
    EXPECT_EQ(draft.error().code, ErrorCode::kInvalid);
    return draft.error().message;
  }
  // Of a sample.everything; every union needs a member, so `word` is there.
  std::string DataError(const std::string& members) {
    return ErrorOf(Everything(R"("word":"x",)" + members));
  }
  static std::string Everything(const std::string& members) {
    return DraftJson("sample.everything", "{" + members + "}", R"("client":"p-1",)");
  }
  std::string AttributeError(const std::string& attributes) {
    return ErrorOf(DraftJson("sample.everything", R"({"word":"x"})", attributes));
  }

  TypeRegistry registry_ = ReadCatalogue(capnp::Schema::from<sample::Catalogue>());
  DraftParser parser_{registry_};
};

TEST_F(DraftTest, MinimalDraftIsTaken) {
  auto draft = parser_.Parse(DraftJson("sample.everything", R"({"none":true})"));
  ASSERT_TRUE(draft) << draft.error().message;
  EXPECT_EQ(draft->id(), "e-1");
  EXPECT_EQ(draft->source(), "urn:test:source");
  EXPECT_EQ(draft->type(), "sample.everything");
  EXPECT_EQ(draft->stream(), "test-1");
  EXPECT_EQ(draft->expected_version(), ExpectedVersion{});
}

TEST_F(DraftTest, AttributesMayStandInAnyOrder) {
  auto first = parser_.Parse(
      R"({"data":{"word":"x"},"type":"sample.everything","stream":"s","id":"1","source":"a","specversion":"1.0"})");
  ASSERT_TRUE(first) << first.error().message;
  auto second = parser_.Parse(
      R"( { "specversion" : "1.0", "source":"a","id":"1","stream":"s","type":"sample.everything", "data" : { "wor\u0064":"x" } } )");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(EncodeDraft(std::move(*first))->record, EncodeDraft(std::move(*second))->record);
}

TEST_F(DraftTest, ExpectedVersionIsReadInEveryForm) {
  const auto expected = [this](const std::string& text) {
    auto draft = parser_.Parse(
        DraftJson("sample.everything", R"({"word":"x"})", "\"expectedversion\":" + text + ","));
    EXPECT_TRUE(draft) << draft.error().message;
    return draft->expected_version();
  };
  EXPECT_EQ(expected("3"), (ExpectedVersion{ExpectedVersion::kExact, StreamVersion{3}}));
  EXPECT_EQ(expected("\"3\""), (ExpectedVersion{ExpectedVersion::kExact, StreamVersion{3}}));
  EXPECT_EQ(expected("\"none\"").kind, ExpectedVersion::kNone);
  EXPECT_EQ(expected("\"exists\"").kind, ExpectedVersion::kExists);
  EXPECT_EQ(expected("\"any\"").kind, ExpectedVersion::kAny);
  EXPECT_EQ(expected("null").kind, ExpectedVersion::kAny);
  EXPECT_THAT(AttributeError(R"("expectedversion":-1,)"), HasSubstr("whole number"));
  EXPECT_THAT(AttributeError(R"("expectedversion":"some",)"), HasSubstr("whole number"));
  EXPECT_THAT(AttributeError(R"("expectedversion":true,)"), HasSubstr("found true"));
}

TEST_F(DraftTest, WrongJsonSaysAtWhichByte) {
  EXPECT_THAT(ErrorOf(""), HasSubstr("empty"));
  EXPECT_THAT(ErrorOf("   "), StartsWith("not JSON at byte"));
  EXPECT_THAT(ErrorOf("[1]"), HasSubstr("expected a JSON object"));
  EXPECT_THAT(ErrorOf("{\"id\":\"a\""), StartsWith("not JSON at byte"));
  EXPECT_THAT(ErrorOf(R"({"id":"a","source":tru})"), StartsWith("source: expected a text"));
  EXPECT_THAT(ErrorOf(R"({"id":"a" "source":"b"})"), StartsWith("not JSON at byte 11"));
  EXPECT_THAT(ErrorOf("{\"id\":\"\xff\"}"),
              StartsWith("not JSON at byte 8: the text is not UTF-8"));
  EXPECT_THAT(ErrorOf(DraftJson("sample.everything", R"({"word":"x"})") + "{}"),
              HasSubstr("something stands behind the event"));
  EXPECT_THAT(ErrorOf(R"({"id":"\ud800"})"), StartsWith("not JSON at byte"));
  EXPECT_THAT(ErrorOf("\xef\xbb\xbf{}"), HasSubstr("`specversion` is missing"));
  EXPECT_THAT(ErrorOf(std::string(kDraftBytesMax + 1, ' ')), HasSubstr("at most 1048576"));
}

TEST_F(DraftTest, MissingAndUnknownAttributesAreNamed) {
  EXPECT_THAT(ErrorOf("{}"), HasSubstr("`specversion` is missing"));
  EXPECT_THAT(ErrorOf(R"({"specversion":"1.0","id":"1","source":"s","type":"t","data":{}})"),
              HasSubstr("`stream` is missing"));
  EXPECT_THAT(AttributeError(R"("strem":"x",)"),
              HasSubstr("unknown attribute 'strem'; did you mean `stream`?"));
  EXPECT_THAT(AttributeError(R"("id":"again",)"),
              StartsWith("id: the attribute stands here twice"));
  EXPECT_THAT(
      ErrorOf(R"({"specversion":"0.3","id":"1","source":"s","type":"t","stream":"s","data":{}})"),
      StartsWith("specversion: expected '1.0', found '0.3'"));
  EXPECT_THAT(ErrorOf(DraftJson("sample.everythin", "{}")),
              HasSubstr("did you mean `sample.everything`?"));
  EXPECT_THAT(AttributeError(R"("datacontenttype":"text/xml",)"), HasSubstr("application/json"));
  EXPECT_EQ(AttributeError(R"("datacontenttype":"application/json; charset=utf-8",)"), "no error");
}

TEST_F(DraftTest, AttributesAreChecked) {
  EXPECT_THAT(AttributeError(R"("time":"2026-02-30T10:00:00Z",)"), StartsWith("time: "));
  EXPECT_THAT(AttributeError(R"("occurred":"kevät",)"), StartsWith("occurred: "));
  EXPECT_THAT(AttributeError(R"("effectivefrom":"2026-13-01",)"), StartsWith("effectivefrom: "));
  EXPECT_THAT(AttributeError(R"("effectivefrom":"2026-02-01","effectiveto":"2026-02-01",)"),
              StartsWith("effectiveto: expected a day after"));
  EXPECT_THAT(AttributeError(R"("actor":"",)"), StartsWith("actor: the text is empty"));
  EXPECT_THAT(AttributeError(R"("actor":"a\nb",)"), HasSubstr("control character"));
  EXPECT_THAT(AttributeError(R"("actor":5,)"),
              StartsWith("actor: expected a text, found the number 5"));
  EXPECT_THAT(AttributeError(R"("relation":"corrects",)"), HasSubstr("go together"));
  EXPECT_THAT(AttributeError(R"("relation":"likes","relatesto":"e-2",)"), HasSubstr("'likes'"));
  EXPECT_THAT(AttributeError(R"("publicity":"closed",)"), HasSubstr("open, secret, personal"));
  EXPECT_THAT(AttributeError(R"("legalbasis":"741:39",)"), StartsWith("legalbasis: "));
  EXPECT_THAT(AttributeError(R"("subject":"p-1","client":"p-2",)"), StartsWith("client: "));
  EXPECT_THAT(AttributeError(R"("sourcestart":5,)"), HasSubstr("go together"));
  EXPECT_THAT(AttributeError(R"("sourcestart":5,"sourceend":5,)"), StartsWith("sourceend: "));
  EXPECT_THAT(AttributeError(R"("sourcedigest":"abc",)"), StartsWith("sourcedigest: "));
  EXPECT_THAT(AttributeError(R"("invented":"wrod",)"), HasSubstr("no path into the data"));
  EXPECT_EQ(AttributeError(R"("invented":"word, data.parts[2].name,occurred",)"), "no error");
  EXPECT_THAT(
      ErrorOf(
          R"({"specversion":"1.0","id":"1","source":"a b","type":"sample.everything","stream":"s","data":{"word":"x"}})"),
      StartsWith("source: "));
  EXPECT_THAT(
      ErrorOf(
          R"({"specversion":"1.0","id":"1","source":"a%zz","type":"sample.everything","stream":"s","data":{"word":"x"}})"),
      HasSubstr("RFC 3986"));
}

TEST_F(DraftTest, DataErrorsHaveTheirPath) {
  EXPECT_THAT(DataError(R"("wrd":1)"),
              StartsWith("data: unknown member 'wrd' of Everything; did you mean `word`?"));
  EXPECT_THAT(DataError(R"("flag":true,"flag":true)"),
              StartsWith("data.flag: the member stands here twice"));
  EXPECT_THAT(DataError(R"("flag":true,"fl\u0061g":true)"),
              StartsWith("data.flag: the member stands here twice"));
  EXPECT_THAT(DataError(R"("parts":[{},{"name":"a","name":"b"}])"),
              StartsWith("data.parts[1].name: the member stands here twice"));
  EXPECT_THAT(
      DataError(R"("parts":[{},{"parts":[{"count":-1}]}])"),
      StartsWith("data.parts[1].parts[0].count: expected a number from 0 to 65535, found -1"));
  EXPECT_THAT(DataError(R"("flag":"yes")"),
              StartsWith("data.flag: expected true or false, found the text 'yes'"));
  EXPECT_THAT(DataError(R"("flag":null)"), HasSubstr("leave the member out"));
  EXPECT_THAT(DataError(R"("flag":trux)"), StartsWith("not JSON at byte"));
  EXPECT_THAT(DataError(R"("text":["a"])"),
              StartsWith("data.text: expected a text, found an array"));
  EXPECT_THAT(DataError(R"("texts":"a")"),
              StartsWith("data.texts: expected an array, found the text"));
  EXPECT_THAT(DataError(R"("texts":["a",5])"),
              StartsWith("data.texts[1]: expected a text, found the number 5"));
  EXPECT_THAT(DataError(R"("texts":["a",""])"), StartsWith("data.texts[1]: an empty text"));
  EXPECT_THAT(DataError(R"("part":5)"), StartsWith("data.part: expected an object (Part)"));
  EXPECT_THAT(ErrorOf(DraftJson("sample.everything", "[]")),
              StartsWith("data: expected an object"));
  EXPECT_THAT(ErrorOf(DraftJson("sample.everything", "null")),
              StartsWith("data: expected an object"));
}

TEST_F(DraftTest, NumbersKeepTheirRange) {
  EXPECT_THAT(DataError(R"("i8":128)"), HasSubstr("-128 to 127, found 128"));
  EXPECT_EQ(DataError(R"("i8":-128)"), "no error");
  EXPECT_THAT(DataError(R"("u8":256)"), HasSubstr("0 to 255"));
  EXPECT_EQ(DataError(R"("u64":18446744073709551615)"), "no error");
  EXPECT_THAT(DataError(R"("u64":18446744073709551616)"), HasSubstr("found 18446744073709551616"));
  EXPECT_EQ(DataError(R"("i64":-9223372036854775808)"), "no error");
  EXPECT_THAT(DataError(R"("i64":-9223372036854775809)"), HasSubstr("-9223372036854775808 to"));
  EXPECT_THAT(DataError(R"("i32":1.5)"), HasSubstr("whole number, found 1.5"));
  EXPECT_THAT(DataError(R"("i32":"5")"), HasSubstr("found the text '5'"));
  EXPECT_THAT(DataError(R"("i32":01)"), StartsWith("not JSON at byte"));
  EXPECT_THAT(DataError(R"("i32":-)"), StartsWith("not JSON at byte"));
  EXPECT_THAT(DataError(R"("cents":89.141)"), HasSubstr("at most 2 decimals, found 89.141"));
  EXPECT_EQ(DataError(R"("cents":"89.14")"), "no error");
  EXPECT_THAT(DataError(R"("cents":"89,14")"), HasSubstr("found '89,14'"));
  EXPECT_THAT(DataError(R"("cents":1e30)"), HasSubstr("92233720368547758.07"));
  EXPECT_THAT(DataError(R"("amounts":[1,2.005])"),
              StartsWith("data.amounts[1]: expected at most 2"));
}

TEST_F(DraftTest, EnumsListWhatIsAllowed) {
  EXPECT_THAT(DataError(R"("colour":"gren")"),
              StartsWith("data.colour: expected one of unspecified, red, green; found 'gren'; did "
                         "you mean `green`?"));
  EXPECT_THAT(DataError(R"("colours":["red","blue"])"),
              StartsWith("data.colours[1]: expected one of"));
  EXPECT_THAT(DataError(R"("colour":1)"), HasSubstr("found the number 1"));
}

TEST_F(DraftTest, UnionsHaveExactlyOneMember) {
  EXPECT_THAT(ErrorOf(Everything("")),
              HasSubstr("exactly one of `none`, `number`, `word`, `piece`, `pair`, found none"));
  EXPECT_THAT(DataError(R"("number":1)"), HasSubstr("both `word` and `number` are given"));
  EXPECT_THAT(ErrorOf(Everything(R"("none":false)")), HasSubstr("leave the member out"));
  EXPECT_EQ(ErrorOf(Everything(R"("pair":{"left":1,"right":"r"})")), "no error");
  EXPECT_THAT(DataError(R"("money":{"currency":"EUR"})"),
              StartsWith("data.money: expected exactly one of `amount`"));
}

TEST_F(DraftTest, RequiredFieldsMustSaySomething) {
  const std::string all =
      R"("flag":false,"number":0,"text":"t","list":["a"],"colour":"red","secret":"s")";
  const auto error = [this](const std::string& members) {
    return ErrorOf(DraftJson("sample.demanding", "{" + members + "}", R"("client":"p-1",)"));
  };
  EXPECT_EQ(error(all), "no error");
  for (const char* name : {"flag", "number", "text", "list", "colour", "secret"}) {
    std::string without = all;
    const std::size_t start = without.find(std::string("\"") + name + "\":");
    std::size_t end = without.find(",\"", start);
    if (end == std::string::npos) end = without.size();
    without.erase(start, end + 1 - start);
    if (!without.empty() && without.back() == ',') without.pop_back();
    EXPECT_THAT(error(without),
                HasSubstr(std::string("required member `") + name + "` is missing"));
  }
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = all;
    return error(changed.replace(changed.find(from), from.size(), to));
  };
  EXPECT_THAT(with("\"t\"", "\"\""), StartsWith("data.text: a required text is empty"));
  EXPECT_THAT(with("[\"a\"]", "[]"), StartsWith("data.list: a required list is empty"));
  EXPECT_THAT(with("\"red\"", "\"unspecified\""),
              StartsWith("data.colour: a required value may not"));
  EXPECT_THAT(with("\"s\"", "\"\""), StartsWith("data.secret: a required text is empty"));
}

TEST_F(DraftTest, IdentifiersAreChecked) {
  EXPECT_EQ(DataError(R"("business":"0204819-8")"), "no error");
  EXPECT_THAT(DataError(R"("business":"0204819-7")"), StartsWith("data.business: business id"));
  EXPECT_THAT(DataError(R"("places":["091","999"])"), StartsWith("data.places[1]: "));
  EXPECT_THAT(DataError(R"("span":{"from":"2026-02-30"})"), StartsWith("data.span.from: "));
  EXPECT_THAT(DataError(R"("when":{"date":"2017-33"})"), StartsWith("data.when.date: "));
}

TEST_F(DraftTest, MunicipalitiesAreThoseOfTheEventsTime) {
  const auto error = [this](const std::string& day) {
    return ErrorOf(DraftJson("sample.everything", R"({"word":"x","places":["180"]})",
                             "\"occurred\":\"" + day + "\","));
  };
  EXPECT_EQ(error("2007-05-01"), "no error");
  EXPECT_THAT(error("2015-05-01"), StartsWith("data.places[0]: "));
}

TEST_F(DraftTest, PersonalIdentityCodesAreRefusedEverywhereInPlainText) {
  for (const std::string& member :
       {"\"text\":\"asiakas " + kPersonalCode + " soitti\"",
        "\"texts\":[\"" + kPersonalCode + "\"]", "\"part\":{\"name\":\"" + kPersonalCode + "\"}",
        "\"when\":{\"missing\":{\"label\":\"" + kPersonalCode + "\"}}",
        "\"i32\":\"" + kPersonalCode + "\"", "\"colour\":\"" + kPersonalCode + "\""}) {
    const std::string message = DataError(member);
    EXPECT_NE(message, "no error") << member;
    EXPECT_THAT(message, Not(HasSubstr(kPersonalCode)));
  }
  for (const char* name : {"actor", "role", "matter", "unit", "sourcequote", "client", "subject",
                           "correlation", "causation", "statedby"}) {
    const std::string message =
        AttributeError('"' + std::string(name) + "\":\"" + kPersonalCode + "\",");
    EXPECT_THAT(message, StartsWith(std::string(name) + ": "));
    EXPECT_THAT(message, Not(HasSubstr(kPersonalCode)));
  }
  EXPECT_EQ(DataError("\"secret\":\"" + kPersonalCode + "\""), "no error");
}

TEST_F(DraftTest, ProtectedFieldsKnowTheirSubjectWhereverTheClientStands) {
  auto draft = parser_.Parse(
      R"({"data":{"word":"x","secret":"own","secrets":[{"subject":"p-2","value":"theirs"},"own too"],"part":{"secret":"inner"}},)"
      R"("type":"sample.everything","stream":"s-1","id":"1","source":"a","specversion":"1.0","subject":"p-1"})");
  ASSERT_TRUE(draft) << draft.error().message;
  const auto& fields = draft->protected_fields();
  ASSERT_EQ(fields.size(), 4u);
  EXPECT_EQ(fields[0].path, "data.secret");
  EXPECT_EQ(fields[0].subject, "p-1");
  EXPECT_EQ(fields[0].value, "own");
  EXPECT_EQ(fields[1].path, "data.secrets[0]");
  EXPECT_EQ(fields[1].subject, "p-2");
  EXPECT_EQ(fields[2].path, "data.secrets[1]");
  EXPECT_EQ(fields[2].subject, "p-1");
  EXPECT_EQ(fields[3].path, "data.part.secret");
  EXPECT_EQ(fields[3].subject, "stream:s-1");
}

TEST_F(DraftTest, ProtectedValuesNeverStandInMessages) {
  const auto error = [this](const std::string& member) {
    return ErrorOf(DraftJson("sample.everything", R"({"word":"x",)" + member + "}"));
  };
  EXPECT_THAT(error(R"("secret":"salainen")"),
              StartsWith("data.secret: a personal value, and nothing says whose"));
  EXPECT_THAT(error(R"("secret":12345)"), Not(HasSubstr("12345")));
  EXPECT_THAT(error(R"("secret":{"subject":"p-1"})"),
              HasSubstr("expected both `subject` and `value`"));
  EXPECT_THAT(error(R"("secret":{"subject":"p-1","value":"salainen","more":1})"),
              Not(HasSubstr("salainen")));
  EXPECT_THAT(error(R"("secret":{"subject":"p-1","value":"a","value":"b"})"), HasSubstr("twice"));
  EXPECT_THAT(error(R"("part":{"secret":{"subject":"p-1","value":"salainen"}})"),
              HasSubstr("belongs to its stream"));
}

TEST_F(DraftTest, DepthAndLengthHaveLimits) {
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += R"({"parts":[)";
  deep += "{}";
  for (int i = 0; i < 40; ++i) deep += "]}";
  EXPECT_THAT(DataError("\"part\":" + deep), HasSubstr("more than 32 levels"));
  EXPECT_THAT(DataError("\"text\":\"" + std::string(40'000, 'x') + "\""),
              HasSubstr("at most 32768"));
  std::string many = "0";
  for (int i = 0; i < 5'000; ++i) many += ",0";
  EXPECT_THAT(DataError("\"smalls\":[" + many + "]"), HasSubstr("more than 4096 elements"));
  EXPECT_THAT(DataError(R"("text":"a\u0000b")"), HasSubstr("U+0000"));
}

TEST_F(DraftTest, OversizedEntriesAreRefusedByTheEncoder) {
  const std::string text(30'000, 'x');
  const auto encode = [&](std::size_t last) {
    return Encode(parser_, Everything(R"("word":"x","texts":[")" + text + "\",\"" + text + "\",\"" +
                                      std::string(last, 'x') + "\"]"));
  };
  auto fits = encode(5'000);
  ASSERT_TRUE(fits) << fits.error().message;
  const std::size_t room = kRecordBytesMax - fits->record.size();
  EXPECT_EQ(encode(5'000 + room)->record.size(), kRecordBytesMax);
  auto over = encode(5'000 + room + 8);
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().code, ErrorCode::kInvalid);
  EXPECT_THAT(over.error().message, HasSubstr("65535"));
}

}  // namespace
}  // namespace sinetti
