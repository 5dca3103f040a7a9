// What time-stamps say, in words and in JSON, for the commands that ask.
#pragma once

#include <optional>
#include <string>

#include "cli/commands/session.h"
#include "ledger/evidence/timestamp_chain.h"

namespace sinetti {

// Whom to trust, as of a moment (empty: now).
Result<TimestampTrust> ReadTrust(Session& session, const std::string& authorities_file,
                                 const std::string& at = "",
                                 const std::vector<std::string>& distrust = {});

std::string StampJson(const StampVerdict& stamp);
void PrintStamps(Console& console, const TimestampReport& report);

// What `verify` says of all stamps that a ledger keeps.
struct TimestampOutcome {
  std::uint64_t stamped = 0;  // checkpoints
  std::uint64_t bad = 0;      // of them: with a stamp that is not good, or of other entries
  std::string first_bad;      // why
  bool asked = false;         // somebody is trusted
  // The largest checkpoint for whose time a trusted authority vouches.
  TreeSize size;
  std::optional<CheckedTimestamp> vouched;

  // Nothing was asked, or what was asked has a good answer.
  bool right() const { return !asked || (bad == 0 && vouched.has_value()); }
  std::string Json() const;
  void Print(Console& console) const;
};

// Of a ledger that was verified; checkpoints beyond `anchored` do not count.  Without a file of
// authorities the stamps are only counted.
Result<TimestampOutcome> AskAuthorities(Session& session, const std::string& authorities_file,
                                        TreeSize anchored);

}  // namespace sinetti
