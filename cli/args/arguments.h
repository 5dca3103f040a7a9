// What a person asked for, as plain values: one struct for each command, validated only as far as
// the command line itself allows.  cli/args/parse.cc fills them; cli/commands runs them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sinetti {

struct GlobalArguments {
  std::string ledger = "ledger";      // -l, --ledger, SINETTI_LEDGER
  std::string keys;                   // --keys, SINETTI_KEYS; empty: LEDGER.keys
  std::string language = "fi";        // --lang, SINETTI_LANG
  std::string passphrase_file;        // --passphrase-file, SINETTI_PASSPHRASE_FILE
  std::string vault_passphrase_file;  // --vault-passphrase-file, SINETTI_VAULT_PASSPHRASE_FILE
  bool json = false;
  bool quiet = false;
};

struct InitArguments {
  std::string origin;
  bool encrypt = false;  // the signing key and the vault key
  std::string rules;     // a rule book: built-in, or a file; empty: none
};

// Who signs what is submitted.
struct SigningArguments {
  std::string actor;  // empty: nobody
  std::string key_file;
  std::string passphrase_file;  // of the key file
};

struct ImportArguments {
  std::vector<std::string> files;  // "-": standard input
  SigningArguments signing;
  std::string mapping;  // CSV only
  bool dry_run = false;
  bool keep_going = false;
  std::string rejects;  // with keep_going; empty: FILE.rejects
  bool no_checkpoint = false;
  std::uint64_t batch = 1000;
};

struct GenerateArguments {
  std::string events = "20000";  // 1e6 too
  std::uint64_t seed = 1;
  std::uint64_t defects = 0;
  int start = 2024;   // year
  int providers = 0;  // 0: by the number of events
  bool no_sealed = false;
  std::string answer_key;
  std::string output;
};

struct RecordArguments {
  std::string type;
  std::string stream;
  std::vector<std::string> set;         // data field=value
  std::vector<std::string> attributes;  // envelope name=value
  std::string id;                       // empty: made from time and randomness
  std::string source = "sinetti:record";
  SigningArguments signing;
  bool no_checkpoint = false;
};

struct TypesArguments {
  std::string type;      // empty: list
  std::string contains;  // filter of the list
};

struct LogArguments {
  std::string stream, type, provider, client, matter, contract, unit;
  std::string since, until;  // recorded, RFC 3339 or day
  std::optional<std::uint64_t> from;
  std::uint64_t limit = 50;  // 0: no limit
  bool reverse = false;
};

struct SearchArguments {
  std::vector<std::string> words, without;
  std::string type, provider, unit, matter, contract;
  std::string from, to;      // days of validity
  std::string known_at;      // day or RFC 3339
  std::uint64_t limit = 20;  // 0: no limit
  bool any = false;
  bool whole = false;
  bool newest = false;
  bool rebuild = false;
};

struct ShowArguments {
  std::string event;  // sequence, "#41", source#id or event id
  bool raw = false;   // entry bytes to stdout
};

struct TraceArguments {
  std::string id;  // event id, matter, stream or sequence
};

struct CheckpointArguments {
  bool list = false;
  bool rebuild_index = false;
  std::string output;
  std::vector<std::string> attach;  // cosigned checkpoints
  std::string policy;               // with attach: whose cosignatures are taken
};

struct VerifyArguments {
  std::string since;
  std::string against;
  std::string verifier_key;  // empty: the ledger's own
  std::string policy;        // empty: no witness is asked for
  std::string authorities;   // empty: no time-stamp is believed
};

struct ProveArguments {
  enum class Kind { kInclusion, kConsistency, kComplete, kAbsent } kind = Kind::kInclusion;
  std::uint64_t first = 0;              // sequence, or the older tree size
  std::optional<std::uint64_t> second;  // the newer tree size
  std::string key;                      // kind:value
  std::string from, to;                 // checkpoints: tree sizes, or files
  bool entries = false;
  bool with_keys = false;  // the chain of the ledger's keys stands before the proof
  std::string output;
};

struct CheckProofArguments {
  std::string file;
  std::string key;     // a verifier key, or a file that holds one; with policy: may be empty
  std::string policy;  // empty: no witness is asked for
  std::string key_chain;
  std::string authorities, at;        // of the time-stamps in a pack
  std::vector<std::string> distrust;  // theirs
  bool pack = false;                  // an evidence pack and nothing else
};

struct EvidencePackArguments {
  std::string key;       // kind:value
  std::string from, to;  // checkpoints: tree sizes, or files
  std::string recipient, purpose, ground, role, actor;
  SigningArguments signing;  // of the actor
  std::string output;
};

struct EvidenceHtmlArguments {
  std::string file;
  std::string key;     // a verifier key, or a file that holds one
  std::string policy;  // empty: the page asks for no witness
  std::string output;
};

struct EvidenceFindArguments {
  std::vector<std::string> files;
  bool scan = false;  // look at every event, whatever the views say
};

struct AttachArguments {
  std::vector<std::string> files;
  std::string stream;
  std::string title, media_type, to, purpose;
  std::vector<std::string> attributes;  // envelope name=value
  SigningArguments signing;
  bool no_checkpoint = false;
};

struct WitnessArguments {
  enum class Action { kInit, kAddLog, kCosign, kStatus } action = Action::kStatus;
  std::string state = "witness";  // --state, SINETTI_WITNESS
  std::string name;               // of the witness
  bool full = false;              // with init: cosigns only after a replay
  bool encrypt = false;           // with init: its key
  std::string log_key;
  std::string key;   // cosign: the log's key after a compromise
  std::string file;  // checkpoint or consistency proof; with replay: may be empty
  bool replay = false;
  std::string output;
};

struct TimestampArguments {
  enum class Action { kRequest, kRenew, kAttach, kCheck, kShow } action = Action::kShow;
  std::string checkpoint;             // tree size, or a file
  std::string hash, policy;           // request, renew
  std::string output;                 // request, renew, show
  std::string response, request;      // attach
  std::string authorities;            // attach, check
  std::string stamps, key, at;        // check
  std::vector<std::string> distrust;  // check
};

struct ReplayArguments {
  bool rebuild = false;
  bool accept_difference = false;
  std::optional<std::uint64_t> until;
  std::string known_at, as_of;
  std::string output;  // with known_at or as_of: keep the file here
  bool digest = false;
  bool single_thread = false;
  std::string view;
};

struct QueryArguments {
  std::string sql;
  std::string format = "table";  // table, csv, json
  std::string known_at, as_of;
  std::optional<std::uint64_t> until;
};

struct DeadlineArguments {
  std::string rule;         // empty: list the rules
  std::string from;         // a day
  std::string notified_by;  // letter, electronic: `from` is the day of sending
  std::string known_at;
  bool built_in = false;  // no ledger's rules
};

struct RulesArguments {
  enum class Action { kInstall, kList, kShow, kDiff, kBook } action = Action::kList;
  std::string book;       // install, diff: a file; empty: the program's own
  std::string rule;       // show
  std::string on;         // list: only what is in force on that day
  std::string known_at;   // list, show
  bool built_in = false;  // list, show: no ledger's rules
  std::string output;     // book
  SigningArguments signing;
  bool no_checkpoint = false;
};

struct AuditArguments {
  std::string check;  // one check code; empty: all
  std::string as_of, known_at;
  bool all = false;     // also settled findings
  bool record = false;  // append new findings as discrepancy.detected
  std::string explain;
  bool settings = false;  // list them instead
};

struct ReportArguments {
  std::string name;   // empty: list
  std::string scope;  // provider, matter, unit …
  std::string format = "text";
  std::string output;
  std::string as_of, known_at;
  std::optional<std::uint64_t> until;
};

struct ReportCheckArguments {
  std::string file;
};

struct ClientNewArguments {
  std::string actor;
};
struct ClientListArguments {};
struct ClientOpenArguments {
  std::uint64_t sequence = 0;
  std::string purpose, ground, role, actor;
  SigningArguments key;  // of the actor
};
struct AccessArguments {
  enum class Action { kGrant, kRevoke, kList, kPolicy } action = Action::kList;
  std::string reader;                                                     // grant, list
  std::string role;                                                       // grant
  std::vector<std::string> providers, units, matters, clients, purposes;  // grant
  std::string from, until, ground;                                        // grant
  std::string grant;                                                      // revoke
  std::string proof, exports;                                             // policy
  std::string by, reason;
  SigningArguments signing;
};
struct DiscloseArguments {
  std::vector<std::string> events;    // sequence numbers
  std::vector<std::string> open;      // paths: data.reasons, or 41:data.reasons
  std::vector<std::string> subjects;  // whose values are all opened
  std::string recipient, purpose, ground, withheld_ground, role, actor;
  SigningArguments key;  // of the actor
  std::string output;
};
struct EraseArguments {
  enum class Kind { kRequest, kApprove, kRefuse } kind = Kind::kRequest;
  std::string client, by, reason;
  std::string override_reason;  // approve
  std::string receipts;         // approve; empty: LEDGER.receipts
};
struct HoldArguments {
  enum class Kind { kSet, kRelease, kList } kind = Kind::kList;
  std::string client, by, reason, ground;
};
struct RetentionArguments {
  enum class Kind { kDue, kClasses } kind = Kind::kDue;
  std::string as_of;
  bool all = false;
};
struct ActorArguments {
  enum class Action { kKeygen, kRegister, kRotate, kRevoke, kList, kPolicy } action = Action::kList;
  std::string name;                // keygen, revoke
  std::string output;              // keygen
  bool encrypt = false;            // keygen
  std::string verifier_key;        // register, rotate: a key, or a file that holds one
  std::string kind, title;         // register
  bool recovery = false;           // rotate
  std::string reason;              // rotate, policy; revoke: retired or compromised
  std::string key_id;              // revoke
  std::string from;                // revoke, policy
  std::vector<std::string> types;  // policy
  bool nothing = false;            // policy
  SigningArguments signing;
};
struct StatusArguments {};
struct DoctorArguments {
  bool rebuild_index = false;
  bool salvage = false;
};
struct KeyArguments {
  enum class Action {
    kShow,
    kList,
    kEncrypt,
    kDecrypt,
    kChangePassphrase,
    kRotate,
    kCompromised,
    kChain,
    kToken
  } action = Action::kShow;
  std::string file;  // empty: the ledger's signing key
  std::string new_passphrase_file;
  bool encrypt = false;           // rotate, compromised: the new key
  std::string last_good;          // compromised: a checkpoint kept elsewhere
  std::string reason;             // rotate, compromised
  std::string output;             // chain, token
  std::string name, module, uri;  // token
};
struct ExportArguments {  // entries for the independent verifier
  std::string output;
  std::string recipient, purpose, ground, actor;  // where it is recorded
  SigningArguments key;                           // of the actor
};
struct CompletionArguments {
  std::string shell;
};

using CommandArguments =
    std::variant<InitArguments, ImportArguments, GenerateArguments, RecordArguments, TypesArguments,
                 LogArguments, SearchArguments, ShowArguments, TraceArguments, CheckpointArguments,
                 VerifyArguments, ProveArguments, CheckProofArguments, EvidencePackArguments,
                 EvidenceHtmlArguments, EvidenceFindArguments, AttachArguments, WitnessArguments,
                 TimestampArguments, ReplayArguments, QueryArguments, DeadlineArguments,
                 RulesArguments, AuditArguments, ReportArguments, ReportCheckArguments,
                 StatusArguments, DoctorArguments, KeyArguments, ExportArguments,
                 ClientNewArguments, ClientListArguments, ClientOpenArguments, DiscloseArguments,
                 EraseArguments, HoldArguments, RetentionArguments, ActorArguments, AccessArguments,
                 CompletionArguments>;

struct Arguments {
  GlobalArguments global;
  CommandArguments command;
};

// Either arguments, or an exit code with what was already printed (help, version, usage error).
struct ParseOutcome {
  std::optional<Arguments> arguments;
  int exit_code = 0;
};

ParseOutcome ParseArguments(int argc, const char* const* argv);

// Names of commands and their options, for the generated completion script and reference page.
std::string CompletionScript(const std::string& shell);

}  // namespace sinetti
