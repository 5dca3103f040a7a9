// sinetti doctor: what an operator should mend before it hurts, each with the command that mends
// it. Looks at the surroundings of a ledger (keys, modes, room, views); what is in it is judged by
// `sinetti verify`.
#include <algorithm>
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/key_use.h"
#include "cli/commands/salvage.h"
#include "cli/commands/views_at.h"
#include "ledger/base/private_files.h"

namespace sinetti {
namespace {

struct Check {
  std::string name;
  bool good = true;
  std::string says;
};

Check KeyFolder(const Session& session) {
  const std::string path = session.keys_dir();
  std::error_code code;
  if (!std::filesystem::exists(path, code))
    return {"key folder", false, path + " is missing: give its folder with --keys, or restore it"};
  return {"key folder", true, path};
}

// Only their owner may use ledger, keys and receipts, and what is in them.
Check Closed(const Session& session) {
  const std::string roots[] = {session.ledger_dir(), session.keys_dir(),
                               session.BesideLedger(".receipts")};
  std::size_t open = 0;
  std::string first;
  const auto look = [&](const std::string& path) {
    const std::string says = OpenToOthers(path);
    if (says.empty()) return;
    if (first.empty()) first = says;
    ++open;
  };
  for (const std::string& root : roots) {
    look(root);
    std::error_code code;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root, code))
      look(entry.path().string());
  }
  if (open == 0) return {"modes", true, "only their owner may use ledger and keys"};
  if (open == 1) return {"modes", false, first};
  return {"modes", false,
          std::to_string(open) + " files and folders are open to others, the first: " + first +
              "; all of them: chmod -R go= " + roots[0] + " " + roots[1]};
}

Check SigningKey(const Session& session, const Ledger& ledger) {
  const auto key = session.OwnKey();
  if (!key) return {"signing key", false, key.error().message};
  if (key->name != ledger.info().origin)
    return {"signing key", false,
            session.signing_key_path() + " belongs to " + key->name + ", the ledger is " +
                ledger.info().origin + ": give the right folder with --keys"};
  if (std::filesystem::exists(session.signing_key_path() + ".next"))
    return {"signing key", false,
            "a change of the key was stopped half-way; next: sinetti key rotate, or sinetti key "
            "compromised, whichever it was"};
  if (const auto force = RequireKeyInForce(ledger.Read(), session.registry, *key); !force)
    return {"signing key", false, force.error().message};
  const auto newest = NewestCheckpoint(ledger.Read().snapshot());
  if (!newest) return {"signing key", false, newest.error().message};
  if (*newest)
    if (auto opened = OpenCheckpoint((*newest)->note, *key); !opened)
      return {"signing key", false,
              "the newest checkpoint was signed with another key: " + opened.error().message};
  return {"signing key", true, FormatVerifierKey(*key)};
}

Check KeysApart(const Session& session) {
  std::error_code code;
  const auto ledger = std::filesystem::weakly_canonical(session.ledger_dir(), code);
  const auto keys = std::filesystem::weakly_canonical(session.keys_dir(), code);
  const auto [end, ignored] = std::mismatch(ledger.begin(), ledger.end(), keys.begin(), keys.end());
  if (end == ledger.end())
    return {"keys apart", false,
            "the keys in " + session.keys_dir() +
                " are inside the ledger: whoever copies it can open every sealed value; move them "
                "elsewhere and give the folder with --keys"};
  return {"keys apart", true, session.keys_dir()};
}

Check Anchored(const Ledger& ledger) {
  const Reader reader = ledger.Read();
  const auto newest = NewestCheckpoint(reader.snapshot());
  const std::uint64_t size = reader.size().value;
  const std::uint64_t anchored = newest && *newest ? (*newest)->size.value : 0;
  if (anchored < size)
    return {
        "anchored", false,
        std::to_string(size - anchored) + " events have no checkpoint; next: sinetti checkpoint"};
  return {"anchored", true, std::to_string(anchored) + " events"};
}

Check ViewsCurrent(const Session& session, const Ledger& ledger) {
  const ViewsFile views = session.Views(ledger);
  if (!views.exists()) return {"views", false, "none; next: sinetti replay"};
  const auto meta = views.Meta();
  if (!meta) return {"views", false, meta.error().message + "; next: sinetti replay --rebuild"};
  const std::uint64_t size = ledger.Read().size().value;
  const std::uint64_t at = std::min(size, meta->position.value);
  if (at < size)
    return {"views", false, std::to_string(size - at) + " events behind; next: sinetti replay"};
  return {"views", true, "up to date"};
}

std::uintmax_t BytesIn(const std::filesystem::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code code;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, code)) {
    std::error_code gone;  // a file may go away while it is counted
    if (entry.is_regular_file(gone)) bytes += entry.file_size(gone);
  }
  return bytes;
}

// Merging tables and rebuilding views need as much again for a while.
Check Room(const Session& session) {
  std::error_code code;
  const auto space = std::filesystem::space(session.ledger_dir(), code);
  if (code) return {"room", false, "cannot be told: " + code.message()};
  constexpr std::uintmax_t kMiB = 1 << 20;
  const std::uintmax_t used = BytesIn(session.ledger_dir());
  const std::string says = std::to_string(space.available / kMiB) + " MiB free, the ledger has " +
                           std::to_string(used / kMiB) + " MiB";
  if (space.available < used + 64 * kMiB)
    return {"room", false,
            says + ": merging tables and rebuilding views need as much again; make room"};
  return {"room", true, says};
}

void Print(Console& console, const std::vector<Check>& checks) {
  if (console.json()) {
    console.PrintLine(JsonArray(checks, [](const Check& check) {
      return JsonObject()
          .Text("check", check.name)
          .Bool("good", check.good)
          .Text("says", check.says)
          .str();
    }));
    return;
  }
  for (const Check& check : checks) {
    std::string name = check.name;
    name.resize(12, ' ');
    console.PrintLine((check.good ? console.Green("good  ") : console.Red("mend  ")) + name + "  " +
                      check.says);
  }
}

Result<ExitCode> RebuildIndex(Session& session) {
  SINETTI_ASSIGN(const TreeSize covered, Ledger::RebuildIndexes(session.ledger_dir()));
  session.console.Say("the derived indexes were made anew, " + std::to_string(covered.value) +
                      " events in them and the rest in memory; next: sinetti verify");
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const DoctorArguments& arguments) {
  if (arguments.rebuild_index) return RebuildIndex(session);
  if (arguments.salvage) return Salvage(session);
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const std::vector<Check> checks = {
      {"ledger", true,
       ledger->info().origin + ", " + std::to_string(ledger->Read().size().value) +
           " events, extends its newest checkpoint"},
      Anchored(*ledger),
      KeyFolder(session),
      Closed(session),
      SigningKey(session, *ledger),
      KeysApart(session),
      ViewsCurrent(session, *ledger),
      Room(session),
  };
  Print(session.console, checks);
  const bool good = std::ranges::all_of(checks, &Check::good);
  if (good)
    session.console.Say("nothing to mend; what the ledger holds is judged by sinetti verify");
  return good ? kDone : kFoundWrong;
}

}  // namespace sinetti
