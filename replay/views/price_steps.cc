#include "replay/views/price_steps.h"

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/pricelist.capnp.h"
#include "schemas/settlement.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE price_step (
  seq INTEGER NOT NULL,
  number INTEGER NOT NULL,
  price_list TEXT NOT NULL,
  service_code TEXT NOT NULL,
  service TEXT NOT NULL,         -- empty where only the price changed
  since TEXT NOT NULL,
  cents INTEGER,
  PRIMARY KEY (seq, number)
) WITHOUT ROWID;
CREATE INDEX price_step_by_list ON price_step (price_list);

CREATE TABLE priced_charge (
  seq INTEGER PRIMARY KEY,
  settlement TEXT NOT NULL,
  price_list TEXT NOT NULL,
  service TEXT NOT NULL,
  first_day TEXT NOT NULL,
  cents INTEGER NOT NULL
);

-- The price of the list on the first day of the charge; the service by its code or its name.
CREATE VIEW v_charged_prices AS
  WITH named AS (
    SELECT DISTINCT c.seq, s.service_code FROM priced_charge c
    JOIN price_step s ON s.price_list = c.price_list AND c.service IN (s.service_code, s.service)),
  newest AS (
    SELECT n.seq, s.cents, s.since, s.seq AS price_seq, row_number() OVER (
             PARTITION BY n.seq ORDER BY s.since DESC, s.seq DESC, s.number DESC) AS place
    FROM named n JOIN priced_charge c ON c.seq = n.seq
    JOIN price_step s ON s.price_list = c.price_list AND s.service_code = n.service_code
    WHERE s.since <= c.first_day)
  SELECT c.settlement, c.price_list, c.service, c.first_day, c.cents, n.cents AS list_cents,
         n.since, c.seq, n.price_seq
  FROM priced_charge c JOIN newest n ON n.seq = c.seq AND n.place = 1;
)sql";

class PriceStepsFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<PriceStepsFold> view(new PriceStepsFold);
    SINETTI_TRY(PrepareInto(view->step_, database,
                            "INSERT INTO price_step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->charge_, database,
                            "INSERT INTO priced_charge VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::PricelistPublished>(event))
      return Steps(event, Body<schema::PricelistPublished>(event));
    if (Is<schema::PricelistChanged>(event))
      return Steps(event, Body<schema::PricelistChanged>(event));
    const auto body = Body<schema::SettlementCharged>(event);
    const std::string first = FirstDayOf(body.getPeriod());
    const Amount price = ReadMoney(body.getUnitPrice());
    if (!body.hasPriceList() || first.empty() || !price.low || price.low != price.high) return {};
    return charge_->Run(event.sequence(), Text(body.getSettlement()), Text(body.getPriceList()),
                        Text(body.getService()), first, *price.low);
  }

 private:
  PriceStepsFold() = default;

  template <typename Reader>
  Result<void> Steps(const Event& event, Reader body) {
    int number = 0;
    for (const auto line : body.getLines()) {
      SINETTI_TRY(step_->Run(event.sequence(), ++number, Text(body.getPriceList()),
                             Text(line.getServiceCode()), Text(line.getService()), FirstDay(event),
                             ReadMoney(line.getPrice()).low));
    }
    return {};
  }

  std::optional<Statement> step_, charge_;
};

}  // namespace

const ViewDefinition& PriceStepsView() {
  static const ViewDefinition definition{
      .name = "price_steps",
      .tables = {"price_step", "priced_charge"},
      .schema = kSchema,
      .event_types = {"pricelist.published", "pricelist.changed", "settlement.charged"},
      .open = PriceStepsFold::Open};
  return definition;
}

}  // namespace sinetti
