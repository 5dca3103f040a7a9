// The whole-path measurements of the store and the log (docs/internals/performance.md): each prints
// its figures as ratios to a baseline measured beside it, in alternation.
#pragma once

#include <cstdint>
#include <string>

namespace sinetti::bench {

struct Scale {
  std::uint64_t events = 1'000'000;  // in the ledger that is opened, verified, proved from
  int rounds = 5;                    // alternations of baseline and ours
  std::string dir;                   // an empty folder on the disk to be measured
};

void BenchDurableAppend(
    const Scale& scale);                   // P1: one event, synced, with a proof; against a raw Put
void BenchBulkAppend(const Scale& scale);  // P2: batches of 1000; against a raw WriteBatch
void BenchConcurrentAppend(const Scale& scale);  // P3: 64 writers; against one
void BenchVerify(const Scale& scale);            // P5: against OpenSSL SHA-256 over the same bytes
void BenchOpenAfterKill(const Scale& scale);     // P8: open after kill -9
void BenchProof(const Scale& scale);             // P9: inclusion proofs

// A ledger of scale.events events whose writer was killed, made at the first call; measurements
// that change nothing run before P2, which appends to it.
std::string LargeLedger(const Scale& scale);

// The child of LargeLedger: fills a ledger and kills itself.
[[noreturn]] void FillAndDie(const std::string& dir, std::uint64_t events);

}  // namespace sinetti::bench
