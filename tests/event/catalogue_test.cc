// The catalogue of the design (domain page, A4) against the catalogue of the schemas: two lists,
// made by different hands.  The design writes names in short,
// `procurement.TenderReceived/Excluded`; a short name stands for a type of that family that ends
// with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string>
#include <vector>

#include "ledger/event/type_registry.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

std::string Lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

struct DesignName {
  std::string family;
  std::string name;
};

// The texts between backticks in the first cell of a row of a table.
std::vector<std::string> CodesOfFirstCell(const std::string& line) {
  const std::string cell = line.substr(1, line.find('|', 1) - 1);
  std::vector<std::string> codes;
  for (std::size_t at = cell.find('`'); at != std::string::npos; at = cell.find('`', at)) {
    const std::size_t end = cell.find('`', at + 1);
    codes.push_back(cell.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return codes;
}

std::vector<DesignName> NamesOfTheDesign(const std::string& page) {
  const std::size_t begin = page.find("### A4.1 ");
  std::istringstream rows(page.substr(begin, page.find("### A4.12 ") - begin));
  std::vector<DesignName> names;
  for (std::string line; std::getline(rows, line);) {
    if (!line.starts_with("| `")) continue;
    std::string family;
    for (const std::string& code : CodesOfFirstCell(line)) {
      std::istringstream parts(code);
      for (std::string part; std::getline(parts, part, '/');) {
        const std::size_t dot = part.find('.');
        if (dot != std::string::npos && dot > 0) family = part.substr(0, dot);
        const std::string name = dot == std::string::npos ? part : part.substr(dot + 1);
        names.push_back({Lower(family), Lower(name)});
      }
    }
  }
  return names;
}

TEST(Catalogue, HasATypeForEveryNameOfTheDesign) {
  const auto page = std::filesystem::path(SINETTI_SHARED_DIR) / "design" / "domain.md";
  if (!std::filesystem::exists(page)) GTEST_SKIP() << page << " is absent";
  const TypeRegistry registry = TypeRegistry::Builtin();
  const auto names = NamesOfTheDesign(testing_support::ReadFile(page));
  EXPECT_GT(names.size(), 400U);
  for (const DesignName& wanted : names) {
    const bool found = std::ranges::any_of(registry.types(), [&](const TypeInfo& type) {
      const std::string name = Lower(type.name);
      return name.starts_with(wanted.family + ".") && name.ends_with(wanted.name);
    });
    EXPECT_TRUE(found) << wanted.family << "." << wanted.name;
  }
}

}  // namespace
}  // namespace sinetti
