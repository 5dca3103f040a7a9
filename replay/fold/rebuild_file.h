// The file that a rebuild writes before anybody reads it.  It is written without waiting for the
// disk, which a killed process survives and a power failure does not; so its name carries the run
// of the machine that began it, and only the same run goes on with it (docs/decisions/0036).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ledger/base/result.h"
#include "replay/fold/fold.h"

namespace sinetti {

// What SQLite is told of such a file, and of one that is read and extended.
extern const char* const kRebuildSettings;
extern const char* const kViewsSettings;

// The database, its journals, its shared memory and its second lane.
void RemoveDatabase(const std::string& path);

// The name of the file that this run of the machine builds in `folder`.  Removes files that
// another run left half done: what the disk holds of them is not known.
std::string RebuildFile(const std::string& folder);

// Waits until the file and its name are on the disk.
Result<void> MakeDurable(const std::string& path);

// A views file while rows come in.  Views that write for most events have a database of their own
// beside it, so that two threads can write; Finish puts all tables into the one file and makes the
// indexes that waited.  Which tables and indexes wait stands in the file itself.
class ViewsDraft {
 public:
  // Whether the file at `path` is a draft of these views of this ledger that may still grow to
  // `until`.
  static bool CanGoOn(const std::string& path, const std::vector<const ViewDefinition*>& views,
                      const std::string& origin, TreeSize until);

  // Goes on with the file at `path` where there is one, else makes it.  `two_lanes` is of a new
  // file only.
  static Result<ViewsDraft> Open(const std::string& path,
                                 const std::vector<const ViewDefinition*>& views,
                                 const ViewsMeta& meta, bool two_lanes);

  // What Fold is given.
  std::vector<FoldLane> lanes() const;
  // Every event is in.  May be called again, then it does nothing.
  Result<void> Finish();

  Database& database() { return *database_; }
  // The finished file.
  std::unique_ptr<Database> Release() && { return std::move(database_); }

 private:
  Result<void> Create(const ViewsMeta& meta, bool two_lanes);
  Result<void> Merge();
  std::vector<const ViewDefinition*> ViewsOf(bool own_lane) const;

  std::string path_;
  std::vector<const ViewDefinition*> views_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Database> lane_;  // null: one lane, or merged
};

}  // namespace sinetti
