// Paths of the test data written by others, which is not part of the project.  A test that needs it
// begins with SINETTI_NEEDS_SHARED_DATA and skips where the data is absent.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace sinetti::testing_support {

inline std::filesystem::path SharedData(const std::string& relative) {
  return std::filesystem::path(SINETTI_SHARED_DIR) / "data" / relative;
}

// The whole file; an empty text and a failed test when it can't be read.
inline std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << "couldn't read " << path;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace sinetti::testing_support

#define SINETTI_NEEDS_SHARED_DATA(relative)                                       \
  if (!std::filesystem::exists(::sinetti::testing_support::SharedData(relative))) \
  GTEST_SKIP() << "test data " << ::sinetti::testing_support::SharedData(relative) << " is absent"
