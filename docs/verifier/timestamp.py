"""Time-stamps of checkpoints, and of each other: docs/format/timestamp.md, RFC 3161, RFC 5652.

The chain is looked at as far as the certificate right above the authority's own; whoever trusts one further
up gives the one between.  Entries that were hashed anew are not recomputed here."""
import base64
import dataclasses
import datetime
import hashlib
import re

from formats import NOTE_MAX, Unable, Wrong, decode_base64, decode_number, decode_text, need, take_line, take_value
from x509 import DIGESTS, SIGNATURES, Certificate, algorithm, moment, parse_der, take

FIRST_LINE, REHASH = "sinetti.fi/timestamps@v1", "sinetti.fi/timestamps-rehash@v1"
TOKEN_MAX, STAMPS_MAX, RECORD_MAX = 262_144, 1000, 64 << 20
SIGNED_DATA, TST_INFO = "2a864886f70d010702", "2a864886f70d0109100104"
CONTENT_TYPE, MESSAGE_DIGEST = "2a864886f70d010903", "2a864886f70d010904"
SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_2 = "2a864886f70d010910020c", "2a864886f70d010910022f"
DISTRUSTED = re.compile("(sha256|sha384|sha512|rsa|ecdsa|[0-9a-f]{64})@(.+)", re.ASCII)


@dataclasses.dataclass
class Stamp:
    chain: int
    imprint: tuple  # name of the hash, hash
    time: datetime.datetime
    rests_on: list = dataclasses.field(default_factory=list)
    valid_until: datetime.datetime | None = None
    authority: str = ""  # fingerprint of its certificate
    judged_at: datetime.datetime | None = None
    problem: str = ""


def parse_authorities(data):
    found = re.findall("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----", data.decode("ascii", "replace"))
    if not found:
        raise Unable("no certificate (PEM) among the authorities to trust")
    return [Certificate(parse_der(base64.b64decode(text))[0]) for text in found]


def token_of(data):
    """The token of an answer (TimeStampResp), or the token itself."""
    need(len(data) <= TOKEN_MAX, f"a time-stamp of {len(data)} bytes; the limit is {TOKEN_MAX}")
    outer = parse_der(data)
    need(len(outer) == 1 and outer[0].tag == 48, "no time-stamp")
    parts = outer[0].parts()
    if parts and parts[0].tag == 6:
        return data
    status = take(take(parts, 48, "the status").parts(), 2, "the status").content
    need(status == b"\0", f"the authority did not grant the time-stamp: status {status.hex()}")
    token = take(parts, 48, "the token").whole
    need(not parts, "bytes behind the token")
    return token


def check_token(data, authorities, chain):
    """The Stamp; what is wrong with who signed it stands in its `problem`.  Without authorities (None) nobody
    is asked who signed it."""
    try:
        return _check_token(data, authorities, chain)
    except (ValueError, IndexError):
        raise Wrong("a stamp is no time-stamp token") from None


def _check_token(data, authorities, chain):
    info = parse_der(token_of(data))[0].parts()
    need(take(info, 6, "its type").content.hex() == SIGNED_DATA, "no SignedData")
    parts = take(take(info, 0xA0, "SignedData").parts(), 48, "SignedData").parts()
    need(take(parts, 2, "its version").content == b"\3", "not version 3 of SignedData")
    hashes = take(parts, 49, "its hash").parts()
    content = take(parts, 48, "its content").parts()
    need(take(content, 6, "its type").content.hex() == TST_INFO, "no TSTInfo")
    tst = take(take(content, 0xA0, "TSTInfo").parts(), 4, "TSTInfo").content
    certificates = [Certificate(one) for one in parts.pop(0).parts()] if parts and parts[0].tag == 0xA0 else []
    if parts and parts[0].tag == 0xA1:
        parts.pop(0)
    signers = take(parts, 49, "its signer").parts()
    need(len(signers) == 1 and signers[0].tag == 48 and len(hashes) == 1, "not one signer with one hash")
    need(not parts and not content and not info, "more than it has")
    stamp = parse_info(tst, chain)
    if authorities is None:
        return stamp
    try:
        check_signer(stamp, tst, signers[0].parts(), hashes[0], certificates, authorities)
    except (Wrong, ValueError, IndexError) as error:
        stamp.problem = str(error)
    return stamp


def parse_info(data, chain):
    parts = parse_der(data)[0].parts()
    need(take(parts, 2, "its version").content == b"\1", "not version 1 of TSTInfo")
    take(parts, 6, "its policy")
    method, hashed = take(parts, 48, "its imprint").parts()
    name = algorithm(method, DIGESTS, "its hash")
    need(len(hashed.content) == hashlib.new(name).digest_size, "an imprint of another length than its hash")
    take(parts, 2, "its serial number")
    time = moment(take(parts, 24, "its time").content.decode("ascii", "replace"))
    for one in parts:
        if one.tag == 0xA1 and any(len(e.parts()) == 3 for e in one.parts()):
            raise Unable("time-stamp: a critical extension that is not known here")
    return Stamp(chain, (name, hashed.content), time)


def check_signer(stamp, tst, parts, used, certificates, authorities):
    need(take(parts, 2, "its version").content == b"\1", "not version 1 of SignerInfo")
    issuer, serial = take(parts, 48, "its signer").parts()
    method = take(parts, 48, "the hash of its signature")
    digest = algorithm(method, DIGESTS, "the hash of its signature")
    need(algorithm(used, DIGESTS, "its hash") == digest, "two hashes")
    signed = take(parts, 0xA0, "what is signed")
    kind, named = algorithm(take(parts, 48, "its kind of signature"), SIGNATURES, "its signature")
    need(named in (None, digest), "hash and kind of the signature contradict each other")
    signature = take(parts, 4, "its signature").content
    own = [c for c in certificates if (c.issuer.whole, c.serial.whole) == (issuer.whole, serial.whole)]
    need(own, "the certificate of its signer is not in it")
    own = own[0]
    attributes = {a[0].content.hex(): a[1].parts()[0] for a in (one.parts() for one in signed.parts())}
    need(CONTENT_TYPE in attributes and attributes[CONTENT_TYPE].content.hex() == TST_INFO, "it signs something else")
    need(MESSAGE_DIGEST in attributes and attributes[MESSAGE_DIGEST].content == hashlib.new(digest, tst).digest(),
         "what is signed is not what it says")
    need(names_certificate(attributes, own), "it does not name the certificate of its signer")
    need(own.for_stamps, "the certificate of its signer is not for time-stamps alone")
    need(own.verify(b"\x31" + signed.whole[1:], signature, kind, digest), "its signature is wrong")
    chain = [own]
    if all(own.whole != one.whole for one in authorities):
        above = [one for one in authorities if one.subject.whole == own.issuer.whole]
        if not above:
            raise Unable("nobody that is trusted stands right above the authority of a stamp, "
                         f"{own.fingerprint}: give its certificate, or the one that issued it")
        named, method = algorithm(own.algorithm, SIGNATURES, "a certificate")
        above = [one for one in above if one.verify(own.body, own.signature, named, method)]
        need(above, "no authority that is trusted has issued the certificate of its signer")
        chain.append(above[0])
        stamp.rests_on += [named, method]
    need(all(c.begin <= stamp.time <= c.end for c in chain), "a certificate was not valid at its time")
    stamp.rests_on += [digest, kind] + [c.fingerprint for c in chain]
    stamp.valid_until, stamp.authority = min(c.end for c in chain), own.fingerprint


def names_certificate(attributes, certificate):
    for name in (SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_2):
        if name in attributes:
            first = attributes[name].parts()[0].parts()[0].parts()
            method = "sha1" if name == SIGNING_CERTIFICATE else "sha256"
            if first[0].tag == 48:
                method = algorithm(first.pop(0), DIGESTS, "a hash")
            return first[0].content == hashlib.new(method, certificate.whole).digest()
    return False


def stamped_note(note):
    """The note as the log signed it first."""
    text, _, lines = decode_text(note, NOTE_MAX).rpartition("\n\n")
    origin = text.partition("\n")[0]
    kept = [line for line in lines.split("\n")[:-1] if line.split(" ")[1:2] == [origin]]
    need(kept, "the checkpoint is not signed under its own name")
    return text, "\n".join([text, "", kept[0], ""]).encode()


def parse_record(data):
    """The size, and each stamp as (chain, hash, what it must be over, token)."""
    text = decode_text(data, RECORD_MAX)
    line, rest = take_line(text, "its first line")
    if line != FIRST_LINE:
        raise Unable("no record of time-stamps, or a newer one")
    size, rest = take_value(rest, "size")
    stamps, chain, method, entries, over = [], -1, None, None, None
    while rest:
        at = len(text) - len(rest)
        line, rest = take_line(rest, "a line")
        word, _, value = line.partition(" ")
        if word == "chain" and over is None and value in DIGESTS.values():
            chain, method, entries, over = chain + 1, value, None, ("note", text[:at])
        elif word == "entries" and chain and entries is None and over:
            entries = decode_base64(value, "the root of the entries", hashlib.new(method).digest_size)
            over = ("rehash", f"{REHASH}\n{line}\n{over[1]}\n")
        elif word == "stamp" and chain >= 0 and (entries is not None) == bool(chain) and len(stamps) < STAMPS_MAX:
            token = decode_base64(value, "a stamp")
            need(token, "a stamp without bytes")
            stamps.append((chain, method, over or ("token", stamps[-1][3]), token))
            over = None
        else:
            raise Wrong(f"the line {line[:80]!r} does not belong there")
    need(stamps and over is None, "it ends before a stamp")
    return decode_number(size, "the size"), stamps


def judge(stamps, expected, distrusted, now):
    """The earliest good stamp that unbroken links lead back to; each stamp gets its problem."""
    reached = above = (now, None)
    for i in reversed(range(len(stamps))):
        stamp = stamps[i]
        if i + 1 < len(stamps) and stamps[i + 1].chain != stamp.chain:
            above = reached
        stamp.judged_at = at = reached[0]
        lost = {what for what, since in distrusted if since <= at}
        if stamp.imprint != expected[i] or expected[i][0] in lost:
            stamp.problem = "it is of something else, or with a hash that is not trusted any more"
            reached = above
        elif not stamp.problem:
            if at < stamp.time:
                stamp.problem = "its time lies behind the one when it is known to have existed"
            elif stamp.valid_until < at:
                stamp.problem = f"its certificate ended on {stamp.valid_until}, before it was renewed or looked at"
            elif lost & set(stamp.rests_on):
                stamp.problem = f"it rests on {sorted(lost & set(stamp.rests_on))}, not trusted any more"
            else:
                reached = (stamp.time, stamp)
    return reached[1]


def check_stamps(note, data, authorities, distrusted, now):
    """All stamps of a checkpoint, and the one by whose time it existed."""
    stamps, expected = read_stamps(note, data, authorities)
    return stamps, judge(stamps, expected, distrusted, now)


def stated_stamps(note, data):
    """All stamps of a record, each over what it stands over; nobody is believed."""
    stamps, expected = read_stamps(note, data, None)
    for number, (stamp, imprint) in enumerate(zip(stamps, expected), 1):
        need(stamp.imprint == imprint, f"stamp {number} is of something else than what it stands over")
    return stamps


def read_stamps(note, data, authorities):
    """All stamps, and what each must be of."""
    text, stamped = stamped_note(note)
    if data[:1] == b"\x30":
        token = token_of(data)
        stamps = [check_token(token, authorities, 0)]
        return stamps, [(stamps[0].imprint[0], hashlib.new(stamps[0].imprint[0], stamped).digest())]
    size, lines = parse_record(data)
    need(text.split("\n")[1] == str(size), f"the time-stamps are of a checkpoint of {size} events")
    stamps, expected = [], []
    for chain, method, (kind, value), token in lines:
        message = {"note": lambda: stamped, "token": lambda: value, "rehash": lambda: value.encode() + stamped}
        expected.append((method, hashlib.new(method, message[kind]()).digest()))
        stamps.append(check_token(token, authorities, chain))
    return stamps, expected


def parse_distrust(text):
    found = DISTRUSTED.fullmatch(text)
    if not found:
        raise Unable(f"{text!r}: WHAT@TIME is expected")
    return found[1], parse_moment(found[2])


def parse_moment(text):
    """Of nothing: now."""
    try:
        value = datetime.datetime.fromisoformat(text) if text else datetime.datetime.now(datetime.UTC)
        return value if value.tzinfo else value.replace(tzinfo=datetime.UTC)
    except ValueError:
        raise Unable(f"{text!r} is no moment (RFC 3339)") from None


def report(arguments, note, data):
    """Whether all is in order, facts, and lines for people."""
    with open(arguments.authority, "rb") as trusted:
        stamps, vouched = check_stamps(note, data, parse_authorities(trusted.read(NOTE_MAX)),
                                       [parse_distrust(text) for text in arguments.distrust],
                                       parse_moment(arguments.at))
    lines = [f"stamp {number:<6}{stamp.time.isoformat()}, {stamp.imprint[0]}, certificate "
             f"{stamp.authority or 'not believed'}, judged as of {stamp.judged_at.isoformat()}: "
             f"{stamp.problem or 'good'}" for number, stamp in enumerate(stamps, 1)]
    if stamps[-1].chain:
        lines.append("entries     those below the checkpoint were hashed anew: not recomputed here")
    good = vouched is not None and not any(stamp.problem for stamp in stamps)
    time = vouched.time.isoformat() if vouched else None
    lines.append(f"time        the checkpoint existed on {time}" if vouched else
                 "time        nobody who is trusted vouches for a time")
    if not good:
        lines.append("WRONG       not every stamp holds")
    facts = [{"time": stamp.time.isoformat(), "problem": stamp.problem, "certificate": stamp.authority}
             for stamp in stamps]
    return good, {"existedBy": time, "stamps": facts}, lines
