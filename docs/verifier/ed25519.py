"""Ed25519 signature verification as RFC 8032, section 5.1 describes it, in plain Python.

Verification handles nothing secret, so plain integers are enough.  Encodings are accepted in one form
only (section 5.1.3), S must be below the group order, and R is compared as bytes.
"""
import functools
import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)

# Points are (X, Y, Z, T) with x = X/Z, y = Y/Z and xy = T/Z (section 5.1.4).
NEUTRAL = (0, 1, 1, 0)


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    u, v, w, z = f - e, h - g, h + g, f + e
    return (u * v % P, w * z % P, v * w % P, u * z % P)


def double(a):
    xx, yy = a[0] * a[0], a[1] * a[1]
    h = xx + yy
    e = h - (a[0] + a[1]) ** 2
    g = xx - yy
    f = 2 * a[2] * a[2] + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def encode(point):
    """The 32 bytes of a point (section 5.1.2)."""
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


@functools.lru_cache(maxsize=64)
def decode(data):
    """The point of 32 bytes, or None where they encode none (section 5.1.3)."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if len(data) != 32 or y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if v * x * x % P == -u % P:
        x = x * ROOT_OF_MINUS_ONE % P
    elif v * x * x % P != u:
        return None
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def combine(s, a, t, b):
    """s·a + t·b: both scalars are read together, from their highest bit down."""
    table = (None, a, b, add(a, b))
    result = NEUTRAL
    for bit in range(max(s.bit_length(), t.bit_length()) - 1, -1, -1):
        result = double(result)
        chosen = table[(s >> bit & 1) | (t >> bit & 1) << 1]
        if chosen:
            result = add(result, chosen)
    return result


def verify(public_key, message, signature):
    """Whether the 64 bytes are a signature of the message by the key (section 5.1.7)."""
    point = decode(bytes(public_key))
    if point is None or len(signature) != 64:
        return False
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(r + public_key + message).digest(), "little") % ORDER
    minus_key = (P - point[0], point[1], 1, P - point[3])
    return encode(combine(s, BASE, k, minus_key)) == r
