// See timestamp_use.h.
#include "cli/commands/timestamp_use.h"

#include "cli/commands/json_text.h"
#include "cli/io/files.h"
#include "ledger/evidence/timestamp_keeping.h"
#include "ledger/log/note.h"
#include "ledger/log/timestamp_store.h"

namespace sinetti {
namespace {

// One stamped checkpoint of a ledger that was verified, as far as the outcome needs it.
Result<void> AskOne(const Reader& reader, const TimestampRecord& record,
                    const TimestampTrust& trust, TimestampOutcome& outcome) {
  SINETTI_ASSIGN(const StoredCheckpoint stored, CheckpointAt(reader.snapshot(), record.size));
  SINETTI_ASSIGN(const Note note, ParseNote(stored.note));
  SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(note.text));
  SINETTI_ASSIGN(const TimestampReport report, CheckTimestampRecord(record, stored.note, trust));
  const auto entries = CheckStampedEntries(reader, record, checkpoint);
  if (!report.good() || !entries) {
    ++outcome.bad;
    if (outcome.first_bad.empty()) {
      outcome.first_bad = "of the checkpoint of " + Counted(record.size.value, "event") + ": ";
      for (const StampVerdict& stamp : report.stamps) {
        if (stamp.problem.empty()) continue;
        outcome.first_bad += stamp.problem;
        break;
      }
      if (report.good()) outcome.first_bad += entries.error().message;
    }
  }
  if (report.Vouched() != nullptr && entries) {
    outcome.size = record.size;
    outcome.vouched = *report.Vouched();
  }
  return {};
}

}  // namespace

Result<TimestampTrust> ReadTrust(Session& session, const std::string& authorities_file,
                                 const std::string& at, const std::vector<std::string>& distrust) {
  TimestampTrust trust{.at = session.clock.Now()};
  SINETTI_ASSIGN(trust.authorities, ReadWhole(authorities_file));
  if (!at.empty()) {
    SINETTI_ASSIGN(trust.at, ParseMoment(at));
  }
  for (const std::string& text : distrust) {
    SINETTI_ASSIGN(Distrust one, Distrust::Parse(text));
    trust.distrusted.push_back(std::move(one));
  }
  return trust;
}

std::string StampJson(const StampVerdict& stamp) {
  JsonObject object;
  object.Number("chain", stamp.chain + 1)
      .Bool("good", stamp.problem.empty())
      .Text("problem", stamp.problem)
      .Text("judgedAt", FormatTimestamp(stamp.judged_at));
  if (stamp.claims) {
    object.Text("time", FormatTimestamp(stamp.claims->time))
        .Number("accuracyMicros", static_cast<std::uint64_t>(stamp.claims->accuracy_micros))
        .Text("imprint", stamp.claims->imprint.Words())
        .Text("policy", stamp.claims->policy)
        .Text("serial", stamp.claims->serial);
  }
  if (stamp.checked) {
    object.Text("authority", stamp.checked->authority())
        .Text("certificate", stamp.checked->chain.front().fingerprint)
        .Text("validUntil", FormatTimestamp(stamp.checked->valid_until()));
  }
  return object.str();
}

void PrintStamps(Console& console, const TimestampReport& report) {
  for (std::size_t i = 0; i < report.stamps.size(); ++i) {
    const StampVerdict& stamp = report.stamps[i];
    std::string line = "  stamp " + std::to_string(i + 1) + "     ";
    if (stamp.claims)
      line += FormatTimestamp(stamp.claims->time) + ", " +
              DigestName(stamp.claims->imprint.algorithm) + ", serial " + stamp.claims->serial +
              ", policy " + stamp.claims->policy;
    console.PrintLine(line);
    if (stamp.checked)
      console.PrintLine("              by " + stamp.checked->authority() + ", certificate " +
                        stamp.checked->chain.front().fingerprint);
    console.PrintLine("              " + (stamp.problem.empty()
                                              ? "good, as of " + FormatTimestamp(stamp.judged_at)
                                              : console.Red("not good") + ": " + stamp.problem));
  }
}

std::string TimestampOutcome::Json() const {
  JsonObject object;
  object.Number("stamped", stamped)
      .Bool("asked", asked)
      .Number("bad", bad)
      .Text("firstBad", first_bad);
  if (vouched)
    object.Number("size", size.value)
        .Text("existedBy", FormatTimestamp(vouched->claims().time))
        .Text("authority", vouched->authority());
  return object.str();
}

void TimestampOutcome::Print(Console& console) const {
  if (!asked) {
    if (stamped > 0)
      console.PrintLine("  time-stamps: of " + Counted(stamped, "checkpoint") +
                        ", not looked at; give the authority's certificate with --authority");
    return;
  }
  if (vouched) {
    console.PrintLine("  time-stamped: " + Counted(size.value, "event") + " existed on " +
                      FormatTimestamp(vouched->claims().time) + ", says " + vouched->authority());
  } else {
    console.PrintLine(console.Red("  not time-stamped") +
                      ": no trusted authority vouches for the time of a checkpoint");
  }
  if (bad > 0)
    console.PrintLine(console.Red("  time-stamps that are not good") + ": of " +
                      Counted(bad, "checkpoint") + "; " + first_bad);
}

Result<TimestampOutcome> AskAuthorities(Session& session, const std::string& authorities_file,
                                        TreeSize anchored) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const auto records, ListTimestamps(reader.snapshot()));
  TimestampOutcome outcome{.stamped = records.size(), .asked = !authorities_file.empty()};
  if (!outcome.asked) return outcome;
  SINETTI_ASSIGN(const TimestampTrust trust, ReadTrust(session, authorities_file));
  for (const TimestampRecord& record : records)
    if (record.size <= anchored) SINETTI_TRY(AskOne(reader, record, trust, outcome));
  return outcome;
}

}  // namespace sinetti
