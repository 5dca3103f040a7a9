// From a member's name to its number in one or two comparisons: how the parser finds fields and
// attributes without looking at the schema by name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sinetti {

class NameTable {
 public:
  // `name_of(i)` for i in [0, count); at most 255 names.
  template <class NameOf>
  void Build(std::size_t count, NameOf name_of) {
    std::size_t size = 8;
    while (size < 2 * count) size *= 2;
    slots_.assign(size, 0);
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = HashOfName(name_of(i)) & (size - 1);
      while (slots_[at] != 0) at = (at + 1) & (size - 1);
      slots_[at] = static_cast<std::uint8_t>(i + 1);
    }
  }

  // The number of `name`, or -1.
  template <class NameOf>
  int Find(std::string_view name, NameOf name_of) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = HashOfName(name) & mask; slots_[at] != 0; at = (at + 1) & mask)
      if (name_of(slots_[at] - 1u) == name) return slots_[at] - 1;
    return -1;
  }

 private:
  // FNV-1a: the names of one struct are few and short.
  static std::size_t HashOfName(std::string_view name) {
    std::uint32_t hash = 2166136261;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    return hash ^ hash >> 15;
  }

  std::vector<std::uint8_t> slots_ = std::vector<std::uint8_t>(1);  // number + 1; 0 is empty
};

}  // namespace sinetti
