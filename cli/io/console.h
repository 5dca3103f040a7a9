// Where a command speaks: data to stdout, messages to stderr, each once.  Knows the terminal so
// that commands need not: width, colour, whether progress makes sense.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/language.h"
#include "ledger/base/result.h"

namespace sinetti {

// Exit codes are API (docs/reference/cli.md).
enum ExitCode : int { kDone = 0, kFoundWrong = 1, kBadInput = 2, kEnvironmentFailed = 3 };

ExitCode ExitCodeOf(const Error& error);

// "1 event", "2 events"; "entry" gives "entries".
std::string Counted(std::uint64_t count, std::string_view noun);

class Console {
 public:
  // Reads the terminal and NO_COLOR once.
  Console(bool json, bool quiet, Language language);

  bool json() const { return json_; }
  Language language() const { return language_; }
  int width() const { return width_; }

  // Data.  A reader that goes away (head, less) is no error.
  void Print(std::string_view text);
  void PrintLine(std::string_view line);

  // False, with a message, when not everything printed could be written (a full disk).
  bool Flush();

  // Messages, with "sinetti: " before them; silent with --quiet, errors never.
  void Say(std::string_view message);
  int Fail(const Error& error);

  // Replaces its own last line on a terminal, at most ten times a second; elsewhere silent.
  // `total` 0: not known.
  void Progress(std::string_view what, std::uint64_t done, std::uint64_t total);
  void EndProgress();

  std::string Green(std::string_view text) const { return Coloured("32", text); }
  std::string Yellow(std::string_view text) const { return Coloured("33", text); }
  std::string Red(std::string_view text) const { return Coloured("31", text); }
  std::string Bold(std::string_view text) const { return Coloured("1", text); }

 private:
  std::string Coloured(std::string_view code, std::string_view text) const;

  bool json_;
  bool quiet_;
  Language language_;
  bool colour_ = false;
  bool progress_ = false;
  bool progress_shown_ = false;
  std::int64_t last_progress_ms_ = 0;
  int width_ = 100;
};

}  // namespace sinetti
