// Attacks on the views: rows of grants and openings edited in the file, by whoever has the disk.  A
// view is no evidence; it is made anew from the entries, and what differs is named.  Whether a
// value opens is never asked of a view.
#include "ledger/client/opening.h"
#include "replay/fold/views.h"
#include "replay/views/all_views.h"
#include "tests/attacks/attacks.h"
#include "tests/client/client_ledger.h"

namespace sinetti::attacks {
namespace {

using testing_support::ClientLedger;
using testing_support::PlanDraft;

// A ledger with three grants, one value that was opened, and its views on the disk.
class Viewed {
 public:
  Viewed() {
    SINETTI_CHECK(place_.Record(PlanDraft("1", "p-1", "kotihoito")).has_value());
    for (const char* reader : {"virasto-1", "virasto-2", "virasto-3"})
      SINETTI_CHECK(place_.Grant(reader, "lawyer").has_value());
    SINETTI_CHECK(Open("virasto-1").empty());
    CatchUp();
    auto database = Database::Open(file_.path(), Database::Mode::kReadWrite).value();
    for (const ViewDefinition* view : file_.definitions())
      for (const std::string_view table : view->tables) Gather(*database, std::string(table));
    SINETTI_CHECK(!edits_.empty());
  }

  // Why nothing opens; empty: it opens.
  std::string Open(const std::string& reader) {
    return Reason(OpenSealedFields(place_.Tools(), place_.EventAt(Sequence{0}),
                                   {"valvonta", "741/2023:45", "tarkastaja", reader, nullptr}));
  }
  void Edit(Random& random) {
    CatchUp();
    Execute(edits_[Below(random, edits_.size())]);
  }
  void Execute(const std::string& sql) {
    auto database = Database::Open(file_.path(), Database::Mode::kReadWrite).value();
    SINETTI_CHECK(database->Execute(sql).has_value());
  }
  // The views that a rebuild finds to be others; puts the right ones in place.
  std::string Rebuild() {
    const Reader reader = place_.ledger().Read();
    const auto outcome = file_.Rebuild(reader, place_.registry, Options(reader), false);
    SINETTI_CHECK(outcome.has_value() && outcome->compared);
    std::string differs;
    for (const std::string& view : outcome->differs)
      differs += (differs.empty() ? "differs: " : ", ") + view;
    SINETTI_CHECK(file_.Rebuild(reader, place_.registry, Options(reader), true).has_value());
    return differs;
  }

 private:
  void CatchUp() {
    const Reader reader = place_.ledger().Read();
    SINETTI_CHECK(file_.CatchUp(reader, place_.registry, Options(reader)).has_value());
  }
  static FoldOptions Options(const Reader& reader) {
    return {.until = reader.size(), .threaded = false};
  }

  // A statement for each text in the table's first row, and one that takes the row away; what the
  // table's own rules refuse is left out.
  void Gather(Database& database, const std::string& table) {
    const std::string first = " WHERE rowid = (SELECT min(rowid) FROM " + table + ")";
    std::vector<std::string> wanted{"DELETE FROM " + table + first};
    {
      auto rows = database.Prepare("SELECT * FROM " + table + " LIMIT 1").value();
      rows.Start();
      if (!rows.Step().value()) return;
      for (int column = 0; column < rows.columns(); ++column) {
        const std::string name(rows.column_name(column));
        if (rows.KindOf(column) == Statement::Kind::kText)
          wanted.push_back("UPDATE " + table + " SET " + name + " = " + name + " || 'x'" + first);
      }
    }
    for (const std::string& edit : wanted) {
      SINETTI_CHECK(database.Execute("SAVEPOINT attempt").has_value());
      if (database.Execute(edit)) edits_.push_back(edit);
      SINETTI_CHECK(database.Execute("ROLLBACK TO attempt; RELEASE attempt").has_value());
    }
  }

  ClientLedger place_;
  ViewsFile file_{place_.LedgerDir(), testing_support::kClientOrigin, AllViews()};
  std::vector<std::string> edits_;
};

Outcome EditARow(Viewed& viewed, Random& random) {
  viewed.Edit(random);
  const std::string differs = viewed.Rebuild();
  return {differs, differs};
}

// A reader without a grant is written into the table of grants, and asks.
Outcome WriteAGrantIntoTheViews(Viewed& viewed, Random& random) {
  const std::string reader = "lukija-" + std::to_string(Below(random, 1000));
  viewed.Execute("UPDATE access_grant SET reader = '" + reader + "'");
  const std::string refused = viewed.Open(reader);
  viewed.Execute("UPDATE access_grant SET reader = 'virasto-1'");
  return {refused, refused};
}

}  // namespace

std::vector<Attack> ViewAttacks() {
  const auto viewed = std::make_shared<Viewed>();
  return {
      {.name = "edit a row of the views",
       .mechanism = "views made anew from the entries (replay --rebuild)",
       .says = "differs",
       .weight = 1,
       .make = [viewed](Random& random) { return EditARow(*viewed, random); }},
      {.name = "write a grant into the views and ask to read",
       .mechanism = "grants are read from the entries alone",
       .says = "has no grant",
       .weight = 1,
       .make = [viewed](Random& random) { return WriteAGrantIntoTheViews(*viewed, random); }},
  };
}

}  // namespace sinetti::attacks
