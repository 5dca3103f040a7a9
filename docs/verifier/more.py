"""What the verifier answers beyond its core: chains of keys, policies of witnesses, evidence packs, disclosures,
contradictions, time-stamps.  The module that reads a kind of file is loaded when there is such a file.
"""
import hashlib
import json
import os

from commands import (FOUND_WRONG, PROOF_MAX, VERIFIED, Result, checkpoint_facts, checkpoint_line, plural, read_bytes,
                  read_key, run_answer, run_bundle, run_proof)
from formats import HASH, Unable, Wrong, decode_hex, open_checkpoint


# Keys that followed each other

def follow_keys(arguments):
    """Where a chain of keys stands before a proof, or beside it: from here on the proof alone, and the key
    that counts for it."""
    from keychain import CHAIN_MAX, KEY_CHAIN, key_for, split_chain
    from pack import is_pack, keys_of, note_of
    statements = []
    if arguments.run is run_proof and arguments.file.startswith(KEY_CHAIN.encode() + b"\n"):
        statements, arguments.file = split_chain(arguments.file)
    elif arguments.run is run_proof and is_pack(arguments.file):
        statements = keys_of(arguments.file)
    if arguments.key_chain:
        statements, _ = split_chain(read_bytes(arguments.key_chain, CHAIN_MAX))
    if not statements:
        return
    arguments.spans = follow_from(arguments, statements)
    key = arguments.spans[-1].key
    if arguments.run is not run_bundle:
        key = key_for(arguments.spans, note_of(read_bytes(arguments.file, PROOF_MAX)), bool(arguments.policy))
    arguments.key = key.text


def follow_from(arguments, statements):
    """From the key that is given, or else from a log of the policy that leads to the newest."""
    from keychain import follow
    if arguments.key or not arguments.policy:
        return follow(read_key(arguments.key), statements)
    why = Unable("give the verifier key with --key, or a policy that names the log")
    for log in read_policy(arguments).logs:
        try:
            return follow(log, statements)
        except Wrong as wrong:
            why = wrong
    raise why


# Policies

def read_policy(arguments):
    from witness import POLICY_MAX, parse_policy
    try:
        return parse_policy(read_bytes(arguments.policy, POLICY_MAX))
    except Wrong as error:
        raise Unable(f"{arguments.policy}: {error}") from None


def words_of(found):
    return "cosigned by " + (", ".join(f"{name} at {at}" for name, at in found.items()) or "nobody")


def run_with_policy(arguments):
    """Runs the command, and then demands the quorum of the newest checkpoint."""
    from pack import note_of
    from witness import require_quorum
    policy = read_policy(arguments)
    if arguments.run is run_bundle:
        return run_bundle_with_policy(arguments, policy)
    data = read_bytes(arguments.file, PROOF_MAX)
    note = note_of(data)
    arguments.key = arguments.key or policy.log_of(note).text
    result = arguments.run(arguments)  # has opened the note with the key
    found = require_quorum(note, policy)
    result.facts["witnesses"] = found
    result.lines.append(f"witnessed   {words_of(found)}; asked for: {policy.words()}")
    return result


def run_bundle_with_policy(arguments, policy):
    from witness import cosigners
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


# Files of other kinds

def run_other(kind, arguments, data, key):
    if kind == "pack":
        return run_pack(arguments, data, key)
    return {"contradiction": run_contradiction, "disclosure": run_disclosure}[kind](data, key)


def run_disclosure(data, key):
    from disclosure import check_disclosure
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


def run_pack(arguments, data, key):
    from pack import check_pack, describe, note_of
    from timestamp import report
    pack = check_pack(data, key, arguments.spans, bool(arguments.policy))
    result = run_answer(pack.answer)
    facts, lines = describe(pack)
    result = Result(result.status, result.facts | facts, result.lines + lines)
    if not arguments.authority:
        result.lines += [f"stamp       {stamp.time.isoformat()}, of this checkpoint; nobody was asked whether to "
                         "believe it: give --authority" for stamp in pack.stamps]
        return result
    if not pack.timestamps:
        raise Wrong("the pack holds no time-stamp")
    good, facts, lines = report(arguments, note_of(data), pack.timestamps)
    return Result(VERIFIED if good else FOUND_WRONG, result.facts | facts, result.lines + lines)


def run_contradiction(data, key):
    from witness import check_contradiction
    kind, first, second = check_contradiction(data, key)
    facts = {"kind": "contradiction", "contradiction": kind, "first": checkpoint_facts(first),
             "second": checkpoint_facts(second)}
    return Result(VERIFIED, facts, [
        "first       " + checkpoint_line(first), "second      " + checkpoint_line(second),
        f"proved      the key has signed both, and they cannot both be true: {kind}"])


def run_stamps(arguments):
    from pack import note_of
    from timestamp import RECORD_MAX, report
    note = note_of(read_bytes(arguments.file, PROOF_MAX))
    signed = open_checkpoint(note, read_key(arguments.key)) if arguments.key else None
    line = checkpoint_line(signed) if signed else "its own signature was not checked: give --key"
    good, facts, lines = report(arguments, note, read_bytes(arguments.stamps, RECORD_MAX))
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
