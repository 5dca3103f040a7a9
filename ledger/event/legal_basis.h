// One legal basis as text: act:section[:moment][@as-of][#draft|#repealed], for example
// 741/2023:39:1@2026-01-01 (docs/format/event.md).  Views into the text; the text must outlive
// them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/date.h"
#include "ledger/base/result.h"

namespace sinetti {

struct LegalBasisText {
  enum class Status { kInForce, kDraft, kRepealed };

  std::string_view act;  // number/year: 741/2023
  std::string_view
      section;  // 39, 14 a (also written 14_a), 1.6 for chapter 1 section 6; may be empty
  std::string_view moment;  // 1, or 1.3 for item 3 of moment 1; may be empty
  std::optional<Date> as_of;
  Status status = Status::kInForce;
};

// kInvalid says which part is wrong.  The act alone ("741/2023") is a legal basis too.
Result<LegalBasisText> ParseLegalBasis(std::string_view text);

// As a message names them: "741/2023 section 39 subsection 1 and 434/2003 section 47".  `bases` are
// separated by spaces, each as ParseLegalBasis takes it.
std::string LegalBasesInWords(std::string_view bases);

// number/year, as the Statute Book of Finland numbers acts: "741/2023".
Result<void> CheckAct(std::string_view text);

}  // namespace sinetti
