// R9, the way to the vault: random questions to opening, disclosing and exporting while rights
// change between them; what comes out and what the vault is asked is what a second decision grants.
#include <gtest/gtest.h>
#include <rocksdb/env.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "ledger/client/disclosing.h"
#include "ledger/client/exporting.h"
#include "ledger/client/opening.h"
#include "ledger/event/draft_json.h"
#include "ledger/log/read_event.h"
#include "ledger/store/environment.h"
#include "ledger/vault/vault.h"
#include "tests/access/naive_decision.h"
#include "tests/client/client_ledger.h"
#include "tests/log/test_keys.h"

namespace sinetti {
namespace {

using testing_support::ClientDraft;
using testing_support::IsOk;
using testing_support::NaivelyGranted;
using testing_support::TempDir;
using testing_support::TestSigner;

constexpr std::int64_t kHour = 3'600'000'000;
constexpr std::string_view kMarker = "kanaria";

class MovingClock final : public Clock {
 public:
  Timestamp Now() override { return now; }
  Timestamp now{1'772'366'400'000'000};
};

struct Known {  // of a sealed field, from the draft
  std::string path, subject, client, value;
};

class World {
 public:
  World(std::mt19937_64& random, std::uint64_t& granted)
      : random_(random),
        granted_(granted),
        memory_(rocksdb::NewMemEnv(rocksdb::Env::Default())),
        environment_{.env = memory_.get(), .on_disk = false},
        ledger_(Ledger::Create("/ledger", testing_support::kClientOrigin, clock_,
                               {.environment = &environment_})
                    .value()),
        vault_(Vault::Open({.folder = folder_ / "keys",
                            .origin = testing_support::kClientOrigin,
                            .create = true})
                   .value()) {
    for (int i = 0; i < 6; ++i) AddEvent(i);
    for (FileSigner* signer : {&one_, &two_})
      Record(ClientDraft("reg-" + signer->key().name, "actor.registered", "actors", "",
                         R"({"actor":")" + signer->key().name +
                             R"(","kind":"office","verifierKey":")" +
                             FormatVerifierKey(signer->key()) + "\"}"));
    for (std::uint64_t i = Below(8); i > 0; --i) AddGrant();
  }

  void Step() {
    switch (Below(40)) {
      case 0: AddGrant(); break;
      case 1: Revoke(); break;
      case 2: SetPolicy(); break;
      case 3:
      case 4: clock_.now.micros += (static_cast<std::int64_t>(Below(9)) - 3) * kHour; break;
      default: break;
    }
    const std::uint64_t act = Below(20);
    return act == 0 ? AskForDisclosure() : act == 1 ? AskForExport() : AskToOpen();
  }

 private:
  std::uint64_t Below(std::uint64_t limit) { return random_() % limit; }
  std::uint64_t Size() { return ledger_->Read().size().value; }
  std::string Numbered(const char* kind, std::uint64_t limit) {
    return kind + std::to_string(Below(limit));
  }

  void Record(const std::string& json) {
    auto draft = ParseDraft(json, registry_);
    ASSERT_TRUE(IsOk(draft)) << json;
    ASSERT_TRUE(IsOk(vault_.Seal(*draft)));
    std::vector<EncodedDraft> drafts;
    drafts.push_back(EncodeDraft(std::move(*draft)).value());
    ASSERT_TRUE(IsOk(ledger_->Append(std::move(drafts))));
  }

  // A decision with three sealed values of two persons or of none, and no more attributes than
  // chance gives it.
  void AddEvent(int number) {
    const std::string stream = "matter-" + std::to_string(number);
    AccessQuestion of;
    if (Below(3) != 0) of.provider = Numbered("provider-", 2);
    if (Below(2) != 0) of.unit = Numbered("unit-", 2);
    if (Below(3) != 0) of.matter = Numbered("matter-", 3);
    const std::string client = Numbered("p-", 3);
    const std::string other = Numbered("p-", 4);
    const auto value = [&](const char* field) {
      return std::string(kMarker) + "-" + std::to_string(number) + "-" + field +
             std::string(Below(70), 'x');
    };
    const std::string reasons = value("reasons"), own = value("clientReasons");
    std::string attributes = R"("client":")" + client + "\",";
    const auto add = [&attributes](const char* name, const std::string& text) {
      if (!text.empty()) attributes += "\"" + std::string(name) + R"(":")" + text + "\",";
    };
    add("provider", of.provider);
    add("unit", of.unit);
    add("matter", of.matter);
    Record(ClientDraft(
        std::to_string(number), "decision.made", stream, attributes,
        R"({"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28","authority":"M",)"
        R"("reasons":")" +
            reasons + R"(","clientReasons":{"subject":")" + other + R"(","value":")" + own +
            "\"}}"));
    of_.push_back(of);
    fields_.push_back({{"data.reasons", "stream:" + stream, client, reasons},
                       {"data.clientReasons", other, other, own}});
  }

  std::string Reader() {
    const std::string names[] = {"r-1", "r-2", one_.key().name, two_.key().name};
    return names[Below(4)];
  }

  void AddGrant() {
    AccessGrant grant;
    const std::string id = "grant-" + std::to_string(grants_.size());
    grant.reference = "urn:test#" + id;
    grant.reader = Reader();
    grant.role = static_cast<ReaderRole>(1 + Below(5));
    grant.granted_by = Below(12) == 0 ? grant.reader : "tietohallinto";
    std::string data =
        R"({"reader":")" + grant.reader + R"(","role":")" + ReaderRoleName(grant.role) + "\",";
    const auto limit = [&](const char* name, const char* kind, std::uint64_t names,
                           std::vector<std::string>& values) {
      if (Below(3) != 0) return;
      std::string list;
      for (std::uint64_t i = 1 + Below(2); i > 0; --i) {
        values.push_back(Numbered(kind, names));
        list += (list.empty() ? "\"" : ",\"") + values.back() + "\"";
      }
      data += "\"" + std::string(name) + "\":[" + list + "],";
    };
    limit("providers", "provider-", 2, grant.scope.providers);
    limit("units", "unit-", 2, grant.scope.units);
    limit("matters", "matter-", 3, grant.scope.matters);
    limit("clients", "p-", 4, grant.scope.clients);
    limit("purposes", "purpose-", 2, grant.scope.purposes);
    const auto moment = [&](const char* name, std::optional<Timestamp>& at) {
      if (Below(3) != 0) return;
      at = Timestamp{clock_.now.micros + (static_cast<std::int64_t>(Below(20)) - 6) * kHour};
      data += "\"" + std::string(name) + R"(":")" + FormatTimestamp(*at) + "\",";
    };
    moment("from", grant.from);
    moment("until", grant.until);
    Record(ClientDraft(id, "access.granted", "access", "",
                       data + R"("ground":"x","grantedBy":")" + grant.granted_by + "\"}"));
    grants_.push_back(std::move(grant));
  }

  void Revoke() {
    if (grants_.empty()) return;
    const std::size_t which = Below(grants_.size());
    if (grants_[which].revoked) return;
    Record(ClientDraft("revoke-" + std::to_string(which), "access.revoked", "access", "",
                       R"({"grant":"grant-)" + std::to_string(which) +
                           R"(","reason":"x","revokedBy":"tietohallinto"})"));
    grants_[which].revoked = Sequence{0};
  }

  void SetPolicy() {
    policy_ = {.proof_always = Below(3) == 0, .exports_granted = Below(2) == 0};
    Record(ClientDraft("policy-" + std::to_string(++policies_), "access.policySet", "access", "",
                       std::string(R"({"readerProof":")") +
                           (policy_.proof_always ? "always" : "whenRegistered") +
                           R"(","exports":")" + (policy_.exports_granted ? "yes" : "no") +
                           R"(","reason":"x","setBy":"tietohallinto"})"));
  }

  // A reader, by chance with its key.
  ReaderOfClient Ask() {
    ReaderOfClient reader{Numbered("purpose-", 2), "741/2023:45", "tehtävä", Reader(), nullptr};
    for (FileSigner* signer : {&one_, &two_})
      if (signer->key().name == reader.actor && Below(4) != 0) reader.signer = signer;
    return reader;
  }
  AccessQuestion Question(const ReaderOfClient& reader, AccessAct act) {
    AccessQuestion question;
    question.reader = reader.actor;
    question.act = act;
    question.purpose = reader.purpose;
    question.moment = std::max(clock_.now, ledger_->Read().last_recorded_at());
    question.registered = reader.actor == one_.key().name || reader.actor == two_.key().name;
    question.proved = reader.signer != nullptr;
    return question;
  }
  // By the second decision, which of the fields the reader may have.
  std::vector<bool> Granted(std::size_t event, AccessQuestion question) {
    question.provider = of_[event].provider;
    question.unit = of_[event].unit;
    question.matter = of_[event].matter;
    std::vector<bool> granted;
    for (const Known& field : fields_[event]) {
      question.client = field.client;
      granted.push_back(NaivelyGranted(grants_, policy_, question));
    }
    return granted;
  }

  AccessTools Tools() {
    asked_.clear();
    return {
        .ledger = *ledger_,
        .registry = registry_,
        .clock = clock_,
        .open = [this](const SealedField& field, std::string_view stream) -> Result<OpenedValue> {
          asked_.push_back(field.path);
          if (field.subject == kErased) return Error{ErrorCode::kNotFound, "no key"};
          return vault_.Open(field, stream);
        }};
  }

  Event EventAt(std::uint64_t sequence) {
    return ReadEvent(ledger_->Read(), registry_, Sequence{sequence}).value();
  }

  // The words of a refusal are the same for every value: they follow from reader, act and reason.
  void CheckRefusal(const Error& error, std::uint64_t before, const ReaderOfClient& reader) {
    EXPECT_EQ(error.code, ErrorCode::kConflict) << error.message;
    EXPECT_TRUE(asked_.empty());
    ASSERT_GT(Size(), before);
    const std::string first = error.message.substr(error.message.find(": refused"));
    std::set<std::string> whys;
    for (std::uint64_t at = before; at < Size(); ++at) {
      const Event event = EventAt(at);
      ASSERT_EQ(event.type(), "access.refused");
      const std::string json = EventDataToJson(event);
      const std::size_t why = json.find("\"act\":");
      whys.insert(json.substr(why, json.find("\"purpose\":") - why));
    }
    std::string key = reader.actor + (reader.signer != nullptr ? " signs" : "");
    for (const std::string& why : whys) key += " " + why;
    if (whys.size() == 1) {
      const auto [it, is_new] = words_.emplace(key, first);
      EXPECT_EQ(it->second, first) << key;
    }
  }
  void CheckRecorded(std::uint64_t before) {
    for (std::uint64_t at = before; at < Size(); ++at)
      EXPECT_EQ(AsText(ledger_->Read().Read(Sequence{at})->record).find(kMarker),
                std::string_view::npos);
  }

  void AskToOpen() {
    const std::size_t number = Below(fields_.size());
    const ReaderOfClient reader = Ask();
    const std::vector<bool> granted = Granted(number, Question(reader, AccessAct::kOpen));
    const std::vector<Known>& fields = fields_[number];
    const std::uint64_t before = Size();
    const Event event = EventAt(number);
    const auto opening = OpenSealedFields(Tools(), event, reader);
    std::vector<std::string> may;
    std::uint64_t opens = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!granted[i]) continue;
      may.push_back(fields[i].path);
      opens += fields[i].subject == kErased ? 0 : 1;
    }
    granted_ += may.empty() ? 0 : 1;
    CheckRecorded(before);
    if (may.empty()) {
      ASSERT_FALSE(opening);
      EXPECT_EQ(Size() - before, fields.size());  // of two subjects
      EXPECT_EQ(opening.error().message.find(kMarker), std::string::npos);
      return CheckRefusal(opening.error(), before, reader);
    }
    EXPECT_EQ(asked_, may);
    const std::uint64_t refused = fields.size() - may.size();
    if (opens == 0) {
      ASSERT_FALSE(opening);
      EXPECT_EQ(Size() - before, refused);
      return;
    }
    ASSERT_TRUE(IsOk(opening));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const bool shown = granted[i] && fields[i].subject != kErased;
      EXPECT_EQ(opening->ValueAt(fields[i].path),
                shown ? std::optional(fields[i].value) : std::nullopt);
    }
    EXPECT_EQ(Size() - before, refused + opens + (reader.signer != nullptr ? 1 : 0));
  }

  void AskForDisclosure() {
    const std::size_t number = Below(fields_.size());
    const ReaderOfClient reader = Ask();
    const std::vector<bool> granted = Granted(number, Question(reader, AccessAct::kDisclose));
    const std::vector<Known>& fields = fields_[number];
    const std::size_t which = Below(fields.size());
    const DisclosureWish wish{.recipient = "x",
                              .purpose = reader.purpose,
                              .ground = reader.ground,
                              .withheld_ground = "x",
                              .actor = reader.actor,
                              .role = reader.role,
                              .actor_signer = reader.signer,
                              .events = {Sequence{number}},
                              .open = [&](const Event&, const SealedField& field) {
                                return field.path == fields[which].path;
                              }};
    const std::uint64_t before = Size();
    const auto text = Disclose(Tools(), signer_, wish);
    CheckRecorded(before);
    if (!granted[which]) {
      ASSERT_FALSE(text);
      EXPECT_EQ(Size() - before, 1u);
      return CheckRefusal(text.error(), before, reader);
    }
    ++granted_;
    EXPECT_EQ(asked_, std::vector<std::string>{fields[which].path});
    EXPECT_EQ(text.has_value(), fields[which].subject != kErased);
    if (!text) return;
    ASSERT_TRUE(IsOk(text));
    const Disclosure parsed = ParseDisclosure(*text).value();
    for (const DisclosedField& field : parsed.manifest.events.at(0).fields) {
      EXPECT_EQ(field.opened.has_value(), field.path == fields[which].path);
      EXPECT_EQ(field.opened ? field.opened->value : fields[which].value, fields[which].value);
    }
  }

  void AskForExport() {
    const ReaderOfClient reader = Ask();
    const bool granted = NaivelyGranted(grants_, policy_, Question(reader, AccessAct::kExport));
    const std::uint64_t before = Size();
    const auto exported = RecordExport(Tools(), reader, "x", "ndjson");
    EXPECT_EQ(exported.has_value(), granted || !policy_.exports_granted);
    EXPECT_TRUE(asked_.empty());
    CheckRecorded(before);
    if (!exported) CheckRefusal(exported.error(), before, reader);
  }

  static constexpr std::string_view kErased = "p-3";

  std::mt19937_64& random_;
  std::uint64_t& granted_;
  TempDir folder_;
  MovingClock clock_;
  TypeRegistry registry_ = TypeRegistry::Builtin();
  std::unique_ptr<rocksdb::Env> memory_;
  StoreEnvironment environment_;
  std::unique_ptr<Ledger> ledger_;
  Vault vault_;
  FileSigner signer_ = TestSigner(7, testing_support::kClientOrigin);
  FileSigner one_ = TestSigner(8, "malli.example/yksi");
  FileSigner two_ = TestSigner(9, "malli.example/kaksi");
  std::vector<AccessQuestion> of_;  // by event: its attributes
  std::vector<std::vector<Known>> fields_;
  std::vector<AccessGrant> grants_;
  AccessPolicy policy_;
  int policies_ = 0;
  std::vector<std::string> asked_;            // of the vault, by the last question
  std::map<std::string, std::string> words_;  // of refusals
};

std::uint64_t FromEnvironment(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

TEST(AccessProperty, NobodyGetsWhatNoGrantCovers) {
  const std::uint64_t seed = FromEnvironment("SINETTI_SEED", 20'261'122);
  const std::uint64_t cases = FromEnvironment("SINETTI_CASES", 20'000);
  std::cout << "SINETTI_SEED=" << seed << " SINETTI_CASES=" << cases << "\n";
  std::mt19937_64 random(seed);
  std::uint64_t granted = 0;
  constexpr std::uint64_t kInAWorld = 250;
  for (std::uint64_t done = 0; done < cases;) {
    World world(random, granted);
    for (std::uint64_t i = 0; i < kInAWorld && done < cases; ++i, ++done) {
      world.Step();
      if (testing::Test::HasFailure()) FAIL() << "case " << done;
    }
  }
  std::cout << cases << " cases, " << granted << " granted\n";
  EXPECT_GT(granted, cases / 20);
  EXPECT_LT(granted, cases * 4 / 5);
}

}  // namespace
}  // namespace sinetti
