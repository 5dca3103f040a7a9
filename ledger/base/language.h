// The three languages of the product.  Texts for people take one as an argument; nothing has a
// language by default, so that a report never mixes two.
#pragma once

#include <string>

namespace sinetti {

enum class Language { kFinnish, kSwedish, kEnglish };

// One text in the three languages, of static lifetime.
struct Text3 {
  const char* fi = "";
  const char* sv = "";
  const char* en = "";

  const char* In(Language language) const {
    switch (language) {
      case Language::kFinnish: return fi;
      case Language::kSwedish: return sv;
      case Language::kEnglish: return en;
    }
    return fi;
  }
};

// The same, with texts of its own.
struct LocalText {
  std::string fi;
  std::string sv;
  std::string en;

  friend bool operator==(const LocalText&, const LocalText&) = default;

  const std::string& In(Language language) const {
    switch (language) {
      case Language::kFinnish: return fi;
      case Language::kSwedish: return sv;
      case Language::kEnglish: return en;
    }
    return fi;
  }
};

}  // namespace sinetti
