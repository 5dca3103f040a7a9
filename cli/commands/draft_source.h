// From files to encoded drafts: reads, parses, seals and encodes, and puts file and line before
// every message.  Drafts go through the vault in groups, because keys of new persons cost a sync
// each time; groups of a large file are made ready on several threads.
#pragma once

#include <functional>
#include <string>

#include "cli/commands/draft_encoders.h"
#include "cli/commands/session.h"
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"

namespace sinetti {

struct DraftPlace {
  std::string file;
  std::uint64_t line = 0;  // 0: the file as a whole
  std::string Name() const { return line == 0 ? file : file + ":" + std::to_string(line); }
};

// What messages call an input file: "-" is standard input.
std::string NameOfInput(const std::string& file);

// What became of one draft, in the order of the file and on the thread that reads.  `json` is the
// text of the draft, for a file of rejects.
using EncodedSink = std::function<Result<void>(const DraftPlace& place, std::string_view json,
                                               Result<EncodedDraft> encoded)>;

class DraftSource {
 public:
  // `vault` may be null: then drafts are only checked (a dry run), and one that holds protected
  // values gives an EncodedDraft without record bytes.
  DraftSource(const TypeRegistry& registry, Vault* vault);

  // Every draft of the file; CSV when `mapping_file` is not empty.  Ends at the first error of the
  // sink.
  Result<void> Read(const std::string& file, const std::string& mapping_file,
                    const EncodedSink& sink);

  // A single draft.
  Result<EncodedDraft> Encode(std::string_view json);

 private:
  class Flow;
  Result<void> ReadTable(const std::string& file, const std::string& mapping_file,
                         const std::string& name, Flow& flow);

  const TypeRegistry& registry_;
  Vault* vault_;
  DraftParser parser_;
};

}  // namespace sinetti
