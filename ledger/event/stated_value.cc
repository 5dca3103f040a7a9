#include "ledger/event/stated_value.h"

#include <capnp/any.h>

#include <unordered_set>

#include "ledger/event/body.h"
#include "ledger/event/edtf.h"
#include "schemas/values.capnp.h"

namespace sinetti {
namespace {

std::string_view View(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

std::optional<StatedValue::Kind> KindOf(const StructInfo& info) {
  const std::uint64_t id = info.schema_id;
  if (id == capnp::typeId<schema::Money>()) return StatedValue::Kind::kMoney;
  if (id == capnp::typeId<schema::Quantity>()) return StatedValue::Kind::kQuantity;
  if (id == capnp::typeId<schema::Share>()) return StatedValue::Kind::kShare;
  if (id == capnp::typeId<schema::When>()) return StatedValue::Kind::kWhen;
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

// The same answers as StatedValue::plain(), without making one.
bool IsPlainDay(std::string_view date) {
  constexpr std::size_t kDaySize = 10;  // yyyy-mm-dd, and an instant is longer
  if (date.size() < kDaySize || date.find('/') != std::string_view::npos) return false;
  if (date.size() > kDaySize) return date[kDaySize] == 'T';
  return date.find_first_not_of("0123456789-") == std::string_view::npos;
}

bool IsPlain(capnp::AnyPointer::Reader pointer, StatedValue::Kind kind) {
  const auto exact = [](const auto& value) { return value.getBound() == schema::Bound::EXACT; };
  switch (kind) {
    case StatedValue::Kind::kMoney: {
      const auto value = pointer.getAs<schema::Money>();
      return value.isAmount() && exact(value);
    }
    case StatedValue::Kind::kQuantity: {
      const auto value = pointer.getAs<schema::Quantity>();
      return value.isValue() && exact(value);
    }
    case StatedValue::Kind::kShare: {
      const auto value = pointer.getAs<schema::Share>();
      return value.isPercent() && exact(value);
    }
    case StatedValue::Kind::kWhen: {
      const auto value = pointer.getAs<schema::When>();
      return value.isDate() && value.getRaw().size() == 0 && IsPlainDay(View(value.getDate()));
    }
  }
  return false;
}

std::uint16_t UnionValue(const capnp::AnyStruct::Reader& body, const StructInfo& info) {
  const capnp::Data::Reader data = body.getDataSection();
  const std::size_t at = std::size_t{info.union_slot} * 2;
  if (at + 2 > data.size()) return 0;  // canonical records drop trailing zeros
  return static_cast<std::uint16_t>(data[at] | (data[at + 1] << 8));
}

bool AllPlainIn(const capnp::AnyStruct::Reader& body, const StructInfo& info) {
  const auto pointers = body.getPointerSection();
  for (const FieldInfo& field : info.fields) {
    if (field.kind != ValueKind::kStruct && field.kind != ValueKind::kGroup) continue;
    if (field.union_value >= 0 && field.union_value != UnionValue(body, info)) continue;
    if (field.kind == ValueKind::kGroup) {
      if (!AllPlainIn(body, *field.structure)) return false;
      continue;
    }
    if (field.slot >= pointers.size() || pointers[field.slot].isNull()) continue;
    const auto kind = KindOf(*field.structure);
    if (field.list) {
      // Lists of values are rare: whoever has one is read out.
      if (kind) return false;
      const auto list = pointers[field.slot].getAs<capnp::AnyList>();
      for (const auto element : list.as<capnp::List<capnp::AnyStruct>>())
        if (!AllPlainIn(element, *field.structure)) return false;
    } else if (kind) {
      if (!IsPlain(pointers[field.slot], *kind)) return false;
    } else if (!AllPlainIn(pointers[field.slot].getAs<capnp::AnyStruct>(), *field.structure)) {
      return false;
    }
  }
  return true;
}

// Whether a value can stand anywhere in the struct; `seen` for structs that hold themselves.
bool Reaches(const StructInfo& info, std::unordered_set<const StructInfo*>& seen) {
  if (!seen.insert(&info).second) return false;
  for (const FieldInfo& field : info.fields) {
    if (field.structure == nullptr || field.kind == ValueKind::kSealed) continue;
    if (KindOf(*field.structure) || Reaches(*field.structure, seen)) return true;
  }
  return false;
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
  std::unordered_set<const StructInfo*> seen;
  return holds_[&info] = Reaches(info, seen);
}

std::vector<StatedValue> StatedValueReader::Read(const Event& event) {
  std::vector<StatedValue> found;
  const StructInfo& info = *event.type_info().body;
  if (HoldsValues(info)) Walk(found).Struct(event.impl().body.getAs<capnp::AnyStruct>(), info, "");
  return found;
}

bool StatedValueReader::AllPlain(const Event& event) {
  const StructInfo& info = *event.type_info().body;
  return !HoldsValues(info) || AllPlainIn(event.impl().body.getAs<capnp::AnyStruct>(), info);
}

bool StatedValue::plain() const {
  if (state != State::kGiven) return false;
  if (kind == Kind::kWhen) return raw.empty() && first && first == last;
  return bound == "exact" && low == high;
}

const StatedValue* FindStated(const std::vector<StatedValue>& values, std::string_view path) {
  for (const StatedValue& value : values)
    if (value.path == path) return &value;
  return nullptr;
}

}  // namespace sinetti
