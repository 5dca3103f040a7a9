#!/usr/bin/env python3
"""Independent verifier of sinetti ledgers.  It needs Python 3.11 and nothing else, and was written from
the pages in docs/format, not from the program whose output it checks."""
import argparse
import dataclasses
import hashlib
import json
import os
import sys

from bundle import check_bundle
from complete import COMPLETE, check_complete
from disclosure import DISCLOSURE, check_disclosure
from formats import (HASH, NOTE_MAX, Inclusion, Unable, Wrong, check_proof, decode_hex,
                     open_checkpoint, parse_key)
from keychain import CHAIN_MAX, KEY_CHAIN, follow, key_for, split_chain
from pack import PACK, PACK_MAX, check_pack, describe, note_of
from record import event_facts, event_lines, read_record
from timestamp import add_arguments, report
from witness import (CONTRADICTION, POLICY_MAX, check_contradiction, cosigners, parse_policy, require_quorum)

VERIFIED, FOUND_WRONG, NOT_DECIDED = 0, 1, 2

EXAMPLES = """\
examples:
  sinetti export -o bundle.ndjson             (whoever keeps the ledger, for you)
  verify.py bundle bundle.ndjson --key ledger.vkey
  verify.py bundle bundle.ndjson --key ledger.vkey --against january.checkpoint
  verify.py proof decision.proof --key 'ledger.example/a+5e1f2a3b+AQ...'
  verify.py proof decision.proof --policy court.policy
  verify.py proof decision.proof --key old.vkey --key-chain ledger.chain
  verify.py checkpoint january.checkpoint --key ledger.vkey --json
  verify.py stamps january.checkpoint january.stamps --authority tsa.pem --key ledger.vkey
  verify.py disclosed --commitment HEX --salt HEX --value 'what was disclosed'

exit status:
  0  verified
  1  something is wrong; the first bad position is named
  2  not decided: nothing to check with (no key, nothing signed), file not readable, newer format

Get the verifier key from a source that you trust, not from whoever hands you the files: what checks
only with a key that came along with it proves nothing about who made it.
"""


@dataclasses.dataclass
class Result:
    status: int
    facts: dict  # for --json
    lines: list  # for people


def read_bytes(path, limit):
    if isinstance(path, bytes):  # read before
        return path
    if path == "-":
        return sys.stdin.buffer.read(limit + 1)
    with open(path, "rb") as file:
        return file.read(limit + 1)


def read_key(argument):
    """A verifier key, given as its text or as a file that holds it."""
    if argument is None:
        raise Unable("give the verifier key with --key, or a policy that names the log")
    try:
        if os.path.isfile(argument):
            argument = read_bytes(argument, 4096).decode("utf-8").removesuffix("\n")
        return parse_key(argument)
    except (Wrong, UnicodeDecodeError) as error:
        raise Unable(f"--key: {error}") from None


def plural(count, what):
    return f"{count} {what}" if count == 1 else f"{count} {what.replace('entry', 'entrie')}s"


# Keys that followed each other

def follow_keys(arguments):
    """Where a chain of keys stands before a proof, or beside it: from here on the proof alone, and the key
    that counts for it."""
    arguments.spans, statements = (), []
    if arguments.run is run_proof:
        arguments.file = read_bytes(arguments.file, PACK_MAX)
        if arguments.file.startswith(KEY_CHAIN.encode() + b"\n"):
            statements, arguments.file = split_chain(arguments.file)
    if arguments.key_chain:
        statements, _ = split_chain(read_bytes(arguments.key_chain, CHAIN_MAX))
    if not statements:
        return
    arguments.spans = follow(read_key(arguments.key), statements)
    key = arguments.spans[-1].key
    if arguments.run is not run_bundle:
        key = key_for(arguments.spans, note_of(read_bytes(arguments.file, PACK_MAX)), bool(arguments.policy))
    arguments.key = key.text


# Policies

def words_of(found):
    return "cosigned by " + (", ".join(f"{name} at {at}" for name, at in found.items()) or "nobody")


def run_with_policy(arguments):
    """Runs the command, and then demands the quorum of the newest checkpoint."""
    try:
        policy = parse_policy(read_bytes(arguments.policy, POLICY_MAX))
    except Wrong as error:
        raise Unable(f"{arguments.policy}: {error}") from None
    if arguments.run is run_bundle:
        return run_bundle_with_policy(arguments, policy)
    data = read_bytes(arguments.file, PACK_MAX)
    note = note_of(data)
    arguments.key = arguments.key or policy.log_of(note).text
    result = arguments.run(arguments)  # has opened the note with the key
    found = require_quorum(note, policy)
    result.facts["witnesses"] = found
    result.lines.append(f"witnessed   {words_of(found)}; asked for: {policy.words()}")
    return result


def run_bundle_with_policy(arguments, policy):
    if arguments.file == "-":
        raise Unable("--policy reads the bundle twice: give a file, not standard input")
    result = run_bundle(arguments)  # has opened every checkpoint in it
    best, by = 0, {}
    with open(arguments.file, encoding="utf-8") as file:
        for line in file:
            members = json.loads(line) if line.startswith('{"kind":"checkpoint"') else None
            if members:
                found = cosigners(members["note"].encode(), policy)
                if policy.met(found):
                    best, by = members["size"], found
    if not best:
        raise Wrong(f"no checkpoint in it meets the policy: asked for: {policy.words()}")
    result.facts |= {"witnessed": best, "witnesses": by}
    result.lines.append(f"witnessed   {plural(best, 'entry')}: {words_of(by)}; asked for: {policy.words()}")
    return result


# Commands

def run_bundle(arguments):
    key = read_key(arguments.key) if arguments.key else None
    if arguments.against and not key:
        raise Unable("--against needs --key: the checkpoint is worth what its signature is worth")
    kept = []
    for path in arguments.against:
        try:
            note = read_bytes(path, NOTE_MAX)
            # Comparing with what a compromised key signed can only find more.
            signer = key_for(arguments.spans, note, witnessed=True) if arguments.spans else key
            kept.append((path, open_checkpoint(note, signer)))
        except Wrong as wrong:
            raise Wrong(f"{path}: {wrong}") from None
    with sys.stdin.buffer if arguments.file == "-" else open(arguments.file, "rb") as file:
        findings = check_bundle(file, key, kept)
    beyond = findings.size - findings.anchored
    facts = dataclasses.asdict(findings) | {"beyond": beyond}
    at = f", signed {findings.anchored_at}" if findings.anchored_at else ""
    lines = [
        f"ledger      {findings.origin!r}: {plural(findings.size, 'entry')} in "
        f"{plural(findings.streams, 'stream')}, root {findings.root}",
        f"chain       every entry hashed, each names the one before it; recorded "
        f"{findings.first_recorded} to {findings.last_recorded}"
        if findings.size else "chain       no entry",
        f"digests     {findings.digests_checked} draft digests computed; {findings.digests_sealed} "
        "of records with sealed values not (that needs their keys)",
        f"checkpoints {findings.checkpoints} in the bundle, {findings.kept_elsewhere} kept elsewhere: "
        "all signatures and roots are right, each continues the one before",
        f"anchored    {plural(findings.anchored, 'entry')}{at}",
        f"beyond      {plural(beyond, 'entry')} after the last checkpoint: in order, but nobody has "
        "signed for them yet" if beyond else "beyond      nothing",
    ]
    if findings.index_roots or findings.index_unknown:
        lines.insert(4, f"index       {plural(findings.index_roots, 'index root')} recomputed and right"
                     + (f"; no more, for: {findings.index_unknown}" if findings.index_unknown else ""))
    if findings.signatures:
        lines.insert(4, f"signed      {plural(findings.signed, 'entry')} by actors: "
                     f"{plural(findings.signatures, 'signature')}, each by a key in force")
    status = VERIFIED
    if findings.key_is_from_bundle:
        status = NOT_DECIDED
        lines.append("NOT DECIDED: the only key at hand is the one in the bundle. Whoever made the "
                     "bundle could have made the key. Give the key of a source you trust with --key.")
    elif findings.size and not findings.anchored:
        status = NOT_DECIDED
        lines.append("NOT DECIDED: no checkpoint vouches for any entry. Ask for an export made after "
                     "`sinetti checkpoint`.")
    return Result(status, facts, lines)


def checkpoint_facts(checkpoint):
    return dataclasses.asdict(checkpoint) | {"root": checkpoint.root.hex()}


def checkpoint_line(checkpoint):
    at = f", signed {checkpoint.time}" if checkpoint.time else ""
    return f"{checkpoint.origin!r}, {plural(checkpoint.size, 'entry')}, root {checkpoint.root.hex()}{at}"


def run_checkpoint(arguments):
    checkpoint = open_checkpoint(read_bytes(arguments.file, NOTE_MAX), read_key(arguments.key))
    lines = ["checkpoint  " + checkpoint_line(checkpoint)]
    lines += [f"unknown     {line!r}" for line in checkpoint.unknown]
    return Result(VERIFIED, {"checkpoint": checkpoint_facts(checkpoint)}, lines)


def run_complete(data, key):
    return run_answer(check_complete(data, key))


def run_answer(proof):
    count = len(proof.leaves)
    what = (f"these {count} are all events with the key {proof.key!r}" if count
            else f"there is no event with the key {proof.key!r}")
    where = (f"between the two checkpoints ({proof.before} came before)" if proof.old
             else f"among the first {plural(proof.new.size, 'entry')}")
    facts = {"kind": "complete", "key": proof.key, "before": proof.before, "count": count,
             "old": checkpoint_facts(proof.old) if proof.old else None,
             "new": checkpoint_facts(proof.new), "leaves": [leaf.hex() for leaf in proof.leaves]}
    lines = ["older       " + checkpoint_line(proof.old)] if proof.old else []
    lines += [("newer       " if proof.old else "checkpoint  ") + checkpoint_line(proof.new),
              f"proved      {what}, {where}"]
    facts["events"] = [{"sequence": event.sequence} | event_facts(event) for event in proof.events]
    for event in proof.events:
        lines += [f"entry       {event.sequence}"] + event_lines(event)
    if not proof.events:
        lines += [f"leaf        {leaf.hex()}" for leaf in proof.leaves]
    return Result(VERIFIED, facts, lines)


def run_disclosure(data, key):
    found = check_disclosure(data, key)
    facts = {"kind": "disclosure", "to": found.recipient, "purpose": found.purpose, "ground": found.ground,
             "checkpoint": checkpoint_facts(found.checkpoint), "recorded": found.recorded, "events": []}
    lines = ["checkpoint  " + checkpoint_line(found.checkpoint),
             f"disclosed   to {found.recipient!r} for {found.purpose!r} on the ground {found.ground!r}, "
             f"recorded as entry {', '.join(map(str, found.recorded))}"]
    for record, fields in found.events:
        lines.append(f"event       entry {record.sequence}, {record.type!r} of stream {record.stream!r}")
        shown = []
        for field in fields:
            value = field.value and field.value.decode("utf-8", "replace")
            shown.append({"path": field.path, "value": value, "withheld": field.ground or None})
            lines.append(f"withheld    {field.path} on the ground {field.ground!r}" if value is None else
                         f"opened      {field.path}: {value!r}")
        facts["events"].append({"sequence": record.sequence, "type": record.type, "fields": shown})
    return Result(VERIFIED, facts, lines)


def run_pack(data, key):
    pack = check_pack(data, key)
    result = run_answer(pack.answer)
    facts, lines = describe(pack)
    return Result(result.status, result.facts | facts, result.lines + lines)


def run_contradiction(data, key):
    kind, first, second = check_contradiction(data, key)
    facts = {"kind": "contradiction", "contradiction": kind, "first": checkpoint_facts(first),
             "second": checkpoint_facts(second)}
    return Result(VERIFIED, facts, [
        "first       " + checkpoint_line(first), "second      " + checkpoint_line(second),
        f"proved      the key has signed both, and they cannot both be true: {kind}"])


def run_proof(arguments):
    data = read_bytes(arguments.file, PACK_MAX)
    if data.startswith(PACK.encode() + b"\n"):
        return run_pack(data, read_key(arguments.key))
    if data.startswith(CONTRADICTION.encode() + b"\n"):
        return run_contradiction(data, read_key(arguments.key))
    if data.startswith(COMPLETE.encode() + b"\n"):
        return run_complete(data, read_key(arguments.key))
    if data.startswith(DISCLOSURE.encode() + b"\n"):
        return run_disclosure(data, read_key(arguments.key))
    proof = check_proof(data, read_key(arguments.key))
    if not isinstance(proof, Inclusion):
        facts = {"old": checkpoint_facts(proof.old), "new": checkpoint_facts(proof.new)}
        return Result(VERIFIED, {"kind": "consistency"} | facts, [
            "older       " + checkpoint_line(proof.old), "newer       " + checkpoint_line(proof.new),
            "proved      the newer ledger begins with exactly the entries of the older one"])
    record = proof.entry[HASH:]
    facts = {"kind": "inclusion", "index": proof.index, "checkpoint": checkpoint_facts(proof.checkpoint),
             "record_sha256": hashlib.sha256(record).hexdigest()}
    lines = ["checkpoint  " + checkpoint_line(proof.checkpoint),
             f"proved      entry {proof.index} is exactly the {len(record)} bytes of the record in the "
             f"file, SHA-256 {facts['record_sha256']}"]
    try:
        event = read_record(record)
    except (Wrong, Unable) as error:
        lines.append(f"event       these bytes are proved, but not readable here: {error}")
        return Result(VERIFIED, facts | {"unreadable": str(error)}, lines)
    if event.sequence != proof.index:
        raise Wrong(f"the record says that it is entry {event.sequence}, proved is {proof.index}",
                    entry=proof.index)
    facts["event"] = event_facts(event)
    lines += event_lines(event)
    return Result(VERIFIED, facts, lines)


def run_stamps(arguments):
    note = note_of(read_bytes(arguments.file, PACK_MAX))
    signed = open_checkpoint(note, read_key(arguments.key)) if arguments.key else None
    line = checkpoint_line(signed) if signed else "its own signature was not checked: give --key"
    good, facts, lines = report(arguments, note)
    return Result(VERIFIED if good else FOUND_WRONG, facts, ["checkpoint  " + line] + lines)


def run_disclosed(arguments):
    try:
        commitment = decode_hex(arguments.commitment.lower(), "--commitment", HASH)
        salt = decode_hex(arguments.salt.lower(), "--salt", 16)
    except Wrong as error:
        raise Unable(str(error)) from None
    value = (os.fsencode(arguments.value) if arguments.value is not None
             else read_bytes(arguments.value_file, 2**24))
    computed = hashlib.sha256(b"\x04" + salt + value).digest()
    if computed != commitment:
        raise Wrong(f"this salt and this value ({len(value)} bytes) have the commitment "
                    f"{computed.hex()}: another value was sealed")
    return Result(VERIFIED, {"commitment": commitment.hex(), "bytes": len(value)}, [
        f"disclosed   the value ({len(value)} bytes) is the one that was sealed; that the commitment "
        "stands in the ledger, an inclusion proof of the entry shows"])


def parser():
    top = argparse.ArgumentParser(description=__doc__, epilog=EXAMPLES, allow_abbrev=False,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name, run, text):
        one = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        one.set_defaults(run=run)
        one.add_argument("--json", action="store_true", help="one JSON object instead of text")
        return one

    key_help = "verifier key, or a file that holds it"
    chain_help = "how the ledger's keys followed each other, where --key is an older one"
    policy_help = "who must have cosigned the newest checkpoint: a file of logs, witnesses and a quorum"
    one = command("bundle", run_bundle, "check an export of a whole ledger")
    one.add_argument("file", metavar="FILE", help="what `sinetti export` wrote; - is standard input")
    one.add_argument("--key", metavar="VKEY", help=key_help + "; without it nothing is decided")
    one.add_argument("--policy", metavar="FILE", help=policy_help)
    one.add_argument("--key-chain", metavar="FILE", help=chain_help)
    one.add_argument("--against", metavar="NOTE", action="append", default=[],
                     help="a checkpoint that you kept: shows a cut or rewritten ledger; repeatable")
    one = command("proof", run_proof, "check a proof, a complete answer, a disclosure, a pack or a contradiction")
    one.add_argument("file", metavar="FILE", help="what `sinetti prove`, `disclose` or "
                     "`evidence pack` wrote, or a contradiction")
    one.add_argument("--key", metavar="VKEY", help=key_help)
    one.add_argument("--policy", metavar="FILE", help=policy_help)
    one.add_argument("--key-chain", metavar="FILE", help=chain_help)
    one = command("checkpoint", run_checkpoint, "check the signature of a checkpoint")
    one.add_argument("file", metavar="FILE", help="what `sinetti checkpoint -o` wrote")
    one.add_argument("--key", metavar="VKEY", help=key_help)
    one.add_argument("--policy", metavar="FILE", help=policy_help)
    one.add_argument("--key-chain", metavar="FILE", help=chain_help)
    one = command("stamps", run_stamps, "check the time-stamps of a checkpoint")
    one.add_argument("file", metavar="FILE", help="a checkpoint, or a proof that ends in one")
    add_arguments(one)
    one.add_argument("--key", metavar="VKEY", help=key_help)
    one = command("disclosed", run_disclosed, "check a disclosed value against its commitment")
    one.add_argument("--commitment", metavar="HEX", required=True, help="32 bytes, from the entry")
    one.add_argument("--salt", metavar="HEX", required=True, help="16 bytes, disclosed with the value")
    value = one.add_mutually_exclusive_group(required=True)
    value.add_argument("--value", metavar="TEXT", help="what was disclosed")
    value.add_argument("--value-file", metavar="FILE", help="the same, exactly the bytes of a file")
    return top


def main():
    arguments = parser().parse_args()
    try:
        if arguments.run not in (run_disclosed, run_stamps):
            follow_keys(arguments)
        with_policy = getattr(arguments, "policy", None)
        result = run_with_policy(arguments) if with_policy else arguments.run(arguments)
    except Wrong as wrong:
        places = [f"{kind} {place}" for kind, place in sorted(wrong.where.items())]
        result = Result(FOUND_WRONG, {"wrong": str(wrong), "where": wrong.where},
                        [f"WRONG       {', '.join(places) + ': ' if places else ''}{wrong}"])
    except (Unable, OSError) as error:
        result = Result(NOT_DECIDED, {"undecided": str(error)}, [f"NOT DECIDED: {error}"])
    verdict = ("verified", "wrong", "undecided")[result.status]
    if arguments.json:
        print(json.dumps({"result": verdict} | result.facts, indent=2, default=float))
    else:
        lines = result.lines + (["VERIFIED"] if result.status == VERIFIED else [])
        print("\n".join(line.encode(sys.stdout.encoding or "ascii", "backslashreplace")
                        .decode(sys.stdout.encoding or "ascii") for line in lines))
    return result.status


if __name__ == "__main__":
    sys.exit(main())
