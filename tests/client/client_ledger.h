// A ledger with its vault in a folder of their own, drafts that seal what they say of a client, and
// events read back.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/client/access_gate.h"
#include "ledger/event/draft_json.h"
#include "ledger/log/ledger.h"
#include "ledger/log/read_event.h"
#include "ledger/vault/vault.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti::testing_support {

inline constexpr const char* kClientOrigin = "test.example/ledger";

class ClientLedger {
 public:
  ClientLedger() {
    auto made = Ledger::Create(LedgerDir(), kClientOrigin, clock);
    EXPECT_TRUE(IsOk(made));
    ledger_ = std::move(*made);
    OpenVault();
  }

  Ledger& ledger() { return *ledger_; }
  Vault& vault() { return *vault_; }
  std::string LedgerDir() const { return dir / "ledger"; }
  std::string KeysDir() const { return dir / "ledger.keys"; }

  void CloseVault() { vault_.reset(); }
  void OpenVault() {
    auto opened = Vault::Open({.folder = KeysDir(), .origin = kClientOrigin, .create = true});
    ASSERT_TRUE(IsOk(opened));
    vault_.emplace(std::move(*opened));
  }
  void Close() {
    vault_.reset();
    ledger_.reset();
  }
  void Open() {
    auto opened = Ledger::OpenForWriting(LedgerDir(), clock);
    ASSERT_TRUE(IsOk(opened));
    ledger_ = std::move(*opened);
    OpenVault();
  }

  // Seals and records one draft.
  Result<Receipt> Record(const std::string& json) {
    SINETTI_ASSIGN(Draft draft, ParseDraft(json, registry));
    SINETTI_TRY(vault_->Seal(draft));
    SINETTI_ASSIGN(EncodedDraft encoded, EncodeDraft(std::move(draft)));
    std::vector<EncodedDraft> drafts;
    drafts.push_back(std::move(encoded));
    SINETTI_ASSIGN(const std::vector<Receipt> receipts, ledger_->Append(std::move(drafts)));
    return receipts.front();
  }

  // A grant that the office of the tests gives; `limits` are further members, each with its comma.
  Result<Receipt> Grant(const std::string& reader, const std::string& role,
                        const std::string& limits = "") {
    const std::string number = std::to_string(++grants_);
    return Record(
        R"({"specversion":"1.0","source":"urn:test","type":"access.granted","id":"grant-)" +
        number + R"(","stream":"access","data":{"reader":")" + reader + R"(","role":")" + role +
        R"(",)" + limits + R"("ground":"741/2023:45","grantedBy":"tietohallinto"}})");
  }

  // Opens through the vault, and counts how often it was asked.
  AccessTools Tools() {
    return {.ledger = *ledger_,
            .registry = registry,
            .clock = clock,
            .open = [this](const SealedField& field, std::string_view stream) {
              ++asked;
              return vault_->Open(field, stream);
            }};
  }

  Event EventAt(Sequence sequence) {
    auto event = ReadEvent(ledger_->Read(), registry, sequence);
    SINETTI_CHECK(event.has_value());
    return std::move(*event);
  }

  TempDir dir;
  FixedClock clock{*ParseTimestamp("2026-03-01T12:00:00Z"), 1000};
  TypeRegistry registry = TypeRegistry::Builtin();
  int asked = 0;  // of the vault, by the tools

 private:
  int grants_ = 0;
  std::unique_ptr<Ledger> ledger_;
  std::optional<Vault> vault_;
};

// A draft of any type; `attributes` ends with a comma when there are any.
inline std::string ClientDraft(const std::string& id, const std::string& type,
                               const std::string& stream, const std::string& attributes,
                               const std::string& data) {
  return R"({"specversion":"1.0","id":")" + id + R"(","source":"urn:test","type":")" + type +
         R"(","stream":")" + stream + "\"," + attributes + R"("data":)" + data + "}";
}

// The need of `client`, `content` sealed: a personal field.
inline std::string PlanDraft(const std::string& id, const std::string& client,
                             const std::string& content, const std::string& attributes = "") {
  return ClientDraft(
      id, "plan.adopted", "matter-" + client, R"("client":")" + client + "\"," + attributes,
      R"({"kind":"palvelusuunnitelma","parts":["care"],"consent":"yes","content":")" + content +
          "\"}");
}

}  // namespace sinetti::testing_support
