// Worked examples in docs/: the fenced block after "<!-- example: NAME -->" must be what the code
// gives.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/support/shared_data.h"

namespace sinetti::testing_support {

// `page` is relative to the top of the project.  An empty text and a failed test when it isn't
// there.
inline std::string ExampleIn(const std::string& page, const std::string& name) {
  const std::string text = ReadFile(std::filesystem::path(SINETTI_SOURCE_DIR) / page);
  const std::size_t marker = text.find("<!-- example: " + name + " -->");
  const std::size_t fence = marker == text.npos ? text.npos : text.find("\n```", marker);
  const std::size_t begin = fence == text.npos ? text.npos : text.find('\n', fence + 1);
  const std::size_t end = begin == text.npos ? text.npos : text.find("\n```", begin);
  if (end == text.npos) {
    ADD_FAILURE() << page << " has no example '" << name << "'";
    return {};
  }
  return text.substr(begin + 1, end - begin);
}

// The page lies when this fails: the format changed, which needs a new version of it, or the page
// was edited by hand.  The message holds what belongs into the block.
inline void ExpectExample(const std::string& page, const std::string& name,
                          const std::string& computed) {
  EXPECT_TRUE(ExampleIn(page, name) == computed)
      << page << ", example '" << name << "', is not what the code gives:\n"
      << computed;
}

}  // namespace sinetti::testing_support
