// A draft's accessors, its arena and the two forms of its protected fields.
#include "ledger/event/draft.h"

#include <algorithm>
#include <utility>

#include "ledger/base/check.h"
#include "ledger/event/draft_tree.h"

namespace sinetti {

void* Arena::Allocate(std::size_t bytes) {
  const std::size_t words = wire::WordsForBytes(bytes);
  if (words > words_left_) {
    const std::size_t size = std::max(words, chunk_words_);
    chunks_.push_back(std::make_unique<std::uint64_t[]>(size));  // zeroed
    next_ = chunks_.back().get();
    words_left_ = size;
    chunk_words_ = std::min<std::size_t>(chunk_words_ * 2, 8192);
  }
  std::uint64_t* const start = next_;
  next_ += words;
  words_left_ -= words;
  return start;
}

Draft::Draft(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Draft::Draft(Draft&&) noexcept = default;
Draft& Draft::operator=(Draft&&) noexcept = default;
Draft::~Draft() = default;

std::string_view Draft::source() const { return impl_->source; }
std::string_view Draft::id() const { return impl_->id; }
std::string_view Draft::type() const { return impl_->type->name; }
std::string_view Draft::stream() const { return impl_->stream; }
std::string_view Draft::client() const { return impl_->client; }
ExpectedVersion Draft::expected_version() const { return impl_->expected; }
const TypeInfo& Draft::type_info() const { return *impl_->type; }

const std::vector<ProtectedField>& Draft::protected_fields() const {
  return impl_->protected_fields;
}

void Draft::SetSealed(std::size_t index, const Hash& commitment, ByteView box,
                      const Hash& draft_commitment) {
  SINETTI_CHECK(index < impl_->slots.size());
  SealedSlot& slot = impl_->slots[index];
  const auto keep = [this](ByteView bytes) {
    return PointerNode::Data(AsBytes(impl_->arena.Copy(AsText(bytes))));
  };
  slot.commitment = keep(commitment.view());
  slot.box = keep(box);
  slot.draft_commitment = keep(draft_commitment.view());
  slot.sealed = true;
}

}  // namespace sinetti
