"""What the verifier says, to programs and to people, of an export, a checkpoint, and proofs of inclusion,
consistency and completeness.
"""
import dataclasses
import hashlib
import os
import sys

from answer import COMPLETE
from bundle import check_bundle
from complete import check_complete
from formats import HASH, NOTE_MAX, Inclusion, Unable, Wrong, check_proof, open_checkpoint, parse_key
from keychain import key_for
from record import event_facts, event_lines, read_record

VERIFIED, FOUND_WRONG, NOT_DECIDED = 0, 1, 2
PROOF_MAX = 640 << 20
# By their first line: files that need more than this.
OTHERS = {b"sinetti.fi/evidence-pack@v1": "pack", b"sinetti.fi/evidence-pack@v2": "pack",
          b"sinetti.fi/contradiction@v1": "contradiction", b"sinetti.fi/disclosure@v1": "disclosure"}

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
    found = findings.records
    beyond = findings.size - findings.anchored
    facts = dataclasses.asdict(findings) | {"beyond": beyond}
    facts |= facts.pop("records")
    at = f", signed {findings.anchored_at}" if findings.anchored_at else ""
    lines = [
        f"ledger      {findings.origin!r}: {plural(findings.size, 'entry')} in "
        f"{plural(found.streams, 'stream')}, root {findings.root}",
        f"chain       every entry hashed, each names the one before it; recorded "
        f"{found.first_recorded} to {found.last_recorded}"
        if findings.size else "chain       no entry",
        f"digests     {found.digests_checked} draft digests computed; {found.digests_sealed} "
        "of records with sealed values not (that needs their keys)",
        f"checkpoints {findings.checkpoints} in the bundle, {findings.kept_elsewhere} kept elsewhere: "
        "all signatures and roots are right, each continues the one before",
        f"anchored    {plural(findings.anchored, 'entry')}{at}",
        f"beyond      {plural(beyond, 'entry')} after the last checkpoint: in order, but nobody has "
        "signed for them yet" if beyond else "beyond      nothing",
    ]
    if findings.index_roots or found.index_unknown:
        lines.insert(4, f"index       {plural(findings.index_roots, 'index root')} recomputed and right"
                     + (f"; no more, for: {found.index_unknown}" if found.index_unknown else ""))
    if found.signatures:
        lines.insert(4, f"signed      {plural(found.signed, 'entry')} by actors: "
                     f"{plural(found.signatures, 'signature')}, each by a key in force")
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


def run_proof(arguments):
    data, key = arguments.file, read_key(arguments.key)
    kind = data.partition(b"\n")[0]
    if arguments.authority and OTHERS.get(kind) != "pack":
        raise Unable("only an evidence pack holds time-stamps: `verify.py stamps` checks those that come beside")
    if kind in OTHERS:
        import more
        return more.run_other(OTHERS[kind], arguments, data, key)
    if kind == COMPLETE.encode():
        return run_answer(check_complete(data, key))
    proof = check_proof(data, key)
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
    return Result(VERIFIED, facts, lines + event_lines(event))
