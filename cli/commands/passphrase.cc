// See passphrase.h.  POSIX calls, so that no buffer of a stream keeps a passphrase.
#include "cli/commands/passphrase.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace sinetti {
namespace {

constexpr const char* kVariable = "SINETTI_PASSPHRASE";
constexpr std::size_t kNewPassphraseBytesMin = 12;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

// A terminal without echo, and with every key handed over at once: so Ctrl-C leaves no terminal
// behind that does not echo.
class QuietTerminal {
 public:
  explicit QuietTerminal(int terminal) : terminal_(terminal) {
    if (::tcgetattr(terminal_, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
    changed_ = ::tcsetattr(terminal_, TCSAFLUSH, &quiet) == 0;
  }
  ~QuietTerminal() {
    if (changed_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  bool is_quiet() const { return changed_; }

 private:
  int terminal_;
  termios before_{};
  bool changed_ = false;
};

Result<SecretText> ReadLine(int terminal) {
  SecretText line;
  for (char c = 0; ::read(terminal, &c, 1) == 1;) {
    if (c == '\n' || c == '\r') return line;
    if (c == 0x03 || c == 0x04) break;  // Ctrl-C, Ctrl-D
    if (c == 0x7f || c == 0x08) {
      line.RemoveLast();
    } else if (line.view().size() <= kPassphraseBytesMax) {
      line.Append({&c, 1});
    }
  }
  return Error{ErrorCode::kEnvironment, "no passphrase was given"};
}

Result<SecretText> AskOnTerminal(const std::string& prompt) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!terminal.is_open())
    return Error{ErrorCode::kEnvironment,
                 prompt +
                     ": there is no terminal to ask on; give the passphrase in a file (see "
                     "sinetti key encrypt --help)"};
  const QuietTerminal quiet(terminal.get());
  if (!quiet.is_quiet())
    return Error{ErrorCode::kEnvironment, "the terminal does not stop its echo"};
  const std::string question = prompt + ": ";
  if (::write(terminal.get(), question.data(), question.size()) < 0)
    return Error{ErrorCode::kEnvironment, "the terminal cannot be written to"};
  auto line = ReadLine(terminal.get());
  if (::write(terminal.get(), "\n", 1) < 0)
    return Error{ErrorCode::kEnvironment, "the terminal cannot be written to"};
  return line;
}

Error Failed(const std::string& path) {
  return Error{ErrorCode::kEnvironment, "passphrase file " + path + ": " + std::strerror(errno)};
}

// The first line of the file, which is to have no other.
Result<SecretText> ReadPassphraseFile(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return Failed(path);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return Failed(path);
  if (S_ISREG(status.st_mode) && (status.st_mode & 077) != 0)
    return Error{ErrorCode::kEnvironment,
                 "passphrase file " + path + ": group or others may use it; run chmod 600 on it"};
  SecretText text;
  char c = 0;
  ssize_t got = 0;
  while ((got = ::read(file.get(), &c, 1)) == 1 && text.view().size() <= kPassphraseBytesMax + 2)
    text.Append({&c, 1});
  if (got < 0) return Failed(path);
  if (text.view().ends_with('\n')) text.RemoveLast();
  if (text.view().ends_with('\r')) text.RemoveLast();
  return text;
}

Result<void> CheckPassphrase(const SecretText& text) {
  if (text.empty()) return Error{ErrorCode::kInvalid, "the passphrase is empty"};
  if (text.view().size() > kPassphraseBytesMax)
    return Error{ErrorCode::kInvalid,
                 "the passphrase is longer than " + std::to_string(kPassphraseBytesMax) + " bytes"};
  for (const char c : text.view())
    if ((c >= 0 && c < ' ') || c == 0x7f)
      return Error{ErrorCode::kInvalid,
                   "the passphrase has a control character or more than one line"};
  return {};
}

Result<SecretText> Ask(const std::string& file, const char* variable, const std::string& prompt) {
  const auto take = [&]() -> Result<SecretText> {
    if (!file.empty()) return ReadPassphraseFile(file);
    if (const char* value = std::getenv(variable); value != nullptr) return SecretText(value);
    return AskOnTerminal(prompt);
  };
  SINETTI_ASSIGN(SecretText text, take());
  SINETTI_TRY(CheckPassphrase(text));
  return text;
}

}  // namespace

AskSecret AskSecretFrom(const std::string& file, const char* variable) {
  return [file, variable](const std::string& what) {
    return Ask(file, variable, "Passphrase of " + what);
  };
}

PassphraseSource VaultPassphrase(const GlobalArguments& global) {
  constexpr const char* kVaultVariable = "SINETTI_VAULT_PASSPHRASE";
  if (!global.vault_passphrase_file.empty() || std::getenv(kVaultVariable) != nullptr)
    return {global.vault_passphrase_file, kVaultVariable, true};
  return {global.passphrase_file, kVariable, false};
}

AskSecret AskPassphrase(const std::string& file) { return AskSecretFrom(file, kVariable); }

AskSecret AskActorPassphrase(const SigningArguments& signing) {
  return AskSecretFrom(signing.passphrase_file, "SINETTI_ACTOR_PASSPHRASE");
}

Result<KeyProtection> AskNewProtection(const std::string& file, const char* variable) {
  SINETTI_ASSIGN(SecretText text, Ask(file, variable, "New passphrase"));
  if (text.view().size() < kNewPassphraseBytesMin)
    return Error{ErrorCode::kInvalid, "a new passphrase has at least " +
                                          std::to_string(kNewPassphraseBytesMin) +
                                          " bytes: take several words"};
  if (file.empty() && std::getenv(variable) == nullptr) {
    SINETTI_ASSIGN(const SecretText again, AskOnTerminal("Once more"));
    if (again.view() != text.view())
      return Error{ErrorCode::kInvalid, "the two passphrases differ; nothing was done"};
  }
  return KeyProtection{.passphrase = std::move(text), .cost = {}};
}

Result<std::optional<KeyProtection>> NewProtection(bool encrypt, const std::string& file) {
  if (!encrypt) return std::optional<KeyProtection>();
  SINETTI_ASSIGN(KeyProtection protection, AskNewProtection(file, kVariable));
  return std::optional<KeyProtection>(std::move(protection));
}

}  // namespace sinetti
