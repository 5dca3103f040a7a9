// Assertions on Result<T> that print the error.
#pragma once

#include <gtest/gtest.h>

#include "ledger/base/result.h"

namespace sinetti::testing_support {

template <typename T>
::testing::AssertionResult IsOk(const Result<T>& result) {
  if (result) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << ErrorCodeName(result.error().code) << ": " << result.error().message;
}

template <typename T>
::testing::AssertionResult FailsWith(const Result<T>& result, ErrorCode code) {
  if (result) return ::testing::AssertionFailure() << "it succeeded";
  if (result.error().code == code) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << "code is " << ErrorCodeName(result.error().code) << ": " << result.error().message;
}

}  // namespace sinetti::testing_support

#define ASSERT_OK(expression) ASSERT_TRUE(::sinetti::testing_support::IsOk((expression)))
#define EXPECT_OK(expression) EXPECT_TRUE(::sinetti::testing_support::IsOk((expression)))
#define EXPECT_FAILS(expression, code) \
  EXPECT_TRUE(::sinetti::testing_support::FailsWith((expression), (code)))
