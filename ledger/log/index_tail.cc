// See index_tail.h.
#include "ledger/log/index_tail.h"

#include <algorithm>
#include <mutex>
#include <string>

namespace sinetti {
namespace {

constexpr std::size_t kFirstSlots = 1024;

std::size_t Start(const Hash16& key, std::size_t slots) {
  std::uint64_t value;
  std::memcpy(&value, key.bytes.data(), sizeof value);
  return value & (slots - 1);  // a power of two
}

}  // namespace

template <typename KeyOf>
std::uint32_t& IndexTail::Table::Slot(const Hash16& key, const KeyOf& key_of) {
  std::size_t at = Start(key, slots_.size());
  while (slots_[at] != 0 && key_of(slots_[at] - 1) != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

template <typename KeyOf>
std::uint32_t IndexTail::Table::Find(const Hash16& key, const KeyOf& key_of) const {
  if (slots_.empty()) return 0;
  std::size_t at = Start(key, slots_.size());
  while (slots_[at] != 0 && key_of(slots_[at] - 1) != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

// Keeps the table at most half full.
template <typename KeyOf>
void IndexTail::Table::Reserve(const KeyOf& key_of) {
  if ((used_ + 1) * 2 <= slots_.size()) return;
  std::vector<std::uint32_t> old = std::move(slots_);
  slots_.assign(std::max(kFirstSlots, old.size() * 2), 0);
  for (const std::uint32_t row : old)
    if (row != 0) Slot(key_of(row - 1), key_of) = row;
}

Result<void> IndexTail::AddOne(const IndexRow& row) {
  const auto id_of = [this](std::uint32_t at) -> const Hash16& { return rows_[at].id; };
  const auto stream_of = [this](std::uint32_t at) -> const Hash16& { return rows_[at].stream; };
  const std::uint64_t sequence = first_.value + rows_.size();
  ids_.Reserve(id_of);
  streams_.Reserve(stream_of);
  std::uint32_t& id = ids_.Slot(row.id, id_of);
  if (id != 0)
    return Error{ErrorCode::kCorrupt, "entries " + std::to_string(first_.value + id - 1) + " and " +
                                          std::to_string(sequence) +
                                          " have the same source and id: run `sinetti verify`"};
  std::uint32_t& newest = streams_.Slot(row.stream, stream_of);
  if (newest != 0 && rows_[newest - 1].version.value + 1 != row.version.value)
    return Error{ErrorCode::kCorrupt,
                 "entry " + std::to_string(sequence) + " has stream version " +
                     std::to_string(row.version.value) + ", the one before it in its stream has " +
                     std::to_string(rows_[newest - 1].version.value) + ": run `sinetti verify`"};
  ids_.Added();
  if (newest == 0) streams_.Added();
  rows_.push_back(row);
  previous_in_stream_.push_back(newest);
  id = newest = static_cast<std::uint32_t>(rows_.size());
  return {};
}

Result<void> IndexTail::Add(std::span<const IndexRow> rows) {
  const std::unique_lock lock(mutex_);
  for (const IndexRow& row : rows) SINETTI_TRY(AddOne(row));
  return {};
}

std::optional<Sequence> IndexTail::FindId(const Hash16& id) const {
  const std::shared_lock lock(mutex_);
  const std::uint32_t row =
      ids_.Find(id, [this](std::uint32_t at) -> const Hash16& { return rows_[at].id; });
  if (row == 0) return std::nullopt;
  return Sequence{first_.value + row - 1};
}

std::optional<StreamHead> IndexTail::Head(const Hash16& stream) const {
  const std::shared_lock lock(mutex_);
  const std::uint32_t row =
      streams_.Find(stream, [this](std::uint32_t at) -> const Hash16& { return rows_[at].stream; });
  if (row == 0) return std::nullopt;
  return StreamHead{rows_[row - 1].version, Sequence{first_.value + row - 1}};
}

std::vector<Sequence> IndexTail::EventsOf(const Hash16& stream) const {
  const std::shared_lock lock(mutex_);
  std::vector<Sequence> events;
  std::uint32_t row =
      streams_.Find(stream, [this](std::uint32_t at) -> const Hash16& { return rows_[at].stream; });
  for (; row != 0; row = previous_in_stream_[row - 1])
    events.push_back(Sequence{first_.value + row - 1});
  std::reverse(events.begin(), events.end());
  return events;
}

std::size_t IndexTail::size() const {
  const std::shared_lock lock(mutex_);
  return rows_.size();
}

}  // namespace sinetti
