#include "replay/views/relations.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "ledger/event/stated_value.h"
#include "replay/calendar/holidays.h"
#include "replay/views/body_fields.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

// `difference`: days, thousandths of a per cent (or of the unit), cents.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE relation_broken (
  seq INTEGER NOT NULL,
  number INTEGER NOT NULL,       -- in the order of the declarations of the type
  relation TEXT NOT NULL,
  type TEXT NOT NULL,
  stream TEXT NOT NULL,
  path TEXT NOT NULL,
  stated TEXT NOT NULL,
  computed TEXT NOT NULL,
  difference INTEGER NOT NULL,
  PRIMARY KEY (seq, number)
) WITHOUT ROWID;
)sql";

using Kind = RelationKind;

// By type.
constexpr RelationDeclaration kRelations[] = {
    {"access.granted", Kind::kOrder, "from", "until"},
    {"access.logRequestedBySubject", Kind::kOrder, "periodFrom", "periodTo"},
    {"action.planned", Kind::kOrder, "plannedOn", "due"},
    {"action.planned", Kind::kClosedDay, "due"},
    {"area.membersDefined", Kind::kOrder, "from", "to"},
    {"capacity.quotaBreached", Kind::kWithin, "occupied", "agreed"},
    {"clarification.requested", Kind::kClosedDay, "due"},
    {"consultation.opened", Kind::kOrder, "on", "due"},
    {"consultation.opened", Kind::kClosedDay, "due"},
    {"contract.drafted", Kind::kOrder, "termStart", "termEnd"},
    {"contract.noticeOfDefectSent", Kind::kClosedDay, "due"},
    {"contract.renewed", Kind::kOrder, "from", "to"},
    {"contract.signed", Kind::kOrder, "termStart", "termEnd"},
    {"correction.demanded", Kind::kClosedDay, "due"},
    {"costsharing.keyChanged", Kind::kOrder, "from", "to"},
    {"costsharing.keyChanged", Kind::kWhole, "shares[].share"},
    {"costsharing.keyDefined", Kind::kOrder, "from", "to"},
    {"costsharing.keyDefined", Kind::kWhole, "shares[].share"},
    {"decision.made", Kind::kOrder, "validFrom", "validTo"},
    {"fine.imposed", Kind::kOrder, "imposedOn", "due"},
    {"fine.imposed", Kind::kClosedDay, "due"},
    {"indicator.measured", Kind::kOrder, "periodFrom", "periodTo"},
    {"indicator.measured", Kind::kRatio, "numerator", "denominator", "value"},
    {"matter.stepDone", Kind::kOrder, "caseStarted", "caseEnded"},
    {"meeting.convened", Kind::kClosedDay, "planned"},
    {"milestone.planned", Kind::kClosedDay, "due"},
    {"ngo.partnershipAgreed", Kind::kOrder, "from", "to"},
    {.type = "occupancy.measured",
     .kind = Kind::kOccupancy,
     .one = "patientDays",
     .other = "beds",
     .result = "percent",
     .period = "period"},
    {"occupancy.measured", Kind::kBelow, "percent", "threshold"},
    {"org.roleAssigned", Kind::kOrder, "from", "to"},
    {"premises.useGranted", Kind::kOrder, "from", "to"},
    {"procurement.noticePublished", Kind::kClosedDay, "deadline"},
    {"programme.registered", Kind::kOrder, "from", "to"},
    {"project.phasePlanned", Kind::kOrder, "start", "end"},
    {"project.planned", Kind::kOrder, "start", "end"},
    {"project.registered", Kind::kOrder, "start", "end"},
    {"project.roleAssigned", Kind::kOrder, "from", "to"},
    {"responsibility.assigned", Kind::kOrder, "from", "to"},
    {"rule.versionInForce", Kind::kOrder, "from", "to"},
    {"smfeedback.collected", Kind::kOrder, "periodFrom", "periodTo"},
    {"smreport.compiled", Kind::kOrder, "periodFrom", "periodTo"},
    {"smreport.missed", Kind::kOrder, "periodFrom", "periodTo"},
    {"smreport.published", Kind::kOrder, "periodFrom", "periodTo"},
    {"strategy.adopted", Kind::kOrder, "from", "to"},
    {"supcase.orderIssued", Kind::kOrder, "orderedOn", "due"},
    {"supcase.orderIssued", Kind::kClosedDay, "due"},
    {"team.formed", Kind::kOrder, "period.from", "period.to"},
    {"voucher.decisionMade", Kind::kOrder, "validFrom", "validTo"},
    {"voucher.used", Kind::kAtMost, "quantity", "agreedPrice", "paidByOrganiser"},
};

struct Broken {
  std::string stated, computed;
  std::int64_t difference = 0;  // computed − stated
};
using Verdict = std::optional<Broken>;

// What an event says, by path; a path that is no stated value may be a text that holds a day.
class Said {
 public:
  Said(const Event& event, std::vector<StatedValue> values)
      : event_(event), values_(std::move(values)) {}

  const StatedValue* Find(std::string_view path) const {
    return path.empty() ? nullptr : FindStated(values_, path);
  }

  std::optional<std::int64_t> Exact(std::string_view path) const {
    const StatedValue* value = Find(path);
    if (value == nullptr || value->bound != "exact" || value->low != value->high)
      return std::nullopt;
    return value->low;
  }

  std::optional<Date> Day(std::string_view path, bool last) const {
    if (const StatedValue* value = Find(path)) return last ? value->last : value->first;
    if (path.find('.') != std::string_view::npos) return std::nullopt;
    const auto day = ParseDate(FieldKey(event_, path));
    return day ? std::optional(*day) : std::nullopt;
  }

  // The elements of "shares[].share".
  std::vector<const StatedValue*> Each(std::string_view path) const {
    const std::size_t list = path.find("[]");
    const std::string_view before = path.substr(0, list);
    const std::string_view after = path.substr(list + 2);
    std::vector<const StatedValue*> found;
    for (const StatedValue& value : values_) {
      const std::string_view name = value.path;
      if (name.starts_with(before) && name.substr(before.size()).starts_with('[') &&
          name.ends_with(after))
        found.push_back(&value);
    }
    return found;
  }

 private:
  const Event& event_;
  std::vector<StatedValue> values_;
};

// Half of the last unit rounds away from zero; nothing when it fits no integer.
std::optional<std::int64_t> Scaled(std::int64_t one, std::int64_t other, std::int64_t over) {
  std::int64_t product = 0;
  if (over <= 0 || __builtin_mul_overflow(one, other, &product)) return std::nullopt;
  const std::int64_t half = over / 2;
  if (__builtin_add_overflow(product, product < 0 ? -half : half, &product)) return std::nullopt;
  return product / over;
}

Verdict Compare(std::optional<std::int64_t> stated, std::optional<std::int64_t> computed,
                int decimals) {
  std::int64_t difference = 0;
  if (!stated || !computed || __builtin_sub_overflow(*computed, *stated, &difference))
    return std::nullopt;
  if (difference == 0) return std::nullopt;
  return Broken{DecimalText(*stated, decimals, false), DecimalText(*computed, decimals, false),
                difference};
}

Verdict Order(const Said& said, const RelationDeclaration& relation) {
  const auto start = said.Day(relation.one, false);
  const auto end = said.Day(relation.other, true);
  if (!start || !end || *start <= *end) return std::nullopt;
  return Broken{FormatDate(*start), FormatDate(*end), DaysBetween(*start, *end)};
}

// "About 63 %" and its like may miss the whole by one percentage unit together (A2.0).
Verdict Whole(const Said& said, const RelationDeclaration& relation) {
  constexpr std::int64_t kAll = 100'000;
  constexpr std::int64_t kAbout = 1'000;
  std::int64_t sum = 0;
  bool exact = true;
  const auto shares = said.Each(relation.one);
  for (const StatedValue* share : shares) {
    if (!share->low || share->low != share->high || __builtin_add_overflow(sum, *share->low, &sum))
      return std::nullopt;
    exact = exact && share->bound == "exact";
  }
  if (shares.size() < 2 || (!exact && std::llabs(sum - kAll) <= kAbout)) return std::nullopt;
  return Compare(sum, kAll, 3);
}

Verdict Product(const Said& said, const RelationDeclaration& relation) {
  const auto one = said.Exact(relation.one);
  const auto other = said.Exact(relation.other);
  const auto result = said.Exact(relation.result);
  if (!one || !other || !result) return std::nullopt;
  const auto computed = Scaled(*one, *other, 1000);
  if (relation.kind == Kind::kAtMost && computed && *result <= *computed) return std::nullopt;
  return Compare(result, computed, 2);
}

// A ratio may be printed as a number or in per cent: the nearer of the two counts.
Verdict Ratio(const Said& said, const RelationDeclaration& relation) {
  const auto one = said.Exact(relation.one);
  const auto other = said.Exact(relation.other);
  const auto result = said.Exact(relation.result);
  if (!one || !other || !result || *other <= 0) return std::nullopt;
  const Verdict number = Compare(result, Scaled(*one, 1'000, *other), 3);
  const Verdict percent = Compare(result, Scaled(*one, 100'000, *other), 3);
  if (!number || !percent) return std::nullopt;
  return std::llabs(number->difference) < std::llabs(percent->difference) ? number : percent;
}

Verdict Occupancy(const Said& said, const RelationDeclaration& relation) {
  const auto days = said.Exact(relation.one);
  const auto beds = said.Exact(relation.other);
  const auto first = said.Day(relation.period, false);
  const auto last = said.Day(relation.period, true);
  if (!days || !beds || !first || !last || *beds <= 0) return std::nullopt;
  std::int64_t places = 0;
  if (__builtin_mul_overflow(*beds, DaysBetween(*first, *last) + 1, &places)) return std::nullopt;
  return Compare(said.Exact(relation.result), Scaled(*days, 100'000, places), 3);
}

Verdict Below(const Said& said, const RelationDeclaration& relation) {
  const auto share = said.Exact(relation.one);
  const auto most = said.Exact(relation.other);
  if (!share || !most || *share <= *most) return std::nullopt;
  return Compare(share, most, 3);
}

Verdict ClosedDay(const Said& said, const RelationDeclaration& relation) {
  const auto first = said.Day(relation.one, false);
  const auto last = said.Day(relation.one, true);
  if (!first || first != last) return std::nullopt;
  const auto holiday = HolidayOn(*first);
  const Weekday day = WeekdayOf(*first);
  const bool closed =
      (holiday && !holiday->eve) || day == Weekday::kSaturday || day == Weekday::kSunday;
  if (!closed) return std::nullopt;
  return Broken{FormatDate(*first), "", 0};
}

Verdict Check(const Said& said, const RelationDeclaration& relation) {
  switch (relation.kind) {
    case Kind::kOrder: return Order(said, relation);
    case Kind::kWhole: return Whole(said, relation);
    case Kind::kAtMost:
    case Kind::kProduct: return Product(said, relation);
    case Kind::kRatio: return Ratio(said, relation);
    case Kind::kOccupancy: return Occupancy(said, relation);
    case Kind::kBelow:
    case Kind::kWithin: return Below(said, relation);
    case Kind::kClosedDay: return ClosedDay(said, relation);
  }
  return std::nullopt;
}

class RelationsFold final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<RelationsFold> view(new RelationsFold);
    SINETTI_TRY(
        PrepareInto(view->broken_, database,
                    "INSERT INTO relation_broken VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    auto relation = std::lower_bound(
        std::begin(kRelations), std::end(kRelations), event.type(),
        [](const RelationDeclaration& one, std::string_view type) { return one.type < type; });
    const Said said(event, reader_.Read(event));
    for (int number = 1; relation != std::end(kRelations) && relation->type == event.type();
         ++relation, ++number) {
      const Verdict broken = Check(said, *relation);
      if (!broken) continue;
      SINETTI_TRY(broken_->Run(event.sequence(), number, RelationName(relation->kind), event.type(),
                               event.stream(), relation->one, broken->stated, broken->computed,
                               broken->difference));
    }
    return {};
  }

 private:
  RelationsFold() = default;

  StatedValueReader reader_;
  std::optional<Statement> broken_;
};

std::vector<std::string_view> Types() {
  std::vector<std::string_view> types;
  for (const RelationDeclaration& relation : kRelations)
    if (types.empty() || types.back() != relation.type) types.push_back(relation.type);
  return types;
}

}  // namespace

std::string_view RelationName(RelationKind kind) {
  switch (kind) {
    case Kind::kOrder: return "order";
    case Kind::kWhole: return "whole";
    case Kind::kAtMost: return "atMost";
    case Kind::kProduct: return "product";
    case Kind::kRatio: return "ratio";
    case Kind::kOccupancy: return "occupancy";
    case Kind::kBelow: return "below";
    case Kind::kWithin: return "within";
    case Kind::kClosedDay: return "closedDay";
  }
  return "order";
}

std::span<const RelationDeclaration> RelationDeclarations() { return kRelations; }

const ViewDefinition& RelationsView() {
  static const ViewDefinition definition{.name = "relations",
                                         .tables = {"relation_broken"},
                                         .schema = kSchema,
                                         .event_types = Types(),
                                         .open = RelationsFold::Open};
  return definition;
}

}  // namespace sinetti
