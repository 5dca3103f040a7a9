// See document_index.h.
#include "replay/search/document_index.h"

#include "ledger/event/digest_fields.h"
#include "replay/fold/fold.h"

namespace sinetti {
namespace {

// Without rowid the key is the table: a digest is looked up in one place.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE document_digest (
  sha256 TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (sha256, seq)
) WITHOUT ROWID;
)sql";

class DocumentFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statement insert,
                   database.Prepare("INSERT OR IGNORE INTO document_digest VALUES (?1, ?2)"));
    return std::unique_ptr<View>(new DocumentFold(std::move(insert)));
  }

  Result<void> Apply(const Event& event) override {
    for (const DigestField& field : DigestFields(event))
      SINETTI_TRY(insert_.Run(field.digest, event.sequence()));
    return {};
  }

 private:
  explicit DocumentFold(Statement insert) : insert_(std::move(insert)) {}

  Statement insert_;
};

const ViewDefinition& Definition() {
  static const ViewDefinition definition{
      .name = "documents",
      .version = 1,
      .shows = {},
      .tables = {"document_digest"},
      .schema = kSchema,
      .event_types = {},
      .open = &DocumentFold::Open,
  };
  return definition;
}

}  // namespace

DocumentIndex::DocumentIndex(std::unique_ptr<Database> database) : database_(std::move(database)) {}

Result<DocumentIndex> DocumentIndex::Open(const std::string& ledger_dir, const std::string& origin,
                                          TreeSize size, bool anew) {
  SINETTI_ASSIGN(auto database,
                 OpenIndexFile(ledger_dir + "/documents.sqlite", Definition(), origin, size, anew));
  return DocumentIndex(std::move(database));
}

Result<FoldOutcome> DocumentIndex::CatchUp(const Reader& reader, const TypeRegistry& registry,
                                           const FoldOptions& options) {
  return Fold({{database_.get(), {&Definition()}}}, reader, registry, options);
}

Result<std::vector<Sequence>> DocumentIndex::EventsWith(const std::string& digest) {
  SINETTI_ASSIGN(
      Statement rows,
      database_->Prepare("SELECT seq FROM document_digest WHERE sha256 = ?1 ORDER BY seq"));
  rows.Start(digest);
  std::vector<Sequence> sequences;
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return sequences;
    sequences.push_back(Sequence{static_cast<std::uint64_t>(rows.Integer(0))});
  }
}

}  // namespace sinetti
