// sinetti timestamp: what an authority says about when a checkpoint existed.
#include "ledger/crypto/timestamp.h"

#include <algorithm>

#include "cli/commands/checkpoint_text.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/timestamp_use.h"
#include "cli/io/files.h"
#include "ledger/crypto/random.h"
#include "ledger/evidence/pack.h"
#include "ledger/evidence/policy.h"
#include "ledger/evidence/timestamp_keeping.h"
#include "ledger/log/note.h"
#include "ledger/log/text_lines.h"
#include "ledger/log/timestamp_store.h"

namespace sinetti {
namespace {

constexpr std::size_t kNonceBytes = 16;

bool IsSize(const std::string& checkpoint) { return ParseDecimal(checkpoint).has_value(); }

Result<DigestAlgorithm> HashOr(const std::string& name, DigestAlgorithm otherwise) {
  return name.empty() ? Result<DigestAlgorithm>(otherwise) : ParseDigestName(name);
}

// The size that is named, or that of the newest checkpoint.
Result<TreeSize> SizeIn(const Reader& reader, const std::string& checkpoint) {
  if (!checkpoint.empty()) {
    SINETTI_ASSIGN(const std::uint64_t size, ParseDecimal(checkpoint));
    return TreeSize{size};
  }
  SINETTI_ASSIGN(const auto newest, NewestCheckpoint(reader.snapshot()));
  if (newest) return newest->size;
  return Error{ErrorCode::kNotFound, "no checkpoint is signed yet; next: sinetti checkpoint"};
}

Result<ExitCode> WriteRequest(Session& session, const TimestampArguments& arguments,
                              Imprint imprint) {
  TimestampRequest request{std::move(imprint), Bytes(kNonceBytes), arguments.policy};
  SINETTI_TRY(RandomBytes(request.nonce));
  request.nonce[0] |= 0x40;  // of full length
  SINETTI_ASSIGN(const Bytes der, FormatTimestampRequest(request));
  SINETTI_TRY(WriteWhole(arguments.output, AsText(der)));
  session.console.Say("request for a time-stamp of " + request.imprint.Words() +
                      "; send it to an authority as application/timestamp-query; next: sinetti "
                      "timestamp attach RESPONSE --request REQUEST --authority ROOT");
  return kDone;
}

Result<ExitCode> Request(Session& session, const TimestampArguments& arguments) {
  SINETTI_ASSIGN(const DigestAlgorithm algorithm, HashOr(arguments.hash, DigestAlgorithm::kSha256));
  if (!arguments.checkpoint.empty() && !IsSize(arguments.checkpoint)) {
    SINETTI_ASSIGN(const std::string note, ReadWhole(arguments.checkpoint));
    auto imprint = FirstImprint(note, algorithm);
    if (!imprint) return std::move(imprint).error().Within(arguments.checkpoint);
    return WriteRequest(session, arguments, *std::move(imprint));
  }
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const TreeSize size, SizeIn(reader, arguments.checkpoint));
  SINETTI_ASSIGN(Imprint imprint, ImprintToStamp(reader, size, algorithm));
  return WriteRequest(session, arguments, std::move(imprint));
}

Result<ExitCode> Renew(Session& session, const TimestampArguments& arguments) {
  std::optional<DigestAlgorithm> algorithm;
  if (!arguments.hash.empty()) {
    SINETTI_ASSIGN(algorithm, ParseDigestName(arguments.hash));
  }
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const TreeSize size, SizeIn(reader, arguments.checkpoint));
  SINETTI_ASSIGN(Imprint imprint, ImprintToRenew(reader, size, algorithm));
  return WriteRequest(session, arguments, std::move(imprint));
}

// The answer holds, and as the newest stamp of its checkpoint it leaves nothing to object to.
Result<PlacedTimestamp> Placed(const Reader& reader, ByteView response,
                               const TimestampRequest& request, TimestampTrust trust) {
  SINETTI_ASSIGN(const ByteView token, TokenOfResponse(response));
  SINETTI_ASSIGN(const CheckedTimestamp checked, CheckTimestampToken(token, trust.authorities));
  SINETTI_TRY(RequireAnswers(checked.claims(), request));
  SINETTI_ASSIGN(PlacedTimestamp placed, PlaceTimestamp(reader, token, request.imprint));
  // Their clock and ours may differ by a little.
  trust.at = std::max(trust.at, checked.claims().time);
  SINETTI_ASSIGN(const TimestampReport report,
                 CheckTimestampRecord(placed.record, placed.note, trust));
  const std::string& problem = report.stamps.back().problem;
  if (!problem.empty()) return Error{ErrorCode::kCorrupt, "the time-stamp: " + problem};
  return placed;
}

Result<ExitCode> Attach(Session& session, const TimestampArguments& arguments) {
  SINETTI_ASSIGN(const std::string asked, ReadWhole(arguments.request));
  auto request = ParseTimestampRequest(AsBytes(asked));
  if (!request) return std::move(request).error().Within(arguments.request);
  SINETTI_ASSIGN(TimestampTrust trust, ReadTrust(session, arguments.authorities));
  SINETTI_ASSIGN(const std::string response, ReadWhole(arguments.response));
  SINETTI_ASSIGN(const auto ledger, session.OpenForWriting());
  auto placed = Placed(ledger->Read(), AsBytes(response), *request, std::move(trust));
  if (!placed) return std::move(placed).error().Within(arguments.response);
  SINETTI_TRY(ledger->KeepTimestamps(placed->record));
  const TimestampChain& chain = placed->record.chains.back();
  SINETTI_ASSIGN(const TimestampToken token, ParseTimestampToken(chain.tokens.back()));
  const std::string time = FormatTimestamp(token.claims.time);
  if (session.console.json()) {
    session.console.PrintLine(JsonObject()
                                  .Number("size", placed->record.size.value)
                                  .Text("time", time)
                                  .Number("chains", placed->record.chains.size())
                                  .Number("stampsInChain", chain.tokens.size())
                                  .str());
  } else {
    session.console.PrintLine("kept: time-stamp of " + time + " of the checkpoint of " +
                              Counted(placed->record.size.value, "event"));
  }
  return kDone;
}

// One checkpoint with its stamps, wherever they come from.
struct Stamped {
  std::string note;
  TimestampRecord record;
  std::optional<VerifierKey> key;
  const Reader* reader = nullptr;  // of the ledger, if it is at hand
};

Result<bool> CheckOne(Session& session, const Stamped& stamped, const TimestampTrust& trust) {
  SINETTI_ASSIGN(const TimestampReport report,
                 CheckTimestampRecord(stamped.record, stamped.note, trust));
  SINETTI_ASSIGN(const Note note, ParseNote(stamped.note));
  SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(note.text));
  if (stamped.key) SINETTI_TRY(OpenCheckpoint(stamped.note, *stamped.key));
  const bool rehashed = stamped.record.chains.size() > 1;
  if (stamped.reader != nullptr)
    SINETTI_TRY(CheckStampedEntries(*stamped.reader, stamped.record, checkpoint));
  const CheckedTimestamp* vouched = report.Vouched();
  const bool holds = report.good() && vouched != nullptr;
  const std::string existed = vouched == nullptr ? "" : FormatTimestamp(vouched->claims().time);
  const auto renew = report.RenewBefore();
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Bool("valid", holds)
                          .Text("existedBy", existed)
                          .Text("authority", vouched == nullptr ? "" : vouched->authority())
                          .Text("renewBefore", renew ? FormatTimestamp(*renew) : "")
                          .Text("origin", checkpoint.origin)
                          .Number("size", checkpoint.size.value)
                          .Text("root", checkpoint.root.hex())
                          .Bool("signatureChecked", stamped.key.has_value())
                          .Bool("entriesChecked", rehashed && stamped.reader != nullptr)
                          .Raw("stamps", JsonArray(report.stamps, StampJson))
                          .str());
    return holds;
  }
  console.PrintLine(
      (holds ? console.Green("The time-stamps hold.") : console.Red("Not all time-stamps hold.")) +
      (vouched == nullptr
           ? " Nobody who is trusted vouches for a time."
           : " The checkpoint existed on " + existed + ", says " + vouched->authority() + "."));
  console.PrintLine("  checkpoint  " + CheckpointWords(checkpoint));
  PrintStamps(console, report);
  if (renew) console.PrintLine("  renew       before " + FormatTimestamp(*renew));
  if (!stamped.key)
    console.PrintLine("  the checkpoint's own signature was not checked: give --key");
  if (rehashed && stamped.reader == nullptr)
    console.PrintLine(
        "  the entries below it were not hashed anew: that needs the ledger (timestamp check "
        "without a file)");
  return holds;
}

// A record, or one answer of an authority as it came.
Result<TimestampRecord> RecordIn(const std::string& bytes, TreeSize size) {
  if (!bytes.starts_with('\x30')) return ParseTimestampRecord(bytes);
  SINETTI_ASSIGN(const ByteView der, TokenOfResponse(AsBytes(bytes)));
  SINETTI_ASSIGN(const TimestampToken token, ParseTimestampToken(der));
  return TimestampRecord{size,
                         {{token.claims.imprint.algorithm, {}, {Bytes(der.begin(), der.end())}}}};
}

Result<ExitCode> CheckFiles(Session& session, const TimestampArguments& arguments,
                            const TimestampTrust& trust) {
  SINETTI_ASSIGN(const std::string text, ReadWhole(arguments.checkpoint));
  Stamped stamped{.note = std::string(NewestNoteOf(text))};
  if (IsPack(text)) {
    SINETTI_ASSIGN(const PackOutline outline, OutlineOf(text));
    stamped.note = outline.checkpoint;
  }
  const auto size = [&]() -> Result<TreeSize> {
    SINETTI_ASSIGN(const Note note, ParseNote(stamped.note));
    SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(note.text));
    return checkpoint.size;
  }();
  if (!size) return Error(size.error()).Within(arguments.checkpoint);
  SINETTI_ASSIGN(const std::string stamps, ReadWhole(arguments.stamps));
  auto record = RecordIn(stamps, *size);
  if (!record) return std::move(record).error().Within(arguments.stamps);
  stamped.record = *std::move(record);
  if (!arguments.key.empty()) {
    SINETTI_ASSIGN(stamped.key, ReadVerifierKey(arguments.key));
  }
  SINETTI_ASSIGN(const bool holds, CheckOne(session, stamped, trust));
  return holds ? kDone : kFoundWrong;
}

Result<ExitCode> Check(Session& session, const TimestampArguments& arguments) {
  SINETTI_ASSIGN(const TimestampTrust trust,
                 ReadTrust(session, arguments.authorities, arguments.at, arguments.distrust));
  if (!arguments.stamps.empty()) return CheckFiles(session, arguments, trust);
  SINETTI_ASSIGN(const VerifierKey key, session.TrustedKey(arguments.key));
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(auto records, ListTimestamps(reader.snapshot()));
  if (!arguments.checkpoint.empty()) {
    SINETTI_ASSIGN(const TreeSize size, SizeIn(reader, arguments.checkpoint));
    std::erase_if(records, [&](const TimestampRecord& one) { return one.size != size; });
  }
  if (records.empty())
    return Error{ErrorCode::kNotFound,
                 "no checkpoint is stamped here; next: sinetti timestamp request"};
  bool all = true;
  for (const TimestampRecord& record : records) {
    SINETTI_ASSIGN(const StoredCheckpoint stored, CheckpointAt(reader.snapshot(), record.size));
    Stamped stamped{.note = stored.note, .record = record, .key = {}, .reader = &reader};
    // An old checkpoint may be signed with an old key of the ledger.
    if (!arguments.key.empty() || OpenCheckpoint(stored.note, key)) stamped.key = key;
    SINETTI_ASSIGN(const bool holds, CheckOne(session, stamped, trust));
    all = all && holds;
  }
  return all ? kDone : kFoundWrong;
}

Result<ExitCode> Show(Session& session, const TimestampArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  Console& console = session.console;
  if (!arguments.checkpoint.empty()) {
    SINETTI_ASSIGN(const TreeSize size, SizeIn(reader, arguments.checkpoint));
    SINETTI_ASSIGN(const auto record, TimestampsAt(reader.snapshot(), size));
    if (!record)
      return Error{ErrorCode::kNotFound, "the checkpoint of " + Counted(size.value, "event") +
                                             " is not stamped; next: sinetti timestamp request " +
                                             arguments.checkpoint};
    SINETTI_TRY(WriteWhole(arguments.output, FormatTimestampRecord(*record)));
    return kDone;
  }
  SINETTI_ASSIGN(const auto records, ListTimestamps(reader.snapshot()));
  for (const TimestampRecord& record : records) {
    std::size_t stamps = 0;
    for (const TimestampChain& chain : record.chains) stamps += chain.tokens.size();
    const TimestampChain& newest = record.chains.back();
    SINETTI_ASSIGN(const TimestampToken token, ParseTimestampToken(newest.tokens.back()));
    const std::string time = FormatTimestamp(token.claims.time);
    console.PrintLine(console.json() ? JsonObject()
                                           .Number("size", record.size.value)
                                           .Number("stamps", stamps)
                                           .Text("newest", time)
                                           .Text("hash", DigestName(newest.algorithm))
                                           .str()
                                     : "checkpoint of " + Counted(record.size.value, "event") +
                                           ": " + Counted(stamps, "stamp") + ", the newest of " +
                                           time + " with " + DigestName(newest.algorithm));
  }
  if (records.empty()) console.Say("no checkpoint is stamped yet; next: sinetti timestamp request");
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const TimestampArguments& arguments) {
  switch (arguments.action) {
    case TimestampArguments::Action::kRequest: return Request(session, arguments);
    case TimestampArguments::Action::kRenew: return Renew(session, arguments);
    case TimestampArguments::Action::kAttach: return Attach(session, arguments);
    case TimestampArguments::Action::kCheck: return Check(session, arguments);
    case TimestampArguments::Action::kShow: return Show(session, arguments);
  }
  return kBadInput;
}

}  // namespace sinetti
