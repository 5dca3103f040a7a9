// Each step is durable before the next begins, and may be repeated.
#include "ledger/vault/vault_swap.h"

#include <charconv>

#include "ledger/base/bytes.h"
#include "ledger/crypto/hmac.h"
#include "ledger/vault/vault_files.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "sinetti vault erasure 1\n";
constexpr std::string_view kFirstLinePrefix = "sinetti vault erasure ";
constexpr std::size_t kErasureBytesMax = 1 << 20;
constexpr const char* kErasure = "vault.erasure";
constexpr const char* kErasureNext = "vault.erasure.next";

bool IsThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

Error Damaged(const std::string& what) {
  return {ErrorCode::kCorrupt,
          "vault.erasure " + what + "; put back the whole folder of the vault from one backup"};
}

Result<void> Rename(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::rename(from, to, failed);
  if (!failed) return {};
  return Error{ErrorCode::kEnvironment, "couldn't rename " + from.string() + ": " +
                                            failed.message() + "; check its permissions"};
}

Result<void> Remove(const fs::path& path) {
  std::error_code failed;
  fs::remove(path, failed);
  if (!failed) return {};
  return Error{ErrorCode::kEnvironment, "couldn't remove " + path.string() + ": " +
                                            failed.message() + "; check its permissions"};
}

// NAME.next becomes NAME, whose old content is overwritten first; nothing when that is done.
Result<void> Replace(const fs::path& folder, const std::string& name, const ErasureStep& step) {
  const fs::path next = folder / (name + ".next");
  if (!IsThere(next)) return {};
  if (step) SINETTI_TRY(step("overwrite the old " + name));
  SINETTI_TRY(OverwriteFile(folder / name));
  if (step) SINETTI_TRY(step("put the new " + name + " in place"));
  SINETTI_TRY(Rename(next, folder / name));
  return SyncFolder(folder);
}

// "name value\n" at the beginning of `text`, taken off it.
std::optional<std::string> TakeLine(std::string_view& text, std::string_view name) {
  const std::size_t end = text.find('\n');
  if (end == text.npos || !text.starts_with(name) || end <= name.size() || text[name.size()] != ' ')
    return std::nullopt;
  std::string value(text.substr(name.size() + 1, end - name.size() - 1));
  text.remove_prefix(end + 1);
  return value;
}

std::optional<KeyErasure> ParseBody(std::string_view text, const std::string& origin) {
  KeyErasure erasure;
  if (TakeLine(text, "origin") != origin) return std::nullopt;
  const auto old_key = TakeLine(text, "old-key"), new_key = TakeLine(text, "new-key");
  const auto kept = TakeLine(text, "kept");
  if (!old_key || !new_key || !kept) return std::nullopt;
  erasure.old_vault_key = *old_key;
  erasure.new_vault_key = *new_key;
  const auto [end, error] =
      std::from_chars(kept->data(), kept->data() + kept->size(), erasure.keys_kept);
  if (error != std::errc() || end != kept->data() + kept->size()) return std::nullopt;
  while (auto subject = TakeLine(text, "subject")) erasure.subjects.push_back(*subject);
  const auto note = TakeLine(text, "note");
  if (!note || !text.empty() || erasure.subjects.empty()) return std::nullopt;
  erasure.note = *note;
  return erasure;
}

}  // namespace

std::string VaultKeyId(const Secret& vault_key) {
  return HmacSha256(vault_key.view(), {AsBytes("sinetti vault id")}).hex().substr(0, 16);
}

fs::path VaultPath(const fs::path& folder, const std::string& name) {
  const fs::path next = folder / (name + ".next");
  return IsThere(folder / kErasure) && IsThere(next) ? next : folder / name;
}

std::string FormatKeyErasure(const KeyErasure& erasure, const std::string& origin,
                             const Secret& mac_key) {
  std::string text(kFirstLine);
  const auto line = [&text](std::string_view name, std::string_view value) {
    text.append(name).append(" ").append(value).append("\n");
  };
  line("origin", origin);
  line("old-key", erasure.old_vault_key);
  line("new-key", erasure.new_vault_key);
  line("kept", std::to_string(erasure.keys_kept));
  for (const std::string& subject : erasure.subjects) line("subject", subject);
  line("note", erasure.note);
  line("mac", HmacSha256(mac_key.view(), {AsBytes(text)}).hex());
  return text;
}

Result<std::optional<KeyErasure>> ReadKeyErasure(const fs::path& folder, const std::string& origin,
                                                 const Secret& mac_key) {
  if (!IsThere(folder / kErasure)) return std::optional<KeyErasure>();
  SINETTI_ASSIGN(const VaultFile file, VaultFile::Open(folder / kErasure, VaultFile::Mode::kRead));
  SINETTI_ASSIGN(const Bytes bytes, file.ReadAll(kErasureBytesMax));
  const std::string_view text = AsText(bytes);
  if (!text.starts_with(kFirstLine)) {
    if (text.starts_with(kFirstLinePrefix) && text.size() > kFirstLine.size() &&
        text[kFirstLine.size() - 1] == '\n')
      return Error{ErrorCode::kUnsupported, "vault.erasure: unknown format; use a newer sinetti"};
    return Damaged("does not begin as it should");
  }
  const std::size_t mac_at = text.rfind("mac ");
  if (mac_at == text.npos || mac_at < kFirstLine.size()) return Damaged("has no end");
  auto erasure = ParseBody(text.substr(kFirstLine.size(), mac_at - kFirstLine.size()), origin);
  // Formatted anew it must be the same bytes, MAC and all.
  if (!erasure || !EqualInConstantTime(AsBytes(FormatKeyErasure(*erasure, origin, mac_key)), bytes))
    return Damaged("was changed, or belongs to another vault");
  return erasure;
}

Result<void> DiscardUncommitted(const fs::path& folder) {
  for (const char* name :
       {"vault.key.next", "vault.log.next", "vault.head.next", "vault.key.part", kErasureNext}) {
    if (!IsThere(folder / name)) continue;
    SINETTI_TRY(OverwriteFile(folder / name));
    SINETTI_TRY(Remove(folder / name));
  }
  return {};
}

Result<void> CommitSwap(const fs::path& folder, const KeyErasure& erasure,
                        const std::string& origin, const Secret& mac_key) {
  SINETTI_ASSIGN(VaultFile file, VaultFile::Open(folder / kErasureNext, VaultFile::Mode::kCreate));
  SINETTI_TRY(file.WriteAt(0, AsBytes(FormatKeyErasure(erasure, origin, mac_key))));
  SINETTI_TRY(file.Sync());
  SINETTI_TRY(SyncFolder(folder));  // the names of the new set
  SINETTI_TRY(Rename(folder / kErasureNext, folder / kErasure));
  return SyncFolder(folder);
}

Result<void> FinishSwap(const fs::path& folder, const ErasureStep& step) {
  SINETTI_TRY(Replace(folder, "vault.key", step));
  SINETTI_TRY(Replace(folder, "vault.log", step));
  return Replace(folder, "vault.head", step);
}

Result<void> RemoveKeyErasure(const fs::path& folder) {
  SINETTI_TRY(Remove(folder / kErasure));
  return SyncFolder(folder);
}

}  // namespace sinetti
