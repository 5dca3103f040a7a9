// See timestamp_record.h.
#include "ledger/log/timestamp_record.h"

#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::string_view kFirstLine = "sinetti.fi/timestamps@v1";

bool TakePrefix(std::string_view& line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return false;
  line.remove_prefix(prefix.size());
  return true;
}

class RecordReader {
 public:
  explicit RecordReader(TreeSize size) { record_.size = size; }

  Result<void> Line(std::string_view line) {
    if (TakePrefix(line, "chain ")) return Chain(line);
    if (record_.chains.empty()) return Unexpected(line);
    TimestampChain& chain = record_.chains.back();
    if (TakePrefix(line, "entries ") && record_.chains.size() > 1 && chain.tokens.empty() &&
        chain.entries_root.empty()) {
      SINETTI_ASSIGN(chain.entries_root, Base64Decode(line));
      if (chain.entries_root.size() == DigestSize(chain.algorithm)) return {};
      return Error{ErrorCode::kInvalid, "the root of the entries has the length of another hash"};
    }
    if (!TakePrefix(line, "stamp ") || (record_.chains.size() > 1 && chain.entries_root.empty()))
      return Unexpected(line);
    if (++stamps_ > kTimestampsMax)
      return Error{ErrorCode::kInvalid, "more than " + std::to_string(kTimestampsMax) + " stamps"};
    SINETTI_ASSIGN(Bytes token, Base64Decode(line));
    if (token.empty()) return Error{ErrorCode::kInvalid, "a stamp without bytes"};
    chain.tokens.push_back(std::move(token));
    return {};
  }

  Result<TimestampRecord> Take() && {
    if (record_.chains.empty() || record_.chains.back().tokens.empty())
      return Error{ErrorCode::kInvalid, "it ends before a stamp"};
    return std::move(record_);
  }

 private:
  Result<void> Chain(std::string_view name) {
    if (!record_.chains.empty() && record_.chains.back().tokens.empty())
      return Error{ErrorCode::kInvalid, "a chain without stamps"};
    SINETTI_ASSIGN(const DigestAlgorithm algorithm, ParseDigestName(name));
    record_.chains.push_back({algorithm, {}, {}});
    return {};
  }
  static Result<void> Unexpected(std::string_view line) {
    return Error{ErrorCode::kInvalid, "the line " + Quoted(line) + " does not belong there"};
  }

  TimestampRecord record_;
  std::size_t stamps_ = 0;
};

}  // namespace

std::string FormatTimestampRecord(const TimestampRecord& record) {
  std::string text(kFirstLine);
  text += "\nsize " + std::to_string(record.size.value) + "\n";
  for (const TimestampChain& chain : record.chains) {
    text += std::string("chain ") + DigestName(chain.algorithm) + "\n";
    if (!chain.entries_root.empty()) text += "entries " + Base64Encode(chain.entries_root) + "\n";
    for (const Bytes& token : chain.tokens) text += "stamp " + Base64Encode(token) + "\n";
  }
  return text;
}

Result<TimestampRecord> ParseTimestampRecord(std::string_view text) {
  if (text.size() > kTimestampRecordBytesMax)
    return Error{ErrorCode::kInvalid, "time-stamps: " + std::to_string(text.size()) +
                                          " bytes, the limit is " +
                                          std::to_string(kTimestampRecordBytesMax)};
  auto first = TakeLine(text);
  if (!first || *first != kFirstLine)
    return Error{ErrorCode::kUnsupported,
                 "time-stamps: the first line is not '" + std::string(kFirstLine) +
                     "': no record of time-stamps, or one of a newer program"};
  auto size_line = TakeLine(text);
  auto size = size_line && TakePrefix(*size_line, "size ") ? ParseDecimal(*size_line)
                                                           : Result<std::uint64_t>(Error{});
  if (!size) return Error{ErrorCode::kInvalid, "time-stamps, line 2: a line 'size N' is missing"};
  RecordReader reader(TreeSize{*size});
  for (int number = 3; !text.empty(); ++number) {
    auto line = TakeLine(text);
    auto taken = line ? reader.Line(*line) : Result<void>(std::move(line).error());
    if (!taken)
      return std::move(taken).error().Within("time-stamps, line " + std::to_string(number));
  }
  auto record = std::move(reader).Take();
  if (!record) return std::move(record).error().Within("time-stamps");
  return record;
}

}  // namespace sinetti
