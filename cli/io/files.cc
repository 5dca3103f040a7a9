#include "cli/io/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace sinetti {
namespace {

constexpr std::size_t kBlockBytes = 1 << 20;
// A draft that is larger than this cannot fit an entry; reading on would only fill memory.
constexpr std::size_t kLineBytesMax = 16 << 20;

Error SystemError(const std::string& what) {
  const int code = errno;
  return Error{code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kEnvironment,
               what + ": " + std::strerror(code)};
}

Error BadLine(const std::string& path, std::uint64_t line, const std::string& what) {
  return Error{ErrorCode::kInvalid,
               (path == "-" ? "standard input" : path) + ":" + std::to_string(line) + ": " + what};
}

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, Closer>;

Result<File> OpenForReading(const std::string& path) {
  if (path == "-") return File(stdin);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return SystemError(path);
  struct stat about {};
  if (fstat(fileno(file), &about) == 0 && S_ISDIR(about.st_mode)) {
    std::fclose(file);
    return Error{ErrorCode::kInvalid, path + ": this is a folder; name a file"};
  }
  return File(file);
}

// The next block appended to `buffer`; false at the end.
Result<bool> ReadBlock(std::FILE* file, const std::string& path, std::string& buffer) {
  const std::size_t before = buffer.size();
  buffer.resize(before + kBlockBytes);
  const std::size_t got = std::fread(buffer.data() + before, 1, kBlockBytes, file);
  buffer.resize(before + got);
  if (got == 0 && std::ferror(file)) return SystemError(path);
  return got != 0;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Cuts a JSON array into its elements by brackets and strings alone; whether an element is JSON is
// for the draft parser to say.
Result<void> ReadArray(std::string_view text, const std::string& path, const DraftSink& sink) {
  std::uint64_t line = 1;
  std::uint64_t element_line = 1;
  std::size_t start = std::string_view::npos;
  int depth = 0;
  bool in_string = false;
  bool ended = false;
  bool after_comma = false;
  const auto hand_over = [&](std::size_t end) -> Result<void> {
    std::string_view element = text.substr(start, end - start);
    while (!element.empty() && std::strchr(" \t\r\n", element.back())) element.remove_suffix(1);
    start = std::string_view::npos;
    return sink(element, element_line);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    if (ended) {
      return BadLine(path, line,
                     "text after the end of the JSON array; one array in a file, or one event on a "
                     "line");
    }
    if (depth == 1 && (c == ',' || c == ']')) {
      if (start == std::string_view::npos && (c == ',' || after_comma)) {
        return BadLine(path, line, "an element of the JSON array is missing");
      }
      if (start != std::string_view::npos) SINETTI_TRY(hand_over(i));
      after_comma = c == ',';
      if (c == ']') {
        depth = 0;
        ended = true;
      }
      continue;
    }
    if (depth == 1 && start == std::string_view::npos) {
      start = i;
      element_line = line;
    }
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
  }
  if (!ended) {
    return BadLine(path, line, "the JSON array does not end: is the file cut?");
  }
  return {};
}

}  // namespace

Result<std::string> ReadWhole(const std::string& path) {
  SINETTI_ASSIGN(File file, OpenForReading(path));
  std::string text;
  while (true) {
    SINETTI_ASSIGN(const bool more, ReadBlock(file.get(), path, text));
    if (!more) return text;
  }
}

Result<void> ReadBlocks(const std::string& path, const std::function<void(std::string_view)>& use) {
  SINETTI_ASSIGN(File file, OpenForReading(path));
  std::string block;
  while (true) {
    block.clear();
    SINETTI_ASSIGN(const bool more, ReadBlock(file.get(), path, block));
    if (!more) return {};
    use(block);
  }
}

Result<FileWriter> FileWriter::Open(const std::string& path) {
  if (path.empty() || path == "-") return FileWriter("", stdout);
  std::FILE* file = std::fopen((path + ".part").c_str(), "wb");
  if (file == nullptr) return SystemError(path);
  return FileWriter(path, file);
}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, nullptr)) {}

FileWriter::~FileWriter() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  std::remove((path_ + ".part").c_str());
}

Result<bool> FileWriter::Write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) == text.size()) return true;
  if (file_ == stdout && errno == EPIPE) return false;
  return SystemError(file_ == stdout ? "standard output" : path_);
}

Result<void> FileWriter::Finish() {
  if (file_ == stdout) return {};  // flushed at the end of the program
  if (std::fflush(file_) != 0 || fsync(fileno(file_)) != 0) return SystemError(path_);
  std::FILE* file = std::exchange(file_, nullptr);
  const bool closed = std::fclose(file) == 0;
  if (closed && std::rename((path_ + ".part").c_str(), path_.c_str()) == 0) return {};
  const Error failure = SystemError(path_);
  std::remove((path_ + ".part").c_str());
  return failure;
}

Result<void> WriteWhole(const std::string& path, std::string_view text) {
  SINETTI_ASSIGN(FileWriter writer, FileWriter::Open(path));
  SINETTI_TRY(writer.Write(text));
  return writer.Finish();
}

Result<void> ReadDrafts(const std::string& path, const DraftSink& sink) {
  SINETTI_ASSIGN(File file, OpenForReading(path));
  std::string buffer;
  std::uint64_t line = 0;
  std::size_t start = 0;
  bool first = true;
  while (true) {
    SINETTI_ASSIGN(const bool more, ReadBlock(file.get(), path, buffer));
    if (first) {
      first = false;
      if (std::string_view(buffer).starts_with("\xEF\xBB\xBF")) start = 3;
      const std::size_t content = buffer.find_first_not_of(" \t\r\n", start);
      if (content != std::string::npos && buffer[content] == '[') {
        while (true) {
          SINETTI_ASSIGN(const bool rest, ReadBlock(file.get(), path, buffer));
          if (!rest) break;
        }
        return ReadArray(std::string_view(buffer).substr(start), path, sink);
      }
    }
    while (true) {
      const std::size_t end = buffer.find('\n', start);
      if (end == std::string::npos && (more || start == buffer.size())) break;
      const std::size_t stop = end == std::string::npos ? buffer.size() : end;
      ++line;
      std::string_view text = std::string_view(buffer).substr(start, stop - start);
      if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
      start = end == std::string::npos ? buffer.size() : end + 1;
      if (!IsBlank(text)) SINETTI_TRY(sink(text, line));
    }
    if (!more) return {};
    buffer.erase(0, start);
    start = 0;
    if (buffer.size() > kLineBytesMax) {
      return BadLine(
          path, line + 1,
          "longer than " + std::to_string(kLineBytesMax) + " bytes; an event is at most 65535");
    }
  }
}

}  // namespace sinetti
