#include "replay/fold/fold.h"

#include <unordered_map>

#include "ledger/event/edtf.h"
#include "replay/fold/event_feed.h"

namespace sinetti {
namespace {

// The views of a database, opened, by the event types they want.
class Appliers {
 public:
  static Result<Appliers> Open(Database& database, const TypeRegistry& registry,
                               const std::vector<const ViewDefinition*>& definitions) {
    Appliers appliers;
    for (const ViewDefinition* definition : definitions) {
      auto view = definition->open(database);
      if (!view) {
        return std::move(view).error().Within("view " + std::string(definition->name));
      }
      const Opened opened{definition, view->get()};
      if (definition->event_types.empty()) {
        for (const TypeInfo& type : registry.types()) appliers.by_type_[&type].push_back(opened);
      }
      for (const std::string_view name : definition->event_types) {
        const TypeInfo* type = registry.Find(name);
        if (type == nullptr) {
          return Error{ErrorCode::kUnsupported, "view " + std::string(definition->name) +
                                                    " folds the unknown event type " +
                                                    std::string(name)};
        }
        appliers.by_type_[type].push_back(opened);
      }
      for (const std::string_view name : definition->tells_of_before)
        appliers.of_before_[registry.Find(name)].push_back(opened);
      appliers.views_.push_back(std::move(view).value());
    }
    return appliers;
  }

  Result<void> Apply(const Event& event) { return ApplyTo(by_type_, event); }

  // To the views that want it before its day of effect.
  Result<void> ApplyEarly(const Event& event) { return ApplyTo(of_before_, event); }

  Result<void> Flush() {
    for (const auto& view : views_) SINETTI_TRY(view->Flush());
    return {};
  }

 private:
  struct Opened {
    const ViewDefinition* definition;
    View* view;
  };
  using ByType = std::unordered_map<const TypeInfo*, std::vector<Opened>>;

  static Result<void> ApplyTo(const ByType& by_type, const Event& event) {
    const auto wanted = by_type.find(&event.type_info());
    if (wanted == by_type.end()) return {};
    for (const Opened& opened : wanted->second) {
      if (auto applied = opened.view->Apply(event); !applied) {
        return std::move(applied).error().Within(
            "view " + std::string(opened.definition->name) + " at event " +
            std::to_string(event.sequence().value) + " (" + std::string(event.type()) + ")");
      }
    }
    return {};
  }

  std::vector<std::unique_ptr<View>> views_;
  ByType by_type_, of_before_;
};

// The first day on which the event has effect: its validity, else when it happened, else when it
// was recorded.
Date EffectiveDay(const Event& event) {
  const Envelope& envelope = event.envelope();
  if (auto from = ParseDate(envelope.effective_from); from) return *from;
  if (auto occurred = ParseEdtf(envelope.occurred); occurred) return occurred->first;
  return DayInHelsinki(event.recorded_at());
}

Result<ChainPosition> StartFrom(const Reader& reader, const ViewsMeta& meta) {
  SINETTI_ASSIGN(ChainPosition start, reader.PositionAt(meta.position));
  if (start.frontier.Root() == meta.root) return start;
  return Error{ErrorCode::kCorrupt,
               "the views were folded from a tree of size " + std::to_string(meta.position.value) +
                   " with root " + meta.root.hex() + ", the ledger has " +
                   start.frontier.Root().hex() + " there; next: sinetti verify"};
}

}  // namespace

Result<FoldOutcome> Fold(Database& database, const Reader& reader, const TypeRegistry& registry,
                         const std::vector<const ViewDefinition*>& views,
                         const FoldOptions& options) {
  SINETTI_ASSIGN(ViewsMeta meta, ReadMeta(database));
  FoldOutcome outcome{.from = meta.position, .to = meta.position, .meta = meta};
  if (options.until < meta.position) {
    return Error{ErrorCode::kInvalid, "the views stand at " + std::to_string(meta.position.value) +
                                          " events, past " + std::to_string(options.until.value) +
                                          "; next: sinetti replay --until into a file of its own"};
  }
  SINETTI_ASSIGN(const ChainPosition start, StartFrom(reader, meta));
  SINETTI_ASSIGN(Appliers appliers, Appliers::Open(database, registry, views));
  EventFeed feed(reader, registry, start,
                 {.until = options.until, .anchor = options.anchor, .threaded = options.threaded});

  bool at_end = false;
  while (!at_end) {
    SINETTI_TRY(database.Execute("BEGIN IMMEDIATE"));
    const auto fold_one_transaction = [&]() -> Result<void> {
      std::size_t seen = 0;
      while (seen < options.events_per_transaction) {
        SINETTI_ASSIGN(const EventBatch batch, feed.Next());
        if (batch.events.empty()) {
          at_end = true;
          break;
        }
        for (const Event& event : batch.events) {
          if (meta.as_of && EffectiveDay(event) > *meta.as_of) {
            ++outcome.withheld;
            SINETTI_TRY(appliers.ApplyEarly(event));
            continue;
          }
          SINETTI_TRY(appliers.Apply(event));
          ++outcome.applied;
        }
        seen += batch.events.size();
        meta.position = batch.after.size();
        meta.root = batch.after.frontier.Root();
        meta.recorded_at = batch.after.last_recorded_at;
      }
      SINETTI_TRY(appliers.Flush());
      SINETTI_TRY(WriteMeta(database, meta));
      return database.Execute("COMMIT");
    };
    if (auto folded = fold_one_transaction(); !folded) {
      (void)database.Execute("ROLLBACK");
      return std::move(folded).error();
    }
    // From here on these rows and their position are in the file together.
    outcome.to = meta.position;
    outcome.meta = meta;
    if (options.progress) options.progress(meta.position);
    if (!at_end && options.should_stop && options.should_stop()) break;
  }
  return outcome;
}

Result<TreeSize> SizeKnownAt(const Reader& reader, Timestamp moment) {
  std::uint64_t known = 0;
  std::uint64_t unknown = reader.size().value;
  while (known < unknown) {
    const std::uint64_t middle = known + (unknown - known) / 2;
    SINETTI_ASSIGN(const StoredEntry entry, reader.Read(Sequence{middle}));
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(entry.record));
    if (header.recorded_at <= moment) {
      known = middle + 1;
    } else {
      unknown = middle;
    }
  }
  return TreeSize{known};
}

}  // namespace sinetti
