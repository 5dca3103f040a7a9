// Where CLI11 is at home: command line in, plain structs out.  Help text, completion script
// and the reference page all come from what is declared here, so they cannot disagree.
#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "cli/args/arguments.h"
#include "cli/args/evidence_options.h"
#include "ledger/base/version.h"

namespace sinetti {
namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 looked and found something wrong; 2 wrong usage or input;\n"
    "            3 environment (disk, key, lock).\n"
    "More: sinetti COMMAND --help, man sinetti, docs/README.md";

class Parser {
 public:
  Parser()
      : app_("sinetti: an append-only, provable ledger of decisions, contracts and supervision",
             "sinetti") {
    app_.set_version_flag("--version", kVersion);
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer(kFooter);
    auto* group = app_.add_option_group("Options of every command");
    group->add_option("-l,--ledger", global_.ledger, "Folder of the ledger")
        ->envname("SINETTI_LEDGER")
        ->type_name("DIR");
    group
        ->add_option("--keys", global_.keys,
                     "Folder of the keys; default: the ledger's name + .keys")
        ->envname("SINETTI_KEYS")
        ->type_name("DIR");
    group->add_option("--lang", global_.language, "Language of labels and reports: fi, sv, en")
        ->envname("SINETTI_LANG")
        ->check(CLI::IsMember({"fi", "sv", "en"}));
    group->add_flag("--json", global_.json, "Print JSON");
    group->add_flag("-q,--quiet", global_.quiet, "No messages, no progress");
    Recording();
    Looking();
    Proving();
    AddWitnessCommands(app_, [this](CLI::App* parent, const CommandText& text, TakeCommand take) {
      return AddTaking(parent, text.name, text.about, text.examples, std::move(take));
    });
    Replaying();
    Reporting();
    Clients();
    Other();
  }

  CLI::App& app() { return app_; }
  Arguments Take() { return {global_, command_()}; }

 private:
  CLI::App* AddTaking(CLI::App* parent, const std::string& name, const std::string& about,
                      const std::string& examples, TakeCommand take) {
    auto* command = parent->add_subcommand(name, about);
    command->fallthrough();
    if (!examples.empty()) command->footer("Examples:\n" + examples);
    command->callback([this, take, command] {
      if (!command->get_subcommands().empty()) return;  // `report check`: the inner one counts
      command_ = take;
    });
    return command;
  }
  template <typename T>
  CLI::App* Add(CLI::App* parent, const std::string& name, const std::string& about,
                const std::string& examples, std::shared_ptr<T> values) {
    return AddTaking(parent, name, about, examples, [values] { return CommandArguments(*values); });
  }
  template <typename T>
  CLI::App* Add(const std::string& name, const std::string& about, const std::string& examples,
                std::shared_ptr<T> values) {
    return Add(&app_, name, about, examples, std::move(values));
  }

  void Recording() {
    auto init = std::make_shared<InitArguments>();
    Add("init", "Makes a new ledger with a new signing key",
        "  sinetti init --origin valvonta.esimerkki.fi/loki\n"
        "  sinetti -l region init --origin region.example/ledger\n",
        init)
        ->add_option("--origin", init->origin,
                     "Name of the ledger for ever, in every checkpoint: a domain and a path")
        ->required()
        ->type_name("NAME");

    auto import = std::make_shared<ImportArguments>();
    auto* command =
        Add("import", "Records drafts from files: CloudEvents JSON, or CSV with a mapping",
            "  sinetti import events.ndjson\n"
            "  gzip -dc events.ndjson.gz | sinetti import -\n"
            "  sinetti import --dry-run events.json\n"
            "  sinetti import permits.csv --mapping permits.mapping.json\n",
            import);
    command->add_option("FILE", import->files, "NDJSON, a JSON array, CSV, or - for standard input")
        ->required();
    command->add_option("--mapping", import->mapping, "How CSV columns become events (JSON)")
        ->type_name("FILE");
    command->add_flag("--dry-run", import->dry_run, "Check everything, record nothing");
    command->add_flag("--keep-going", import->keep_going,
                      "Record what is right; write the rest to a file with line and reason");
    command
        ->add_option("--rejects", import->rejects,
                     "Where --keep-going writes; default FILE.rejects")
        ->type_name("FILE");
    command->add_option("--batch", import->batch, "Events in one atomic commit with --keep-going")
        ->check(CLI::Range(1, 100000));
    command->add_flag("--no-checkpoint", import->no_checkpoint,
                      "Do not sign a checkpoint at the end");

    auto record = std::make_shared<RecordArguments>();
    command =
        Add("record", "Records one event from the command line",
            "  sinetti record supcase.opened --stream supcase-7 --set source=ownInitiative \\\n"
            "      --set openedOn=2026-03-02 --attribute provider=hoiva-1\n",
            record);
    command->add_option("TYPE", record->type, "Event type; `sinetti types` lists them")->required();
    command->add_option("--stream", record->stream, "Stream it belongs to")->required();
    command->add_option("--set", record->set, "Field of the event: name=value; value may be JSON")
        ->type_name("NAME=VALUE");
    command
        ->add_option("--attribute", record->attributes,
                     "Attribute of the envelope: provider, occurred, actor, matter, …")
        ->type_name("NAME=VALUE");
    command->add_option("--id", record->id, "Idempotency key; default: a new one");
    command->add_option("--source", record->source, "Who says it (URI)");
    command->add_flag("--no-checkpoint", record->no_checkpoint, "Do not sign a checkpoint");

    auto types = std::make_shared<TypesArguments>();
    command =
        Add("types", "Lists event types, or explains one with its fields and an example",
            "  sinetti types\n  sinetti types decision.made\n  sinetti types --contains sopimus\n",
            types);
    command->add_option("TYPE", types->type, "Event type to explain");
    command->add_option("--contains", types->contains, "Only types whose name or label has this");
  }

  void Looking() {
    auto log = std::make_shared<LogArguments>();
    auto* command = Add("log", "Lists events, newest last",
                        "  sinetti log --stream project-keski-suomi\n"
                        "  sinetti log --type decision.made --since 2026-01-01 --limit 0\n",
                        log);
    command->add_option("--stream", log->stream, "Only this stream");
    command->add_option("--type", log->type, "Only this type, or a family with a dot: supcase.");
    command->add_option("--provider", log->provider, "Only this provider");
    command->add_option("--unit", log->unit, "Only this unit");
    command->add_option("--matter", log->matter, "Only this matter");
    command->add_option("--contract", log->contract, "Only this contract");
    command->add_option("--client", log->client, "Only this client (pseudonym)");
    command->add_option("--since", log->since, "Recorded on or after: day or RFC 3339");
    command->add_option("--until", log->until, "Recorded before: day or RFC 3339");
    command->add_option("--limit", log->limit, "At most so many; 0: all");
    command->add_flag("--reverse", log->reverse, "Newest first");

    auto show = std::make_shared<ShowArguments>();
    command = Add(
        "show", "Shows one event with its place in the chain",
        "  sinetti show 41\n  sinetti show 41 --json\n  sinetti show 41 --raw > entry.bin\n", show);
    command->add_option("SEQ", show->sequence, "Sequence number")->required();
    command->add_flag("--raw", show->raw, "The entry's bytes: previous hash and record");

    auto trace = std::make_shared<TraceArguments>();
    Add("trace", "Shows causes and effects around an event, matter or stream",
        "  sinetti trace decision-17\n  sinetti trace '#41'\n", trace)
        ->add_option("ID", trace->id, "Event id, matter, stream, or #SEQ")
        ->required();

    Add("status", "Where the ledger, its checkpoints and its views stand", "  sinetti status\n",
        std::make_shared<StatusArguments>());

    auto doctor = std::make_shared<DoctorArguments>();
    Add("doctor", "What to mend around the ledger: keys, modes, room, views",
        "  sinetti doctor\n  sinetti doctor --rebuild-index\n", doctor)
        ->add_flag("--rebuild-index", doctor->rebuild_index,
                   "Make the derived indexes of ids and streams anew from the entries");
  }

  void Proving() {
    auto checkpoint = std::make_shared<CheckpointArguments>();
    auto* command = Add("checkpoint", "Signs the tree head, after recomputing it",
                        "  sinetti checkpoint\n  sinetti checkpoint --list\n"
                        "  sinetti checkpoint -o /media/usb/checkpoint.txt\n",
                        checkpoint);
    command->add_flag("--list", checkpoint->list, "List signed checkpoints");
    command->add_option("-o,--output", checkpoint->output, "Also write the note to this file");

    auto verify = std::make_shared<VerifyArguments>();
    command = Add(
        "verify", "Recomputes everything from the stored bytes and says how far it is vouched for",
        "  sinetti verify\n  sinetti verify --against /media/usb/checkpoint.txt\n", verify);
    command->add_option("--since", verify->since,
                        "Trust this checkpoint (file) and check what follows");
    command->add_option("--against", verify->against,
                        "A checkpoint kept elsewhere: also catches truncation and rollback");
    command->add_option("--key", verify->verifier_key,
                        "Verifier key (string or file) to trust instead");

    auto* prove =
        app_.add_subcommand("prove", "Writes a proof that anyone can check without the ledger");
    prove->require_subcommand(1);
    prove->fallthrough();
    auto inclusion = std::make_shared<ProveArguments>();
    command = Add(prove, "inclusion", "This event is in the ledger",
                  "  sinetti prove inclusion 41 -o event-41.proof\n", inclusion);
    command->add_option("SEQ", inclusion->first, "Sequence number")->required();
    command->add_option("-o,--output", inclusion->output, "File; default: standard output");
    auto consistency = std::make_shared<ProveArguments>();
    consistency->kind = ProveArguments::Kind::kConsistency;
    command = Add(prove, "consistency", "The ledger at B begins with the ledger at A",
                  "  sinetti prove consistency 100 250 -o a-b.proof\n", consistency);
    command->add_option("A", consistency->first, "Tree size of an older checkpoint")->required();
    command->add_option("B", consistency->second, "Tree size of a newer one; default: the newest");
    command->add_option("-o,--output", consistency->output, "File; default: standard output");

    auto check = std::make_shared<CheckProofArguments>();
    command = Add("check-proof", "Checks a proof file; needs no ledger",
                  "  sinetti check-proof event-41.proof --key ledger.vkey\n", check);
    command->add_option("FILE", check->file, "Proof file")->required();
    command->add_option("--key", check->key, "Verifier key: a string, or a file that holds it")
        ->required();

    auto* key = app_.add_subcommand("key", "Keys of the ledger");
    key->require_subcommand(1);
    key->fallthrough();
    Add(key, "show", "Prints the verifier key", "  sinetti key show > ledger.vkey\n",
        std::make_shared<KeyShowArguments>());

    auto bundle = std::make_shared<ExportArguments>();
    Add("export", "Writes entries, checkpoints and key for the independent verifier",
        "  sinetti export -o bundle.ndjson\n  python3 docs/verifier/verify.py bundle.ndjson\n",
        bundle)
        ->add_option("-o,--output", bundle->output, "File; default: standard output");
  }

  void Replaying() {
    auto replay = std::make_shared<ReplayArguments>();
    auto* command = Add("replay", "Brings the views up to date, or rebuilds and compares them",
                        "  sinetti replay\n  sinetti replay --rebuild --digest\n"
                        "  sinetti replay --as-of 2018-05-31 -o may.sqlite\n",
                        replay);
    command->add_flag("--rebuild", replay->rebuild,
                      "From the first event into a new file; swapped in when digests agree");
    command->add_flag("--accept-difference", replay->accept_difference,
                      "Swap although digests differ from the old file's");
    command->add_option("--until", replay->until, "Only the first N events");
    command->add_option("--known-at", replay->known_at, "Only what was recorded by then");
    command->add_option("--as-of", replay->as_of, "Only what was in force on that day");
    command->add_option("-o,--output", replay->output, "Keep the file of an earlier state here");
    command->add_flag("--digest", replay->digest, "Print the digest of each view");
    command->add_option("--view", replay->view, "Print only this view's digest");
    command->add_flag("--single-thread", replay->single_thread,
                      "Read, verify and apply in one thread");

    auto query = std::make_shared<QueryArguments>();
    command = Add("query", "Runs read-only SQL over the views",
                  "  sinetti query \"SELECT * FROM v30_funding\"\n"
                  "  sinetti query --format csv \"SELECT name, type FROM sqlite_schema\"\n",
                  query);
    command->add_option("SQL", query->sql, "One statement")->required();
    command->add_option("--format", query->format, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}));
    command->add_option("--until", query->until, "Views after the first N events");
    command->add_option("--known-at", query->known_at, "Views as known at that moment");
    command->add_option("--as-of", query->as_of, "Views as of that day");
  }

  void Reporting() {
    auto audit = std::make_shared<AuditArguments>();
    auto* command = Add("audit", "Runs the controls; exit 1 when a finding is open",
                        "  sinetti audit\n  sinetti audit --check R-SUM\n"
                        "  sinetti audit --explain R-SUM\n  sinetti audit --record\n",
                        audit);
    command->add_option("--check", audit->check, "Only this check");
    command->add_flag("--all", audit->all, "Also explained, accepted and corrected findings");
    command->add_flag("--record", audit->record, "Record new findings as discrepancy.detected");
    command->add_option("--explain", audit->explain, "What a check does and where it comes from");
    command->add_option("--as-of", audit->as_of, "As of that day");
    command->add_option("--known-at", audit->known_at, "As known at that moment");

    auto report = std::make_shared<ReportArguments>();
    command = Add("report", "Writes a report; without a name, lists them",
                  "  sinetti report\n  sinetti report funding --format html -o funding.html\n"
                  "  sinetti report provider 0204819-8 --as-of 2026-03-01 --lang sv\n"
                  "  sinetti report check funding.html\n",
                  report);
    command->require_subcommand(0, 1);
    command->add_option("NAME", report->name, "Report");
    command->add_option("SUBJECT", report->scope,
                        "Provider, matter, unit …, where the report takes one");
    command->add_option("--format", report->format, "text, md, html, csv or json")
        ->check(CLI::IsMember({"text", "md", "html", "csv", "json"}));
    command->add_option("-o,--output", report->output, "File; default: standard output");
    command->add_option("--as-of", report->as_of, "As of that day");
    command->add_option("--known-at", report->known_at, "As known at that moment");
    command->add_option("--until", report->until, "After the first N events");
    auto check = std::make_shared<ReportCheckArguments>();
    Add(command, "check", "Rebuilds a report from its own head and compares the bytes",
        "  sinetti report check funding.html\n", check)
        ->add_option("FILE", check->file, "A report that sinetti wrote")
        ->required();
  }

  void Clients() {
    auto* client =
        app_.add_subcommand("client", "Clients: pseudonyms, and sealed fields opened with a trace");
    client->require_subcommand(1);
    client->fallthrough();
    auto made = std::make_shared<ClientNewArguments>();
    Add(client, "new", "Makes a pseudonym and the key that seals what is recorded of the client",
        "  sinetti client new\n  sinetti client new --actor asiakasohjaus\n", made)
        ->add_option("--actor", made->actor, "Who asks for it: an office or a system")
        ->envname("SINETTI_ACTOR");
    Add(client, "list", "Lists clients: events, sealed values, and whether they still open",
        "  sinetti client list\n  sinetti client list --json\n",
        std::make_shared<ClientListArguments>());
    auto open = std::make_shared<ClientOpenArguments>();
    auto* command = Add(
        client, "open", "Opens the sealed fields of an event; records who looked, before showing",
        "  sinetti client open 41 --purpose \"valvonta-asian käsittely\" --ground 741/2023:45 \\\n"
        "      --role tarkastaja\n",
        open);
    command->add_option("SEQ", open->sequence, "Sequence number")->required();
    command->add_option("--purpose", open->purpose, "What it is needed for")->required();
    command->add_option("--ground", open->ground, "Act and section that allow it")
        ->envname("SINETTI_GROUND")
        ->required();
    command->add_option("--role", open->role, "In which task the reader looks")
        ->envname("SINETTI_ROLE")
        ->required();
    command->add_option("--actor", open->actor, "Who looks: a pseudonym or an office, never a name")
        ->envname("SINETTI_ACTOR");
  }

  void Other() {
    auto completion = std::make_shared<CompletionArguments>();
    Add("completion", "Prints a completion script for the shell",
        "  sinetti completion bash > /etc/bash_completion.d/sinetti\n", completion)
        ->add_option("SHELL", completion->shell, "bash")
        ->required()
        ->check(CLI::IsMember({"bash"}));
  }

  CLI::App app_;
  GlobalArguments global_;
  std::function<CommandArguments()> command_;
};

void AppendCompletion(const CLI::App& app, const std::string& path, std::string& out) {
  std::string words;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_name().empty()) words += command->get_name() + " ";
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
  }
  out += "    \"" + path + "\") words=\"" + words + "\" ;;\n";
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name().empty()) continue;
    AppendCompletion(*command, path + " " + command->get_name(), out);
  }
}

}  // namespace

ParseOutcome ParseArguments(int argc, const char* const* argv) {
  Parser parser;
  try {
    parser.app().parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 prints help and version to stdout, errors with the usage to stderr.
    const int code = parser.app().exit(error, std::cout, std::cerr);
    return {std::nullopt, code == 0 ? 0 : 2};
  }
  return {parser.Take(), 0};
}

std::string CompletionScript(const std::string&) {
  Parser parser;
  std::string cases;
  AppendCompletion(parser.app(), "sinetti", cases);
  return "# bash completion for sinetti\n"
         "_sinetti() {\n"
         "  local path=sinetti word words\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \"$word\" in -*) ;; *) path=\"$path $word\" ;; esac\n"
         "  done\n"
         "  case \"$path\" in\n" +
         cases +
         "    *) words=\"--ledger --keys --lang --json --quiet --help\" ;;\n"
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
         "  [ ${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "
         "\"${COMP_WORDS[COMP_CWORD]}\"))\n"
         "}\n"
         "complete -F _sinetti sinetti\n";
}

}  // namespace sinetti
