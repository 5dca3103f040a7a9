#!/usr/bin/env python3
"""The core of the independent verifier, alone: the chain of an export, a checkpoint, and proofs of inclusion,
consistency and completeness, by one verifier key.

  core.py bundle FILE KEY [KEPT ...]    what `sinetti export` wrote; KEPT: checkpoints that you kept
  core.py proof FILE KEY                what `sinetti prove` wrote
  core.py checkpoint FILE KEY           what `sinetti checkpoint -o` wrote

KEY is the verifier key, or a file that holds it.  The last line is VERIFIED (exit status 0), WRONG (1) or
NOT DECIDED (2).  It needs Python 3.11 and, beside it, answer.py, chain.py, ed25519.py and formats.py; nothing
else.  Records are bytes here: what they say, who signed them and all else is for verify.py.
"""
import hashlib
import os
import sys

from answer import COMPLETE, check_answer
from chain import check_chain
from formats import HASH, NOTE_MAX, Inclusion, Unable, Wrong, check_proof, open_checkpoint, parse_key

VERIFIED, FOUND_WRONG, NOT_DECIDED = 0, 1, 2
PROOF_MAX = 512 << 20


def read(path, limit):
    with open(path, "rb") as file:
        return file.read(limit + 1)


def words_of(checkpoint):
    at = f", signed {checkpoint.time}" if checkpoint.time else ""
    return f"{checkpoint.origin!r}, {checkpoint.size} entries, root {checkpoint.root.hex()}{at}"


def bundle(path, key, kept):
    kept = [(name, open_checkpoint(read(name, NOTE_MAX), key)) for name in kept]
    with open(path, "rb") as file:
        found = check_chain(file, key, kept)
    lines = [f"{found.origin!r}: {found.size} entries, root {found.root}; each names the one before it",
             f"{found.checkpoints} checkpoints in the export, {found.kept_elsewhere} kept elsewhere: right",
             f"{found.anchored} entries are anchored, {found.size - found.anchored} lie beyond"]
    if found.size and not found.anchored:
        raise Unable("no checkpoint vouches for any entry: " + "; ".join(lines))
    return lines


def proof(path, key):
    data = read(path, PROOF_MAX)
    if data.startswith(COMPLETE.encode() + b"\n"):
        answer = check_answer(data, key)
        lines = [f"from {words_of(answer.old)}"] if answer.old else []
        lines += [f"to {words_of(answer.new)}", f"these {len(answer.leaves)} are all events with the key "
                  f"{answer.key!r}; {answer.before} came before"]
        return lines + [f"leaf {leaf.hex()}" for leaf in answer.leaves]
    found = check_proof(data, key)
    if isinstance(found, Inclusion):
        return [words_of(found.checkpoint), f"entry {found.index} is a record of {len(found.entry) - HASH} bytes, "
                f"SHA-256 {hashlib.sha256(found.entry[HASH:]).hexdigest()}"]
    return [words_of(found.old), words_of(found.new), "the newer ledger begins with the entries of the older"]


def checkpoint(path, key):
    return [words_of(open_checkpoint(read(path, NOTE_MAX), key))]


def main(command=None, path=None, key=None, *kept):
    commands = {"bundle": lambda one: bundle(path, one, kept), "proof": lambda one: proof(path, one),
                "checkpoint": lambda one: checkpoint(path, one)}
    if command not in commands or not key or kept and command != "bundle":
        print(__doc__, end="")
        return NOT_DECIDED
    try:
        text = read(key, 4096).decode().removesuffix("\n") if os.path.isfile(key) else key
        print("\n".join(commands[command](parse_key(text))), "VERIFIED", sep="\n")
        return VERIFIED
    except Wrong as wrong:
        places = ", ".join(f"{kind} {place}" for kind, place in sorted(wrong.where.items()))
        print(f"WRONG {places + ': ' if places else ''}{wrong}")
        return FOUND_WRONG
    except (Unable, OSError, UnicodeDecodeError) as error:
        print(f"NOT DECIDED: {error}")
        return NOT_DECIDED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
