#include "cli/commands/views_at.h"

#include <csignal>

namespace sinetti {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void OnInterrupt(int) { interrupted = 1; }

}  // namespace

Result<Moment> ParseMomentArguments(const std::string& as_of, const std::string& known_at,
                                    const std::optional<std::uint64_t>& until) {
  Moment moment;
  if (!as_of.empty()) {
    auto day = ParseDate(as_of);
    if (!day) return std::move(day).error().Within("--as-of");
    moment.as_of = *day;
  }
  if (!known_at.empty()) {
    auto known = ParseMoment(known_at);
    if (!known) return std::move(known).error().Within("--known-at");
    moment.known_at = *known;
  }
  if (until) moment.until = TreeSize{*until};
  return moment;
}

Result<void> CheckUntil(const Moment& moment, TreeSize size) {
  if (!moment.until || *moment.until <= size) return {};
  return Error{ErrorCode::kInvalid, "--until " + std::to_string(moment.until->value) +
                                        ": the ledger has " + std::to_string(size.value) +
                                        " events"};
}

Result<FoldOptions> FoldOptionsFor(Session& session, const Ledger& ledger, TreeSize until) {
  FoldOptions options{.until = until};
  SINETTI_ASSIGN(options.anchor, NewestCheckpoint(session, ledger, until));
  Console& console = session.console;
  options.progress = [&console, until](TreeSize done) {
    console.Progress("replaying", done.value, until.value);
  };
  std::signal(SIGINT, OnInterrupt);
  options.should_stop = [] { return interrupted != 0; };
  return options;
}

Result<OpenViews> OpenViewsAt(Session& session, const Ledger& ledger, const Moment& moment) {
  const Reader reader = ledger.Read();
  const TreeSize until = moment.until.value_or(reader.size());
  SINETTI_TRY(CheckUntil(moment, reader.size()));
  const ViewsFile views = session.Views(ledger);
  SINETTI_ASSIGN(const FoldOptions options, FoldOptionsFor(session, ledger, until));
  OpenViews open;
  if (moment.current()) {
    auto caught_up = views.CatchUp(reader, session.registry, options);
    if (!caught_up) return std::move(caught_up).error();
    SINETTI_ASSIGN(open.current_, Database::Open(views.path(), Database::Mode::kReadOnly));
    SINETTI_ASSIGN(open.meta_, ReadMeta(*open.current_));
  } else {
    SINETTI_ASSIGN(open.snapshot_, views.SnapshotAt(reader, session.registry, options, moment.as_of,
                                                    moment.known_at));
    open.meta_ = open.snapshot_->outcome().meta;
  }
  session.console.EndProgress();
  return open;
}

}  // namespace sinetti
