"""The keys of a ledger one after the other, and the file that leads from one to the newest:
docs/format/key-chain.md."""
import base64
import dataclasses

from formats import (HASH, SIZE_MAX, Inclusion, VerifierKey, Wrong, check_proof, decode_base64, decode_number,
                     decode_text, need, open_checkpoint, parse_key, take_line)
from record import read_record, read_text

KEY_CHAIN = "sinetti.fi/key-chain@v1"
CHAIN_MAX = 8_000_000
STATEMENTS_MAX = 100
STREAM = "ledger-keys"
ROTATED, COMPROMISED = "ledger.keyRotated", "ledger.keyCompromised"


@dataclasses.dataclass
class Span:
    key: VerifierKey
    last: int | None = None  # the largest tree for which it vouches alone; None: the newest key
    compromised: bool = False


def split_chain(data):
    """The statements, and what stands behind them."""
    text = decode_text(data, CHAIN_MAX + 512 * 1024 * 1024)
    head, rest = take_line(text, "the kind of file")
    need(head == KEY_CHAIN, f"not a chain of keys: {head!r}")
    line, rest = take_line(rest, "the number of statements")
    word, _, number = line.partition(" ")
    need(word == "statements", f"the number of statements is missing: {line!r}")
    count = decode_number(number, "the number of statements")
    need(1 <= count <= STATEMENTS_MAX, f"1 to {STATEMENTS_MAX} statements are allowed, here are {count}")
    empty, rest = take_line(rest, "an empty line")
    need(not empty, "an empty line is missing")
    statements = []
    for _ in range(count):
        parts = rest.split("\n\n", 3)
        need(len(parts) >= 3, "a statement is cut off")
        last = len(parts) == 3
        statements.append("\n\n".join(parts[:3]) + ("" if last else "\n"))
        rest = "" if last else parts[3]
        need(not last or len(statements) == count, "a statement is missing")
        need(last or rest, "an empty line stands at its end")
    return statements, rest.encode()


def _change(statement):
    """What a statement says, once the keys that have to have signed it."""
    lines = statement.split("\n", 3)
    need(len(lines) == 4 and lines[1].startswith("extra "), "a statement is an inclusion proof with its entry")
    entry = decode_base64(lines[1].removeprefix("extra "), "the entry")
    need(len(entry) > HASH, "the entry is too short")
    record = read_record(entry[HASH:])
    need(record.type in (ROTATED, COMPROMISED) and record.stream == STREAM,
         f"entry {record.sequence} is no change of the ledger's key: {record.type!r} in {record.stream!r}")
    try:
        data, pointers = record.body
        need(len(pointers) >= 2, "a change of keys names two keys")
    except (ValueError, TypeError):
        raise Wrong(f"the body of entry {record.sequence} is not that of {record.type!r}") from None
    previous, following = (parse_key(read_text(pointer, "verifier key")) for pointer in pointers[:2])
    need(previous.name == following.name, "the two keys are those of two ledgers")
    compromised = record.type == COMPROMISED
    last = int.from_bytes(data[:8], "little") if compromised else record.sequence + 1
    need(last <= min(record.sequence + 1, SIZE_MAX), "the old key is to vouch for more entries than there were")
    for key in (following,) if compromised else (following, previous):
        proof = check_proof(statement.encode(), key)
        need(isinstance(proof, Inclusion) and proof.index == record.sequence,
             f"the statement is about entry {proof.index}, its record says {record.sequence}")
    return record.sequence, compromised, previous, following, last


def follow(trusted, statements):
    """The spans of all keys, oldest first; Wrong unless the trusted key leads to the newest."""
    spans, place, reached = [], -1, False
    for statement in statements:
        sequence, compromised, previous, following, last = _change(statement)
        need(sequence > place, "statements are not in the order of the ledger")
        place = sequence
        spans = spans or [Span(previous)]
        before = spans[-1]
        reached = reached or before.key == trusted
        span = next((one for one in spans if one.key == previous), None)
        need(span, f"entry {sequence} replaces a key that was never in force: {previous.text}")
        known = [one.key for one in spans]
        if span is before:
            need(following not in known, f"entry {sequence}: a key does not come back")
        else:
            need(compromised and following == before.key, f"entry {sequence} names a key that was replaced before")
        span.last = last if span.last is None else min(span.last, last)
        span.compromised |= compromised
        if span is before:
            spans.append(Span(following))
        need(not compromised or previous != trusted and not (reached and span is before),
             f"the key {previous.text} was declared compromised, by a statement that {following.text} signed: "
             f"whoever has {trusted.text} cannot tell whether the ledger's keeper made it. Get the ledger's key "
             "on a way that you trust; what the old key signed counts for at most "
             f"{last} entries, where witnesses have cosigned it")
    need(reached or spans[-1].key == trusted, f"the key that you trust, {trusted.text}, is not among the keys "
         f"of this chain, which ends in {spans[-1].key.text}")
    return spans


def key_for(spans, note, witnessed=False):
    """The key to open the note with: the newest of those that have signed it."""
    for span in reversed(spans):
        marks = _signers(note)
        if (span.key.name, span.key.id) not in marks:
            continue
        if span.last is not None:
            size = open_checkpoint(note, span.key).size
            what = "was compromised" if span.compromised else "was replaced"
            need(size <= span.last, f"the checkpoint of {size} entries is signed by {span.key.text} alone, which "
                 f"{what} and vouches for at most {span.last}; the ledger's key is {spans[-1].key.text}")
            need(witnessed or not span.compromised, f"the checkpoint of {size} entries is signed by "
                 f"{span.key.text} alone, which was compromised: it counts only where witnesses have cosigned it "
                 "(--policy); or ask the ledger's keeper for the proof anew")
        return span.key
    return spans[-1].key


def _signers(note):
    """Names and key ids under a note; nothing is believed yet."""
    found = set()
    for line in note.decode("utf-8", "replace").rpartition("\n\n")[2].splitlines():
        parts = line.split(" ")
        if len(parts) == 3:
            try:
                found.add((parts[1], base64.b64decode(parts[2])[:4]))
            except ValueError:
                continue
    return found
