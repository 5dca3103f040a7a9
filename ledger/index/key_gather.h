// Turns the order of the ledger into the order of the map: takes each event with its keys, gives
// each key once with its events (docs/format/index.md, "Fold").  Memory is bounded: what does not
// fit is sorted and put aside in an unnamed temporary file, which is gone however the program ends.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/base/result.h"

namespace sinetti {

struct KeyEvent {
  Sequence sequence;
  Hash leaf;

  friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};

// Keys in rising order of their hashes, each with its events in the order of the ledger.  A key
// with many events comes in several parts, one after the other.  One thread at a time.
class KeyStream {
 public:
  virtual ~KeyStream() = default;

  // To the first part, then to the next; false behind the last.  kEnvironment: the temporary file
  // could not be read.
  virtual Result<bool> Next() = 0;

  // Of the part where the stream stands; valid until Next.
  virtual const Hash& key() const = 0;
  virtual std::span<const KeyEvent> events() const = 0;
};

class KeyGather {
 public:
  static constexpr std::size_t kMemoryBytesMax = 192 << 20;

  explicit KeyGather(std::size_t memory_bytes_max = kMemoryBytesMax);
  ~KeyGather();

  // The next event of the ledger and the hashes of its keys, each once.  kEnvironment: there is no
  // room for temporary files (their folder is TMPDIR, or /tmp).
  Result<void> Add(const KeyEvent& event, std::span<const Hash> keys);

  // Everything that was added.  The gather is empty then.
  Result<std::unique_ptr<KeyStream>> Finish();

 private:
  class Memory;
  class Spilled;
  class Merged;

  std::size_t memory_bytes_max_;
  std::unique_ptr<Memory> memory_;
  std::vector<std::unique_ptr<Spilled>> spilled_;
};

}  // namespace sinetti
