// header:  "sinetti vault 1\n", u16 length, origin, MAC
// record:  u32 length of the rest without the MAC, u8 kind (1: key, 2: erased), u16 length,
// subject,
//          of a key the wrapped key, MAC
// head:    u64 size of the log, MAC of its last record, MAC of these two
// Integers are little-endian; MAC is HMAC-SHA256 over the MAC before and the bytes of the record.
#include "ledger/vault/key_log.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ledger/crypto/hmac.h"
#include "ledger/vault/vault_swap.h"

namespace sinetti {
namespace {

constexpr std::string_view kMagic = "sinetti vault 1\n";
constexpr std::string_view kMagicPrefix = "sinetti vault ";
constexpr std::size_t kMacBytes = 32;
constexpr std::size_t kHeadBytes = 8 + 2 * kMacBytes;
constexpr std::size_t kWrappedBytes = 12 + 32 + 16;
constexpr std::size_t kSubjectBytesMax = 2'048;
constexpr std::size_t kLogBytesMax = std::size_t{1} << 32;
constexpr std::uint8_t kKeyRecord = 1;
constexpr std::uint8_t kErasedRecord = 2;

void AppendInteger(Bytes& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t ReadInteger(ByteView in, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value |= std::uint64_t{in[static_cast<std::size_t>(i)]} << (8 * i);
  return value;
}

void AppendBytes(Bytes& out, ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

Error Damaged(const std::string& what) {
  return {ErrorCode::kCorrupt, "vault: " + what +
                                   "; put back vault.key, vault.log and vault.head from one "
                                   "backup: without them sealed fields stay closed"};
}

Bytes Header(const std::string& origin, const Secret& mac_key) {
  Bytes header;
  AppendBytes(header, AsBytes(kMagic));
  AppendInteger(header, origin.size(), 2);
  AppendBytes(header, AsBytes(origin));
  AppendBytes(header, HmacSha256(mac_key.view(), {header}).view());
  return header;
}

Bytes Record(const WrappedKey& key, const Hash& mac_before, const Secret& mac_key) {
  Bytes record;
  AppendInteger(record, 1 + 2 + key.subject.size() + key.wrapped.size(), 4);
  record.push_back(key.wrapped.empty() ? kErasedRecord : kKeyRecord);
  AppendInteger(record, key.subject.size(), 2);
  AppendBytes(record, AsBytes(key.subject));
  AppendBytes(record, key.wrapped);
  AppendBytes(record, HmacSha256(mac_key.view(), {mac_before.view(), record}).view());
  return record;
}

Hash LastMac(ByteView bytes) {
  Hash mac;
  std::copy_n(bytes.end() - kMacBytes, kMacBytes, mac.bytes.begin());
  return mac;
}

// The whole record at the beginning of `bytes`, MAC included; nothing when there is none.
std::optional<ByteView> WholeRecord(ByteView bytes) {
  if (bytes.size() < 4) return std::nullopt;
  const std::uint64_t size = 4 + ReadInteger(bytes, 4) + kMacBytes;
  if (size > bytes.size()) return std::nullopt;
  return bytes.first(size);
}

Result<WrappedKey> ParseRecord(ByteView record, std::uint64_t offset) {
  const ByteView payload = record.subspan(4, record.size() - 4 - kMacBytes);
  if (!payload.empty() && payload[0] != kKeyRecord && payload[0] != kErasedRecord)
    return Error{ErrorCode::kUnsupported, "vault.log: record of an unknown kind at byte " +
                                              std::to_string(offset) + "; use a newer sinetti"};
  const std::size_t subject_bytes = payload.size() < 3 ? 0 : ReadInteger(payload.subspan(1), 2);
  const std::size_t wrapped_bytes =
      !payload.empty() && payload[0] == kErasedRecord ? 0 : kWrappedBytes;
  if (subject_bytes == 0 || payload.size() != 3 + subject_bytes + wrapped_bytes)
    return Damaged("vault.log: a record of impossible lengths at byte " + std::to_string(offset));
  const ByteView wrapped = payload.subspan(3 + subject_bytes);
  return WrappedKey{std::string(AsText(payload.subspan(3, subject_bytes))),
                    Bytes(wrapped.begin(), wrapped.end())};
}

}  // namespace

Result<void> KeyLog::CheckHoldsNothing(const std::filesystem::path& folder,
                                       const std::string& origin) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(folder / "vault.log", failed);
  if (failed || size <= kMagic.size() + 2 + origin.size() + kMacBytes) return {};
  return Damaged("vault.head is missing and vault.log holds keys");
}

Result<KeyLog> KeyLog::Create(const std::filesystem::path& folder, const std::string& origin,
                              const Secret& mac_key) {
  SINETTI_TRY(CheckHoldsNothing(folder, origin));
  std::error_code ignored;
  std::filesystem::remove(folder / "vault.log", ignored);
  SINETTI_ASSIGN(KeyLog created, CreateFiles(folder, "", origin, mac_key));
  SINETTI_TRY(created.head_.Sync());
  SINETTI_TRY(SyncFolder(folder));
  return created;
}

Result<KeyLog> KeyLog::CreateNext(const std::filesystem::path& folder, const std::string& origin,
                                  const Secret& mac_key, const std::vector<WrappedKey>& keys) {
  SINETTI_ASSIGN(KeyLog next, CreateFiles(folder, ".next", origin, mac_key));
  SINETTI_TRY(next.Append(keys));
  SINETTI_TRY(next.head_.Sync());
  next.keys_ = keys;
  return next;
}

Result<KeyLog> KeyLog::CreateFiles(const std::filesystem::path& folder, const std::string& suffix,
                                   const std::string& origin, const Secret& mac_key) {
  SINETTI_ASSIGN(VaultFile log,
                 VaultFile::Open(folder / ("vault.log" + suffix), VaultFile::Mode::kCreate));
  SINETTI_TRY(log.Lock());
  const Bytes header = Header(origin, mac_key);
  SINETTI_TRY(log.WriteAt(0, header));
  SINETTI_TRY(log.Sync());
  SINETTI_ASSIGN(VaultFile head,
                 VaultFile::Open(folder / ("vault.head" + suffix), VaultFile::Mode::kCreate));
  KeyLog created(std::move(log), std::move(head), mac_key);
  created.size_ = header.size();
  created.mac_ = LastMac(header);
  SINETTI_TRY(created.WriteHead());
  return created;
}

Result<KeyLog> KeyLog::Open(const std::filesystem::path& folder, const std::string& origin,
                            const Secret& mac_key, bool for_writing) {
  const auto mode = for_writing ? VaultFile::Mode::kWrite : VaultFile::Mode::kRead;
  SINETTI_ASSIGN(VaultFile log, VaultFile::Open(VaultPath(folder, "vault.log"), mode));
  SINETTI_TRY(log.CheckPrivate());
  if (for_writing) {
    SINETTI_TRY(log.Lock());
    SINETTI_TRY(log.CheckInPlace());
  }
  SINETTI_ASSIGN(VaultFile head, VaultFile::Open(VaultPath(folder, "vault.head"), mode));
  KeyLog opened(std::move(log), std::move(head), mac_key);
  SINETTI_TRY(opened.Load(origin, for_writing));
  return opened;
}

Result<void> KeyLog::Load(const std::string& origin, bool for_writing) {
  // The head first: a writer may append to the log meanwhile, never shorten it.
  SINETTI_ASSIGN(const Bytes head, head_.ReadAll(kHeadBytes));
  SINETTI_ASSIGN(const Bytes log, log_.ReadAll(kLogBytesMax));
  const ByteView bytes(log);
  const std::string_view magic = AsText(bytes.first(std::min(bytes.size(), kMagic.size())));
  if (magic.starts_with(kMagicPrefix) && magic.size() == kMagic.size() && magic != kMagic)
    return Error{ErrorCode::kUnsupported, "vault.log: unknown format; use a newer sinetti"};
  const Bytes header = Header(origin, mac_key_);
  if (bytes.size() < kMagic.size() + 2 || magic != kMagic)
    return Damaged("vault.log does not begin as a vault does");
  if (bytes.size() < header.size() || !EqualInConstantTime(bytes.first(header.size()), header))
    return Damaged("vault.log does not begin with the header of ledger " + origin +
                   " under this vault.key");

  if (head.size() != kHeadBytes ||
      HmacSha256(mac_key_.view(), {ByteView(head).first(8 + kMacBytes)}) != LastMac(head))
    return Damaged("vault.head is damaged");
  const std::uint64_t head_size = ReadInteger(head, 8);
  if (bytes.size() < head_size)
    return Damaged("vault.log has " + std::to_string(bytes.size()) + " bytes, vault.head knows " +
                   std::to_string(head_size) + ": it was cut");

  size_ = header.size();
  mac_ = LastMac(header);
  bool head_met = false;
  for (;;) {
    if (size_ == head_size) head_met = mac_ == LastMac(ByteView(head).first(8 + kMacBytes));
    const auto record = WholeRecord(bytes.subspan(size_));
    const bool intact =
        record &&
        HmacSha256(mac_key_.view(), {mac_.view(), record->first(record->size() - kMacBytes)}) ==
            LastMac(*record);
    if (!intact) break;
    SINETTI_ASSIGN(WrappedKey key, ParseRecord(*record, size_));
    keys_.push_back(std::move(key));
    size_ += record->size();
    mac_ = LastMac(*record);
  }
  if (!head_met)
    return Damaged("vault.log: the record at byte " + std::to_string(size_) + " is damaged");
  // Behind the head stands what a crash left: its events were never acknowledged.
  if (for_writing && size_ < bytes.size()) {
    SINETTI_TRY(log_.Truncate(size_));
    SINETTI_TRY(log_.Sync());
  }
  return {};
}

Result<void> KeyLog::Append(const std::vector<WrappedKey>& keys) {
  if (failed_)
    return Error{ErrorCode::kClosed,
                 "vault.log: an earlier write failed; open the vault again and retry"};
  Bytes bytes;
  Hash mac = mac_;
  for (const WrappedKey& key : keys) {
    SINETTI_CHECK(!key.subject.empty() && key.subject.size() <= kSubjectBytesMax &&
                  (key.wrapped.empty() || key.wrapped.size() == kWrappedBytes));
    const Bytes record = Record(key, mac, mac_key_);
    mac = LastMac(record);
    AppendBytes(bytes, record);
  }
  failed_ = true;  // until the end is reached
  SINETTI_TRY(log_.WriteAt(size_, bytes));
  SINETTI_TRY(log_.Sync());
  // From here the keys are durable.
  size_ += bytes.size();
  mac_ = mac;
  SINETTI_TRY(WriteHead());
  failed_ = false;
  return {};
}

// Not synced: an old head after a crash only vouches for less.
Result<void> KeyLog::WriteHead() {
  Bytes head;
  AppendInteger(head, size_, 8);
  AppendBytes(head, mac_.view());
  AppendBytes(head, HmacSha256(mac_key_.view(), {head}).view());
  return head_.WriteAt(0, head);
}

}  // namespace sinetti
