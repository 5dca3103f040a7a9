"""DER, certificates, and signatures by RSA (PKCS #1 v1.5) and ECDSA on P-256, in plain integers: what
docs/format/timestamp.md needs of X.690, RFC 5280, RFC 8017 and FIPS 186-5.  Nothing secret is handled."""
import dataclasses
import datetime
import hashlib
import re

from formats import Unable, need

DIGESTS = {"608648016503040201": "sha256", "608648016503040202": "sha384", "608648016503040203": "sha512"}
# A kind of signature, and its hash where it names one.
SIGNATURES = {"2a864886f70d010101": ("rsa", None), "2a864886f70d01010b": ("rsa", "sha256"),
              "2a864886f70d01010c": ("rsa", "sha384"), "2a864886f70d01010d": ("rsa", "sha512"),
              "2a8648ce3d040302": ("ecdsa", "sha256"), "2a8648ce3d040303": ("ecdsa", "sha384"),
              "2a8648ce3d040304": ("ecdsa", "sha512")}
STAMPS_ONLY = "300a06082b06010505070308"  # ExtKeyUsageSyntax with id-kp-timeStamping alone
RSA_KEY, EC_KEY, P256 = "2a864886f70d010101", "2a8648ce3d0201", "2a8648ce3d030107"
CURVE_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
CURVE_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
CURVE_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
CURVE_G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
           0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


@dataclasses.dataclass(frozen=True)
class Element:
    tag: int
    content: bytes
    whole: bytes

    def parts(self):
        return parse_der(self.content)


def parse_der(data, depth=0):
    """All elements of one level; every level below is read, too, so that none has a second form."""
    elements, at = [], 0
    while at < len(data):
        need(len(data) - at >= 2 and data[at] & 31 != 31 and depth <= 32, "not DER: tag, end or depth")
        length, head = data[at + 1], 2
        if length >= 128:
            head += length - 128
            need(129 <= length <= 132, "not DER: a length")
            length = int.from_bytes(data[at + 2:at + head], "big")
            need(length >= 128 and data[at + 2], "not DER: a length in more octets than it needs")
        need(at + head + length <= len(data), "not DER: it goes beyond the end")
        whole = data[at:at + head + length]
        one = Element(whole[0], whole[head:], whole)
        need(one.tag >= 64 or (one.tag in (48, 49)) == (one.tag & 31 in (16, 17) or bool(one.tag & 32)),
             "not DER: a value in pieces")
        if one.tag & 32:
            parse_der(one.content, depth + 1)
        elements.append(one)
        at += len(whole)
    return elements


def take(parts, tag, what):
    need(parts and parts[0].tag == tag, f"{what} is missing from the time-stamp")
    return parts.pop(0)


def algorithm(element, known, what):
    parts = element.parts()
    need(element.tag == 48 and parts and parts[0].tag == 6
         and [p.whole for p in parts[1:]] in ([], [b"\5\0"]), f"{what}: no algorithm")
    if parts[0].content.hex() not in known:
        raise Unable(f"time-stamp: {what} is of a kind that is not known here")
    return known[parts[0].content.hex()]


def moment(text):
    found = re.fullmatch(r"(\d{14})(\.\d{0,5}[1-9])?Z", text, re.ASCII)
    need(found, f"time-stamp: {text!r} is no time in UTC")
    return datetime.datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(
        tzinfo=datetime.UTC, microsecond=int((found[2] or ".0")[1:].ljust(6, "0")))


class Certificate:
    def __init__(self, element):
        self.fingerprint, self.whole = hashlib.sha256(element.whole).hexdigest(), element.whole
        body, self.algorithm, signature = element.parts()
        need(signature.tag == 3 and signature.content[:1] == b"\0", "a certificate without a signature")
        self.body, self.signature = body.whole, signature.content[1:]
        parts = body.parts()
        self.serial, inner, self.issuer, valid, self.subject, self.key = parts[1:7]
        need(inner.whole == self.algorithm.whole, "a certificate names two kinds of signature")
        self.begin, self.end = (moment(p.content.decode() if p.tag == 24 else
                                       ("19" if p.content[:1] >= b"5" else "20") + p.content.decode())
                                for p in valid.parts())
        extensions = [e.parts() for p in parts[7:] if p.tag == 0xA3 for e in p.parts()[0].parts()]
        self.for_stamps = any(e[0].content.hex() == "551d25" and len(e) == 3 and e[1].content == b"\xff"
                              and e[2].content.hex() == STAMPS_ONLY for e in extensions)

    def verify(self, message, signature, kind, digest):
        """Whether the holder of this certificate's key signed the message."""
        hashed = hashlib.new(digest, message).digest()
        key_kind, bits = self.key.parts()
        names = [p.content.hex() for p in key_kind.parts()]
        if kind == "rsa":
            need(names[0] == RSA_KEY, "the key is none of RSA")
            n, e = (int.from_bytes(p.content, "big") for p in parse_der(bits.content[1:])[0].parts())
            info = bytes([0x30, 17 + len(hashed), 0x30, 13, 6, 9]) + bytes.fromhex(
                next(oid for oid, name in DIGESTS.items() if name == digest)) + b"\5\0\4" + bytes([len(hashed)])
            size = (n.bit_length() + 7) // 8
            padded = b"\0\1" + b"\xff" * (size - 3 - len(info + hashed)) + b"\0" + info + hashed
            return (size >= 256 and len(signature) == size
                    and pow(int.from_bytes(signature, "big"), e, n).to_bytes(size, "big") == padded)
        if names != [EC_KEY, P256]:
            raise Unable("time-stamp: ECDSA on another curve than P-256 is not known here")
        pair, = parse_der(signature)
        need(pair.tag == 48 and all(p.tag == 2 for p in pair.parts()), "no signature of ECDSA")
        r, s = (int.from_bytes(p.content, "big", signed=True) for p in pair.parts())
        need(pair.content == b"".join(bytes([2, p // 8 + 1]) + n.to_bytes(p // 8 + 1, "big") for n, p in
                                      ((r, r.bit_length()), (s, s.bit_length())) if n >= 0),
             "a number in a second form")
        point = bits.content
        x, y = int.from_bytes(point[2:34], "big"), int.from_bytes(point[34:], "big")
        need(len(point) == 66 and point[:2] == b"\0\4" and x < CURVE_P and y < CURVE_P
             and (y * y - x**3 + 3 * x - CURVE_B) % CURVE_P == 0, "the key is no point of P-256")
        if not (0 < r < CURVE_N and 0 < s < CURVE_N):
            return False
        z, inverse = int.from_bytes(hashed[:32], "big"), pow(s, -1, CURVE_N)
        sum_ = add(multiply(z * inverse % CURVE_N, CURVE_G), multiply(r * inverse % CURVE_N, (x, y)))
        return sum_ is not None and sum_[0] % CURVE_N == r


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % CURVE_P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, CURVE_P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, CURVE_P)
    x = (slope * slope - a[0] - b[0]) % CURVE_P
    return x, (slope * (a[0] - x) - a[1]) % CURVE_P


def multiply(number, point):
    result = None
    for bit in bin(number)[2:]:
        result = add(result, result)
        result = add(result, point) if bit == "1" else result
    return result
