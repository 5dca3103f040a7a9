// sinetti retention and hold: what must be kept, until when, and what is due for disposal.
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "ledger/client/client_file.h"
#include "ledger/client/own_event.h"
#include "replay/render/render.h"

namespace sinetti {
namespace {

// One line of `retention due`.
struct DueRow {
  std::string client;
  RetentionItem item;
  std::vector<LegalHold> holds;
  const char* state = "";  // due, held, kept, notBegun, erased
};

const char* StateOf(const ClientFile& file, const RetentionItem& item, Date day) {
  if (file.destroyed) return "erased";
  if (!item.ends) return "notBegun";
  if (*item.ends >= day) return "kept";
  return file.holds.empty() ? "due" : "held";
}

bool IsDue(const DueRow& row) {
  return std::string_view(row.state) == "due" || std::string_view(row.state) == "held";
}

Words StateWords(std::string_view state) {
  if (state == "due") return {"hävitettävä", "ska gallras", "due"};
  if (state == "held") return {"hävittämiskielto", "gallringsförbud", "held"};
  if (state == "kept") return {"säilytettävä", "ska förvaras", "kept"};
  if (state == "erased") return {"poistettu", "raderad", "erased"};
  return {"aika ei ole alkanut", "tiden har inte börjat", "not begun"};
}

Result<ClientFiles> FilesOf(Session& session) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  return ReadClientFiles(reader, session.registry, reader.size());
}

std::string RowJson(const DueRow& row) {
  const RetentionClass* retention = FindRetentionClass(row.item.code);
  JsonObject object;
  object.Text("client", row.client).Text("class", row.item.code).Text("matter", row.item.matter);
  object.Number("events", row.item.events)
      .Text("state", row.state)
      .Text("keptUntil", row.item.ends ? FormatDate(*row.item.ends) : "")
      .Bool("stated", row.item.stated)
      .Text("basis", retention == nullptr ? "" : retention->basis);
  object.Raw("holds", JsonArray(row.holds, [](const LegalHold& hold) {
               return JsonObject()
                   .Number("sequence", hold.sequence.value)
                   .Text("by", hold.ordered_by)
                   .Text("reason", hold.reason)
                   .str();
             }));
  return object.str();
}

Table DueTable(const std::vector<DueRow>& rows, Language language) {
  Table table{
      .key = "due",
      .title = {"Hävitettävät", "Att gallra", "Due for disposal"},
      .columns = {{.key = "client", .title = {"Asiakas", "Klient", "Client"}},
                  {.key = "class", .title = {"Säilytysluokka", "Gallringsklass", "Class"}},
                  {.key = "matter", .title = {"Asia", "Ärende", "Matter"}},
                  {.key = "events", .title = {"Tapahtumia", "Händelser", "Events"}, .right = true},
                  {.key = "until", .title = {"Säilytetään", "Förvaras till", "Kept until"}},
                  {.key = "state", .title = {"Tila", "Status", "State"}},
                  {.key = "basis", .title = {"Peruste", "Grund", "Basis"}}},
      .when_empty = {"Mitään ei ole hävitettävänä.", "Inget ska gallras.",
                     "Nothing is due for disposal."}};
  for (const DueRow& row : rows) {
    const RetentionClass* retention = FindRetentionClass(row.item.code);
    std::string name = row.item.code;
    if (retention != nullptr) name += " (" + std::string(retention->Name(language)) + ")";
    Words state = StateWords(row.state);
    for (const LegalHold& hold : row.holds) {
      const std::string why =
          ": " + hold.reason + " (#" + std::to_string(hold.sequence.value) + ")";
      state = {state.fi + why, state.sv + why, state.en + why};
    }
    CellValue until;
    if (row.item.ends) until = *row.item.ends;
    table.rows.push_back(
        {{.value = row.client},
         {.value = name},
         {.value = row.item.matter},
         {.value = static_cast<std::int64_t>(row.item.events)},
         {.value = until},
         {.value = state, .mark = IsDue(row) ? Mark::kNotice : Mark::kNone},
         {.value = std::string(retention == nullptr ? std::string_view() : retention->basis)}});
  }
  return table;
}

Result<ExitCode> ShowDue(Session& session, const RetentionArguments& arguments) {
  Date day = DayInHelsinki(session.clock.Now());
  if (!arguments.as_of.empty()) {
    SINETTI_ASSIGN(day, ParseDate(arguments.as_of));
  }
  SINETTI_ASSIGN(const ClientFiles files, FilesOf(session));
  std::vector<DueRow> rows;
  for (const auto& [client, file] : files.Files()) {
    for (const RetentionItem& item : file.items) {
      DueRow row{client, item, file.holds, StateOf(file, item, day)};
      if (arguments.all || IsDue(row)) rows.push_back(std::move(row));
    }
  }
  Console& console = session.console;
  if (console.json()) {
    for (const DueRow& row : rows) console.PrintLine(RowJson(row));
  } else {
    console.Print(
        RenderTable(DueTable(rows, console.language()), console.language(), console.width()));
  }
  return kDone;
}

Result<ExitCode> ShowClasses(Session& session) {
  Console& console = session.console;
  const Language language = console.language();
  if (console.json()) {
    for (const RetentionClass& one : RetentionClasses()) {
      console.PrintLine(JsonObject()
                            .Text("class", one.code)
                            .Text("name", one.Name(language))
                            .Number("years", static_cast<std::uint64_t>(one.years))
                            .Text("trigger", one.TriggerWords(language))
                            .Text("basis", one.basis)
                            .str());
    }
    return kDone;
  }
  Table table{.key = "classes",
              .title = {"Säilytysluokat", "Gallringsklasser", "Retention classes"},
              .columns = {{.key = "class", .title = {"Luokka", "Klass", "Class"}},
                          {.key = "name", .title = {"Asiakirjat", "Handlingar", "Documents"}},
                          {.key = "years", .title = {"Vuotta", "År", "Years"}, .right = true},
                          {.key = "trigger", .title = {"Alkaa", "Börjar", "Begins"}},
                          {.key = "basis", .title = {"Peruste", "Grund", "Basis"}}}};
  for (const RetentionClass& one : RetentionClasses()) {
    table.rows.push_back({{.value = std::string(one.code)},
                          {.value = std::string(one.Name(language))},
                          {.value = std::int64_t{one.years}},
                          {.value = std::string(one.TriggerWords(language))},
                          {.value = std::string(one.basis)}});
  }
  console.Print(RenderTable(table, language, console.width()));
  return kDone;
}

Result<ExitCode> ListHolds(Session& session) {
  SINETTI_ASSIGN(const ClientFiles files, FilesOf(session));
  Console& console = session.console;
  bool any = false;
  for (const auto& [client, file] : files.Files()) {
    for (const LegalHold& hold : file.holds) {
      any = true;
      if (console.json()) {
        console.PrintLine(JsonObject()
                              .Text("client", client)
                              .Number("sequence", hold.sequence.value)
                              .Text("by", hold.ordered_by)
                              .Text("reason", hold.reason)
                              .Text("ground", hold.ground)
                              .str());
      } else {
        console.PrintLine(client + "  " + hold.ordered_by + ": " + hold.reason + " (event " +
                          std::to_string(hold.sequence.value) + ")");
      }
    }
  }
  if (!any) console.Say("no hold is in force");
  return kDone;
}

OwnEvent HoldEvent(const HoldArguments& arguments, const char* type) {
  return {.type = type,
          .stream = "client-" + arguments.client,
          .client = arguments.client,
          .actor = arguments.by,
          .data = {{"subject", arguments.client, {}}, {"reason", arguments.reason, {}}}};
}

// One event for each hold that is released.
Result<std::vector<OwnEvent>> HoldEvents(Session& session, const HoldArguments& arguments) {
  std::vector<OwnEvent> events;
  if (arguments.kind == HoldArguments::Kind::kSet) {
    OwnEvent event = HoldEvent(arguments, "legalhold.set");
    SINETTI_ASSIGN(event.id, NewOwnId("hold"));
    event.data.push_back({"orderedBy", arguments.by, {}});
    event.data.push_back({"ground", arguments.ground, {}});
    events.push_back(std::move(event));
    return events;
  }
  SINETTI_ASSIGN(const ClientFiles files, FilesOf(session));
  const auto file = files.File(arguments.client);
  if (!file || file->holds.empty())
    return Error{ErrorCode::kNotFound, "no hold on " + arguments.client + " is in force"};
  for (const LegalHold& hold : file->holds) {
    OwnEvent event = HoldEvent(arguments, "legalhold.released");
    SINETTI_ASSIGN(event.id, NewOwnId("released"));
    event.causation = hold.reference;
    event.data.push_back({"hold", hold.reference, {}});
    event.data.push_back({"releasedBy", arguments.by, {}});
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace

Result<ExitCode> Run(Session& session, const RetentionArguments& arguments) {
  return arguments.kind == RetentionArguments::Kind::kDue ? ShowDue(session, arguments)
                                                          : ShowClasses(session);
}

Result<ExitCode> Run(Session& session, const HoldArguments& arguments) {
  if (arguments.kind == HoldArguments::Kind::kList) return ListHolds(session);
  SINETTI_ASSIGN(const auto events, HoldEvents(session, arguments));
  SINETTI_ASSIGN(auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const auto receipts, RecordOwnEvents(*ledger, session.registry, events));
  SINETTI_TRY(SignAndSay(session, *ledger));
  for (const Receipt& receipt : receipts) {
    const std::string sequence = std::to_string(receipt.sequence.value);
    session.console.PrintLine(
        session.console.json()
            ? JsonObject().Text("client", arguments.client).Raw("sequence", sequence).str()
            : (arguments.kind == HoldArguments::Kind::kSet ? "hold on " : "hold released: ") +
                  arguments.client + ": event " + sequence);
  }
  return kDone;
}

}  // namespace sinetti
