// Answers of time-stamping authorities, and the records in which they are kept.  A true answer to
// the checkpoint of docs/format/checkpoint.md stands in timestamp_seeds.txt, with the certificate
// of its root; nothing else can be made to be believed.
#include "ledger/base/check.h"
#include "ledger/crypto/der.h"
#include "ledger/evidence/timestamp_chain.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

struct Example {
  Bytes response;
  TimestampClaims claims;
  TimestampTrust trust;
  std::string note;
  TimestampRecord record;

  Example() {
    const auto lines = LinesOf("tests/fuzz/timestamp_seeds.txt");
    response = Base64Decode(lines.at(0)).value();
    trust.authorities =
        "-----BEGIN CERTIFICATE-----\n" + lines.at(1) + "\n-----END CERTIFICATE-----\n";
    for (const std::string& block : BlocksOf("docs/format/checkpoint.md"))
      for (std::string& found : NotesIn(block, "sinetti.example/ledger")) note = std::move(found);
    const ByteView token = TokenOfResponse(response).value();
    const CheckedTimestamp checked = CheckTimestampToken(token, trust.authorities).value();
    claims = checked.claims();
    trust.at = {claims.time.micros + 1};
    record = {TreeSize{3}, {{DigestAlgorithm::kSha256, {}, {Bytes(token.begin(), token.end())}}}};
    SINETTI_CHECK(CheckTimestampRecord(record, note, trust).value().good());
  }

  bool Said(const CheckedTimestamp& checked) const {
    return checked.claims().time == claims.time && checked.claims().imprint == claims.imprint &&
           checked.claims().nonce == claims.nonce && checked.claims().serial == claims.serial;
  }
};

const Example& TheExample() {
  static const Example example;
  return example;
}

void EatAnswer(ByteView input, const Example& example) {
  (void)RequireDer(input, "fuzz");
  (void)ParseTimestampRequest(input);
  const auto token = TokenOfResponse(input);
  if (!token) return;
  SINETTI_CHECK(token->size() <= input.size());
  const auto checked = CheckTimestampToken(*token, example.trust.authorities);
  SINETTI_CHECK(!checked || example.Said(*checked));
}

void EatRecord(std::string_view input, const Example& example) {
  const auto record = ParseTimestampRecord(input);
  if (!record) return;
  SINETTI_CHECK(FormatTimestampRecord(*record) == input);
  const auto report = CheckTimestampRecord(*record, example.note, example.trust);
  if (report && report->Vouched() != nullptr) SINETTI_CHECK(example.Said(*report->Vouched()));
}

}  // namespace

std::vector<std::string> Seeds() {
  const Example& example = TheExample();
  std::vector<std::string> seeds = BlocksOf("docs/format/timestamp.md");
  seeds.emplace_back(AsText(example.response));
  seeds.emplace_back(AsText(example.record.chains[0].tokens[0]));
  seeds.emplace_back(
      AsText(FormatTimestampRequest({example.claims.imprint, {0x41, 7}, "1.3.6.1"}).value()));
  seeds.push_back(FormatTimestampRecord(example.record));
  return seeds;
}

void Eat(std::string_view input) {
  const Example& example = TheExample();
  EatAnswer(AsBytes(input), example);
  EatRecord(input, example);
}

}  // namespace sinetti::fuzz
