// Files as commands need them: whole, written at once or not at all, and drafts one by one with the
// line they stand on.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace sinetti {

// "-" is standard input.  kNotFound or kEnvironment, naming the file.
Result<std::string> ReadWhole(const std::string& path);

// The same without holding it: in blocks, in order.
Result<void> ReadBlocks(const std::string& path, const std::function<void(std::string_view)>& use);

// Writes beside, syncs, renames: the file is either the old one or the whole new one.  An empty
// path or "-": standard output.
Result<void> WriteWhole(const std::string& path, std::string_view text);

// A file that grows too large to hold, by the same promise as WriteWhole; an empty path or "-":
// standard output, as it comes.
class FileWriter {
 public:
  static Result<FileWriter> Open(const std::string& path);
  FileWriter(FileWriter&&) noexcept;
  ~FileWriter();  // without Finish, nothing is left

  // False: the reader of standard output went away, and nothing more need be written.
  Result<bool> Write(std::string_view text);
  Result<void> Finish();

 private:
  FileWriter(std::string path, std::FILE* file) : path_(std::move(path)), file_(file) {}

  std::string path_;  // empty: standard output
  std::FILE* file_;
};

// Reads `path` ("-": standard input) and hands each draft to `sink` with its line number, from 1: a
// line of NDJSON, or an element of a JSON array.  The view lives during the call.  Stops at the
// first error of the sink.  Memory: one block, or the whole file when it is an array.
using DraftSink = std::function<Result<void>(std::string_view json, std::uint64_t line)>;
Result<void> ReadDrafts(const std::string& path, const DraftSink& sink);

}  // namespace sinetti
