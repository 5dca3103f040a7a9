// The grammar: one text for each disclosure, so that no changed byte reads the same.
#include "ledger/evidence/disclosure.h"

#include "ledger/crypto/sha256.h"
#include "ledger/event/record.h"
#include "ledger/event/text_rules.h"
#include "ledger/log/note.h"
#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::string_view kHeader = "sinetti.fi/disclosure@v1";
constexpr std::size_t kDisclosureBytesMax = std::size_t{64} << 20;
constexpr std::size_t kProofHashesMax = 128;
constexpr std::size_t kPreviousBytes = 32;

Error BadDisclosure(const std::string& why) {
  return Error{ErrorCode::kInvalid, "not a disclosure: " + why};
}

void AppendField(const DisclosedField& field, std::string& text) {
  if (!field.opened) {
    text += "withheld " + field.path + ' ' + field.ground + '\n';
    return;
  }
  Bytes salt_and_value(field.opened->salt.begin(), field.opened->salt.end());
  salt_and_value.insert(salt_and_value.end(), field.opened->value.begin(),
                        field.opened->value.end());
  text += "opened " + field.path + ' ' + Base64Encode(salt_and_value) + '\n';
}

// --- Reading

// What follows `word` and a space in a line.
Result<std::string_view> Field(std::string_view line, std::string_view word) {
  if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ')
    return BadDisclosure("expected a line '" + std::string(word) + " …', here is " + Quoted(line));
  return line.substr(word.size() + 1);
}

Result<std::string> TakeText(std::string_view& text, std::string_view word) {
  SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
  SINETTI_ASSIGN(const std::string_view value, Field(line, word));
  if (const std::string problem = LineProblem(value); !problem.empty())
    return BadDisclosure(std::string(word) + ": " + problem);
  return std::string(value);
}

struct TwoWords {
  std::string_view first;
  std::string_view rest;
};

Result<TwoWords> Split(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == text.npos || space == 0 || space + 1 == text.size())
    return BadDisclosure("expected two things with a space between, here is " + Quoted(text));
  return TwoWords{text.substr(0, space), text.substr(space + 1)};
}

Result<DisclosedField> ParseField(std::string_view line) {
  DisclosedField field;
  if (line.starts_with("withheld ")) {
    SINETTI_ASSIGN(const std::string_view rest, Field(line, "withheld"));
    SINETTI_ASSIGN(const TwoWords words, Split(rest));
    if (const std::string problem = LineProblem(words.rest); !problem.empty())
      return BadDisclosure("ground of what is withheld: " + problem);
    field.path = words.first;
    field.ground = words.rest;
    return field;
  }
  SINETTI_ASSIGN(const std::string_view rest, Field(line, "opened"));
  SINETTI_ASSIGN(const TwoWords words, Split(rest));
  SINETTI_ASSIGN(const Bytes bytes, Base64Decode(words.rest));
  OpenedValue opened;
  if (bytes.size() <= opened.salt.size())
    return BadDisclosure("an opened value has a salt of 16 bytes and a text, here are " +
                         std::to_string(bytes.size()) + " bytes");
  const auto value = bytes.begin() + static_cast<std::ptrdiff_t>(opened.salt.size());
  std::copy(bytes.begin(), value, opened.salt.begin());
  opened.value.assign(value, bytes.end());
  field.path = words.first;
  field.opened = std::move(opened);
  return field;
}

Result<std::vector<DisclosedEvent>> TakeEvents(std::string_view& text) {
  std::vector<DisclosedEvent> events;
  while (true) {
    SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
    if (line.empty()) break;
    if (!line.starts_with("event ")) {
      if (events.empty()) return BadDisclosure("a field before the first event");
      SINETTI_ASSIGN(DisclosedField field, ParseField(line));
      events.back().fields.push_back(std::move(field));
      continue;
    }
    SINETTI_ASSIGN(const std::string_view number, Field(line, "event"));
    SINETTI_ASSIGN(const std::uint64_t sequence, ParseDecimal(number));
    if (!events.empty() && sequence <= events.back().sequence.value)
      return BadDisclosure("event " + std::to_string(sequence) + " is not in ascending order");
    events.push_back({Sequence{sequence}, {}});
  }
  if (events.empty()) return BadDisclosure("it discloses no event");
  return events;
}

Result<ProvedEntry> TakeEntry(std::string_view& text) {
  ProvedEntry proved;
  SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
  SINETTI_ASSIGN(const std::string_view rest, Field(line, "entry"));
  SINETTI_ASSIGN(const TwoWords words, Split(rest));
  SINETTI_ASSIGN(proved.sequence.value, ParseDecimal(words.first));
  SINETTI_ASSIGN(proved.entry, Base64Decode(words.rest));
  if (proved.entry.size() <= kPreviousBytes || proved.entry.size() > kEntryBytesMax)
    return BadDisclosure("an entry has 33 to 65535 bytes, here are " +
                         std::to_string(proved.entry.size()));
  while (true) {
    SINETTI_ASSIGN(const std::string_view hash_line, TakeLine(text));
    if (hash_line.empty()) return proved;
    if (proved.hashes.size() == kProofHashesMax)
      return BadDisclosure("more hashes than any tree needs");
    SINETTI_ASSIGN(const Hash hash, ParseBase64Hash(hash_line));
    proved.hashes.push_back(hash);
  }
}

}  // namespace

std::string FormatManifest(const DisclosureManifest& manifest) {
  std::string text(kHeader);
  text += "\nto " + manifest.recipient + "\npurpose " + manifest.purpose + "\nground " +
          manifest.ground + '\n';
  for (const DisclosedEvent& event : manifest.events) {
    text += "event " + std::to_string(event.sequence.value) + '\n';
    for (const DisclosedField& field : event.fields) AppendField(field, text);
  }
  return text;
}

Hash ManifestDigest(const DisclosureManifest& manifest) {
  const std::string text = FormatManifest(manifest);
  return HashOf({AsBytes(text)});
}

std::string FormatDisclosure(const Disclosure& disclosure) {
  std::string text = FormatManifest(disclosure.manifest) + '\n';
  for (const ProvedEntry& proved : disclosure.entries) {
    text +=
        "entry " + std::to_string(proved.sequence.value) + ' ' + Base64Encode(proved.entry) + '\n';
    for (const Hash& hash : proved.hashes) text += Base64Encode(hash.view()) + '\n';
    text += '\n';
  }
  return text + disclosure.checkpoint;
}

bool IsDisclosure(std::string_view text) {
  return text.starts_with(kHeader) && text.substr(kHeader.size()).starts_with('\n');
}

Result<Disclosure> ParseDisclosure(std::string_view text) {
  if (text.size() > kDisclosureBytesMax)
    return BadDisclosure("it has " + std::to_string(text.size()) + " bytes, at most " +
                         std::to_string(kDisclosureBytesMax) + " are allowed");
  if (!IsDisclosure(text)) return BadDisclosure("its first line is not " + Quoted(kHeader));
  text.remove_prefix(kHeader.size() + 1);
  Disclosure disclosure;
  SINETTI_ASSIGN(disclosure.manifest.recipient, TakeText(text, "to"));
  SINETTI_ASSIGN(disclosure.manifest.purpose, TakeText(text, "purpose"));
  SINETTI_ASSIGN(disclosure.manifest.ground, TakeText(text, "ground"));
  SINETTI_ASSIGN(disclosure.manifest.events, TakeEvents(text));
  while (text.starts_with("entry ")) {
    SINETTI_ASSIGN(ProvedEntry proved, TakeEntry(text));
    if (!disclosure.entries.empty() && proved.sequence <= disclosure.entries.back().sequence)
      return BadDisclosure("entry " + std::to_string(proved.sequence.value) +
                           " is not in ascending order");
    disclosure.entries.push_back(std::move(proved));
  }
  disclosure.checkpoint = text;
  SINETTI_ASSIGN(const Note note, ParseNote(disclosure.checkpoint));
  SINETTI_TRY(ParseCheckpoint(note.text));
  return disclosure;
}

}  // namespace sinetti
