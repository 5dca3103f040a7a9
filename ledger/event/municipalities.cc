#include "ledger/event/municipalities.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace sinetti {

namespace internal {
extern const MunicipalityRow kMunicipalityRows[];
extern const std::size_t kMunicipalityRowCount;
}  // namespace internal

namespace {

using internal::MunicipalityRow;

const MunicipalityRow* Begin() { return internal::kMunicipalityRows; }
const MunicipalityRow* End() { return Begin() + internal::kMunicipalityRowCount; }

const MunicipalityRow* FindRow(int code) {
  const MunicipalityRow* row = std::lower_bound(
      Begin(), End(), code, [](const MunicipalityRow& r, int wanted) { return r.code < wanted; });
  return row != End() && row->code == code ? row : nullptr;
}

}  // namespace

std::string Municipality::code() const {
  const std::string digits = std::to_string(row_->code);
  return std::string(3 - digits.size(), '0') + digits;
}

std::string_view Municipality::name(Language language) const {
  return language == Language::kSwedish ? row_->name_sv : row_->name_fi;
}

bool Municipality::InForce(Date day) const {
  const bool begun = row_->founded == 0 || day >= DateOf(row_->founded, 1, 1);
  return begun && (!ceased() || day < ceased_on());
}

bool Municipality::MayBeNamedOn(Date day) const {
  return InForce(day) || (ceased() && day == ceased_on());
}

Date Municipality::ceased_on() const {
  SINETTI_CHECK(ceased());
  return DateOf(row_->ceased, 1, 1);
}

std::vector<Municipality> Municipality::successors() const {
  std::vector<Municipality> found;
  for (const int code : row_->successors)
    if (code != 0) found.push_back(Municipality(FindRow(code)));
  return found;
}

Municipality Municipality::AsOf(Date day) const {
  Municipality current = *this;
  while (current.ceased() && day >= current.ceased_on())
    current = Municipality(FindRow(current.row_->successors[0]));
  return current;
}

bool FindMunicipality(std::string_view code, Municipality& found) {
  if (code.size() != 3) return false;
  int number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  const MunicipalityRow* row = FindRow(number);
  if (row == nullptr) return false;
  found = Municipality(row);
  return true;
}

std::vector<Municipality> MunicipalitiesOn(Date day) {
  std::vector<Municipality> found;
  for (const MunicipalityRow* row = Begin(); row != End(); ++row)
    if (Municipality(row).InForce(day)) found.push_back(Municipality(row));
  return found;
}

}  // namespace sinetti
