// What is declared of event types is true of their schemas, and no type whose fields call for a
// check is left out: it is declared, checked elsewhere, or named here with the reason why not.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "ledger/event/type_registry.h"
#include "replay/views/awaited.h"
#include "replay/views/duties.h"
#include "replay/views/relations.h"

namespace sinetti {
namespace {

const TypeRegistry& Registry() {
  static const TypeRegistry registry = TypeRegistry::Builtin();
  return registry;
}

// The field at a path of the type's body; null when there is none.  "shares[].share", "a.b".
const FieldInfo* FieldAt(std::string_view type, std::string path) {
  const TypeInfo* info = Registry().Find(type);
  if (info == nullptr) return nullptr;
  const StructInfo* structure = info->body;
  const FieldInfo* field = nullptr;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    std::string name = path.substr(at, end - at);
    const bool list = name.ends_with("[]");
    if (list) name.resize(name.size() - 2);
    if (structure == nullptr) return nullptr;
    field = structure->Find(name);
    if (field == nullptr || field->list != list) return nullptr;
    structure = field->structure;
    at = end + 1;
  }
  return field;
}

void ExpectKey(std::string_view type, std::string_view fields) {
  for (std::size_t at = 0; at < fields.size();) {
    const std::size_t end = std::min(fields.find(' ', at), fields.size());
    const std::string field(fields.substr(at, end - at));
    if (field[0] != '@' && field != "=")
      EXPECT_NE(FieldAt(type, field), nullptr) << type << " has no field " << field;
    at = end + 1;
  }
}

template <typename Declarations>
void ExpectByType(const Declarations& declarations) {
  EXPECT_TRUE(std::is_sorted(declarations.begin(), declarations.end(),
                             [](const auto& a, const auto& b) { return a.type < b.type; }));
}

TEST(Declarations, OfDutiesNameTypesAndFieldsThatThereAre) {
  ExpectByType(DutyDeclarations());
  for (const DutyDeclaration& duty : DutyDeclarations()) {
    EXPECT_NE(Registry().Find(duty.type), nullptr) << duty.type;
    ExpectKey(duty.type, duty.key);
    ExpectKey(duty.type, duty.who);
    ExpectKey(duty.type, duty.party);
    for (const std::string_view path : {duty.day, duty.money})
      if (!path.empty()) EXPECT_NE(FieldAt(duty.type, std::string(path)), nullptr) << path;
  }
}

TEST(Declarations, OfRelationsNameTypesAndFieldsThatThereAre) {
  ExpectByType(RelationDeclarations());
  for (const RelationDeclaration& one : RelationDeclarations())
    for (const std::string_view path : {one.one, one.other, one.result, one.period})
      if (!path.empty())
        EXPECT_NE(FieldAt(one.type, std::string(path)), nullptr) << one.type << " " << path;
}

TEST(Declarations, OfAwaitedDaysNameTypesAndFieldsThatThereAre) {
  for (const AwaitedDeclaration& one : AwaitedDeclarations()) {
    EXPECT_NE(FieldAt(one.opens, std::string(one.due)), nullptr) << one.opens;
    ExpectKey(one.opens, one.key);
    ExpectKey(one.closes, one.key);
  }
}

// Every type with two fields that say when something begins and ends has its order checked.
TEST(Declarations, CoverEveryTypeThatHasABeginningAndAnEnd) {
  const std::pair<std::string, std::string> kPairs[] = {
      {"from", "to"},           {"from", "until"},
      {"start", "end"},         {"termStart", "termEnd"},
      {"validFrom", "validTo"}, {"periodFrom", "periodTo"},
      {"plannedOn", "due"},     {"orderedOn", "due"},
      {"imposedOn", "due"},     {"caseStarted", "caseEnded"}};
  std::set<std::string> declared;
  for (const RelationDeclaration& one : RelationDeclarations())
    if (one.kind == RelationKind::kOrder) declared.insert(std::string(one.type));
  for (const TypeInfo& type : Registry().types()) {
    const auto is_day = [&](const std::string& name) {
      const FieldInfo* field = type.body->Find(name);
      if (field == nullptr || field->list) return false;
      return field->kind == ValueKind::kText
                 ? field->identifier == IdentifierKind::kDate
                 : field->structure != nullptr && field->structure->name == "When";
    };
    for (const auto& [begins, ends] : kPairs)
      if (is_day(begins) && is_day(ends))
        EXPECT_TRUE(declared.contains(type.name)) << type.name << ": " << begins << ", " << ends;
  }
}

}  // namespace
}  // namespace sinetti
