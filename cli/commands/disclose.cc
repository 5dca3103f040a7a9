// sinetti disclose, and how check-proof shows what was disclosed.
#include "cli/commands/disclose.h"

#include <algorithm>
#include <charconv>

#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "cli/commands/reading.h"
#include "cli/commands/views_at.h"
#include "cli/io/files.h"
#include "ledger/client/disclosing.h"

namespace sinetti {
namespace {

Result<Sequence> ParseSequence(std::string_view text) {
  std::string_view digits = text;
  if (digits.starts_with('#')) digits.remove_prefix(1);
  Sequence sequence{};
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), sequence.value);
  if (error != std::errc() || end != digits.data() + digits.size())
    return Error{ErrorCode::kInvalid,
                 "'" + std::string(text) + "' is no event: give sequence numbers, `sinetti log`"};
  return sequence;
}

// Which fields the arguments name, and which of the names met no field.
class Choice {
 public:
  explicit Choice(const DiscloseArguments& arguments) : arguments_(arguments) {
    for (const std::string& name : arguments.open) unmet_.push_back("--open " + name);
    for (const std::string& name : arguments.subjects) unmet_.push_back("--subject " + name);
  }

  bool Opens(const Event& event, const SealedField& field) {
    const std::string numbered = std::to_string(event.sequence().value) + ":" + field.path;
    const bool by_path = Meets("--open ", arguments_.open, field.path);
    const bool by_number = Meets("--open ", arguments_.open, numbered);
    const bool by_subject = Meets("--subject ", arguments_.subjects, field.subject);
    return by_path || by_number || by_subject;
  }

  const std::vector<std::string>& unmet() const { return unmet_; }

 private:
  bool Meets(const char* option, const std::vector<std::string>& names, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) return false;
    std::erase(unmet_, option + std::string(name));
    return true;
  }

  const DiscloseArguments& arguments_;
  std::vector<std::string> unmet_;
};

// Before anything is recorded: every name on the command line meets a sealed field.
Result<void> CheckChoice(Choice& choice, const Ledger& ledger, const TypeRegistry& registry,
                         const std::vector<Sequence>& sequences) {
  const Reader reader = ledger.Read();
  for (const Sequence sequence : sequences) {
    SINETTI_ASSIGN(const Event event, ReadEvent(reader, registry, sequence));
    for (const SealedField& field : SealedFields(event)) choice.Opens(event, field);
  }
  if (choice.unmet().empty()) return {};
  return Error{ErrorCode::kNotFound, choice.unmet().front() +
                                         ": no sealed field of these events is meant by it; "
                                         "`sinetti show` shows paths and subjects"};
}

std::string FieldJson(const DisclosedField& field) {
  JsonObject object;
  object.Text("path", field.path);
  field.opened ? object.Text("value", field.opened->value) : object.Text("withheld", field.ground);
  return object.str();
}

void PrintJson(Console& console, const CheckedDisclosure& checked) {
  const DisclosureManifest& manifest = checked.disclosure.manifest;
  std::size_t next = 0;
  const std::string events = JsonArray(manifest.events, [&](const DisclosedEvent& disclosed) {
    return JsonObject()
        .Number("sequence", disclosed.sequence.value)
        .Raw("fields", JsonArray(disclosed.fields, FieldJson))
        .Raw("event", EventToJson(checked.events[next++]))
        .str();
  });
  console.PrintLine(JsonObject()
                        .Text("proof", "disclosure")
                        .Bool("valid", true)
                        .Text("to", manifest.recipient)
                        .Text("purpose", manifest.purpose)
                        .Text("ground", manifest.ground)
                        .Text("origin", checked.checkpoint.origin)
                        .Number("treeSize", checked.checkpoint.size.value)
                        .Raw("recordedAs", JsonArray(checked.recorded,
                                                     [](Sequence sequence) {
                                                       return std::to_string(sequence.value);
                                                     }))
                        .Raw("events", events)
                        .str());
}

void PrintText(Console& console, const CheckedDisclosure& checked) {
  const DisclosureManifest& manifest = checked.disclosure.manifest;
  console.PrintLine(console.Green("The disclosure holds.") + " " +
                    Counted(checked.checkpoint.size.value, "event") + " of " +
                    checked.checkpoint.origin + " are signed for.");
  console.PrintLine("  to       " + manifest.recipient);
  console.PrintLine("  purpose  " + manifest.purpose);
  console.PrintLine("  ground   " + manifest.ground);
  for (const Sequence sequence : checked.recorded)
    console.PrintLine("  that it was disclosed is event " + std::to_string(sequence.value));
  for (std::size_t i = 0; i < manifest.events.size(); ++i) {
    const DisclosedEvent& disclosed = manifest.events[i];
    const auto opened = [&disclosed](const SealedField& sealed) -> std::optional<std::string> {
      for (const DisclosedField& field : disclosed.fields)
        if (field.path == sealed.path && field.opened) return field.opened->value;
      return std::nullopt;
    };
    console.PrintLine("");
    console.PrintLine(EventToJson(checked.events[i], {.indent = true, .open = opened}));
    for (const DisclosedField& field : disclosed.fields)
      if (!field.opened)
        console.PrintLine("  withheld " + field.path + " on the ground " + field.ground);
  }
}

}  // namespace

Result<ExitCode> Run(Session& session, const DiscloseArguments& arguments) {
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const auto reading, Reading::Begin(session, *ledger, arguments.key));
  SINETTI_ASSIGN(const auto signer, session.OpenSigner());
  DisclosureWish wish{.recipient = arguments.recipient,
                      .purpose = arguments.purpose,
                      .ground = arguments.ground,
                      .withheld_ground = arguments.withheld_ground,
                      .actor = arguments.actor,
                      .role = arguments.role,
                      .actor_signer = reading->signer()};
  for (const std::string& text : arguments.events) {
    SINETTI_ASSIGN(const Sequence sequence, ParseSequence(text));
    wish.events.push_back(sequence);
  }
  Choice choice(arguments);
  SINETTI_TRY(CheckChoice(choice, *ledger, session.registry, wish.events));
  wish.open = [&choice](const Event& event, const SealedField& field) {
    return choice.Opens(event, field);
  };
  const auto text = Disclose(reading->tools(), *signer, wish);
  SINETTI_TRY(SignOutcome(session, *ledger, text));
  SINETTI_TRY(WriteWhole(arguments.output, *text));
  if (!arguments.output.empty() && arguments.output != "-")
    session.console.Say("disclosure written to " + arguments.output +
                        "; its recipient checks it anywhere: sinetti check-proof " +
                        arguments.output + " --key VKEY");
  return kDone;
}

Result<ExitCode> CheckDisclosureFile(Session& session, const std::string& text,
                                     const VerifierKey& key) {
  SINETTI_ASSIGN(const CheckedDisclosure checked, CheckDisclosure(text, key, session.registry));
  session.console.json() ? PrintJson(session.console, checked)
                         : PrintText(session.console, checked);
  return kDone;
}

}  // namespace sinetti
