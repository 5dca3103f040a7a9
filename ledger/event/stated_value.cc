#include "ledger/event/stated_value.h"

#include <capnp/any.h>
#include "schemas/values.capnp.h"

#include "ledger/event/body.h"
#include "ledger/event/edtf.h"

namespace sinetti {
namespace {

constexpr int kMoneyDecimals = 2;
constexpr int kNumberDecimals = 3;

std::string_view View(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

std::optional<StatedValue::Kind> KindOf(const StructInfo& info) {
  if (info.name == "Money") return StatedValue::Kind::kMoney;
  if (info.name == "Quantity") return StatedValue::Kind::kQuantity;
  if (info.name == "Share") return StatedValue::Kind::kShare;
  if (info.name == "When") return StatedValue::Kind::kWhen;
  return std::nullopt;
}

template <typename Reader>
void ReadAbsence(const Reader& value, StatedValue& stated) {
  if (value.isMissing()) {
    stated.state = StatedValue::State::kMissing;
    stated.missing_label = View(value.getMissing().getLabel());
    stated.missing_unit = View(value.getMissing().getUnit());
  } else if (value.isGarbled()) {
    stated.state = StatedValue::State::kGarbled;
    stated.raw = View(value.getGarbled().getRaw());
    for (const auto reading : value.getGarbled().getReadings())
      stated.readings.push_back(View(reading));
  }
}

template <typename Reader>
void ReadRangeAndBound(const Reader& value, StatedValue& stated) {
  stated.bound = EnumerantName(value.getBound());
  if (!value.isRange()) return;
  stated.low = value.getRange().getLow();
  stated.high = value.getRange().getHigh();
  if (value.getBound() == schema::Bound::EXACT) stated.bound = "range";
}

void ReadMoney(schema::Money::Reader value, StatedValue& stated) {
  if (value.isAmount()) stated.low = stated.high = value.getAmount();
  ReadRangeAndBound(value, stated);
  ReadAbsence(value, stated);
  stated.unit = View(value.getCurrency());
  stated.currency_stated = value.getCurrencyStated();
}

void ReadQuantity(schema::Quantity::Reader value, StatedValue& stated) {
  if (value.isValue()) stated.low = stated.high = value.getValue();
  ReadRangeAndBound(value, stated);
  ReadAbsence(value, stated);
  stated.unit = View(value.getUnit());
}

void ReadShare(schema::Share::Reader value, StatedValue& stated) {
  if (value.isPercent()) stated.low = stated.high = value.getPercent();
  ReadRangeAndBound(value, stated);
  ReadAbsence(value, stated);
  stated.unit = View(value.getBase());
  stated.base_unknown = value.getBaseUnknown();
}

void ReadWhen(schema::When::Reader value, StatedValue& stated) {
  ReadAbsence(value, stated);
  if (value.isDate()) stated.date = View(value.getDate());
  if (auto edtf = ParseEdtf(stated.date); edtf) {
    stated.first = edtf->first;
    stated.last = edtf->last;
  }
  if (stated.raw.empty()) stated.raw = View(value.getRaw());
  stated.anchor = View(value.getAnchor());
}

StatedValue ReadStated(capnp::AnyPointer::Reader pointer, StatedValue::Kind kind,
                       std::string path) {
  StatedValue stated;
  stated.path = std::move(path);
  stated.kind = kind;
  switch (kind) {
    case StatedValue::Kind::kMoney: ReadMoney(pointer.getAs<schema::Money>(), stated); break;
    case StatedValue::Kind::kQuantity:
      ReadQuantity(pointer.getAs<schema::Quantity>(), stated);
      break;
    case StatedValue::Kind::kShare: ReadShare(pointer.getAs<schema::Share>(), stated); break;
    case StatedValue::Kind::kWhen: ReadWhen(pointer.getAs<schema::When>(), stated); break;
  }
  return stated;
}

std::uint16_t UnionValue(const capnp::AnyStruct::Reader& body, const StructInfo& info) {
  const capnp::Data::Reader data = body.getDataSection();
  const std::size_t at = std::size_t{info.union_slot} * 2;
  if (at + 2 > data.size()) return 0;  // canonical records drop trailing zeros
  return static_cast<std::uint16_t>(data[at] | (data[at + 1] << 8));
}

// Walks one struct and what it holds.
class Walk {
 public:
  explicit Walk(std::vector<StatedValue>& found) : found_(found) {}

  void Struct(const capnp::AnyStruct::Reader& body, const StructInfo& info,
              const std::string& prefix) {
    for (const FieldInfo& field : info.fields) {
      if (field.kind != ValueKind::kStruct && field.kind != ValueKind::kGroup) continue;
      if (field.union_value >= 0 && field.union_value != UnionValue(body, info)) continue;
      const std::string path = prefix.empty() ? field.name : prefix + "." + field.name;
      if (field.kind == ValueKind::kGroup) {
        Struct(body, *field.structure, path);
        continue;
      }
      const auto pointers = body.getPointerSection();
      if (field.slot >= pointers.size() || pointers[field.slot].isNull()) continue;
      Pointer(pointers[field.slot], field, path);
    }
  }

 private:
  void Pointer(capnp::AnyPointer::Reader pointer, const FieldInfo& field, const std::string& path) {
    const auto kind = KindOf(*field.structure);
    if (!field.list) {
      if (kind) {
        found_.push_back(ReadStated(pointer, *kind, path));
      } else {
        Struct(pointer.getAs<capnp::AnyStruct>(), *field.structure, path);
      }
      return;
    }
    if (kind) {
      List(pointer, *kind, path);
      return;
    }
    const auto elements = pointer.getAs<capnp::AnyList>().as<capnp::List<capnp::AnyStruct>>();
    for (unsigned i = 0; i < elements.size(); ++i)
      Struct(elements[i], *field.structure, path + "[" + std::to_string(i) + "]");
  }

  template <typename T, typename Read>
  void Elements(capnp::AnyPointer::Reader pointer, StatedValue::Kind kind, const std::string& path,
                const Read& read) {
    const auto elements = pointer.getAs<capnp::List<T>>();
    for (unsigned i = 0; i < elements.size(); ++i) {
      StatedValue stated;
      stated.path = path + "[" + std::to_string(i) + "]";
      stated.kind = kind;
      read(elements[i], stated);
      found_.push_back(std::move(stated));
    }
  }

  void List(capnp::AnyPointer::Reader pointer, StatedValue::Kind kind, const std::string& path) {
    switch (kind) {
      case StatedValue::Kind::kMoney:
        return Elements<schema::Money>(pointer, kind, path, ReadMoney);
      case StatedValue::Kind::kQuantity:
        return Elements<schema::Quantity>(pointer, kind, path, ReadQuantity);
      case StatedValue::Kind::kShare:
        return Elements<schema::Share>(pointer, kind, path, ReadShare);
      case StatedValue::Kind::kWhen: return Elements<schema::When>(pointer, kind, path, ReadWhen);
    }
  }

  std::vector<StatedValue>& found_;
};

}  // namespace

bool StatedValueReader::HoldsValues(const StructInfo& info) {
  const auto known = holds_.find(&info);
  if (known != holds_.end()) return known->second;
  holds_[&info] = false;  // a struct that holds itself adds nothing by that
  bool holds = false;
  for (const FieldInfo& field : info.fields) {
    if (field.structure == nullptr || field.kind == ValueKind::kSealed) continue;
    holds = holds || KindOf(*field.structure) || HoldsValues(*field.structure);
  }
  holds_[&info] = holds;
  return holds;
}

std::vector<StatedValue> StatedValueReader::Read(const Event& event) {
  std::vector<StatedValue> found;
  const StructInfo& info = *event.type_info().body;
  if (HoldsValues(info)) Walk(found).Struct(event.impl().body.getAs<capnp::AnyStruct>(), info, "");
  return found;
}

const StatedValue* FindStated(const std::vector<StatedValue>& values, std::string_view path) {
  for (const StatedValue& value : values)
    if (value.path == path) return &value;
  return nullptr;
}

const char* StatedKindName(StatedValue::Kind kind) {
  switch (kind) {
    case StatedValue::Kind::kMoney: return "money";
    case StatedValue::Kind::kQuantity: return "quantity";
    case StatedValue::Kind::kShare: return "share";
    case StatedValue::Kind::kWhen: return "when";
  }
  return "";
}

const char* StatedStateName(StatedValue::State state) {
  switch (state) {
    case StatedValue::State::kGiven: return "given";
    case StatedValue::State::kMissing: return "missing";
    case StatedValue::State::kGarbled: return "garbled";
  }
  return "";
}

std::string DecimalText(std::int64_t value, int decimals, bool trim) {
  const bool negative = value < 0;
  // Through unsigned, so that the smallest number has an absolute value too.
  std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(value) : value;
  std::string digits = std::to_string(rest);
  if (digits.size() <= static_cast<std::size_t>(decimals))
    digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string text = digits.substr(0, digits.size() - decimals);
  std::string fraction = digits.substr(digits.size() - decimals);
  while (trim && !fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (!fraction.empty()) text += "." + fraction;
  return (negative ? "-" : "") + text;
}

std::string DisplayStated(const StatedValue& value) {
  if (value.state == StatedValue::State::kMissing) return "?";
  if (value.state == StatedValue::State::kGarbled) return std::string(value.raw);
  if (value.kind == StatedValue::Kind::kWhen) return std::string(value.date);
  const bool money = value.kind == StatedValue::Kind::kMoney;
  const int decimals = money ? kMoneyDecimals : kNumberDecimals;
  std::string text;
  if (value.bound == "lt") text = "< ";
  if (value.bound == "gt") text = "> ";
  if (value.bound == "le") text = "≤ ";
  if (value.bound == "ge") text = "≥ ";
  if (value.bound == "approx") text = "~ ";
  if (value.bound == "mean") text = "⌀ ";
  text += DecimalText(value.low.value_or(0), decimals, !money);
  if (value.low != value.high) text += "–" + DecimalText(value.high.value_or(0), decimals, !money);
  if (value.kind == StatedValue::Kind::kShare) return text + " %";
  if (!value.unit.empty()) text += " " + std::string(value.unit);
  return text;
}

}  // namespace sinetti
