#include "cli/commands/draft_source.h"

#include <utility>

#include "cli/io/files.h"
#include "ledger/event/draft_csv.h"

namespace sinetti {

std::string NameOfInput(const std::string& file) { return file == "-" ? "standard input" : file; }

DraftSource::DraftSource(const TypeRegistry& registry, Vault* vault)
    : registry_(registry), vault_(vault), parser_(registry) {}

Result<EncodedDraft> DraftSource::Encode(std::string_view json) {
  DraftGroup group;
  group.Add(json, 1);
  group.Encode(parser_, vault_);
  SINETTI_TRY(std::move(group.sealed));
  return std::move(group.encoded.front());
}

// One file on its way through the encoders.
class DraftSource::Flow {
 public:
  Flow(DraftSource& source, const std::string& name, const EncodedSink& sink)
      : source_(source),
        encoders_(source.registry_, source.vault_),
        place_{.file = name},
        sink_(sink) {}

  Result<void> Add(std::string_view json, std::uint64_t line) {
    group_.Add(json, line);
    if (!group_.full()) return {};
    encoders_.Give(std::exchange(group_, {}));
    return encoders_.busy() ? HandOver(*encoders_.Take()) : Result<void>();
  }

  // Whatever was given to the encoders already.
  Result<void> Drain() {
    while (auto group = encoders_.Take()) SINETTI_TRY(HandOver(*std::move(group)));
    return {};
  }

  Result<void> Finish() {
    SINETTI_TRY(Drain());
    group_.Encode(source_.parser_, source_.vault_);
    return HandOver(std::exchange(group_, {}));
  }

 private:
  Result<void> HandOver(DraftGroup group) {
    SINETTI_TRY(std::move(group.sealed));
    for (std::size_t i = 0; i < group.size(); ++i) {
      place_.line = group.line(i);
      SINETTI_TRY(sink_(place_, group.json(i), std::move(group.encoded[i])));
    }
    return {};
  }

  DraftSource& source_;
  DraftEncoders encoders_;
  DraftGroup group_;
  DraftPlace place_;
  const EncodedSink& sink_;
};

Result<void> DraftSource::ReadTable(const std::string& file, const std::string& mapping_file,
                                    const std::string& name, Flow& flow) {
  SINETTI_ASSIGN(const std::string mapping, ReadWhole(mapping_file));
  SINETTI_ASSIGN(const std::string csv, ReadWhole(file));
  auto drafts = CsvDrafts::Open(csv, mapping);
  if (!drafts) return std::move(drafts).error().Within(name);
  while (true) {
    auto json = drafts->Next();
    if (!json) {
      SINETTI_TRY(flow.Drain());
      return std::move(json).error().Within(name);
    }
    if (!*json) return flow.Finish();
    SINETTI_TRY(flow.Add(**json, drafts->line()));
  }
}

Result<void> DraftSource::Read(const std::string& file, const std::string& mapping_file,
                               const EncodedSink& sink) {
  const std::string name = NameOfInput(file);
  Flow flow(*this, name, sink);
  if (!mapping_file.empty()) return ReadTable(file, mapping_file, name, flow);
  bool sink_failed = false;
  auto read = ReadDrafts(file, [&](std::string_view json, std::uint64_t line) {
    auto added = flow.Add(json, line);
    sink_failed = !added;
    return added;
  });
  if (!read && !sink_failed) SINETTI_TRY(flow.Drain());
  if (!read) return std::move(read).error();
  return flow.Finish();
}

}  // namespace sinetti
