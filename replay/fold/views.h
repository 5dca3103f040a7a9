// The views of a ledger as files: DIR/views.sqlite names the current one (a symbolic link into
// DIR/views/), catch-up extends it in place, and a rebuild writes a new file and moves the name
// over in one rename.  Readers never stop: whoever has the old file open keeps reading it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "replay/fold/digest.h"
#include "replay/fold/fold.h"

namespace sinetti {

class ViewsDraft;

struct RebuildOutcome {
  FoldOutcome fold;
  std::vector<ViewDigest> digests;  // of the new file
  bool compared = false;            // the old file stood at the same position in the same versions
  std::vector<std::string>
      differs;           // views whose digest differs from the old file's: must be empty
  bool swapped = false;  // false: the old file stays (views differ), the new one is kept beside
};

// Fills tables that follow from all others together (the findings of the controls).  Pure; run
// after every fold, in one transaction with the position it belongs to.
using DeriveTables = std::function<Result<void>(Database&)>;

class ViewsFile {
 public:
  // `ledger_dir` is the folder of the ledger named `origin`.  `views` in the order in which they
  // are folded and digested.  `derive` may be empty.
  ViewsFile(std::string ledger_dir, std::string origin, std::vector<const ViewDefinition*> views,
            DeriveTables derive = {});

  // The name to open for reading, also with any other SQL tool.
  std::string path() const;
  bool exists() const;

  // Where the current file stands; kNotFound with the next step when there is none.
  Result<ViewsMeta> Meta() const;

  // Extends the current file (made when missing) up to options.until.  kUnsupported when views
  // changed version since it was made: rebuild.
  Result<FoldOutcome> CatchUp(const Reader& reader, const TypeRegistry& registry,
                              const FoldOptions& options) const;

  // Builds a new file from the first event up to options.until, going on from one that an earlier,
  // killed rebuild left; compares digests with the current file where that is possible, and swaps.
  // Files that differ are a finding: nothing is swapped unless `accept_difference`.
  Result<RebuildOutcome> Rebuild(const Reader& reader, const TypeRegistry& registry,
                                 const FoldOptions& options, bool accept_difference) const;

  // Folds into a file of its own as the views stood as of a day and as known at a moment.  The file
  // is deleted with the handle.
  class Snapshot {
   public:
    ~Snapshot();
    Snapshot(std::string path, std::unique_ptr<Database> database, FoldOutcome outcome);
    Database& database() { return *database_; }
    const FoldOutcome& outcome() const { return outcome_; }
    const std::string& path() const { return path_; }

   private:
    std::string path_;
    std::unique_ptr<Database> database_;
    FoldOutcome outcome_;
  };
  Result<std::unique_ptr<Snapshot>> SnapshotAt(const Reader& reader, const TypeRegistry& registry,
                                               const FoldOptions& options,
                                               std::optional<Date> as_of,
                                               std::optional<Timestamp> known_at) const;

  const std::vector<const ViewDefinition*>& definitions() const { return views_; }

 private:
  // Folds to the end, puts the parts together and derives.
  Result<FoldOutcome> Build(ViewsDraft& draft, const Reader& reader, const TypeRegistry& registry,
                            const FoldOptions& options) const;
  // Fills the derived tables where they are behind.
  Result<void> Derive(Database& database, FoldOutcome& outcome) const;
  std::string Folder() const;
  std::string NewFile() const;
  std::string ledger_dir_;
  std::string origin_;
  std::vector<const ViewDefinition*> views_;
  DeriveTables derive_;
};

}  // namespace sinetti
