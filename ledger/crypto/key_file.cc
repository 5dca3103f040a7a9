// POSIX calls rather than streams, because the mode, the exclusive creation and the sync are the
// point.
#include "ledger/crypto/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/key_place.h"
#include "ledger/crypto/token_key.h"

namespace sinetti {
namespace {

constexpr std::string_view kPrefix = "PRIVATE+KEY+";
constexpr std::size_t kFileBytesMax = 4096;

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

Error Failed(const char* what, const std::filesystem::path& path) {
  return Error{ErrorCode::kEnvironment, std::string("couldn't ") + what + " key file " +
                                            path.string() + ": " + std::strerror(errno)};
}

Error Malformed(const std::filesystem::path& path, const std::string& why) {
  return Error{ErrorCode::kEnvironment, "key file " + path.string() +
                                            " is no private signing key (" + why +
                                            "); put the right file there"};
}

SecretText FormatKey(const PrivateKey& key) {
  const Ed25519KeyPair pair = Ed25519KeyPair::FromSeed(key.seed);
  char id[9];
  std::snprintf(id, sizeof id, "%08x", NoteKeyId(key.name, key.type, pair.public_key()));
  Bytes typed = {static_cast<std::uint8_t>(key.type)};
  typed.reserve(33);
  typed.insert(typed.end(), key.seed.view().begin(), key.seed.view().end());
  std::string encoded = Base64Encode(typed);
  WipeBytes(typed);
  SecretText text;
  for (const std::string_view part :
       {kPrefix, std::string_view(key.name), std::string_view("+"), std::string_view(id),
        std::string_view("+"), std::string_view(encoded), std::string_view("\n")})
    text.Append(part);
  WipeBytes({reinterpret_cast<std::uint8_t*>(encoded.data()), encoded.size()});
  return text;
}

Result<VerifierKey> PublicHalf(const PrivateKey& key) {
  return MakeVerifierKey(key.name, Ed25519KeyPair::FromSeed(key.seed).public_key(), key.type);
}

Result<SecretText> TextOf(const PrivateKey& key, const KeyProtection* protection) {
  SINETTI_TRY(CheckKeyName(key.name));
  if (protection == nullptr) return FormatKey(key);
  SINETTI_ASSIGN(const VerifierKey half, PublicHalf(key));
  SINETTI_ASSIGN(const EncryptedKey encrypted,
                 EncryptKey(half, key.seed, protection->passphrase, protection->cost));
  return SecretText(FormatEncryptedKey(encrypted));
}

bool WriteAll(const File& file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool SyncFolderOf(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const File opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.is_open() && ::fsync(opened.get()) == 0;
}

Result<PrivateKey> ParseKey(const std::filesystem::path& path, std::string_view text) {
  if (!text.starts_with(kPrefix) || !text.ends_with('\n'))
    return Malformed(path, "it is not one line that begins with PRIVATE+KEY+");
  text.remove_prefix(kPrefix.size());
  text.remove_suffix(1);
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? text.npos : text.find('+', first + 1);
  if (second == text.npos) return Malformed(path, "a part is missing");

  auto typed = Base64Decode(text.substr(second + 1));
  if (!typed) return Malformed(path, "its last part is not base64");
  const auto type = static_cast<KeyType>(typed->empty() ? 0 : typed->front());
  const bool is_ed25519 =
      typed->size() == 33 && (type == KeyType::kNote || type == KeyType::kCosignature);
  auto seed = Secret::From(is_ed25519 ? ByteView(*typed).subspan(1) : ByteView());
  WipeBytes(*typed);
  if (!seed) return Malformed(path, "its last part is no Ed25519 key");

  PrivateKey key{std::string(text.substr(0, first)), std::move(*seed), type};
  if (const auto name = CheckKeyName(key.name); !name) return Malformed(path, "bad key name");
  const SecretText expected = FormatKey(key);
  std::string_view expected_line = expected.view();
  expected_line.remove_prefix(kPrefix.size());
  expected_line.remove_suffix(1);
  if (text != expected_line) return Malformed(path, "its id is not that of its name and key");
  return key;
}

// The content of a file that only its owner may use.
Result<SecretText> ReadPrivateText(const std::filesystem::path& path) {
  // Non-blocking, so that a pipe put in the place of the file can't hang the program.
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return Failed("open", path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return Failed("look at", path);
  if (!S_ISREG(status.st_mode)) return Malformed(path, "it is not a regular file");
  if ((status.st_mode & 077) != 0) {
    char mode[8];
    std::snprintf(mode, sizeof mode, "%04o", static_cast<unsigned>(status.st_mode & 07777));
    return Error{ErrorCode::kEnvironment, "key file " + path.string() + " has mode " + mode +
                                              ", group or others may use it; run chmod 600 on it"};
  }
  if (status.st_size > static_cast<off_t>(kFileBytesMax)) return Malformed(path, "it is too long");

  SecretText content;
  char block[kFileBytesMax];
  ssize_t got = 0;
  while ((got = ::read(file.get(), block, sizeof block)) != 0) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Failed("read", path);
    content.Append({block, static_cast<std::size_t>(got)});
    if (content.view().size() > kFileBytesMax) break;
  }
  WipeBytes({reinterpret_cast<std::uint8_t*>(block), sizeof block});
  if (content.view().size() > kFileBytesMax) return Malformed(path, "it is too long");
  return content;
}

bool IsEncrypted(const SecretText& text) { return text.view().starts_with(kEncryptedKeyHeader); }

Result<EncryptedKey> ParseEncrypted(const std::filesystem::path& path, const SecretText& text) {
  auto encrypted = ParseEncryptedKey(text.view());
  if (!encrypted) return Malformed(path, encrypted.error().message);
  return encrypted;
}

bool IsToken(const SecretText& text) { return text.view().starts_with(kTokenKeyHeader); }

Result<TokenKey> ParseToken(const std::filesystem::path& path, const SecretText& text) {
  auto token = ParseTokenKey(text.view());
  if (!token) return Malformed(path, token.error().message);
  return token;
}

Result<void> WriteNew(const std::filesystem::path& path, const SecretText& content) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.is_open() && errno == EEXIST)
    return Error{ErrorCode::kConflict,
                 "key file " + path.string() + " exists already and is not overwritten"};
  if (!file.is_open()) return Failed("create", path);
  // fchmod as well: a file system or an access list may have given more than was asked for.
  if (::fchmod(file.get(), 0600) != 0 || !WriteAll(file, content.view()) ||
      ::fsync(file.get()) != 0 || !SyncFolderOf(path)) {
    Error error = Failed("write", path);
    ::unlink(path.c_str());
    return error;
  }
  return {};
}

// Zeros over the whole file, which has no name any more.
bool OverwriteWithZeros(const File& file) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return false;
  const std::string zeros(static_cast<std::size_t>(status.st_size), '\0');
  return ::lseek(file.get(), 0, SEEK_SET) == 0 && WriteAll(file, zeros) && ::fsync(file.get()) == 0;
}

}  // namespace

Result<void> WriteKeyFile(const std::filesystem::path& path, const PrivateKey& key,
                          const KeyProtection* protection) {
  SINETTI_ASSIGN(const SecretText content, TextOf(key, protection));
  return WriteNew(path, content);
}

Result<void> ReplaceKeyFile(const std::filesystem::path& path, const PrivateKey& key,
                            const KeyProtection* protection) {
  SINETTI_ASSIGN(const SecretText content, TextOf(key, protection));
  std::filesystem::path beside = path;
  beside += ".part";
  ::unlink(beside.c_str());  // left by a crash
  SINETTI_TRY(WriteNew(beside, content));
  auto taken = TakePlaceOf(beside, path);
  if (!taken) ::unlink(beside.c_str());
  return taken;
}

Result<void> TakePlaceOf(const std::filesystem::path& next, const std::filesystem::path& path) {
  const File old(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!old.is_open() && errno != ENOENT) return Failed("open", path);
  if (::rename(next.c_str(), path.c_str()) != 0) return Failed("replace", path);
  if (!SyncFolderOf(path)) return Failed("sync", path);
  if (old.is_open() && !OverwriteWithZeros(old))
    return Failed("overwrite the old content of", path);
  return {};
}

Result<PrivateKey> ReadKeyFile(const std::filesystem::path& path, const AskSecret& ask) {
  SINETTI_ASSIGN(const SecretText text, ReadPrivateText(path));
  if (IsToken(text))
    return Malformed(path, "it names a key on a token, which does not leave the token");
  if (!IsEncrypted(text)) return ParseKey(path, text.view());
  SINETTI_ASSIGN(const EncryptedKey encrypted, ParseEncrypted(path, text));
  if (!ask)
    return Error{ErrorCode::kEnvironment,
                 "key file " + path.string() + " is under a passphrase, and none was given"};
  SINETTI_ASSIGN(const SecretText passphrase, ask(path.string()));
  auto seed = DecryptKey(encrypted, passphrase);
  if (!seed)
    return Error{ErrorCode::kEnvironment,
                 "key file " + path.string() + ": " + seed.error().message};
  return PrivateKey{encrypted.key.name, *std::move(seed), encrypted.key.type};
}

Result<KeyFileHead> ReadKeyFileHead(const std::filesystem::path& path) {
  SINETTI_ASSIGN(const SecretText text, ReadPrivateText(path));
  if (IsEncrypted(text)) {
    SINETTI_ASSIGN(EncryptedKey encrypted, ParseEncrypted(path, text));
    return KeyFileHead{std::move(encrypted.key), true};
  }
  if (IsToken(text)) {
    SINETTI_ASSIGN(TokenKey token, ParseToken(path, text));
    return KeyFileHead{std::move(token.key), false};
  }
  SINETTI_ASSIGN(const PrivateKey key, ParseKey(path, text.view()));
  SINETTI_ASSIGN(VerifierKey half, PublicHalf(key));
  return KeyFileHead{std::move(half), false};
}

Result<void> WriteTokenKeyFile(const std::filesystem::path& path, const TokenKey& key) {
  const std::string text = FormatTokenKey(key);
  SINETTI_TRY(ParseTokenKey(text));
  return WriteNew(path, SecretText(text));
}

Result<std::optional<TokenKey>> ReadTokenKeyFile(const std::filesystem::path& path) {
  SINETTI_ASSIGN(const SecretText text, ReadPrivateText(path));
  if (!IsToken(text)) return std::optional<TokenKey>();
  SINETTI_ASSIGN(TokenKey token, ParseToken(path, text));
  return std::optional<TokenKey>(std::move(token));
}

}  // namespace sinetti
