// Finnish municipality codes in time: names, first and last day, successors.  A source of 2007 may
// name a municipality that ceased in 2009; what it said stays valid, and who answers for it today
// is found by following the successors.  Table: municipalities_table.cc (generated).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/language.h"

namespace sinetti {

namespace internal {
struct MunicipalityRow {
  int code;
  const char* name_fi;
  const char* name_sv;
  int founded;        // year, 0: before 2001
  int ceased;         // first year without it, 0: still there
  int successors[2];  // 0: none
};
}  // namespace internal

// A row of the table; cheap to copy, lives as long as the program.
class Municipality {
 public:
  std::string code() const;                        // three digits
  std::string_view name(Language language) const;  // Finnish for English

  // In force on `day`; founding and ceasing are always on 1 January.  Before 2001 the table knows
  // no founding days and answers true.
  bool InForce(Date day) const;

  // Also true on the day of the change itself, when the event of the change names both sides.
  bool MayBeNamedOn(Date day) const;

  bool ceased() const { return row_->ceased != 0; }
  Date ceased_on() const;  // first day without it; only if ceased()

  // Who took over on that day: mostly one, two where the area was divided.
  std::vector<Municipality> successors() const;

  // The end of the chain on `day`: itself while in force, else the first successor's, and so on.
  Municipality AsOf(Date day) const;

 private:
  friend bool FindMunicipality(std::string_view, Municipality&);
  friend std::vector<Municipality> MunicipalitiesOn(Date);
  explicit Municipality(const internal::MunicipalityRow* row) : row_(row) {}
  const internal::MunicipalityRow* row_ = nullptr;

 public:
  Municipality() = default;  // to be filled by FindMunicipality
};

// False when no municipality has had the code since 2001.  `code` is three digits.
bool FindMunicipality(std::string_view code, Municipality& found);

// All that are in force on `day`, by code; complete from 2001-01-02.
std::vector<Municipality> MunicipalitiesOn(Date day);

}  // namespace sinetti
