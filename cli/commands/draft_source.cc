#include "cli/commands/draft_source.h"

#include "cli/io/files.h"
#include "ledger/event/draft_csv.h"

namespace sinetti {
namespace {

constexpr std::size_t kGroupDrafts = 1024;

}  // namespace

std::string NameOfInput(const std::string& file) { return file == "-" ? "standard input" : file; }

DraftSource::DraftSource(const TypeRegistry& registry, Vault* vault)
    : vault_(vault), parser_(registry) {}

Result<EncodedDraft> DraftSource::EncodeSealed(Draft draft) const {
  if (vault_ == nullptr && !draft.protected_fields().empty()) return EncodedDraft{};
  return EncodeDraft(std::move(draft));
}

Result<EncodedDraft> DraftSource::Encode(std::string_view json) {
  SINETTI_ASSIGN(Draft draft, parser_.Parse(json));
  if (vault_ != nullptr) SINETTI_TRY(vault_->Seal(draft));
  return EncodeSealed(std::move(draft));
}

Result<void> DraftSource::Add(DraftPlace place, std::string_view json, const EncodedSink& sink) {
  auto draft = parser_.Parse(json);
  if (draft) {
    waiting_.push_back({std::move(place), std::string(json), drafts_.size()});
    drafts_.push_back(std::move(draft).value());
  } else {
    waiting_.push_back({std::move(place), std::string(json), std::move(draft).error()});
  }
  return waiting_.size() < kGroupDrafts ? Result<void>() : HandOver(sink);
}

Result<void> DraftSource::HandOver(const EncodedSink& sink) {
  // A draft about somebody who was erased is refused by itself, and named by its line.
  bool one_by_one = false;
  if (vault_ != nullptr) {
    auto sealed = vault_->Seal(drafts_);
    one_by_one = !sealed && sealed.error().code == ErrorCode::kConflict;
    if (!sealed && !one_by_one) return std::move(sealed).error();
  }
  for (Waiting& one : waiting_) {
    auto sealed = one.draft && one_by_one ? vault_->Seal(drafts_[*one.draft]) : Result<void>();
    Result<EncodedDraft> encoded = !one.draft ? Result<EncodedDraft>(std::move(one.draft).error())
                                   : !sealed  ? Result<EncodedDraft>(std::move(sealed).error())
                                              : EncodeSealed(std::move(drafts_[*one.draft]));
    SINETTI_TRY(sink(one.place, one.json, std::move(encoded)));
  }
  waiting_.clear();
  drafts_.clear();
  return {};
}

Result<void> DraftSource::ReadTable(const std::string& file, const std::string& name,
                                    const std::string& mapping_file, const EncodedSink& sink) {
  SINETTI_ASSIGN(const std::string mapping, ReadWhole(mapping_file));
  SINETTI_ASSIGN(const std::string csv, ReadWhole(file));
  auto drafts = CsvDrafts::Open(csv, mapping);
  if (!drafts) return std::move(drafts).error().Within(name);
  while (true) {
    auto json = drafts->Next();
    if (!json) return std::move(json).error().Within(name);
    if (!*json) return HandOver(sink);
    SINETTI_TRY(Add({name, drafts->line()}, **json, sink));
  }
}

Result<void> DraftSource::Read(const std::string& file, const std::string& mapping_file,
                               const EncodedSink& sink) {
  const std::string name = NameOfInput(file);
  if (!mapping_file.empty()) return ReadTable(file, name, mapping_file, sink);
  auto read = ReadDrafts(file, [&](std::string_view json, std::uint64_t line) {
    return Add({name, line}, json, sink);
  });
  if (!read) return std::move(read).error();
  return HandOver(sink);
}

}  // namespace sinetti
