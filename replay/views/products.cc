#include "replay/views/products.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/calendar/holidays.h"
#include "replay/calendar/workdays.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/work.capnp.h"

namespace sinetti {
namespace {

// Shares of work meet a product by their stream.  A share whose base the source does not say is
// shown in both readings: of the whole, and of what the shares with a base leave over.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE product (
  product TEXT NOT NULL,
  year INTEGER NOT NULL,
  stream TEXT NOT NULL,
  volume INTEGER,                -- thousandths
  volume_unit TEXT,
  unit_price_cents INTEGER,
  total_stated_cents INTEGER,
  currency TEXT,
  workdays INTEGER,              -- Monday to Friday, no holidays, no Christmas or Midsummer Eve
  seq INTEGER NOT NULL,
  PRIMARY KEY (product, year)
) WITHOUT ROWID;

CREATE TABLE work_part (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  stream TEXT NOT NULL,
  work TEXT NOT NULL,
  part TEXT NOT NULL,
  percent INTEGER,               -- thousandths of a per cent
  shown TEXT NOT NULL,
  base TEXT,
  base_unknown INTEGER NOT NULL,
  includes TEXT,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;

CREATE TABLE team_member (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  team TEXT NOT NULL,
  role TEXT NOT NULL,
  alternative TEXT,
  percent INTEGER,
  base TEXT,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;

CREATE VIEW v32_price_volume AS
  SELECT product, year, volume / 1000 AS volume, volume_unit, unit_price_cents,
         total_stated_cents, volume * unit_price_cents / 1000 AS total_computed_cents,
         volume * unit_price_cents / 1000 - total_stated_cents AS difference_cents,
         workdays, volume / nullif(workdays, 0) AS volume_per_workday_thousandths, currency, seq
  FROM product ORDER BY product, year;

CREATE VIEW v32_shares AS
  WITH rest AS (
    SELECT stream, work, 100000 - sum(percent) AS percent, min(seq) AS seq
    FROM work_part WHERE base_unknown = 0 GROUP BY stream, work),
  reading AS (
    SELECT stream, work, place AS rank, part, 'stated' AS reading, percent, shown, base, 0 AS open,
           seq FROM work_part WHERE base_unknown = 0
    UNION ALL
    SELECT stream, work, 1000, '(rest)', 'rest', percent, NULL, NULL, 0, seq FROM rest
    UNION ALL
    SELECT p.stream, p.work, 2000 + 2 * p.place, p.part, 'of_rest',
           p.percent * r.percent / 100000, p.shown, p.base, 1, p.seq
    FROM work_part p JOIN rest r ON r.stream = p.stream AND r.work = p.work
    WHERE p.base_unknown = 1
    UNION ALL
    SELECT stream, work, 2001 + 2 * place, part, 'of_all', percent, shown, base, 1, seq
    FROM work_part WHERE base_unknown = 1)
  SELECT r.work, r.part, r.reading, r.shown AS stated, r.percent AS percent_thousandths,
         p.product, p.year, p.volume * r.percent / 100000000 AS volume,
         p.volume * p.unit_price_cents / 1000 * r.percent / 100000 AS cents,
         r.base, r.open AS base_unknown, r.seq
  FROM reading r LEFT JOIN product p ON p.stream = r.stream
  ORDER BY r.work, r.rank;

CREATE VIEW v_teams AS
  SELECT team, count(*) AS members, sum(percent) AS percent_thousandths,
         group_concat(role, ', ') AS roles, min(base) AS base, seq
  FROM (SELECT * FROM team_member ORDER BY seq, place)
  GROUP BY team, seq ORDER BY team, seq;
)sql";

enum Sql { kProduct, kPart, kMember, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO product VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "INSERT INTO work_part VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "INSERT INTO team_member VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
};

class Products final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Products(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::ProductVolumePriced>(event)) return ApplyProduct(event);
    if (Is<schema::WorksplitReported>(event)) return ApplyWorksplit(event);
    return ApplyTeam(event);
  }

 private:
  explicit Products(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyProduct(const Event& event) {
    const auto body = Body<schema::ProductVolumePriced>(event);
    const Amount volume = ReadQuantity(body.getVolume());
    const Amount price = ReadMoney(body.getUnitPrice());
    Amount total;
    if (body.hasTotalStated()) total = ReadMoney(body.getTotalStated());
    const int year = body.getYear();
    std::optional<int> workdays;
    if (year >= kFirstCalendarYear && year <= kLastCalendarYear)
      workdays = CountWorkdays(DateOf(year, 1, 1), DateOf(year, 12, 31));
    return sql_[kProduct].Run(Text(body.getProduct()), year, event.stream(), volume.low,
                              Column(volume.unit), price.low, total.low, Column(price.unit),
                              workdays, event.sequence());
  }

  Result<void> ApplyWorksplit(const Event& event) {
    const auto body = Body<schema::WorksplitReported>(event);
    int place = 0;
    for (const auto part : body.getParts()) {
      const Amount share = ReadShare(part.getShare());
      SINETTI_TRY(sql_[kPart].Run(
          event.sequence(), ++place, event.stream(), Text(body.getWork()), Text(part.getName()),
          share.low, share.shown, Column(Text(part.getShare().getBase())),
          part.getShare().getBaseUnknown(), Column(JoinTexts(part.getIncludes()))));
    }
    return {};
  }

  Result<void> ApplyTeam(const Event& event) {
    const auto body = Body<schema::TeamFormed>(event);
    int place = 0;
    for (const auto member : body.getMembers()) {
      SINETTI_TRY(sql_[kMember].Run(event.sequence(), ++place, Text(body.getTeam()),
                                    Text(member.getRole()), Column(Text(member.getAlternative())),
                                    ReadShare(member.getShare()).low,
                                    Column(Text(member.getShare().getBase()))));
    }
    return {};
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& ProductsView() {
  static const ViewDefinition definition{
      .name = "products",
      .version = 2,
      .shows = {"v32_price_volume", "v32_shares", "v_teams"},
      .tables = {"product", "work_part", "team_member"},
      .schema = kSchema,
      .event_types = {"product.volumePriced", "worksplit.reported", "team.formed"},
      .open = Products::Open};
  return definition;
}

}  // namespace sinetti
