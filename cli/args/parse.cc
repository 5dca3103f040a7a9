// Knows CLI11, as command_set.h does: command line in, plain structs out.  Help text, completion
// script and the reference page all come from what is declared here, so they cannot disagree.
#include <iostream>

#include "cli/args/arguments.h"
#include "cli/args/command_set.h"
#include "cli/args/completion.h"
#include "cli/args/option_names.h"
#include "ledger/base/version.h"

namespace sinetti {
namespace {

// CLI11 reads "-1" as a very large number.
const CLI::Validator kCount(
    [](std::string& text) {
      return text.starts_with('-') ? "a number from 0 on is expected, here is " + text
                                   : std::string();
    },
    "");

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 looked and found something wrong; 2 wrong usage or input;\n"
    "            3 environment (disk, key, lock).\n"
    "More: sinetti COMMAND --help, man sinetti, docs/README.md";

class Parser : public CommandSet {
 public:
  Parser() {
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
    group
        ->add_option("--passphrase-file", global_.passphrase_file,
                     "File with the passphrase of the signing key; see sinetti key encrypt --help")
        ->envname("SINETTI_PASSPHRASE_FILE")
        ->type_name("FILE");
    group
        ->add_option("--vault-passphrase-file", global_.vault_passphrase_file,
                     "File with the passphrase of the vault key, where it is another one")
        ->envname("SINETTI_VAULT_PASSPHRASE_FILE")
        ->type_name("FILE");
    group->add_option("--lang", global_.language, "Language of labels and reports: fi, sv, en")
        ->envname("SINETTI_LANG")
        ->check(CLI::IsMember({"fi", "sv", "en"}));
    group->add_flag("--json", global_.json, "Print JSON");
    group->add_flag("-q,--quiet", global_.quiet, "No messages, no progress");
    Recording();
    DeclareGenerateCommand(*this);
    Looking();
    Proving();
    DeclareEvidenceCommands(*this);
    DeclareActorCommands(*this);
    DeclareAccessCommands(*this);
    DeclareWitnessCommands(*this);
    DeclareTimestampCommands(*this);
    Replaying();
    DeclareRuleCommands(*this);
    Reporting();
    DeclareClientCommands(*this);
    Other();
  }

  Arguments Take() { return {global_, command_()}; }

 private:
  void Recording() {
    auto init = std::make_shared<InitArguments>();
    auto* command = Add("init", "Makes a new ledger with a new signing key",
                        "  sinetti init --origin valvonta.esimerkki.fi/loki\n"
                        "  sinetti -l region init --origin region.example/ledger --encrypt\n"
                        "  sinetti init --origin valvonta.esimerkki.fi/loki --rules built-in\n",
                        init);
    command
        ->add_option("--origin", init->origin,
                     "Name of the ledger for ever, in every checkpoint: a domain and a path")
        ->required()
        ->type_name("NAME");
    AddEncryptOption(command, init->encrypt);
    command
        ->add_option("--rules", init->rules,
                     "Record a rule book at once: built-in, or a file of drafts; see sinetti rules "
                     "install --help")
        ->type_name("BOOK");

    auto import = std::make_shared<ImportArguments>();
    command = Add("import", "Records drafts from files: CloudEvents JSON, or CSV with a mapping",
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
        ->type_name("FILE")
        ->needs("--keep-going");
    command->add_option("--batch", import->batch, "Events in one atomic commit with --keep-going")
        ->check(CLI::Range(1, 100000))
        ->needs("--keep-going");
    AddSigningOptions(command, import->signing);
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
    AddSigningOptions(command, record->signing);
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
    auto* command = Add("log", "Lists the newest events, newest last, or those from an event on",
                        "  sinetti log --stream project-keski-suomi\n"
                        "  sinetti log --tail 10\n"
                        "  sinetti log --from 41 --limit 3\n"
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
    command
        ->add_option("--from", log->from, "Begin at this event: upwards, with --reverse downwards")
        ->type_name("SEQ")
        ->check(kCount);
    command
        ->add_option("-n,--limit,--tail", log->limit,
                     "At most so many; 0: all; default: 50, the newest unless --from is given")
        ->check(kCount);
    command->add_flag("--reverse", log->reverse, "Newest first");

    DeclareSearchCommand(*this);

    auto show = std::make_shared<ShowArguments>();
    command =
        Add("show", "Shows one event with its place in the chain",
            "  sinetti show 41\n  sinetti show '#41' --json\n  sinetti show 41 --raw > entry.bin\n",
            show);
    command
        ->add_option("EVENT", show->event, "Sequence number (41 or '#41'), event id or source#id")
        ->required();
    command->add_flag("--raw", show->raw, "The entry's bytes: previous hash and record");

    auto trace = std::make_shared<TraceArguments>();
    Add("trace", "Shows causes and effects around an event, matter or stream",
        "  sinetti trace decision-17\n  sinetti trace '#41'\n", trace)
        ->add_option("ID", trace->id, "Event id, matter, stream, or #SEQ")
        ->required();

    Add("status", "Where the ledger, its checkpoints and its views stand", "  sinetti status\n",
        std::make_shared<StatusArguments>());

    auto doctor = std::make_shared<DoctorArguments>();
    command = Add("doctor", "What to mend around the ledger: keys, modes, room, views",
                  "  sinetti doctor\n  sinetti doctor --rebuild-index\n", doctor);
    command->add_flag("--rebuild-index", doctor->rebuild_index,
                      "Make the derived indexes of ids and streams anew from the entries");
    command
        ->add_flag("--salvage", doctor->salvage,
                   "Open a ledger whose write-ahead log is damaged up to the damage, and keep the "
                   "store as it was beside it")
        ->excludes("--rebuild-index");
  }

  void Proving() {
    auto checkpoint = std::make_shared<CheckpointArguments>();
    auto* command = Add("checkpoint", "Signs the tree head, after recomputing it",
                        "  sinetti checkpoint\n  sinetti checkpoint --list\n"
                        "  sinetti checkpoint -o /media/usb/checkpoint.txt\n",
                        checkpoint);
    command->add_flag("--list", checkpoint->list, "List signed checkpoints");
    command->add_flag("--rebuild-index", checkpoint->rebuild_index,
                      "Drop the stored index and make it anew from the events");
    command->add_option("-o,--output", checkpoint->output, "Also write the note to this file");
    auto* policy = command->add_option("--policy", checkpoint->policy,
                                       "With --attach: whose cosignatures are taken");
    policy->type_name("FILE");
    command
        ->add_option("--attach", checkpoint->attach,
                     "Take the cosignatures of these cosigned checkpoints into the stored one")
        ->type_name("FILE")
        ->needs(policy);

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
    command->add_option("--policy", verify->policy, "Who must have cosigned a checkpoint of it");
    command
        ->add_option("--authority", verify->authorities,
                     "Certificates (PEM) of the time-stamping authorities to trust: says when it "
                     "existed")
        ->type_name("FILE");

    DeclareProofCommands(*this);

    DeclareKeyCommands(*this);

    auto bundle = std::make_shared<ExportArguments>();
    auto* exporting =
        Add("export", "Writes entries, checkpoints and key for the independent verifier",
            "  sinetti export -o bundle.ndjson\n  python3 docs/verifier/verify.py bundle "
            "bundle.ndjson\n"
            "  sinetti export -o bundle.ndjson --to \"Lupa- ja valvontavirasto\" \\\n"
            "      --purpose \"valvonta\" --ground 741/2023:45 --actor valvonta-1\n",
            bundle);
    exporting->add_option("-o,--output", bundle->output, "File; default: standard output");
    auto* to = exporting->add_option("--to", bundle->recipient,
                                     "Who receives it: records the export; with the next three");
    to->type_name("RECIPIENT");
    to->needs(exporting->add_option("--purpose", bundle->purpose, "What it is needed for"));
    to->needs(exporting->add_option("--ground", bundle->ground, "Act and section that allow it")
                  ->envname("SINETTI_GROUND"));
    to->needs(exporting->add_option("--actor", bundle->actor, "Who exports: an actor or an office")
                  ->envname("SINETTI_ACTOR"));
    AddReaderKey(exporting, bundle->key);
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
    command->add_option("--until", replay->until, "Only the first N events")->check(kCount);
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
    command->add_option("--until", query->until, "Views after the first N events")->check(kCount);
    command->add_option("--known-at", query->known_at, "Views as known at that moment");
    command->add_option("--as-of", query->as_of, "Views as of that day");
  }

  void Reporting() {
    auto audit = std::make_shared<AuditArguments>();
    auto* command = Add("audit", "Runs the controls; exit 1 when a finding is open",
                        "  sinetti audit\n  sinetti audit --check R-SUM\n"
                        "  sinetti audit --explain R-SUM\n  sinetti audit --settings\n"
                        "  sinetti audit --record\n",
                        audit);
    command->add_option("--check", audit->check, "Only this check");
    command->add_flag("--all", audit->all, "Also explained, accepted and corrected findings");
    command->add_flag("--record", audit->record, "Record new findings as discrepancy.detected");
    command->add_option("--explain", audit->explain,
                        "What a check does and where it comes from; all: every check");
    command->add_flag("--settings", audit->settings,
                      "Lists which checks are on and their parameters, and who set them");
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
    command->add_option("--format", report->format, "text, md, html, csv, json, xlsx or pdf")
        ->check(CLI::IsMember({"text", "md", "html", "csv", "json", "xlsx", "pdf"}));
    command->add_option("-o,--output", report->output, "File; default: standard output");
    command->add_option("--as-of", report->as_of, "As of that day");
    command->add_option("--known-at", report->known_at, "As known at that moment");
    command->add_option("--until", report->until, "After the first N events")->check(kCount);
    auto check = std::make_shared<ReportCheckArguments>();
    Add(command, "check", "Rebuilds a report from its own head and compares the bytes",
        "  sinetti report check funding.html\n", check)
        ->add_option("FILE", check->file, "A report that sinetti wrote")
        ->required();
  }

  void Other() {
    auto completion = std::make_shared<CompletionArguments>();
    Add("completion", "Prints a completion script for the shell",
        "  sinetti completion bash > /etc/bash_completion.d/sinetti\n", completion)
        ->add_option("SHELL", completion->shell, "bash")
        ->required()
        ->check(CLI::IsMember({"bash"}));
  }

  GlobalArguments global_;
};

}  // namespace

ParseOutcome ParseArguments(int argc, const char* const* argv) {
  Parser parser;
  try {
    parser.app().parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool failed = error.get_exit_code() != 0;
    if (const std::string unknown =
            failed ? ExplainUnknownWord(parser.app(), {argv + 1, argv + argc}) : "";
        !unknown.empty()) {
      std::cerr << "sinetti: " << unknown << "\n";
      return {std::nullopt, 2};
    }
    if (failed) {
      std::cerr << "sinetti: " << ExplainUsage(parser.app(), error.what()) << "\n";
      return {std::nullopt, 2};
    }
    // Help and version go to stdout.
    return {std::nullopt, parser.app().exit(error, std::cout, std::cerr)};
  }
  return {parser.Take(), 0};
}

std::string CompletionScript(const std::string&) {
  Parser parser;
  return BashCompletion(parser.app());
}

}  // namespace sinetti
