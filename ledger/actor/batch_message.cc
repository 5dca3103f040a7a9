// See batch_message.h.
#include "ledger/actor/batch_message.h"

#include <array>

#include "ledger/base/check.h"
#include "ledger/crypto/sha256.h"

namespace sinetti {
namespace {

constexpr std::string_view kHeader = "sinetti.fi/batch-signature@v1";

// The five words that the ledger fills in (docs/format/event.md, "Record").
constexpr std::size_t kPlaceBegin = 8;
constexpr std::size_t kPlaceEnd = 48;

}  // namespace

Hash DraftRecordHash(ByteView record) {
  static constexpr std::array<std::uint8_t, kPlaceEnd - kPlaceBegin> kZeros{};
  SINETTI_CHECK(record.size() >= kPlaceEnd);
  return HashOf({record.first(kPlaceBegin), kZeros, record.subspan(kPlaceEnd)});
}

std::string BatchMessage(std::string_view origin, std::string_view actor,
                         std::span<const Hash> hashes) {
  std::string message;
  message.append(kHeader).append("\norigin ").append(origin).append("\nactor ").append(actor);
  message.append("\ncount ").append(std::to_string(hashes.size())).append("\n");
  message.reserve(message.size() + hashes.size() * 45);
  for (const Hash& hash : hashes) message.append(Base64Encode(hash.view())).append("\n");
  return message;
}

}  // namespace sinetti
