// Look-ups in the registry; schema_reader.cc fills it.
#include "ledger/event/type_registry.h"

#include <algorithm>
#include <utility>

#include "ledger/base/nearest.h"
#include "ledger/event/schema_reader.h"

namespace sinetti {

TypeRegistry::TypeRegistry(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TypeRegistry::TypeRegistry(TypeRegistry&&) noexcept = default;
TypeRegistry& TypeRegistry::operator=(TypeRegistry&&) noexcept = default;
TypeRegistry::~TypeRegistry() = default;

const TypeInfo* TypeRegistry::Find(std::string_view name) const {
  const auto& types = impl_->types;
  const auto found = std::lower_bound(
      types.begin(), types.end(), name,
      [](const TypeInfo& type, std::string_view wanted) { return type.name < wanted; });
  return found != types.end() && found->name == name ? &*found : nullptr;
}

const std::vector<TypeInfo>& TypeRegistry::types() const { return impl_->types; }

std::vector<std::string_view> TypeRegistry::Nearest(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const TypeInfo& type : impl_->types) names.push_back(type.name);
  return NearestNames(name, names);
}

const EnumInfo& TypeRegistry::publicity() const { return *impl_->publicity; }
const EnumInfo& TypeRegistry::confidence() const { return *impl_->confidence; }
const EnumInfo& TypeRegistry::legal_status() const { return *impl_->legal_status; }
const StructInfo& TypeRegistry::record() const { return *impl_->record; }

}  // namespace sinetti
