// The verifiable index by its definition (docs/format/index.md) and nothing else: a std::map, and a
// root computed bit by bit with strings of zeros and ones.  Shares no code with ledger/index.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/crypto/sha256.h"

namespace sinetti::testing_support {

class NaiveMap {
 public:
  void Add(const std::string& key, const Hash& leaf) {
    Value& value = values_[Bits(HashOf({AsBytes(key)}))];
    value.key = HashOf({AsBytes(key)});
    ++value.count;
    Bytes bytes{0x03};
    Append(bytes, value.head.view());
    Append(bytes, leaf.view());
    value.head = HashOf({bytes});
  }

  Hash Root() const { return Subtree(""); }
  std::size_t size() const { return values_.size(); }

 private:
  struct Value {
    Hash key;
    std::uint64_t count = 0;
    Hash head;
  };

  static void Append(Bytes& to, ByteView bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

  static std::string Bits(const Hash& hash) {
    std::string bits;
    for (const std::uint8_t byte : hash.bytes)
      for (int i = 7; i >= 0; --i) bits += (byte >> i & 1) != 0 ? '1' : '0';
    return bits;
  }

  Hash Subtree(const std::string& prefix) const {
    const auto first = values_.lower_bound(prefix);
    const auto end = values_.lower_bound(prefix + "2");
    if (first == end) return {};
    Bytes bytes;
    if (std::next(first) == end) {
      bytes.push_back(0x06);
      Append(bytes, first->second.key.view());
      for (int i = 7; i >= 0; --i)
        bytes.push_back(static_cast<std::uint8_t>(first->second.count >> (8 * i)));
      Append(bytes, first->second.head.view());
    } else {
      bytes.push_back(0x05);
      Append(bytes, Subtree(prefix + "0").view());
      Append(bytes, Subtree(prefix + "1").view());
    }
    return HashOf({bytes});
  }

  std::map<std::string, Value> values_;  // by the bits of the key hash
};

}  // namespace sinetti::testing_support
