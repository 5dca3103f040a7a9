// sinetti import: files of drafts into the ledger.  A file is recorded whole or not at all: first
// every draft is checked and encoded, then it is committed, in one commit when it fits one.
#include <cstdio>

#include "cli/commands/actor_door.h"
#include "cli/commands/commands.h"
#include "cli/commands/draft_source.h"
#include "cli/commands/json_text.h"
#include "cli/commands/spool.h"
#include "cli/io/files.h"

namespace sinetti {
namespace {

// Of a file that does not fit one commit: so many that the sync of each costs them little.
constexpr std::size_t kCommitEvents = 8192;

struct ImportCount {
  std::uint64_t recorded = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t rejected = 0;

  std::uint64_t total() const { return recorded + duplicates + rejected; }

  void Add(const std::vector<Receipt>& receipts) {
    for (const Receipt& receipt : receipts) ++(receipt.duplicate ? duplicates : recorded);
  }
};

class Importer {
 public:
  Importer(Session& session, const ImportArguments& arguments, ActorDoor* door, Vault* vault)
      : session_(session), arguments_(arguments), door_(door), source_(session.registry, vault) {}

  Result<void> ImportFile(const std::string& file) {
    ImportRun run{.started = session_.clock.Now(), .source = file};
    const ImportCount before = count_;
    auto imported = arguments_.keep_going ? ImportWhatIsRight(file) : ImportAllOrNothing(file);
    if (arguments_.dry_run) return imported;
    run.ended = session_.clock.Now();
    run.accepted = count_.recorded - before.recorded;
    run.duplicates = count_.duplicates - before.duplicates;
    run.rejected = count_.rejected - before.rejected;
    if (!imported) run.reason = imported.error().message;
    session_.Remember(run);
    return imported;
  }

  const ImportCount& count() const { return count_; }

 private:
  Result<void> ImportAllOrNothing(const std::string& file) {
    Spool spool(session_.ledger_dir());
    SINETTI_TRY(source_.Read(file, arguments_.mapping,
                             [&](const DraftPlace& place, std::string_view,
                                 Result<EncodedDraft> encoded) -> Result<void> {
                               if (!encoded) {
                                 return std::move(encoded).error().Within(place.Name());
                               }
                               session_.console.Progress("checking", spool.size(), 0);
                               if (arguments_.dry_run) {
                                 ++count_.recorded;
                                 return {};
                               }
                               return spool.Add(std::move(encoded).value(), place.line);
                             }));
    if (arguments_.dry_run) return {};
    const std::size_t most = spool.fits_one_commit() ? spool.size() : kCommitEvents;
    std::uint64_t done = 0;
    while (done < spool.size()) {
      SINETTI_ASSIGN(SpooledDrafts taken, spool.Take(most));
      done += taken.drafts.size();
      std::optional<std::size_t> refused;
      auto receipts = door_->Append(std::move(taken.drafts), &refused);
      if (!receipts) {
        const DraftPlace place{NameOfInput(file), refused ? taken.lines[*refused] : 0};
        return ExplainStop(place, std::move(receipts).error());
      }
      count_.Add(*receipts);
      session_.console.Progress("recording", done, spool.size());
    }
    return {};
  }

  Error ExplainStop(const DraftPlace& place, Error error) const {
    if (count_.recorded != 0) {
      error.message +=
          "; " + std::to_string(count_.recorded) +
          " events before it are recorded: mend the file and import it again, they are "
          "recognised";
    }
    return std::move(error).Within(place.Name());
  }

  // Commits batch by batch; a batch with a conflict is tried event by event.
  Result<void> ImportWhatIsRight(const std::string& file) {
    struct Waiting {
      DraftPlace place;
      std::string json;
    };
    std::vector<Waiting> waiting;
    std::vector<EncodedDraft> drafts;
    std::string rejects;

    const auto reject = [&](const DraftPlace& place, std::string_view json, const Error& error) {
      ++count_.rejected;
      rejects += JsonObject()
                     .Text("file", place.file)
                     .Number("line", place.line)
                     .Text("reason", error.message)
                     .Text("draft", json)
                     .str() +
                 "\n";
    };
    const auto commit = [&]() -> Result<void> {
      if (drafts.empty()) return {};
      auto receipts = door_->Append(drafts);
      if (receipts) {
        count_.Add(*receipts);
      } else if (receipts.error().code != ErrorCode::kConflict) {
        return std::move(receipts).error();
      } else {
        for (std::size_t i = 0; i < drafts.size(); ++i) {
          auto one = door_->Append({drafts[i]});
          if (one) {
            count_.Add(*one);
          } else if (one.error().code == ErrorCode::kConflict) {
            reject(waiting[i].place, waiting[i].json, one.error());
          } else {
            return std::move(one).error();
          }
        }
      }
      drafts.clear();
      waiting.clear();
      session_.console.Progress("recording", count_.total(), 0);
      return {};
    };

    SINETTI_TRY(source_.Read(file, arguments_.mapping,
                             [&](const DraftPlace& place, std::string_view json,
                                 Result<EncodedDraft> encoded) -> Result<void> {
                               if (!encoded) {
                                 reject(place, json, encoded.error());
                                 return {};
                               }
                               if (arguments_.dry_run) {
                                 ++count_.recorded;
                                 return {};
                               }
                               waiting.push_back({place, std::string(json)});
                               drafts.push_back(std::move(encoded).value());
                               return drafts.size() < arguments_.batch ? Result<void>() : commit();
                             }));
    SINETTI_TRY(commit());
    if (rejects.empty()) return {};
    const std::string rejects_file = arguments_.rejects.empty()
                                         ? (file == "-" ? "stdin" : file) + ".rejects"
                                         : arguments_.rejects;
    SINETTI_TRY(WriteWhole(rejects_file, rejects));
    session_.console.Say(Counted(count_.rejected, "draft") + " refused; see " + rejects_file);
    return {};
  }

  Session& session_;
  const ImportArguments& arguments_;
  ActorDoor* door_;  // null: a dry run
  DraftSource source_;
  ImportCount count_;
};

void PrintCount(Session& session, const ImportCount& count, bool dry_run, TreeSize size) {
  Console& console = session.console;
  console.EndProgress();
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Number("recorded", count.recorded)
                          .Number("duplicates", count.duplicates)
                          .Number("rejected", count.rejected)
                          .Bool("dryRun", dry_run)
                          .Number("size", size.value)
                          .str());
    return;
  }
  std::string line =
      Counted(count.recorded, "event") + (dry_run ? " right; nothing was recorded" : " recorded");
  if (count.duplicates != 0)
    line += ", " + std::to_string(count.duplicates) + " were there already";
  if (count.rejected != 0) line += ", " + std::to_string(count.rejected) + " refused";
  console.PrintLine(line);
}

}  // namespace

Result<ExitCode> Run(Session& session, const ImportArguments& arguments) {
  if (arguments.dry_run) {
    Importer importer(session, arguments, nullptr, nullptr);
    for (const std::string& file : arguments.files) SINETTI_TRY(importer.ImportFile(file));
    PrintCount(session, importer.count(), true, TreeSize{});
    return importer.count().rejected == 0 ? kDone : kBadInput;
  }
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  if (!arguments.no_checkpoint) SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(Vault vault, session.OpenVault(*ledger));
  SINETTI_ASSIGN(ActorDoor door, ActorDoor::Open(session, *ledger, arguments.signing));
  Importer importer(session, arguments, &door, &vault);
  for (const std::string& file : arguments.files) SINETTI_TRY(importer.ImportFile(file));
  PrintCount(session, importer.count(), false, ledger->Read().size());
  if (!arguments.no_checkpoint) SINETTI_TRY(SignAndSay(session, *ledger));
  return importer.count().rejected == 0 ? kDone : kBadInput;
}

}  // namespace sinetti
