// The container: one text for each pack, so that no changed byte reads the same.
#include "ledger/evidence/pack.h"

#include "ledger/crypto/sha256.h"
#include "ledger/event/text_rules.h"
#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::size_t kPackBytesMax = std::size_t{640} << 20;

std::string_view HeaderOf(int version) { return version == 1 ? kPackHeader1 : kPackHeader; }

bool BeginsWith(std::string_view text, std::string_view header) {
  return text.starts_with(header) && text.substr(header.size()).starts_with('\n');
}

Error BadPack(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not an evidence pack: " + why};
}

void AppendSection(std::string_view name, std::string_view content, std::string& text) {
  text += "section ";
  text += name;
  text += ' ' + std::to_string(content.size()) + '\n';
  text += content;
}

bool IsContent(std::string_view content) {
  if (!content.empty() && content.back() != '\n') return false;
  for (const char c : content)
    if (c >= 0 && c < ' ' && c != '\n') return false;
  return IsUtf8(content);
}

Result<std::string> TakeText(std::string_view& text, std::string_view word) {
  SINETTI_ASSIGN(const std::string_view value, TakeValue(text, word));
  if (const std::string problem = LineProblem(value); !problem.empty())
    return BadPack(std::string(word) + ": " + problem);
  return std::string(value);
}

bool HasSection(std::string_view text, std::string_view name) {
  auto line = TakeLine(text);
  if (!line) return false;
  const auto value = ValueAfter(*line, "section");
  return value && ValueAfter(*value, name);
}

Result<std::string> TakeSection(std::string_view& text, std::string_view name) {
  SINETTI_ASSIGN(std::string_view value, TakeValue(text, "section"));
  const std::string_view found = TakeWord(value);
  if (found != name)
    return Error{ErrorCode::kUnsupported, "here stands the section " + Quoted(found) +
                                              " where this program knows " + Quoted(name) +
                                              ": the pack was changed, or is of a newer program"};
  SINETTI_ASSIGN(const std::uint64_t size, ParseDecimal(value));
  if (size > text.size())
    return BadPack("its section " + std::string(name) + " has " + std::to_string(size) +
                   " bytes, left are " + std::to_string(text.size()));
  std::string content(text.substr(0, size));
  if (!IsContent(content))
    return BadPack("its section " + std::string(name) + " does not hold whole lines of text");
  text.remove_prefix(size);
  return content;
}

}  // namespace

std::string FormatPackManifest(const EvidencePack& pack) {
  std::string text(HeaderOf(pack.version));
  text += "\nto " + pack.recipient + "\npurpose " + pack.purpose + "\nground " + pack.ground + '\n';
  AppendSection("summary.fi", pack.summary.fi, text);
  AppendSection("summary.sv", pack.summary.sv, text);
  AppendSection("summary.en", pack.summary.en, text);
  AppendSection("events", pack.events, text);
  AppendSection("schema", pack.schema, text);
  AppendSection("documents", pack.documents, text);
  AppendSection("answer", pack.answer, text);
  if (pack.version == 1) return text;
  AppendSection("timestamps", pack.timestamps, text);
  AppendSection("keys", pack.keys, text);
  return text;
}

Hash PackDigest(const EvidencePack& pack) {
  const std::string text = FormatPackManifest(pack);
  return HashOf({AsBytes(text)});
}

std::string FormatPack(const EvidencePack& pack) {
  std::string text = FormatPackManifest(pack);
  for (const std::string& proof : pack.recorded) AppendSection("recorded", proof, text);
  AppendSection("consistency", pack.consistency, text);
  return text;
}

bool IsPack(std::string_view text) {
  return BeginsWith(text, kPackHeader) || BeginsWith(text, kPackHeader1);
}

Result<EvidencePack> ParsePack(std::string_view text) {
  if (text.size() > kPackBytesMax)
    return BadPack("it has " + std::to_string(text.size()) + " bytes, at most " +
                   std::to_string(kPackBytesMax) + " are allowed");
  if (!IsPack(text)) return BadPack("its first line is not " + Quoted(kPackHeader));
  EvidencePack pack{.version = BeginsWith(text, kPackHeader1) ? 1 : 2};
  text.remove_prefix(HeaderOf(pack.version).size() + 1);
  SINETTI_ASSIGN(pack.recipient, TakeText(text, "to"));
  SINETTI_ASSIGN(pack.purpose, TakeText(text, "purpose"));
  SINETTI_ASSIGN(pack.ground, TakeText(text, "ground"));
  SINETTI_ASSIGN(pack.summary.fi, TakeSection(text, "summary.fi"));
  SINETTI_ASSIGN(pack.summary.sv, TakeSection(text, "summary.sv"));
  SINETTI_ASSIGN(pack.summary.en, TakeSection(text, "summary.en"));
  SINETTI_ASSIGN(pack.events, TakeSection(text, "events"));
  SINETTI_ASSIGN(pack.schema, TakeSection(text, "schema"));
  SINETTI_ASSIGN(pack.documents, TakeSection(text, "documents"));
  SINETTI_ASSIGN(pack.answer, TakeSection(text, "answer"));
  if (pack.version > 1) {
    SINETTI_ASSIGN(pack.timestamps, TakeSection(text, "timestamps"));
    SINETTI_ASSIGN(pack.keys, TakeSection(text, "keys"));
  }
  do {
    SINETTI_ASSIGN(std::string proof, TakeSection(text, "recorded"));
    pack.recorded.push_back(std::move(proof));
  } while (HasSection(text, "recorded"));
  SINETTI_ASSIGN(pack.consistency, TakeSection(text, "consistency"));
  if (!text.empty()) return BadPack("something follows its last section");
  return pack;
}

Result<PackOutline> OutlineOf(std::string_view text) {
  SINETTI_ASSIGN(const EvidencePack pack, ParsePack(text));
  PackOutline outline;
  if (const auto answer = ParseCompleteProof(pack.answer))
    outline.checkpoint = answer->to.checkpoint;
  if (pack.keys.empty()) return outline;
  auto keys = ParseKeyChain(pack.keys);
  if (!keys) return std::move(keys).error().Within("keys");
  if (!keys->proof.empty()) return BadPack("behind the keys of the ledger stands something else");
  outline.statements = std::move(keys->statements);
  return outline;
}

}  // namespace sinetti
