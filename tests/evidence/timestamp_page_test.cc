// The worked examples of docs/format/timestamp.md, computed anew.
#include <gtest/gtest.h>

#include "ledger/evidence/timestamp_chain.h"
#include "tests/support/page.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using testing_support::ExampleIn;
using testing_support::ExpectExample;

constexpr char kPage[] = "docs/format/timestamp.md";

TEST(TimestampPage, ExamplesAreTrue) {
  const std::string note = ExampleIn("docs/format/checkpoint.md", "checkpoint");
  const Imprint first = FirstImprint(note, DigestAlgorithm::kSha256).value();
  ExpectExample(kPage, "imprint", first.Words() + "\n");
  EXPECT_EQ(first,
            FirstImprint(ExampleIn("docs/format/witness.md", "cosigned"), DigestAlgorithm::kSha256)
                .value());
  Bytes nonce(16);
  nonce[0] = 0x41;
  ExpectExample(kPage, "request",
                HexEncode(FormatTimestampRequest({first, nonce, ""}).value()) + "\n");

  TimestampRecord record{TreeSize{3}, {{DigestAlgorithm::kSha256, {}, {{1, 1, 1}}}}};
  std::string imprints = first.Words() + "\n" + RenewalImprint(record).Words() + "\n";
  record.chains[0].tokens.push_back({2, 2, 2});
  const Bytes root(64, 7);
  imprints += RehashImprint(record, note, DigestAlgorithm::kSha512, root).value().Words() + "\n";
  record.chains.push_back({DigestAlgorithm::kSha512, root, {{3, 3, 3}}});
  ExpectExample(kPage, "record", FormatTimestampRecord(record));
  ExpectExample(kPage, "imprints", imprints);
}

}  // namespace
}  // namespace sinetti
