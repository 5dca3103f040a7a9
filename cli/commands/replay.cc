// sinetti replay: views brought up to date, rebuilt and compared, or folded to an earlier state.
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"
#include "ledger/base/nearest.h"
#include "ledger/base/quote.h"

namespace sinetti {
namespace {

std::string DigestsJson(const std::vector<ViewDigest>& digests) {
  return JsonArray(digests, [](const ViewDigest& one) {
    return JsonObject()
        .Text("view", one.name)
        .Number("version", static_cast<std::uint64_t>(one.version))
        .Text("digest", one.digest.hex())
        .str();
  });
}

void PrintDigests(Session& session, const std::vector<ViewDigest>& digests,
                  const std::string& only) {
  for (const ViewDigest& digest : digests) {
    if (!only.empty() && digest.name != only) continue;
    std::string name = digest.name;
    name.resize(std::max<std::size_t>(name.size(), 24), ' ');
    session.console.PrintLine(name + " " + digest.digest.hex());
  }
  if (only.empty()) {
    session.console.PrintLine("all views                " + TotalDigest(digests).hex());
  }
}

Result<std::vector<ViewDigest>> DigestsOf(Database& database, const ViewsFile& views) {
  return DigestViews(database, views.definitions());
}

void PrintOutcome(Session& session, const FoldOutcome& fold, const std::vector<ViewDigest>& digests,
                  const ReplayArguments& arguments, const std::string& verb) {
  Console& console = session.console;
  if (console.json()) {
    JsonObject object;
    object.Number("from", fold.from.value)
        .Number("to", fold.to.value)
        .Number("applied", fold.applied)
        .Number("withheld", fold.withheld)
        .Text("root", fold.meta.root.hex());
    if (!digests.empty()) {
      object.Text("digest", TotalDigest(digests).hex()).Raw("views", DigestsJson(digests));
    }
    console.PrintLine(object.str());
    return;
  }
  std::string line = "views " + verb + ": events " + std::to_string(fold.from.value) + " to " +
                     std::to_string(fold.to.value);
  if (fold.withheld != 0) {
    line += ", " + std::to_string(fold.withheld) + " not in force yet on that day";
  }
  console.PrintLine(line);
  if (!digests.empty()) PrintDigests(session, digests, arguments.view);
}

// What the operations log keeps of one replay, finished or failed.
class Remembered {
 public:
  Remembered(Session& session, std::string kind) : session_(session) {
    run_.started = session.clock.Now();
    run_.kind = std::move(kind);
  }

  Error Failed(Error error) {
    run_.error = error.message;
    Keep();
    return error;
  }
  void Done(const FoldOutcome& fold, const std::vector<ViewDigest>& digests, std::string equal) {
    run_.from = fold.from.value;
    run_.to = fold.to.value;
    run_.applied = fold.applied;
    if (!digests.empty()) run_.digest = TotalDigest(digests).hex();
    run_.equal = std::move(equal);
    Keep();
  }

 private:
  void Keep() {
    run_.ended = session_.clock.Now();
    session_.Remember(run_);
  }

  Session& session_;
  ReplayRun run_;
};

// Options that say nothing together are refused rather than passed over.
Result<void> CheckTogether(const ReplayArguments& arguments, const Moment& moment) {
  if (arguments.rebuild && (!moment.current() || !arguments.output.empty())) {
    return Error{ErrorCode::kInvalid,
                 "--rebuild makes the current views anew: leave --until, --known-at, --as-of and "
                 "--output out"};
  }
  if (arguments.accept_difference && !arguments.rebuild) {
    return Error{ErrorCode::kInvalid, "--accept-difference belongs to --rebuild"};
  }
  if (!arguments.output.empty() && moment.current()) {
    return Error{ErrorCode::kInvalid,
                 "--output keeps an earlier state: name it with --until, --known-at or --as-of"};
  }
  return {};
}

Result<void> CheckView(const ViewsFile& views, const std::string& name) {
  if (name.empty()) return {};
  std::vector<std::string_view> names;
  std::string list;
  for (const ViewDefinition* view : views.definitions()) {
    if (view->name == name) return {};
    names.push_back(view->name);
    list += " " + std::string(view->name);
  }
  return Error{ErrorCode::kNotFound, "there is no view " + Quoted(name) + DidYouMean(name, names) +
                                         "; these are:" + list};
}

Result<ExitCode> Rebuild(Session& session, const Ledger& ledger, const ReplayArguments& arguments) {
  const Reader reader = ledger.Read();
  const ViewsFile views = session.Views(ledger);
  SINETTI_ASSIGN(FoldOptions options, FoldOptionsFor(session, ledger, reader.size()));
  options.threaded = !arguments.single_thread;
  Remembered remembered(session, "rebuild");
  auto rebuilt = views.Rebuild(reader, session.registry, options, arguments.accept_difference);
  if (!rebuilt) return remembered.Failed(std::move(rebuilt).error());
  const RebuildOutcome& outcome = *rebuilt;
  session.console.EndProgress();
  remembered.Done(outcome.fold, outcome.digests,
                  !outcome.compared         ? ""
                  : outcome.differs.empty() ? "yes"
                                            : "no");
  if (outcome.fold.to < reader.size()) {
    session.console.Say("stopped at event " + std::to_string(outcome.fold.to.value) +
                        "; the same command goes on from there");
    return kEnvironmentFailed;
  }
  PrintOutcome(session, outcome.fold, outcome.digests, arguments, "rebuilt");
  if (!outcome.swapped) {
    for (const std::string& name : outcome.differs) {
      session.console.PrintLine(session.console.Red("differs from the old views: ") + name);
    }
    session.console.Say(
        "the old views stay in place: they were changed by another hand, or a view changed without "
        "a new version; next: sinetti verify, then sinetti replay --rebuild --accept-difference");
    return kFoundWrong;
  }
  if (outcome.compared)
    session.console.Say("digests equal to the old views'; the new file is in place");
  return kDone;
}

Result<ExitCode> FoldElsewhere(Session& session, const Ledger& ledger, const Moment& moment,
                               const ReplayArguments& arguments) {
  const ViewsFile views = session.Views(ledger);
  const Reader reader = ledger.Read();
  SINETTI_ASSIGN(FoldOptions options,
                 FoldOptionsFor(session, ledger, moment.until.value_or(reader.size())));
  options.threaded = !arguments.single_thread;
  SINETTI_ASSIGN(const auto snapshot, views.SnapshotAt(reader, session.registry, options,
                                                       moment.as_of, moment.known_at));
  std::vector<ViewDigest> digests;
  if (arguments.digest || !arguments.view.empty()) {
    SINETTI_ASSIGN(digests, DigestsOf(snapshot->database(), views));
  }
  PrintOutcome(session, snapshot->outcome(), digests, arguments, "folded");
  if (arguments.output.empty()) return kDone;
  SINETTI_ASSIGN(Statement copy, snapshot->database().Prepare("VACUUM INTO ?1"));
  SINETTI_TRY(copy.Run(arguments.output));
  session.console.Say("kept in " + arguments.output);
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const ReplayArguments& arguments) {
  SINETTI_ASSIGN(const Moment moment,
                 ParseMomentArguments(arguments.as_of, arguments.known_at, arguments.until));
  SINETTI_TRY(CheckTogether(arguments, moment));
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  const ViewsFile views = session.Views(*ledger);
  SINETTI_TRY(CheckUntil(moment, reader.size()));
  SINETTI_TRY(CheckView(views, arguments.view));
  if (arguments.rebuild) return Rebuild(session, *ledger, arguments);
  if (!moment.current()) return FoldElsewhere(session, *ledger, moment, arguments);

  SINETTI_ASSIGN(FoldOptions options, FoldOptionsFor(session, *ledger, reader.size()));
  options.threaded = !arguments.single_thread;
  Remembered remembered(session, "catch-up");
  auto caught_up = views.CatchUp(reader, session.registry, options);
  if (!caught_up) return remembered.Failed(std::move(caught_up).error());
  const FoldOutcome& outcome = *caught_up;
  session.console.EndProgress();
  std::vector<ViewDigest> digests;
  if (arguments.digest || !arguments.view.empty()) {
    SINETTI_ASSIGN(auto database, Database::Open(views.path(), Database::Mode::kReadOnly));
    SINETTI_ASSIGN(digests, DigestsOf(*database, views));
  }
  remembered.Done(outcome, digests, "");
  PrintOutcome(session, outcome, digests, arguments, "up to date");
  return kDone;
}

}  // namespace sinetti
