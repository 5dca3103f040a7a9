// A ledger in a folder of its own with actors that sign, and ways round the door for those who
// would cheat.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "ledger/actor/batch_door.h"
#include "ledger/event/draft_json.h"
#include "tests/log/test_keys.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti::testing_support {

inline constexpr const char* kActorOrigin = "test.example/ledger";
inline constexpr const char* kOffice = "malli.example/valvonta";

class ActorLedger {
 public:
  explicit ActorLedger(const std::string& origin = kActorOrigin) {
    auto made = Ledger::Create(dir / "ledger", origin, clock);
    EXPECT_TRUE(IsOk(made));
    ledger_ = std::move(*made);
  }

  Ledger& ledger() { return *ledger_; }

  EncodedDraft Encode(const std::string& type, const std::string& id, const std::string& stream,
                      const std::string& data) const {
    auto draft =
        ParseDraft(R"({"specversion":"1.0","source":"urn:test","id":")" + id + R"(","type":")" +
                       type + R"(","stream":")" + stream + R"(","data":)" + data + "}",
                   registry);
    EXPECT_TRUE(IsOk(draft));
    return EncodeDraft(std::move(*draft)).value();
  }
  EncodedDraft Action(const std::string& id) const {
    return Encode("action.started", id, "action-1",
                  R"({"action":"toimenpide-1","startedOn":"2026-03-12"})");
  }
  EncodedDraft Registered(const VerifierKey& key, const std::string& id = "reg") const {
    return Encode("actor.registered", id, "actors",
                  R"({"actor":")" + key.name + R"(","kind":"office","verifierKey":")" +
                      FormatVerifierKey(key) + "\"}");
  }
  EncodedDraft Rotated(const VerifierKey& key, const std::string& id, bool recovery = false) const {
    return Encode("actor.keyRotated", id, "actors",
                  R"({"actor":")" + key.name + R"(","verifierKey":")" + FormatVerifierKey(key) +
                      R"(","recovery":)" + (recovery ? "true}" : "false}"));
  }
  EncodedDraft Revoked(const VerifierKey& key, const std::string& reason, Timestamp from,
                       const std::string& id = "rev") const {
    return Encode("actor.keyRevoked", id, "actors",
                  R"({"actor":")" + key.name + R"(","keyId":")" + KeyIdText(key) + R"(","from":")" +
                      FormatTimestamp(from) + R"(","reason":")" + reason + "\"}");
  }
  EncodedDraft Policy(const std::string& types, const std::string& id = "policy",
                      const std::string& more = "") const {
    return Encode("signature.policySet", id, "actors", R"({"types":[)" + types + "]" + more + "}");
  }

  // Through the door.
  Result<std::vector<Receipt>> Append(std::vector<EncodedDraft> drafts, Signer* signer = nullptr) {
    SINETTI_ASSIGN(BatchDoor door, BatchDoor::Open(*ledger_, registry, clock, signer));
    return door.Append(std::move(drafts));
  }
  // Round the door: the drafts and, where one is given, the signature of another list.
  void Force(std::vector<EncodedDraft> drafts, Signer* signer,
             const std::vector<EncodedDraft>& over) {
    if (signer != nullptr)
      drafts.push_back(SignBatch(ledger_->info().origin, over, *signer, registry).value());
    ASSERT_TRUE(IsOk(ledger_->Append(std::move(drafts))));
  }
  void Force(std::vector<EncodedDraft> drafts, Signer* signer = nullptr) {
    const std::vector<EncodedDraft> over = drafts;
    Force(std::move(drafts), signer, over);
  }

  SignatureReport Verify() {
    auto report = VerifyBatchSignatures(ledger_->Read(), registry, ledger_->info().origin);
    EXPECT_TRUE(IsOk(report));
    return *report;
  }
  // The same by the index alone, as the door sees it.
  SignatureReport VerifyIndexed() {
    const EntrySource source(ledger_->Read(), registry);
    SignatureCheck check(ledger_->info().origin, source);
    EXPECT_TRUE(IsOk(check.SeeIndexed(source.reader().size())));
    return check.Finish();
  }

  TempDir dir;
  FixedClock clock{*ParseTimestamp("2026-03-01T12:00:00Z"), 1'000'000};
  TypeRegistry registry = TypeRegistry::Builtin();

 private:
  std::unique_ptr<Ledger> ledger_;
};

inline std::vector<EncodedDraft> Drafts(EncodedDraft one) {
  std::vector<EncodedDraft> drafts;
  drafts.push_back(std::move(one));
  return drafts;
}
inline std::vector<EncodedDraft> Drafts(EncodedDraft one, EncodedDraft two) {
  std::vector<EncodedDraft> drafts = Drafts(std::move(one));
  drafts.push_back(std::move(two));
  return drafts;
}

// Kinds and positions of what was found: "bad signature 3".
inline std::vector<std::string> Found(const SignatureReport& report) {
  std::vector<std::string> found;
  for (const SignatureFinding& finding : report.findings)
    found.push_back(std::string(SignatureFindingKindName(finding.kind)) + " " +
                    std::to_string(finding.sequence.value));
  return found;
}

}  // namespace sinetti::testing_support
