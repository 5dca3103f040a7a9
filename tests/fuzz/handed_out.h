// What the targets of files that a ledger hands out have in common: a small ledger with sealed
// values, made once, and the file that it hands out.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/check.h"
#include "ledger/client/access_gate.h"
#include "ledger/event/draft_json.h"
#include "ledger/log/ledger.h"
#include "ledger/vault/vault.h"
#include "tests/fuzz/fuzz.h"
#include "tests/log/test_keys.h"
#include "tests/support/temp_dir.h"

namespace sinetti::fuzz {

class HandedOut {
 public:
  using Make = std::function<Result<std::string>(const AccessTools&, Signer&)>;

  HandedOut(std::span<const std::string_view> drafts, const Make& make) {
    const Result<void> made = MakeFile(drafts, make);
    SINETTI_CHECK(made.has_value());
  }

  TypeRegistry registry = TypeRegistry::Builtin();
  FileSigner signer = testing_support::TestSigner(7, kOrigin);
  std::string file;

  // The worked examples of its page, and the file.
  std::vector<std::string> Seeds(const std::string& page) const {
    std::vector<std::string> seeds = BlocksOf(page);
    seeds.push_back(file);
    return seeds;
  }

 private:
  static constexpr const char* kOrigin = "test.example/ledger";

  Result<void> MakeFile(std::span<const std::string_view> drafts, const Make& make) {
    const testing_support::TempDir dir;
    FixedClock clock(Timestamp{1'772'366'400'000'000}, 1'000);
    SINETTI_ASSIGN(const auto ledger, Ledger::Create(dir / "ledger", kOrigin, clock));
    SINETTI_ASSIGN(Vault vault,
                   Vault::Open({.folder = dir / "keys", .origin = kOrigin, .create = true}));
    for (const std::string_view json : drafts) {
      SINETTI_ASSIGN(Draft draft, ParseDraft(json, registry));
      SINETTI_TRY(vault.Seal(draft));
      std::vector<EncodedDraft> encoded;
      SINETTI_ASSIGN(encoded.emplace_back(), EncodeDraft(std::move(draft)));
      SINETTI_TRY(ledger->Append(std::move(encoded)));
    }
    const AccessTools tools{.ledger = *ledger,
                            .registry = registry,
                            .clock = clock,
                            .open = [&vault](const SealedField& field, std::string_view stream) {
                              return vault.Open(field, stream);
                            }};
    SINETTI_ASSIGN(file, make(tools, signer));
    return {};
  }
};

}  // namespace sinetti::fuzz
