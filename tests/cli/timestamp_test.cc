// Time-stamps through the program, of an authority that the command `openssl ts` plays.
#include <gmock/gmock.h>

#include <cstdlib>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using testing_support::Ran;
using testing_support::Workplace;

constexpr char kOpenssl[] = R"(
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[stamps]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
other_policies = 1.3.6.1.4.1.99999.2
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
)";

class Stamped : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::system("openssl version > /dev/null 2>&1") != 0)
      GTEST_SKIP() << "no command openssl to play the authority";
    place_.Write("openssl.cnf", kOpenssl);
    place_.Write("serial", "01\n");
    const std::string key =
        "openssl req -config openssl.cnf -newkey ec "
        "-pkeyopt ec_paramgen_curve:P-256 -nodes ";
    Shell(key + "-x509 -extensions root -days 3650 -subj /CN=Root -keyout root.key -out root.pem");
    Shell(key + "-subj /CN=Authority -keyout tsa.key -out tsa.csr");
    Shell(
        "openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 "
        "-extfile openssl.cnf -extensions stamps -out tsa.pem");
    Shell(key + "-x509 -extensions root -days 3650 -subj /CN=Root -keyout x.key -out stranger.pem");
    Expect(0, {"init", "--origin", "testi.fi/loki"});
    place_.Write("ledger.vkey", Expect(0, {"key", "show"}).out);
    Grow();
  }

  void Shell(const std::string& command) {
    const std::string all = "cd '" + place_.Path("") + "' && " + command + " > /dev/null 2>&1";
    ASSERT_EQ(std::system(all.c_str()), 0) << command;
  }
  Ran Expect(int exit_code, const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code) << arguments[0] << ": " << ran.out << ran.err;
    return ran;
  }
  void Grow() {
    const std::string id = "o" + std::to_string(++events_);
    Expect(0, {"record", "org.registered", "--stream", id, "--set", "orgId=" + id, "--set",
               "name=X", "--set", "sector=public"});
    Expect(0, {"checkpoint", "-o", "checkpoint"});
  }
  void Answer(const std::string& name) {
    Shell("openssl ts -reply -config openssl.cnf -queryfile " + name + ".tsq -out " + name +
          ".tsr");
  }
  Ran Attach(int exit_code, const std::string& name, const std::string& request,
             const std::string& authority = "root.pem") {
    return Expect(exit_code, {"timestamp", "attach", name + ".tsr", "--request", request + ".tsq",
                              "--authority", authority});
  }
  // One more stamp, asked for by `request` or `renew`.
  void Stamp(std::vector<std::string> asking, const std::string& name) {
    asking.insert(asking.begin(), "timestamp");
    asking.insert(asking.end(), {"-o", name + ".tsq"});
    Expect(0, asking);
    Answer(name);
    Attach(0, name, name);
  }

  Workplace place_;
  int events_ = 0;
};

TEST_F(Stamped, ACheckpointIsStampedAndEverybodyCanTellSinceWhen) {
  EXPECT_THAT(Expect(0, {"timestamp", "show"}).err, HasSubstr("sinetti timestamp request"));
  Stamp({"request"}, "first");
  EXPECT_THAT(Expect(0, {"timestamp", "show"}).out,
              AllOf(StartsWith("checkpoint of 1 event: 1 stamp"), HasSubstr("sha256")));
  const Ran own = Expect(0, {"timestamp", "check", "--authority", "root.pem"});
  EXPECT_THAT(own.out,
              AllOf(StartsWith("The time-stamps hold. The checkpoint existed on 20"),
                    HasSubstr("says CN=Authority"), HasSubstr("policy 1.3.6.1.4.1.99999.1")));

  // Elsewhere, without the ledger: the checkpoint, or a proof that ends in it, and the stamps.
  Expect(0, {"timestamp", "show", "1", "-o", "1.stamps"});
  Expect(0, {"prove", "inclusion", "0", "-o", "event.proof"});
  for (const char* file : {"checkpoint", "event.proof"})
    for (const char* stamps : {"1.stamps", "first.tsr"})
      EXPECT_THAT(Expect(0, {"-l", "nowhere", "timestamp", "check", file, stamps, "--authority",
                             "root.pem", "--key", "ledger.vkey"})
                      .out,
                  Not(HasSubstr("was not checked")));
  EXPECT_THAT(Expect(0, {"-l", "nowhere", "timestamp", "check", "checkpoint", "1.stamps",
                         "--authority", "tsa.pem", "--json"})
                  .out,
              AllOf(StartsWith("{\"valid\":true,\"existedBy\":\"20"),
                    HasSubstr("\"signatureChecked\":false"), HasSubstr("\"good\":true")));

  EXPECT_THAT(Expect(0, {"verify"}).out, HasSubstr("time-stamps: of 1 checkpoint, not looked at"));
  EXPECT_THAT(Expect(0, {"verify", "--authority", "root.pem"}).out,
              AllOf(HasSubstr("time-stamped: 1 event existed on 20"), HasSubstr("CN=Authority")));
  EXPECT_THAT(Expect(0, {"verify", "--authority", "root.pem", "--json"}).out,
              HasSubstr("\"timestamps\":{\"stamped\":1,\"asked\":true,\"bad\":0"));
}

TEST_F(Stamped, WhatDoesNotHoldIsRefusedAndNotKept) {
  Expect(0, {"timestamp", "request", "-o", "a.tsq"});
  Expect(0, {"timestamp", "request", "checkpoint", "-o", "b.tsq"});
  Answer("a");
  EXPECT_THAT(Attach(1, "a", "b").err, HasSubstr("its nonce is"));
  EXPECT_THAT(Attach(1, "a", "a", "stranger.pem").err, HasSubstr("CN=Authority"));
  EXPECT_THAT(Attach(2, "a", "a", "ledger.vkey").err, HasSubstr("no certificate (PEM)"));
  std::string changed = place_.Read("a.tsr");
  changed[changed.size() - 9] ^= 1;
  place_.Write("changed.tsr", changed);
  Attach(1, "changed", "a");
  place_.Write("broken.tsr", "x" + changed);
  Attach(2, "broken", "a");
  // A policy that the authority does not have: it says no.
  Expect(0, {"timestamp", "request", "--policy", "1.3.6.1.4.1.99999.3", "-o", "no.tsq"});
  Answer("no");
  EXPECT_THAT(Attach(2, "no", "no").err, HasSubstr("status 2, rejected"));
  // Another ledger's checkpoint.
  Expect(0, {"-l", "other", "init", "--origin", "toinen.fi/loki"});
  Expect(0, {"-l", "other", "checkpoint"});
  Expect(0, {"-l", "other", "timestamp", "request", "-o", "other.tsq"});
  Answer("other");
  EXPECT_THAT(Attach(2, "other", "other").err, HasSubstr("no checkpoint of this ledger"));
  EXPECT_EQ(Expect(0, {"timestamp", "show"}).out, "");
  Expect(2, {"timestamp", "check", "--authority", "root.pem"});

  Attach(0, "a", "a");
  EXPECT_THAT(Expect(1, {"timestamp", "check", "--authority", "stranger.pem"}).out,
              HasSubstr("Not all time-stamps hold. Nobody who is trusted"));
  EXPECT_THAT(Expect(1, {"verify", "--authority", "stranger.pem"}).out,
              HasSubstr("not time-stamped"));
  EXPECT_THAT(Expect(2, {"timestamp", "request"}).err, HasSubstr("sinetti timestamp renew 1"));
  Expect(2, {"timestamp", "check", "--authority", "root.pem", "--distrust", "md5@2030-01-01"});
}

TEST_F(Stamped, StampsAreRenewedWithTheSameHashAndWithAnother) {
  Expect(2, {"timestamp", "renew", "1", "-o", "x"});
  Stamp({"request", "1"}, "first");
  Grow();
  Stamp({"renew", "1"}, "second");
  Stamp({"renew", "1", "--hash", "sha512"}, "third");
  Stamp({"request", "--hash", "sha512", "--policy", "1.3.6.1.4.1.99999.2"}, "newest");
  EXPECT_THAT(Expect(0, {"timestamp", "show"}).out,
              AllOf(HasSubstr("checkpoint of 1 event: 3 stamps"),
                    HasSubstr("checkpoint of 2 events: 1 stamp")));
  EXPECT_THAT(Expect(0, {"timestamp", "check", "1", "--authority", "root.pem", "--json"}).out,
              AllOf(HasSubstr("\"entriesChecked\":true"), HasSubstr("\"chain\":2")));
  Expect(0, {"verify", "--authority", "root.pem"});
  Expect(0, {"timestamp", "check", "--authority", "root.pem", "--distrust",
             "sha384@2026-01-01T00:00:00Z"});
  EXPECT_THAT(
      Expect(1, {"timestamp", "check", "--authority", "root.pem", "--at", "2060-01-01"}).out,
      HasSubstr("the certificate of its authority ended"));
  Expect(1, {"timestamp", "check", "--authority", "root.pem", "--distrust",
             "ecdsa@2026-01-01T00:00:00Z"});
  Expect(0, {"timestamp", "show", "1", "-o", "1.stamps"});
  Expect(0, {"prove", "inclusion", "0", "-o", "event.proof"});
  EXPECT_THAT(
      Expect(2, {"timestamp", "check", "event.proof", "1.stamps", "--authority", "root.pem"}).err,
      HasSubstr("of a checkpoint of 1 events, this one is of 2"));
}

TEST_F(Stamped, AnEvidencePackCarriesThemAndIsJudgedWithoutTheLedger) {
  const auto pack = [&](const std::string& file) {
    Expect(0, {"evidence", "pack", "stream:o1", "--to", "hallinto-oikeus", "--purpose", "valitus",
               "--ground", "808/2019:42", "--until", "1", "-o", file});
  };
  const auto check = [&](int exit_code, std::vector<std::string> options,
                         const std::string& file = "stamped") {
    std::vector<std::string> all = {"-l", "nowhere", "evidence",   "check",
                                    file, "--key",   "ledger.vkey"};
    all.insert(all.end(), options.begin(), options.end());
    return Expect(exit_code, all).out;
  };
  pack("bare");
  EXPECT_THAT(check(1, {"--authority", "root.pem"}, "bare"), HasSubstr("holds no time-stamp"));
  Stamp({"request", "1"}, "first");
  Stamp({"renew", "1"}, "second");
  Stamp({"renew", "1", "--hash", "sha512"}, "third");
  pack("stamped");
  EXPECT_THAT(check(0, {}), AllOf(HasSubstr("time-stamp  20"), HasSubstr("CN=Authority"),
                                  HasSubstr("give the authority's certificate")));
  EXPECT_THAT(check(0, {"--authority", "root.pem"}),
              AllOf(HasSubstr("existed on  20"), HasSubstr("stamp 3"), HasSubstr("hashed anew")));
  EXPECT_THAT(
      check(0, {"--authority", "root.pem", "--json"}),
      AllOf(HasSubstr("\"stampsJudged\":true,\"existedBy\":\"20"), HasSubstr("\"good\":true")));
  EXPECT_THAT(check(1, {"--authority", "stranger.pem"}), HasSubstr("no authority that is trusted"));
  EXPECT_THAT(check(1, {"--authority", "root.pem", "--at", "2060-01-01"}),
              HasSubstr("the certificate of its authority ended"));
  check(1, {"--authority", "root.pem", "--distrust", "ecdsa@2026-01-01T00:00:00Z"});
  check(2, {"--distrust", "ecdsa@2026-01-01T00:00:00Z"});
  // Newer stamps come beside it.
  Expect(0, {"timestamp", "show", "1", "-o", "1.stamps"});
  Expect(0, {"timestamp", "check", "stamped", "1.stamps", "--authority", "root.pem"});
  Expect(0, {"prove", "inclusion", "0", "-o", "event.proof"});
  EXPECT_THAT(
      Expect(2, {"check-proof", "event.proof", "--key", "ledger.vkey", "--authority", "root.pem"})
          .err,
      HasSubstr("sinetti timestamp check event.proof"));
}

}  // namespace
}  // namespace sinetti
