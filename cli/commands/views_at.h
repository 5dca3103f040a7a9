// Which state of the views a command asks for, and opening it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/commands/session.h"

namespace sinetti {

// What was asked: nothing means the current views, brought up to date first.
struct Moment {
  std::optional<TreeSize> until;
  std::optional<Date> as_of;
  std::optional<Timestamp> known_at;

  bool current() const { return !until && !as_of && !known_at; }
};

Result<Moment> ParseMomentArguments(const std::string& as_of, const std::string& known_at,
                                    const std::optional<std::uint64_t>& until);

// kInvalid when --until names more events than there are.
Result<void> CheckUntil(const Moment& moment, TreeSize size);

// An open views database: the current one read-only, or a snapshot that goes with the handle.
class OpenViews {
 public:
  Database& database() { return snapshot_ ? snapshot_->database() : *current_; }
  const ViewsMeta& meta() const { return meta_; }

 private:
  friend Result<OpenViews> OpenViewsAt(Session&, const Ledger&, const Moment&);
  std::unique_ptr<Database> current_;
  std::unique_ptr<ViewsFile::Snapshot> snapshot_;
  ViewsMeta meta_;
};

Result<OpenViews> OpenViewsAt(Session& session, const Ledger& ledger, const Moment& moment);

// The newest signed checkpoint at or before `size`, opened with the ledger's own key.
Result<std::optional<Checkpoint>> NewestCheckpoint(const Session& session, const Ledger& ledger,
                                                   TreeSize size);

// Fold options with progress, an anchor and Ctrl-C.
Result<FoldOptions> FoldOptionsFor(Session& session, const Ledger& ledger, TreeSize until);

}  // namespace sinetti
