// The grammar: one text for each disclosure, so that no changed byte reads the same.
#include "ledger/evidence/disclosure.h"

#include "ledger/crypto/sha256.h"
#include "ledger/event/text_rules.h"
#include "ledger/log/note.h"
#include "ledger/log/text_lines.h"

namespace sinetti {
namespace {

constexpr std::string_view kHeader = "sinetti.fi/disclosure@v1";
constexpr std::size_t kDisclosureBytesMax = std::size_t{64} << 20;

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

Result<std::string> TakeText(std::string_view& text, std::string_view word) {
  SINETTI_ASSIGN(const std::string_view value, TakeValue(text, word));
  if (const std::string problem = LineProblem(value); !problem.empty())
    return BadDisclosure(std::string(word) + ": " + problem);
  return std::string(value);
}

Result<DisclosedField> ParseField(std::string_view line) {
  std::string_view rest = line;
  const std::string_view kind = TakeWord(rest);
  DisclosedField field{.path = std::string(TakeWord(rest))};
  if ((kind != "withheld" && kind != "opened") || field.path.empty() || rest.empty())
    return BadDisclosure("expected a line 'opened ...' or 'withheld ...', here is " + Quoted(line));
  if (kind == "withheld") {
    if (const std::string problem = LineProblem(rest); !problem.empty())
      return BadDisclosure("ground of what is withheld: " + problem);
    field.ground = rest;
    return field;
  }
  SINETTI_ASSIGN(const Bytes bytes, Base64Decode(rest));
  OpenedValue opened;
  if (bytes.size() <= opened.salt.size())
    return BadDisclosure("an opened value has a salt of 16 bytes and a text, here are " +
                         std::to_string(bytes.size()) + " bytes");
  const auto value = bytes.begin() + static_cast<std::ptrdiff_t>(opened.salt.size());
  std::copy(bytes.begin(), value, opened.salt.begin());
  opened.value.assign(value, bytes.end());
  field.opened = std::move(opened);
  return field;
}

Result<std::vector<DisclosedEvent>> TakeEvents(std::string_view& text) {
  std::vector<DisclosedEvent> events;
  while (true) {
    SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
    if (line.empty()) break;
    const auto number = ValueAfter(line, "event");
    if (!number) {
      if (events.empty()) return BadDisclosure("a field before the first event");
      SINETTI_ASSIGN(DisclosedField field, ParseField(line));
      events.back().fields.push_back(std::move(field));
      continue;
    }
    SINETTI_ASSIGN(const std::uint64_t sequence, ParseDecimal(*number));
    if (!events.empty() && sequence <= events.back().sequence.value)
      return BadDisclosure("event " + std::to_string(sequence) + " is not in ascending order");
    events.push_back({Sequence{sequence}, {}});
  }
  if (events.empty()) return BadDisclosure("it discloses no event");
  return events;
}

Result<ProvedEntry> TakeEntry(std::string_view& text) {
  ProvedEntry proved;
  SINETTI_ASSIGN(std::string_view value, TakeValue(text, "entry"));
  SINETTI_ASSIGN(proved.sequence.value, ParseDecimal(TakeWord(value)));
  SINETTI_ASSIGN(proved.entry, ParseEntryBytes(value));
  SINETTI_ASSIGN(proved.hashes, TakeHashes(text));
  return proved;
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
