// See draft_encoders.h.
#include "cli/commands/draft_encoders.h"

#include <algorithm>

namespace sinetti {
namespace {

// Together they bound the memory of a group: 1024 common drafts, or a few of the largest.
constexpr std::size_t kGroupDrafts = 1024;
constexpr std::size_t kGroupBytes = 1 << 20;

constexpr unsigned kThreadsMax = 4;
constexpr std::size_t kGroupsPerThread = 2;  // one in work, one waiting

Result<EncodedDraft> EncodeSealed(Draft draft, const Vault* vault) {
  if (vault == nullptr && !draft.protected_fields().empty()) return EncodedDraft{};
  return EncodeDraft(std::move(draft));
}

}  // namespace

void DraftGroup::Add(std::string_view json, std::uint64_t line) {
  lines_.push_back({line, text_.size(), text_.size() + json.size()});
  text_ += json;
}

bool DraftGroup::full() const {
  return lines_.size() >= kGroupDrafts || text_.size() >= kGroupBytes;
}

std::string_view DraftGroup::json(std::size_t index) const {
  const Line& line = lines_[index];
  return std::string_view(text_).substr(line.begin, line.end - line.begin);
}

void DraftGroup::Encode(DraftParser& parser, Vault* vault) {
  std::vector<Draft> drafts;
  std::vector<std::optional<Error>> wrong(lines_.size());
  drafts.reserve(lines_.size());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    auto draft = parser.Parse(json(i));
    if (draft) {
      drafts.push_back(std::move(draft).value());
    } else {
      wrong[i] = std::move(draft).error();
    }
  }
  if (vault != nullptr) sealed = vault->Seal(drafts);
  // A draft about somebody who was erased is refused by itself, and named by its line.
  const bool one_by_one = !sealed && sealed.error().code == ErrorCode::kConflict;
  if (!sealed && !one_by_one) return;
  sealed = {};
  encoded.reserve(lines_.size());
  auto next = drafts.begin();
  for (std::optional<Error>& error : wrong) {
    if (error) {
      encoded.emplace_back(*std::move(error));
      continue;
    }
    Draft& draft = *next++;
    auto alone = one_by_one ? vault->Seal(draft) : Result<void>();
    if (alone) {
      encoded.push_back(EncodeSealed(std::move(draft), vault));
    } else {
      encoded.emplace_back(std::move(alone).error());
    }
  }
}

DraftEncoders::DraftEncoders(const TypeRegistry& registry, Vault* vault)
    : registry_(registry), vault_(vault) {
  most_ = kGroupsPerThread * std::clamp(std::thread::hardware_concurrency(), 1U, kThreadsMax);
}

DraftEncoders::~DraftEncoders() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void DraftEncoders::Give(DraftGroup group) {
  in_flight_.push_back(std::make_unique<Slot>(Slot{std::move(group)}));
  if (threads_.size() * kGroupsPerThread < most_)
    threads_.emplace_back([this](const std::stop_token& stop) { Run(stop); });
  const std::lock_guard lock(mutex_);
  todo_.push_back(in_flight_.back().get());
  changed_.notify_all();
}

std::optional<DraftGroup> DraftEncoders::Take() {
  if (in_flight_.empty()) return std::nullopt;
  const std::unique_ptr<Slot> oldest = std::move(in_flight_.front());
  in_flight_.pop_front();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return oldest->done; });
  return std::move(oldest->group);
}

void DraftEncoders::Run(const std::stop_token& stop) {
  DraftParser parser(registry_);
  while (true) {
    Slot* slot = nullptr;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [&] { return !todo_.empty(); })) return;
      if (stop.stop_requested()) return;
      slot = todo_.front();
      todo_.pop_front();
    }
    slot->group.Encode(parser, vault_);
    const std::lock_guard lock(mutex_);
    slot->done = true;
    changed_.notify_all();
  }
}

}  // namespace sinetti
