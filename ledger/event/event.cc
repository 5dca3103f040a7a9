// Decoding: header, type, a check of the whole record, then the envelope as plain data.
#include "ledger/event/event.h"

#include <capnp/serialize.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "ledger/event/body.h"
#include "ledger/event/record_check.h"
#include "ledger/event/upcast.h"
#include "schemas/record.capnp.h"

namespace sinetti {
namespace {

// The record was checked to hold no loops and no overlaps, so how often it is read is no danger.
constexpr capnp::ReaderOptions kReaderOptions = {.traversalLimitInWords = ~std::uint64_t{0} >> 8,
                                                 .nestingLimit = 128};

std::string_view View(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

LegalBasis DecodeLegalBasis(schema::LegalBasis::Reader reader) {
  return {.act = View(reader.getAct()),
          .section = View(reader.getSection()),
          .moment = View(reader.getMoment()),
          .as_of = View(reader.getAsOf()),
          .status = static_cast<LegalStatus>(reader.getStatus())};
}

Provenance DecodeProvenance(schema::Provenance::Reader reader) {
  Provenance provenance = {
      .document = View(reader.getDocument()),
      .start = reader.getStart(),
      .end = reader.getEnd(),
      .span_sha256 = ByteView(reader.getSpanSha256().begin(), reader.getSpanSha256().size()),
      .quote = View(reader.getQuote()),
      .stated_by = View(reader.getStatedBy()),
      .confidence = static_cast<Confidence>(reader.getConfidence())};
  for (auto path : reader.getInvented()) provenance.invented.push_back(View(path));
  return provenance;
}

Envelope DecodeEnvelope(schema::Record::Reader record) {
  auto reader = record.getEnvelope();
  Envelope envelope = {.publicity = static_cast<Publicity>(record.getPublicity()),
                       .occurred = View(reader.getOccurred()),
                       .effective_from = View(reader.getEffectiveFrom()),
                       .effective_to = View(reader.getEffectiveTo()),
                       .actor = View(reader.getActor()),
                       .role = View(reader.getRole()),
                       .mandate = View(reader.getMandate()),
                       .provider = View(reader.getProvider()),
                       .unit = View(reader.getUnit()),
                       .matter = View(reader.getMatter()),
                       .contract = View(reader.getContract()),
                       .client = View(reader.getClient()),
                       .causation = View(reader.getCausation()),
                       .correlation = View(reader.getCorrelation()),
                       .relation = View(reader.getRelation()),
                       .relates_to = View(reader.getRelatesTo()),
                       .retention = View(reader.getRetention()),
                       .time = View(reader.getTime()),
                       .data_schema = View(reader.getDataSchema())};
  for (auto basis : reader.getLegalBasis()) envelope.legal_basis.push_back(DecodeLegalBasis(basis));
  if (reader.hasProvenance()) envelope.provenance = DecodeProvenance(reader.getProvenance());
  return envelope;
}

// The record in today's shape: everything as it was, and the body as its upcasts leave it.
kj::Array<capnp::word> Upcasted(schema::Record::Reader record, const TypeInfo& type,
                                std::uint16_t version, std::span<const Upcast> upcasts) {
  capnp::MallocMessageBuilder message;
  message.setRoot(record);
  auto body = message.getRoot<schema::Record>().getBody();
  for (; version < type.version; ++version) {
    const auto upcast = std::find_if(upcasts.begin(), upcasts.end(), [&](const Upcast& one) {
      return one.type == type.name && one.from == version;
    });
    SINETTI_CHECK(upcast != upcasts.end());
    upcast->apply(body);
  }
  return capnp::canonicalize(message.getRoot<schema::Record>().asReader());
}

}  // namespace

Event::Impl::Impl(kj::Array<capnp::word> record_words, const TypeInfo& info)
    : words(kj::mv(record_words)),
      segment(words),
      message(kj::arrayPtr(&segment, 1), kReaderOptions),
      type(&info) {}

Event::Event(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

const Hash& Event::leaf() const { return impl_->leaf; }
const RecordHeader& Event::header() const { return impl_->header; }
const Envelope& Event::envelope() const { return impl_->envelope; }
const TypeInfo& Event::type_info() const { return *impl_->type; }

Result<Event> DecodeEvent(const VerifiedEntry& entry, const TypeRegistry& registry) {
  return DecodeEvent(entry, registry, ReleasedUpcasts());
}

Result<Event> DecodeEvent(const VerifiedEntry& entry, const TypeRegistry& registry,
                          std::span<const Upcast> upcasts) {
  const ByteView stored = entry.record();
  if (stored.size() % sizeof(capnp::word) != 0 || stored.size() > kRecordBytesMax)
    return ReadRecordHeader(stored).error();
  // Cap'n Proto reads aligned words only, and the event must own its bytes.
  auto words = kj::heapArray<capnp::word>(stored.size() / sizeof(capnp::word));
  std::memcpy(words.begin(), stored.data(), stored.size());
  const ByteView record(reinterpret_cast<const std::uint8_t*>(words.begin()), stored.size());

  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(record));
  const std::string where = "entry " + std::to_string(entry.sequence().value) + ": ";
  if (header.sequence != entry.sequence())
    return Error{ErrorCode::kCorrupt, where + "the record says it is entry " +
                                          std::to_string(header.sequence.value) +
                                          "; run `sinetti verify`"};
  const TypeInfo* type = registry.Find(header.type);
  if (type == nullptr || header.type_version > type->version)
    return Error{ErrorCode::kUnsupported, where + "this program does not know version " +
                                              std::to_string(header.type_version) + " of type " +
                                              std::string(header.type) + "; use a newer sinetti"};
  if (auto checked = CheckRecord(record, registry.record(), *type->body); !checked)
    return std::move(checked).error().Within("entry " + std::to_string(entry.sequence().value));

  auto impl = std::make_unique<Event::Impl>(kj::mv(words), *type);
  impl->header = header;
  if (header.type_version < type->version) {
    const auto stored_root = impl->message.getRoot<schema::Record>();
    impl = std::make_unique<Event::Impl>(Upcasted(stored_root, *type, header.type_version, upcasts),
                                         *type);
    const auto bytes = impl->words.asBytes();
    SINETTI_ASSIGN(impl->header, ReadRecordHeader({bytes.begin(), bytes.size()}));
    SINETTI_CHECK(impl->header.type_version == header.type_version);
  }
  auto root = impl->message.getRoot<schema::Record>();
  impl->envelope = DecodeEnvelope(root);
  impl->body = root.getBody();
  impl->leaf = entry.leaf();
  return Event(std::move(impl));
}

}  // namespace sinetti
