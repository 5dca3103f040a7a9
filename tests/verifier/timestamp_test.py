"""Time-stamps: a true answer of an authority changed bit by bit, the examples of the page, strangers."""
import base64
import datetime
import hashlib
import pathlib
import unittest

import ledger_maker as make
from formats import Unable, Wrong
from timestamp import (Stamp, check_stamps, check_token, judge, parse_authorities, parse_distrust, parse_record,
                       token_of)
from x509 import CURVE_N, CURVE_G, Certificate, multiply, parse_der

HERE = pathlib.Path(__file__).resolve().parent
RESPONSE, ROOT = (base64.b64decode(line) for line in
                  (HERE.parent / "fuzz" / "timestamp_seeds.txt").read_text(encoding="ascii").split())
PEM = b"-----BEGIN CERTIFICATE-----\n" + base64.b64encode(ROOT) + b"\n-----END CERTIFICATE-----\n"
VECTORS = HERE.parents[2] / "shared" / "data" / "vectors" / "rfc3161"


def day(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)


class TrueAnswer(unittest.TestCase):
    def setUp(self):
        self.note = make.example("checkpoint.md", "checkpoint").encode()
        self.authorities = parse_authorities(PEM)

    def check(self, data, authorities=None, now="2027-01-01", distrusted=()):
        return check_stamps(self.note, data, authorities or self.authorities, distrusted, day(now))

    def record(self, data=None):
        token = base64.b64encode(token_of(data or RESPONSE)).decode()
        return f"sinetti.fi/timestamps@v1\nsize 3\nchain sha256\nstamp {token}\n".encode()

    def test_it_vouches_for_the_checkpoint_of_the_page(self):
        for data in (RESPONSE, token_of(RESPONSE), self.record()):
            stamps, vouched = self.check(data)
            self.assertEqual(stamps[0].problem, "")
            self.assertIs(vouched, stamps[0])
            self.assertEqual(vouched.time, datetime.datetime(2026, 11, 22, 16, 20, 45, tzinfo=datetime.UTC))

    def test_the_certificate_of_the_authority_itself_will_do(self):
        parts = parse_der(token_of(RESPONSE))[0].parts()[1].parts()[0].parts()
        own = Certificate(next(p for p in parts if p.tag == 0xA0).parts()[0])
        self.assertIsNotNone(self.check(RESPONSE, [own])[1])
        self.assertIsNone(self.check(RESPONSE, distrusted=[(own.fingerprint, day("2026-12-01"))])[1])
        self.assertIsNotNone(self.check(RESPONSE, distrusted=[(own.fingerprint, day("2027-02-01"))])[1])

    def test_every_changed_bit_is_refused(self):
        for place in range(len(RESPONSE)):
            for bit in range(8):
                changed = bytearray(RESPONSE)
                changed[place] ^= 1 << bit
                self.refused(bytes(changed), f"byte {place} bit {bit}")
            self.refused(RESPONSE[:place], f"cut to {place}")
        self.refused(RESPONSE + b"\0", "longer")

    def test_every_changed_byte_of_a_record_is_refused(self):
        record = self.record()
        for place in range(len(record)):
            for bits in (1, 2, 32, 128):
                changed = bytearray(record)
                changed[place] ^= bits
                self.refused(bytes(changed), f"byte {place} ^ {bits}")

    def refused(self, data, where):
        try:
            vouched = self.check(data)[1]
        except (Wrong, Unable):
            return
        self.assertIsNone(vouched, where)

    def test_what_it_is_not_of_is_refused(self):
        self.note = self.note.replace(b"12:00:00Z", b"12:00:01Z")
        self.assertIsNone(self.check(RESPONSE)[1])

    def test_a_reader_who_trusts_somebody_else_is_not_answered(self):
        if not VECTORS.exists():
            self.skipTest("no vectors")
        stranger = parse_authorities((VECTORS / "trailofbits/test_tsa/ts_chain.pem").read_bytes())
        with self.assertRaises(Unable):
            self.check(RESPONSE, stranger)
        with self.assertRaises(Unable):
            parse_authorities(b"nothing")


class Page(unittest.TestCase):
    def test_imprints_of_the_example_are_those_of_the_page(self):
        note = make.example("checkpoint.md", "checkpoint").encode()
        size, stamps = parse_record(make.example("timestamp.md", "record").encode())
        self.assertEqual((size, [stamp[0] for stamp in stamps]), (3, [0, 0, 1]))
        message = {"note": lambda v: note, "token": lambda v: v, "rehash": lambda v: v.encode() + note}
        computed = [f"{method} {hashlib.new(method, message[kind](value)).hexdigest()}"
                    for _, method, (kind, value), _ in stamps]
        self.assertEqual("\n".join(computed) + "\n", make.example("timestamp.md", "imprints"))

    def test_bad_records_are_refused(self):
        head = "sinetti.fi/timestamps@v1\nsize 3\n"
        root = "entries " + base64.b64encode(bytes(32)).decode() + "\n"
        for bad in ("", "chain sha256\n", "stamp AQ==\n", "chain sha256\n" + root + "stamp AQ==\n",
                    "chain sha256\nstamp AQ==\nchain sha256\nstamp AQ==\n", "chain sha1\nstamp AQ==\n",
                    "chain sha256\nstamp AQ==\nchain sha256\n" + root, "chain sha256\nstamp \n",
                    "chain sha256\nstamp AQ==\nchain sha512\n" + root + "stamp AQ==\n",
                    "chain sha256\nchain sha256\nstamp AQ==\n", "chain sha256\nstamp AQ==\n\n"):
            with self.assertRaises(Wrong, msg=bad):
                parse_record((head + bad).encode())
        with self.assertRaises(Unable):
            parse_record(b"sinetti.fi/timestamps@v2\n")


class Years(unittest.TestCase):
    """Stamps without bytes: what is judged, and as of when."""

    def ask(self, stamps, now, distrusted=(), wrong=()):
        made = [Stamp(chain, ("sha256", bytes([i])), day(time), [key, "ecdsa"], day(end))
                for i, (chain, time, key, end) in enumerate(stamps)]
        expected = [("sha256", b"x" if i in wrong else stamp.imprint[1]) for i, stamp in enumerate(made)]
        vouched = judge(made, expected, distrusted, day(now))
        return vouched and vouched.time.year

    def test_each_stamp_is_judged_at_the_time_of_the_next_good_one(self):
        stamps = [(0, "2026-01-01", "a", "2033-01-01"), (0, "2032-01-01", "b", "2043-01-01"),
                  (1, "2042-01-01", "c", "2060-01-01")]
        self.assertEqual(self.ask(stamps, "2056-01-01"), 2026)
        self.assertIsNone(self.ask(stamps, "2061-01-01"))
        self.assertEqual(self.ask(stamps, "2056-01-01", [("b", day("2042-06-01"))]), 2026)
        self.assertEqual(self.ask(stamps, "2056-01-01", [("b", day("2041-06-01"))]), 2042)
        self.assertEqual(self.ask(stamps, "2056-01-01", wrong=[1]), 2042)
        self.assertIsNone(self.ask(stamps[:2], "2035-01-01", wrong=[1]))
        self.assertEqual(self.ask(stamps[:2], "2032-06-01", wrong=[1]), 2026)

    def test_distrust_is_read(self):
        self.assertEqual(parse_distrust("sha256@2040-01-01T00:00:00Z"), ("sha256", day("2040-01-01")))
        for bad in ("sha1@2040-01-01", "sha256", "sha256@x"):
            with self.assertRaises(Unable):
                parse_distrust(bad)


class Strangers(unittest.TestCase):
    def test_multiplication_has_the_order_of_the_curve(self):
        self.assertIsNone(multiply(CURVE_N, CURVE_G))
        self.assertEqual(multiply(CURVE_N + 1, CURVE_G), CURVE_G)

    @unittest.skipUnless(VECTORS.exists(), "no vectors")
    def test_rsa_and_ecdsa_of_public_authorities_hold(self):
        for name, year in (("digitorus/respNonce.der", 2017), ("digitorus/timeStampToken.der", 2017)):
            data = token_of((VECTORS / name).read_bytes())
            parts = parse_der(data)[0].parts()[1].parts()[0].parts()
            own = Certificate(next(p for p in parts if p.tag == 0xA0).parts()[0])
            stamp = check_token(data, [own], 0)
            self.assertEqual((stamp.problem, stamp.time.year), ("", year))
        chain = parse_authorities((VECTORS / "trailofbits/test_tsa/ts_chain.pem").read_bytes())
        for name in ("response.tsr", "response-injected-certs.tsr"):
            stamp = check_token((VECTORS / "trailofbits/test_tsa" / name).read_bytes(), chain, 0)
            self.assertEqual((stamp.problem, stamp.authority), ("", chain[0].fingerprint))


if __name__ == "__main__":
    unittest.main()
