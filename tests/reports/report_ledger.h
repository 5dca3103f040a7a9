// Reports of the scenarios as tests ask for them: built from views of all scenarios in one ledger,
// with every cited event read back from the ledger.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/event/event.h"
#include "ledger/log/chain.h"
#include "replay/controls/audit.h"
#include "replay/fold/operations.h"
#include "replay/render/render.h"
#include "replay/reports/reports.h"
#include "tests/support/scenario_ledger.h"
#include "tests/support/temp_dir.h"

namespace sinetti::testing_support {

class ReportLedger {
 public:
  // Loads every scenario.
  ReportLedger() {
    for (const auto& file : ScenarioFiles(".ndjson")) ledger_.Load(file);
    KeepOperations();
  }

  // Views of one day are folded once.
  Database& ViewsOn(const std::string& as_of) {
    auto& views = views_[as_of];
    if (views == nullptr) {
      std::optional<Date> day;
      if (!as_of.empty()) day = ParseDate(as_of).value();
      auto snapshot = ledger_.Views(day);
      EXPECT_OK(snapshot);
      views = std::move(*snapshot);
      EXPECT_OK(Audit(views->database()));
      EXPECT_OK(AttachOperations(views->database(), operations_.path(), 600));
    }
    return views->database();
  }

  Result<Report> Build(std::string_view name, const std::string& scope = "",
                       const std::string& as_of = "") {
    const ReportDefinition* definition = FindReport(name);
    if (definition == nullptr) return Error{ErrorCode::kNotFound, "no such report"};
    Database& views = ViewsOn(as_of);
    SINETTI_ASSIGN(const ViewsMeta meta, ReadMeta(views));
    const ReportOrigin origin{
        .ledger = meta.origin, .position = meta.position, .root = meta.root, .as_of = meta.Today()};
    SINETTI_ASSIGN(Report report, BuildReport(*definition, views, {.scope = scope}, origin));
    const Reader reader = ledger_.ledger().Read();
    for (const Sequence sequence : EventsNamed(report)) {
      SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
      SINETTI_ASSIGN(const VerifiedEntry entry,
                     ChainVerifier::CheckAgainst(stored.entry(), stored.leaf));
      SINETTI_ASSIGN(const Event event, DecodeEvent(entry, ledger_.registry()));
      report.cited.push_back(Cite(event));
    }
    return report;
  }

 private:
  // What a machine did, with one of everything that can go wrong.
  void KeepOperations() {
    auto log = OperationsLog::Open(operations_.path());
    ASSERT_OK(log);
    const auto at = [](std::int64_t second) {
      return Timestamp{(1'772'000'000 + second) * 1'000'000};
    };
    EXPECT_OK(log->Add(ImportRun{at(0), at(2), "plans.ndjson", 550, 0, 0, ""}));
    EXPECT_OK(log->Add(ImportRun{at(3), at(4), "late.ndjson", 0, 3, 1, "late.ndjson:4: wrong"}));
    EXPECT_OK(log->Add(ReplayRun{at(5), at(7), "catch-up", 0, 550, 550, "", "", ""}));
    EXPECT_OK(log->Add(ReplayRun{at(8), at(8), "rebuild", 0, 0, 0, "", "no", "no space left"}));
    EXPECT_OK(log->Add(VerifyRun{at(9), at(10), 550, 540, 2, std::string(64, 'a')}));
  }

  ScenarioLedger ledger_;
  TempDir operations_;
  std::map<std::string, std::unique_ptr<ViewsFile::Snapshot>> views_;
};

// One for all tests of a program: the scenarios take a moment to record.
inline ReportLedger& SharedReportLedger() {
  static ReportLedger ledger;
  return ledger;
}

// Null when the report has no such table.
inline const Table* FindTable(const Report& report, std::string_view key) {
  for (const Section& section : report.sections) {
    for (const Table& table : section.tables) {
      if (table.key == key) return &table;
    }
  }
  return nullptr;
}

inline const Chart* FindChart(const Report& report, std::string_view key) {
  for (const Section& section : report.sections) {
    for (const Chart& chart : section.charts) {
      if (chart.key == key) return &chart;
    }
  }
  return nullptr;
}

inline std::size_t ColumnOf(const Table& table, std::string_view key) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].key == key) return i;
  }
  ADD_FAILURE() << "table " << table.key << " has no column " << key;
  return 0;
}

inline std::string MarkName(Mark mark) {
  switch (mark) {
    case Mark::kNone: return "";
    case Mark::kGood: return " [good]";
    case Mark::kNotice: return " [notice]";
    case Mark::kBad: return " [bad]";
  }
  return "";
}

// The asked columns of all rows as a reader of the language sees them, with plain spaces; marks in
// brackets.
inline std::vector<std::vector<std::string>> Shown(const Report& report, std::string_view key,
                                                   const std::vector<std::string>& columns,
                                                   Language language = Language::kEnglish) {
  std::vector<std::vector<std::string>> rows;
  const Table* table = FindTable(report, key);
  EXPECT_NE(table, nullptr) << "no table " << key;
  if (table == nullptr) return rows;
  for (const auto& row : table->rows) {
    auto& cells = rows.emplace_back();
    for (const std::string& column : columns) {
      const Cell& cell = row[ColumnOf(*table, column)];
      std::string text = FormatCell(cell.value, language) + MarkName(cell.mark);
      for (std::size_t at; (at = text.find("\u00a0")) != std::string::npos;) {
        text.replace(at, 2, " ");
      }
      cells.push_back(std::move(text));
    }
  }
  return rows;
}

}  // namespace sinetti::testing_support
