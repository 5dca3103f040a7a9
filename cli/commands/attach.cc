// sinetti attach and evidence find: documents outside the ledger, bound to it by their digest.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"
#include "cli/io/files.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/digest_fields.h"
#include "replay/search/document_index.h"

namespace sinetti {
namespace {

struct DocumentFacts {
  Hash digest;
  std::uint64_t bytes = 0;
};

Result<DocumentFacts> ReadDocument(const std::string& file) {
  DocumentFacts facts;
  Sha256 sha256;
  SINETTI_TRY(ReadBlocks(file, [&](std::string_view block) {
    sha256.Update(AsBytes(block));
    facts.bytes += block.size();
  }));
  facts.digest = sha256.Finish();
  return facts;
}

std::string MediaTypeOf(const std::string& file) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kTypes{{
      {"csv", "text/csv"},
      {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"eml", "message/rfc822"},
      {"htm", "text/html"},
      {"html", "text/html"},
      {"jpeg", "image/jpeg"},
      {"jpg", "image/jpeg"},
      {"json", "application/json"},
      {"odt", "application/vnd.oasis.opendocument.text"},
      {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
      {"pdf", "application/pdf"},
      {"png", "image/png"},
      {"tif", "image/tiff"},
      {"tiff", "image/tiff"},
      {"txt", "text/plain"},
      {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"xml", "application/xml"},
      {"zip", "application/zip"},
  }};
  const std::size_t dot = file.rfind('.');
  std::string ending = dot == std::string::npos ? "" : file.substr(dot + 1);
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& [name, type] : kTypes)
    if (name == ending) return std::string(type);
  return "application/octet-stream";
}

std::string DocumentJson(const AttachArguments& arguments, const std::string& file,
                         const DocumentFacts& facts) {
  JsonObject document;
  if (!arguments.title.empty()) document.Text("title", arguments.title);
  return document.Text("sha256", facts.digest.hex())
      .Number("sizeBytes", facts.bytes)
      .Text("mediaType", arguments.media_type.empty() ? MediaTypeOf(file) : arguments.media_type)
      .str();
}

// Where one document was recorded.
struct Place {
  std::string json;
  std::string line;
};

std::string PlaceJson(const Event& event, const DigestField& field) {
  return JsonObject()
      .Number("sequence", event.sequence().value)
      .Text("type", event.type())
      .Text("stream", event.stream())
      .Text("id", event.id())
      .Text("recordedAt", FormatTimestamp(event.recorded_at()))
      .Text("field", field.path)
      .str();
}

// Documents that are looked for, and where each was recorded.
class Sought {
 public:
  explicit Sought(std::vector<std::string> digests)
      : digests_(std::move(digests)), places_(digests_.size()) {}

  const std::vector<std::string>& digests() const { return digests_; }
  const std::vector<Place>& places(std::size_t document) const { return places_[document]; }

  void LookAt(const Event& event, Language language) {
    for (const DigestField& field : DigestFields(event))
      for (std::size_t i = 0; i < digests_.size(); ++i)
        if (digests_[i] == field.digest)
          places_[i].push_back(
              {PlaceJson(event, field), EventLine(event, language) + "  " + field.path});
  }

 private:
  std::vector<std::string> digests_;
  std::vector<std::vector<Place>> places_;
};

Result<void> LookAtEvery(Session& session, const Reader& reader, Sought& sought) {
  auto looked = ScanEvents(reader, session.registry, [&](const Event& event) -> Result<bool> {
    session.console.Progress("looking", event.sequence().value, reader.size().value);
    sought.LookAt(event, session.console.language());
    return true;
  });
  session.console.EndProgress();
  return looked;
}

// The index names events; what they say is read from the ledger.
Result<void> LookUp(Session& session, const Ledger& ledger, const Reader& reader,
                    DocumentIndex& index, Sought& sought) {
  SINETTI_ASSIGN(FoldOptions options, FoldOptionsFor(session, ledger, reader.size()));
  options.progress = [&](TreeSize done) {
    session.console.Progress("indexing documents", done.value, reader.size().value);
  };
  const auto folded = index.CatchUp(reader, session.registry, options);
  session.console.EndProgress();
  SINETTI_TRY(folded);
  if (folded->to < reader.size())
    return Error{ErrorCode::kEnvironment, "stopped after " + Counted(folded->to.value, "event") +
                                              "; next: the same again goes on from there"};
  std::set<Sequence> sequences;
  for (const std::string& digest : sought.digests()) {
    SINETTI_ASSIGN(const std::vector<Sequence> found, index.EventsWith(digest));
    sequences.insert(found.begin(), found.end());
  }
  for (const Sequence sequence : sequences) {
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, session.registry, sequence));
    sought.LookAt(event, session.console.language());
  }
  return {};
}

Result<void> Look(Session& session, const Ledger& ledger, bool scan, Sought& sought) {
  const Reader reader = ledger.Read();
  if (scan) return LookAtEvery(session, reader, sought);
  auto index =
      DocumentIndex::Open(session.ledger_dir(), ledger.info().origin, reader.size(), false);
  if (index) return LookUp(session, ledger, reader, *index, sought);
  session.console.Say("no index of documents can be kept here (" + index.error().message +
                      "): looking at every event");
  return LookAtEvery(session, reader, sought);
}

}  // namespace

Result<ExitCode> Run(Session& session, const AttachArguments& arguments) {
  std::vector<RecordArguments> records;  // all files are read before anything is recorded
  for (const std::string& file : arguments.files) {
    SINETTI_ASSIGN(const DocumentFacts facts, ReadDocument(file));
    RecordArguments record{.type = "document.attached",
                           .stream = arguments.stream,
                           .set = {"document=" + DocumentJson(arguments, file, facts)},
                           .attributes = arguments.attributes,
                           .source = "sinetti:attach",
                           .signing = arguments.signing,
                           .no_checkpoint = true};
    if (!arguments.to.empty()) record.set.push_back("to=" + arguments.to);
    if (!arguments.purpose.empty()) record.set.push_back("purpose=" + arguments.purpose);
    records.push_back(std::move(record));
  }
  records.back().no_checkpoint = arguments.no_checkpoint;
  if (!arguments.no_checkpoint) {
    SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
    SINETTI_TRY(ReadyToSign(session, *ledger));
  }
  for (const RecordArguments& record : records) SINETTI_TRY(Run(session, record));
  return kDone;
}

Result<ExitCode> Run(Session& session, const EvidenceFindArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  std::vector<std::string> digests;
  for (const std::string& file : arguments.files) {
    SINETTI_ASSIGN(const DocumentFacts facts, ReadDocument(file));
    digests.push_back(facts.digest.hex());
  }
  Sought sought(std::move(digests));
  SINETTI_TRY(Look(session, *ledger, arguments.scan, sought));

  bool all_found = true;
  for (std::size_t i = 0; i < sought.digests().size(); ++i) {
    const std::vector<Place>& places = sought.places(i);
    all_found = all_found && !places.empty();
    if (session.console.json()) {
      session.console.PrintLine(
          JsonObject()
              .Text("file", arguments.files[i])
              .Text("sha256", sought.digests()[i])
              .Raw("events", JsonArray(places, [](const Place& place) { return place.json; }))
              .str());
      continue;
    }
    session.console.PrintLine(
        arguments.files[i] + ": SHA-256 " + sought.digests()[i] + ", " +
        (places.empty() ? "recorded nowhere" : Counted(places.size(), "place")));
    for (const Place& place : places) session.console.PrintLine(place.line);
  }
  return all_found ? kDone : kFoundWrong;
}

}  // namespace sinetti
