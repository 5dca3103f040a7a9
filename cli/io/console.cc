#include "cli/io/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace sinetti {
namespace {

// Of the terminal; elsewhere what COLUMNS says, as other programs do.
int TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int asked = columns == nullptr ? 0 : std::atoi(columns);
  return asked >= 40 && asked <= 1000 ? asked : 100;
}

std::int64_t NowMs() {
  using std::chrono::steady_clock;
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             steady_clock::now().time_since_epoch())
      .count();
}

void ToStderr(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

ExitCode ExitCodeOf(const Error& error) {
  switch (error.code) {
    case ErrorCode::kInvalid:
    case ErrorCode::kNotFound:
    case ErrorCode::kConflict:
    case ErrorCode::kUnsupported: return kBadInput;
    case ErrorCode::kCorrupt: return kFoundWrong;
    case ErrorCode::kLocked:
    case ErrorCode::kEnvironment:
    case ErrorCode::kClosed: return kEnvironmentFailed;
  }
  return kBadInput;
}

std::string Counted(std::uint64_t count, std::string_view noun) {
  std::string text = std::to_string(count) + " " + std::string(noun);
  if (count == 1) return text;
  if (text.ends_with('y')) return text.substr(0, text.size() - 1) + "ies";
  return text + "s";
}

Console::Console(bool json, bool quiet, Language language)
    : json_(json), quiet_(quiet), language_(language), width_(TerminalWidth()) {
  const char* no_colour = std::getenv("NO_COLOR");
  colour_ = isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
  progress_ = isatty(STDERR_FILENO) != 0 && !quiet;
}

void Console::Print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void Console::PrintLine(std::string_view line) {
  Print(line);
  Print("\n");
}

bool Console::Flush() {
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (written || errno == EPIPE) return true;
  ToStderr("sinetti: standard output: " + std::string(std::strerror(errno)) + "\n");
  return false;
}

void Console::Say(std::string_view message) {
  EndProgress();
  if (quiet_) return;
  ToStderr("sinetti: ");
  ToStderr(message);
  ToStderr("\n");
}

int Console::Fail(const Error& error) {
  EndProgress();
  ToStderr("sinetti: ");
  ToStderr(error.message);
  ToStderr("\n");
  return ExitCodeOf(error);
}

void Console::Progress(std::string_view what, std::uint64_t done, std::uint64_t total) {
  if (!progress_) return;
  const std::int64_t now = NowMs();
  if (now - last_progress_ms_ < 100) return;
  last_progress_ms_ = now;
  std::string line = "\r\033[K" + std::string(what) + " ";
  if (total != 0) line += std::to_string(done * 100 / total) + " %  ";
  line += std::to_string(done);
  if (total != 0) line += " of " + std::to_string(total);
  ToStderr(line);
  progress_shown_ = true;
}

void Console::EndProgress() {
  if (!progress_shown_) return;
  ToStderr("\r\033[K");
  progress_shown_ = false;
}

std::string Console::Coloured(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

}  // namespace sinetti
