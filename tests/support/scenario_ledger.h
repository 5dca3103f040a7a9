// A ledger of its own made from drafts, and its views on any day: what tests of views, controls and
// reports begin with.  Protected values are sealed by a stand-in, for no test here opens them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/sha256.h"
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/log/ledger.h"
#include "replay/fold/views.h"
#include "replay/views/all_views.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti::testing_support {

inline std::filesystem::path ScenarioFolder() {
  return std::filesystem::path(SINETTI_SOURCE_DIR) / "docs" / "scenarios";
}

// Files of docs/scenarios that end so, by name.
inline std::vector<std::filesystem::path> ScenarioFiles(std::string_view ending) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ScenarioFolder())) {
    const std::string name = entry.path().filename().string();
    if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending)
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class ScenarioLedger {
 public:
  ScenarioLedger()
      : registry_(TypeRegistry::Builtin()),
        clock_(ParseTimestamp("2026-03-02T08:00:00Z").value(), 1'000'000),
        ledger_(Ledger::Create(dir_ / "ledger", "example.org/scenario", clock_).value()) {}

  // One draft a line.
  void Load(const std::filesystem::path& file) {
    std::ifstream in(file);
    ASSERT_TRUE(in.good()) << "couldn't read " << file;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      SCOPED_TRACE(file.filename().string() + ":" + std::to_string(number));
      ASSERT_NO_FATAL_FAILURE(Add(line));
    }
  }

  void Add(std::string_view json) { AddAll({std::string(json)}); }

  // In one commit.
  void AddAll(const std::vector<std::string>& lines) {
    std::vector<EncodedDraft> drafts;
    for (const std::string& json : lines) ASSERT_NO_FATAL_FAILURE(Encode(json, drafts));
    ASSERT_OK(ledger_->Append(std::move(drafts)));
  }
  // All views, as of a day and as known at a moment; without them, of everything.
  Result<std::unique_ptr<ViewsFile::Snapshot>> Views(
      std::optional<Date> as_of = std::nullopt,
      std::optional<Timestamp> known_at = std::nullopt) const {
    const Reader reader = ledger_->Read();
    const ViewsFile file(ledger_->dir(), ledger_->info().origin, AllViews());
    return file.SnapshotAt(reader, registry_, {.until = reader.size(), .threaded = false}, as_of,
                           known_at);
  }

  Ledger& ledger() { return *ledger_; }
  const TypeRegistry& registry() const { return registry_; }

 private:
  void Encode(std::string_view json, std::vector<EncodedDraft>& drafts) {
    Result<Draft> draft = ParseDraft(json, registry_);
    ASSERT_OK(draft);
    for (std::size_t i = 0; i < draft->protected_fields().size(); ++i) {
      const std::string value(draft->protected_fields()[i].value);
      const Hash commitment =
          HashOf({ByteView(reinterpret_cast<const std::uint8_t*>(value.data()), value.size())});
      draft->SetSealed(i, commitment, Bytes(64, 0), commitment);
    }
    Result<EncodedDraft> encoded = EncodeDraft(std::move(*draft));
    ASSERT_OK(encoded);
    drafts.push_back(std::move(*encoded));
  }

  TempDir dir_;
  TypeRegistry registry_;
  FixedClock clock_;
  std::unique_ptr<Ledger> ledger_;
};

// Rows of a query, cells as text, NULL as "NULL".
inline std::vector<std::vector<std::string>> RowsOf(Database& database, const std::string& sql) {
  std::vector<std::vector<std::string>> rows;
  Result<Statement> statement = database.Prepare(sql);
  EXPECT_TRUE(IsOk(statement)) << sql;
  if (!statement) return rows;
  statement->Start();
  for (;;) {
    Result<bool> more = statement->Step();
    EXPECT_TRUE(IsOk(more)) << sql;
    if (!more || !*more) return rows;
    std::vector<std::string> row;
    for (int column = 0; column < statement->columns(); ++column)
      row.push_back(statement->IsNull(column) ? "NULL" : std::string(statement->Text(column)));
    rows.push_back(std::move(row));
  }
}

}  // namespace sinetti::testing_support
