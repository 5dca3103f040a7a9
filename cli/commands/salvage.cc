// See salvage.h.
#include "cli/commands/salvage.h"

#include <filesystem>

namespace sinetti {
namespace {

namespace fs = std::filesystem;

// The copy is made whole or not at all: under another name first.
Result<void> KeepAsItIs(const std::string& store, const std::string& kept) {
  std::error_code code;
  if (fs::exists(kept, code))
    return Error{ErrorCode::kConflict,
                 kept + " is there already, from a salvage before: move it elsewhere first"};
  const std::string unfinished = kept + ".unfinished";
  fs::remove_all(unfinished, code);
  fs::copy(store, unfinished, fs::copy_options::recursive, code);
  if (!code) fs::rename(unfinished, kept, code);
  if (code)
    return Error{ErrorCode::kEnvironment,
                 "cannot copy " + store + " to " + kept + ": " + code.message()};
  return {};
}

std::string HowManyAreLeft(const Ledger& ledger) {
  const std::uint64_t size = ledger.Read().size().value;
  return std::to_string(size) + (size == 1 ? " event is left" : " events are left");
}

}  // namespace

Result<ExitCode> Salvage(Session& session) {
  const auto whole = session.OpenForWriting();
  if (whole) {
    session.console.Say("the ledger opens, there is nothing to salvage; next: sinetti verify");
    return kDone;
  }
  if (whole.error().code != ErrorCode::kCorrupt) return whole.error();

  const std::string kept = session.ledger_dir() + "/store.damaged";
  SINETTI_TRY(KeepAsItIs(session.ledger_dir() + "/store", kept));
  const auto ledger =
      Ledger::OpenForWriting(session.ledger_dir(), session.clock, {.accept_damaged_log = true});
  if (!ledger)
    return Error{ledger.error().code, ledger.error().message +
                                          ": the log alone is not what is damaged; restore a "
                                          "backup (the store as it was is in " +
                                          kept + ")"};
  session.console.Say(HowManyAreLeft(**ledger) +
                      "; whatever was recorded behind the damage is lost. The store as it was is "
                      "in " +
                      kept);
  session.console.Say(
      "next: sinetti verify --against the newest checkpoint kept elsewhere; then send again what "
      "was lost, each event is recorded once");
  return kDone;
}

}  // namespace sinetti
