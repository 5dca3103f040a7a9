#include "ledger/event/edtf.h"

#include <gtest/gtest.h>

#include <random>

namespace sinetti {
namespace {

struct Days {
  const char* text;
  const char* first;
  const char* last;
};

TEST(Edtf, ResolvesEveryFormToTheDaysItMayMean) {
  const Days cases[] = {
      {"2007-05-01", "2007-05-01", "2007-05-01"},
      {"2007-05", "2007-05-01", "2007-05-31"},
      {"2008-02", "2008-02-01", "2008-02-29"},
      {"2015", "2015-01-01", "2015-12-31"},
      {"2017-21", "2017-03-01", "2017-05-31"},
      {"2017-22", "2017-06-01", "2017-08-31"},
      {"2017-23", "2017-09-01", "2017-11-30"},
      {"2016-24", "2016-12-01", "2017-02-28"},
      {"2015-24", "2015-12-01", "2016-02-29"},
      {"2004/2006", "2004-01-01", "2006-12-31"},
      {"2007-05-01/2008-12-31", "2007-05-01", "2008-12-31"},
      {"2007-05/2008", "2007-05-01", "2008-12-31"},
      {"2004-06/2004", "2004-06-01", "2004-12-31"},
      {"2016-24/2017-21", "2016-12-01", "2017-05-31"},
      {"2014/..", "2014-01-01", "9999-12-31"},
      {"../2014-03", "0000-01-01", "2014-03-31"},
      {"2014/", "2014-01-01", "9999-12-31"},
      {"/2014", "0000-01-01", "2014-12-31"},
      {"2007?", "2007-01-01", "2007-12-31"},
      {"2007-05~", "2007-05-01", "2007-05-31"},
      {"2007-05-01%", "2007-05-01", "2007-05-01"},
      {"2004~/2006?", "2004-01-01", "2006-12-31"},
      {"201X", "2010-01-01", "2019-12-31"},
      {"20XX", "2000-01-01", "2099-12-31"},
      {"2017-XX", "2017-01-01", "2017-12-31"},
      {"2017-05-XX", "2017-05-01", "2017-05-31"},
      {"2017-XX-XX", "2017-01-01", "2017-12-31"},
      {"0000", "0000-01-01", "0000-12-31"},
      {"9999-12-31", "9999-12-31", "9999-12-31"},
      {"99XX", "9900-01-01", "9999-12-31"},
      // 22:30 in UTC is already the next day in Finland.
      {"2016-09-13T22:30:00Z", "2016-09-14", "2016-09-14"},
      {"2016-09-13T22:30:00+03:00", "2016-09-13", "2016-09-13"},
  };
  for (const Days& expected : cases) {
    const Result<Edtf> edtf = ParseEdtf(expected.text);
    ASSERT_TRUE(edtf) << expected.text << ": " << edtf.error().message;
    EXPECT_EQ(FormatDate(edtf->first), expected.first) << expected.text;
    EXPECT_EQ(FormatDate(edtf->last), expected.last) << expected.text;
  }
}

TEST(Edtf, KeepsDoubtAndOpenEndsApart) {
  EXPECT_TRUE(ParseEdtf("2007?")->from.uncertain);
  EXPECT_FALSE(ParseEdtf("2007?")->from.approximate);
  EXPECT_TRUE(ParseEdtf("2007%")->from.uncertain && ParseEdtf("2007%")->from.approximate);
  EXPECT_EQ(ParseEdtf("2007/..")->to_end, Edtf::End::kOpen);
  EXPECT_EQ(ParseEdtf("2007/")->to_end, Edtf::End::kUnknown);
  EXPECT_EQ(ParseEdtf("2016-09-13T14:05:00+03:00")->instant,
            *ParseTimestamp("2016-09-13T11:05:00Z"));
}

TEST(Edtf, SaysWhereATextIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "position 1"},
      {"keväällä 2017", "position 1"},
      {"2017-25", "position 6: there is no month or season 25"},
      {"2017-00", "position 6"},
      {"2017-02-29", "position 9: the month has no day 29"},
      {"2017-5", "position 6"},
      {"2017-05-1", "position 9"},
      {"2017-21-01", "position 8"},
      {"2017-XX-01", "position 9: a day needs its month"},
      {"2006/2004", "position 1: the interval ends (2004-12-31) before it begins (2006-01-01)"},
      {"2004/2005/2006", "position 10"},
      {"../..", "needs a date"},
      {"/", "needs a date"},
      {"/..", "needs a date"},
      {"..", "open end of an interval"},
      {"2017??", "position 6"},
      {"?2017", "position 1"},
      {"201", "position 1"},
      {"2XXX", "position 1"},
      {"-2017", "position 1"},
      {"Y17000", "position 1"},
      {"[2017,2018]", "position 1"},
      {"2017 ", "position 5"},
      {"2017-05-01T10:00:00", "offset"},
      {"2017-05-01T10:00", "RFC 3339"},
      {"2017-05-01T25:00:00Z", "no such time"},
      {"9999-24", "winter 9999"},
      {"2017-05-01T10:00:00Z/2018", "unexpected text after the time"},
  };
  for (const auto& [text, expected] : cases) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_FALSE(edtf) << text;
    EXPECT_EQ(edtf.error().code, ErrorCode::kInvalid);
    EXPECT_NE(edtf.error().message.find(expected), std::string::npos)
        << text << ": " << edtf.error().message;
  }
  EXPECT_FALSE(ParseEdtf(std::string(65, '2')));
  EXPECT_FALSE(ParseEdtf(std::string("2017\0", 5)));
  EXPECT_FALSE(ParseEdtf(std::string("2017-05-01\0", 11)));
}

TEST(Edtf, ReadsWellInThreeLanguages) {
  struct Texts {
    const char* edtf;
    Text3 expected;
  };
  const Texts cases[] = {
      {"2017-21", {"kevät 2017", "våren 2017", "spring 2017"}},
      {"2016-24", {"talvi 2016–2017", "vintern 2016–2017", "winter 2016–2017"}},
      {"2007-05-01", {"1.5.2007", "1.5.2007", "1 May 2007"}},
      {"2007-05", {"5/2007", "5/2007", "May 2007"}},
      {"2004/2006", {"2004–2006", "2004–2006", "2004–2006"}},
      {"2007-05/2008-12", {"5/2007–12/2008", "5/2007–12/2008", "May 2007 – December 2008"}},
      {"2017-21/2018-21",
       {"kevät 2017 – kevät 2018", "våren 2017 – våren 2018", "spring 2017 – spring 2018"}},
      {"2015/..", {"2015 alkaen", "från 2015", "from 2015"}},
      {"../2014-03-31", {"31.3.2014 asti", "till 31.3.2014", "until 31 March 2014"}},
      {"2015/", {"2015 – ei tiedossa", "2015 – okänt", "2015 – not known"}},
      {"2007~", {"noin 2007", "cirka 2007", "about 2007"}},
      {"2007?", {"2007 (epävarma)", "2007 (osäkert)", "2007 (uncertain)"}},
      {"201X", {"2010–2019", "2010–2019", "2010–2019"}},
      {"2017-05-XX",
       {"5/2017 (päivä ei tiedossa)", "5/2017 (dag okänd)", "May 2017 (day not known)"}},
      {"2016-09-13T11:05:00Z",
       {"13.9.2016 klo 14.05", "13.9.2016 kl. 14.05", "13 September 2016, 14:05"}},
      {"1969-12-31T23:59:58.5Z",
       {"1.1.1970 klo 01.59.58", "1.1.1970 kl. 01.59.58", "1 January 1970, 01:59:58"}},
      {"2016-01-13T22:05:09Z",
       {"14.1.2016 klo 00.05.09", "14.1.2016 kl. 00.05.09", "14 January 2016, 00:05:09"}},
  };
  for (const Texts& c : cases) {
    const Edtf edtf = *ParseEdtf(c.edtf);
    EXPECT_EQ(DisplayEdtf(edtf, Language::kFinnish), c.expected.fi) << c.edtf;
    EXPECT_EQ(DisplayEdtf(edtf, Language::kSwedish), c.expected.sv) << c.edtf;
    EXPECT_EQ(DisplayEdtf(edtf, Language::kEnglish), c.expected.en) << c.edtf;
  }
}

class EdtfProperty : public testing::Test {
 protected:
  std::uint32_t seed_ = std::random_device{}();
  std::mt19937 random_{seed_};

  int Below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  std::string Digits(int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - digits.size(), '0') + digits;
  }

  std::string SomeDate() {
    std::string text;
    switch (Below(8)) {
      case 0: text = Digits(Below(100), 2) + "XX"; break;
      case 1: text = Digits(Below(1000), 3) + "X"; break;
      case 2: text = Digits(Below(10'000), 4); break;
      case 3: text = Digits(Below(9'999), 4) + "-" + std::to_string(21 + Below(4)); break;
      case 4: text = Digits(Below(10'000), 4) + "-" + Digits(1 + Below(12), 2); break;
      case 5: text = Digits(Below(10'000), 4) + "-" + Digits(1 + Below(12), 2) + "-XX"; break;
      case 6: text = Digits(Below(10'000), 4) + (Below(2) != 0 ? "-XX" : "-XX-XX"); break;
      default: text = FormatDate(Date{kFirstDate.days + Below(kLastDate.days - kFirstDate.days)});
    }
    const char* qualifiers[] = {"", "", "?", "~", "%"};
    return text + qualifiers[Below(5)];
  }
};

TEST_F(EdtfProperty, WritesBackWhatItRead) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  int intervals = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string text = SomeDate();
    const int shape = Below(4);
    if (shape == 1) text += "/" + SomeDate();
    if (shape == 2) text += Below(2) != 0 ? "/.." : "/";
    if (shape == 3) text = (Below(2) != 0 ? "../" : "/") + text;
    const Result<Edtf> edtf = ParseEdtf(text);
    if (!edtf) {
      // Only an interval that runs backwards may be refused.
      ASSERT_EQ(shape, 1) << text << ": " << edtf.error().message;
      ASSERT_NE(edtf.error().message.find("before it begins"), std::string::npos) << text;
      continue;
    }
    intervals += edtf->kind == Edtf::Kind::kInterval ? 1 : 0;
    ASSERT_EQ(FormatEdtf(*edtf), text);
    ASSERT_LE(edtf->first, edtf->last) << text;
    ASSERT_EQ(*ParseEdtf(FormatEdtf(*edtf)), *edtf);
    ASSERT_FALSE(DisplayEdtf(*edtf, Language::kFinnish).empty());
  }
  EXPECT_GT(intervals, 1000);
}

TEST_F(EdtfProperty, SurvivesTruncatedAndBrokenTexts) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  for (int round = 0; round < 100'000; ++round) {
    std::string text = SomeDate() + (Below(2) != 0 ? "/" + SomeDate() : "T10:00:00Z");
    text.resize(static_cast<std::size_t>(Below(static_cast<int>(text.size()) + 1)));
    if (!text.empty() && Below(2) != 0)
      text[static_cast<std::size_t>(Below(static_cast<int>(text.size())))] =
          static_cast<char>(Below(256));
    const Result<Edtf> edtf = ParseEdtf(text);
    if (!edtf) {
      ASSERT_EQ(edtf.error().code, ErrorCode::kInvalid);
      ASSERT_FALSE(edtf.error().message.empty());
    } else if (edtf->kind != Edtf::Kind::kInstant) {
      ASSERT_EQ(FormatEdtf(*edtf), text);
    }
  }
}

}  // namespace
}  // namespace sinetti
