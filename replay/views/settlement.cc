#include "replay/views/settlement.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "schemas/pricelist.capnp.h"
#include "schemas/settlement.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE charge (
  settlement TEXT PRIMARY KEY,
  period TEXT NOT NULL,
  payer TEXT NOT NULL,
  payee TEXT NOT NULL,
  service TEXT NOT NULL,
  quantity INTEGER,              -- thousandths
  quantity_unit TEXT NOT NULL,
  unit_price_cents INTEGER,
  income_cents INTEGER NOT NULL,
  total_cents INTEGER,           -- as stated
  price_method TEXT NOT NULL,
  state TEXT NOT NULL,           -- charged, objected, credited, paid
  credited_cents INTEGER NOT NULL,
  paid_cents INTEGER NOT NULL,
  seq INTEGER NOT NULL,          -- the charge itself
  last_seq INTEGER NOT NULL      -- the newest answer to it
) WITHOUT ROWID;

CREATE TABLE choice (
  client TEXT NOT NULL,
  service TEXT NOT NULL,
  chosen_unit TEXT NOT NULL,
  home_municipality TEXT NOT NULL,
  informed TEXT NOT NULL,
  state TEXT NOT NULL,           -- made, changed, refused
  day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (client, service)
) WITHOUT ROWID;

CREATE TABLE price_forecast (
  seq INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  change_low INTEGER,            -- thousandths of a per cent
  change_high INTEGER,
  change_shown TEXT NOT NULL,
  base_price_cents INTEGER,
  base_unknown INTEGER NOT NULL,
  raw TEXT NOT NULL
);

CREATE TABLE price (
  price_list TEXT NOT NULL,
  service_code TEXT NOT NULL,
  publisher TEXT NOT NULL,
  service TEXT NOT NULL,
  unit TEXT NOT NULL,
  cents INTEGER,
  method TEXT NOT NULL,
  since TEXT NOT NULL,
  ended TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (price_list, service_code)
) WITHOUT ROWID;

-- Quantity x unit price - income.  Half a cent rounds away from zero.
CREATE VIEW v32_charges AS
  SELECT settlement, period, payer, payee, service, quantity / 1000 AS quantity, quantity_unit,
         unit_price_cents, income_cents, total_cents AS total_stated_cents,
         (quantity * unit_price_cents + CASE WHEN unit_price_cents < 0 THEN -500 ELSE 500 END) / 1000
           - income_cents AS total_computed_cents,
         (quantity * unit_price_cents + CASE WHEN unit_price_cents < 0 THEN -500 ELSE 500 END) / 1000
           - income_cents - total_cents AS difference_cents,
         CASE WHEN quantity IS NULL OR unit_price_cents IS NULL THEN 'notComputable'
              WHEN total_cents IS NULL THEN 'notStated' ELSE 'computed' END AS computed,
         price_method, state, seq, last_seq
  FROM charge ORDER BY settlement;

CREATE VIEW v32_price_forecasts AS
  SELECT subject, change_shown || ' %' AS change,
         CASE WHEN base_price_cents IS NULL THEN 'notComputable' ELSE 'computed' END AS computed,
         base_price_cents + base_price_cents * change_low / 100000 AS new_price_low_cents,
         base_price_cents + base_price_cents * change_high / 100000 AS new_price_high_cents,
         raw, seq
  FROM price_forecast ORDER BY seq;
)sql";

enum Sql {
  kCharged,
  kObjected,
  kCredited,
  kPaid,
  kChoice,
  kChoiceChanged,
  kForecast,
  kPrice,
  kPriceChanged,
  kListEnded,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO charge VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
    "'charged', 0, 0, ?12, ?12)",
    "UPDATE charge SET state = 'objected', last_seq = ?2 WHERE settlement = ?1",
    "UPDATE charge SET state = 'credited', credited_cents = credited_cents + ?2, last_seq = ?3 "
    "WHERE settlement = ?1",
    "UPDATE charge SET state = 'paid', paid_cents = paid_cents + ?2, last_seq = ?3 "
    "WHERE settlement = ?1",
    "INSERT OR REPLACE INTO choice VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "UPDATE choice SET chosen_unit = ?3, state = 'changed', day = ?4, seq = ?5 "
    "WHERE client = ?1 AND service = ?2",
    "INSERT INTO price_forecast VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT OR REPLACE INTO price VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9)",
    "UPDATE price SET cents = ?3, since = ?4, seq = ?5 WHERE price_list = ?1 AND service_code = ?2",
    "UPDATE price SET ended = ?2, seq = ?3 WHERE price_list = ?1",
};

class Settlement final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Settlement(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (event.type().starts_with("settlement.")) return ApplySettlement(event);
    if (event.type().starts_with("choice.")) return ApplyChoice(event);
    if (event.type().starts_with("pricelist.")) return ApplyPrices(event);
    const auto body = Body<schema::PriceChangeForecast>(event);
    const Amount change = ReadShare(body.getChange());
    std::optional<std::int64_t> base;
    if (body.hasBasePrice()) base = ReadMoney(body.getBasePrice()).low;
    return sql_[kForecast].Run(event.sequence(), Text(body.getSubject()), change.low, change.high,
                               change.shown, base, body.getChange().getBaseUnknown(),
                               Text(body.getRaw()));
  }

 private:
  explicit Settlement(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplySettlement(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::SettlementCharged>(event)) {
      const auto body = Body<schema::SettlementCharged>(event);
      const Amount quantity = ReadQuantity(body.getQuantity());
      std::int64_t income = 0;
      if (body.hasIncomeDeducted()) income = ReadMoney(body.getIncomeDeducted()).low.value_or(0);
      return sql_[kCharged].Run(Text(body.getSettlement()), DateText(body.getPeriod()),
                                Text(body.getPayer().getName()), Text(body.getPayee().getName()),
                                Text(body.getService()), quantity.low, quantity.unit,
                                ReadMoney(body.getUnitPrice()).low, income,
                                ReadMoney(body.getTotal()).low, Text(body.getPriceMethod()), seq);
    }
    if (Is<schema::SettlementObjected>(event)) {
      return sql_[kObjected].Run(Text(Body<schema::SettlementObjected>(event).getSettlement()),
                                 seq);
    }
    if (Is<schema::SettlementCredited>(event)) {
      const auto body = Body<schema::SettlementCredited>(event);
      return sql_[kCredited].Run(Text(body.getSettlement()),
                                 ReadMoney(body.getAmount()).low.value_or(0), seq);
    }
    const auto body = Body<schema::SettlementPaid>(event);
    return sql_[kPaid].Run(Text(body.getSettlement()), ReadMoney(body.getAmount()).low.value_or(0),
                           seq);
  }

  Result<void> ApplyChoice(const Event& event) {
    const auto client = event.envelope().client;
    if (Is<schema::ChoiceMade>(event)) {
      const auto body = Body<schema::ChoiceMade>(event);
      return sql_[kChoice].Run(client, Text(body.getService()), Text(body.getChosenUnit()),
                               Text(body.getHomeMunicipality()),
                               EnumerantName(body.getInformedOfOptions()), "made", FirstDay(event),
                               event.sequence());
    }
    if (Is<schema::ChoiceChanged>(event)) {
      const auto body = Body<schema::ChoiceChanged>(event);
      return sql_[kChoiceChanged].Run(client, Text(body.getService()), Text(body.getChosenUnit()),
                                      FirstDay(event), event.sequence());
    }
    const auto body = Body<schema::ChoiceRefused>(event);
    return sql_[kChoice].Run(client, Text(body.getService()), Text(body.getUnit()), "", "",
                             "refused", FirstDay(event), event.sequence());
  }

  Result<void> ApplyPrices(const Event& event) {
    if (Is<schema::PricelistPublished>(event)) {
      const auto body = Body<schema::PricelistPublished>(event);
      for (const auto line : body.getLines()) {
        SINETTI_TRY(sql_[kPrice].Run(Text(body.getPriceList()), Text(line.getServiceCode()),
                                     Text(body.getPublisher().getName()), Text(line.getService()),
                                     EnumerantName(line.getUnit()), ReadMoney(line.getPrice()).low,
                                     EnumerantName(line.getMethod()), FirstDay(event),
                                     event.sequence()));
      }
      return {};
    }
    if (Is<schema::PricelistChanged>(event)) {
      const auto body = Body<schema::PricelistChanged>(event);
      for (const auto line : body.getLines()) {
        SINETTI_TRY(sql_[kPriceChanged].Run(Text(body.getPriceList()), Text(line.getServiceCode()),
                                            ReadMoney(line.getPrice()).low, FirstDay(event),
                                            event.sequence()));
      }
      return {};
    }
    const auto body = Body<schema::PricelistEnded>(event);
    return sql_[kListEnded].Run(Text(body.getPriceList()), FirstDay(event), event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& SettlementView() {
  static const ViewDefinition definition{
      .name = "settlement",
      .version = 2,
      .shows = {"v32_charges", "v32_price_forecasts"},
      .tables = {"charge", "choice", "price_forecast", "price"},
      .schema = kSchema,
      .event_types = {"settlement.charged", "settlement.objected", "settlement.credited",
                      "settlement.paid", "choice.made", "choice.changed", "choice.refused",
                      "price.changeForecast", "pricelist.published", "pricelist.changed",
                      "pricelist.ended"},
      .open = &Settlement::Open,
  };
  return definition;
}

}  // namespace sinetti
