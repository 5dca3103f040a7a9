// A draft: an event as the world hands it to us, parsed and valid, without a place in the ledger.
// Its protected values are still plain; the vault seals them, then EncodeDraft makes record bytes
// (docs/format/event.md, "Draft"; docs/format/sealing.md).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

// What the writer believes of the stream.  kExact counts events: 3 means "three are there".
struct ExpectedVersion {
  enum Kind { kAny, kNone, kExists, kExact } kind = kAny;
  StreamVersion exact;  // kExact only

  friend bool operator==(const ExpectedVersion&, const ExpectedVersion&) = default;
};

// A value that must be sealed.  `path` is where it stands in the draft, "data.findings[2].note";
// `subject` whose key seals it, a pseudonym or "stream:<name>".  `value` lives as long as the
// draft.
struct ProtectedField {
  std::string path;
  std::string subject;
  std::string_view value;
};

class Draft {
 public:
  Draft(Draft&&) noexcept;
  Draft& operator=(Draft&&) noexcept;
  ~Draft();

  // Views that live as long as the draft.
  std::string_view source() const;
  std::string_view id() const;
  std::string_view type() const;
  std::string_view stream() const;
  std::string_view client() const;  // the client's pseudonym, or empty
  ExpectedVersion expected_version() const;
  const TypeInfo& type_info() const;

  // In the order of the draft.
  const std::vector<ProtectedField>& protected_fields() const;

  // Puts `commitment` and `box` in place of protected field `index` in the record, and
  // `draft_commitment` (HMAC-SHA256 of the value under the subject's key) with an empty box in the
  // digest form.  May be called again; the last call counts.
  void SetSealed(std::size_t index, const Hash& commitment, ByteView box,
                 const Hash& draft_commitment);

  struct Impl;  // ledger/event/draft_tree.h; for the folder's own use
  explicit Draft(std::unique_ptr<Impl> impl);
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
