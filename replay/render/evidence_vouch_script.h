// The part of an evidence page's script that says who vouches for the pack besides one key: the
// chain of the ledger's keys (docs/format/key-chain.md), witnesses of a policy
// (docs/format/witness.md) and time-stamps (docs/format/timestamp.md), by Web Crypto alone.
#pragma once

namespace sinetti {

inline constexpr const char* kEvidenceVouchScript = R"js(
"use strict";
// --- Keys that followed each other

// Enough of a record (docs/format/event.md) to read a change of the ledger's key.
class Recorded {
  constructor(entry) { this.view = new DataView(entry.buffer, entry.byteOffset + 32, entry.length - 32); }
  target(word) { return word + 1 + (this.view.getInt32(8 * word, true) >> 2); }
  text(word) {
    const kind = this.view.getUint32(8 * word, true) & 3, size = this.view.getUint32(8 * word + 4, true);
    need(kind === 1 && (size & 7) === 2 && size >>> 3 > 0, "a record has no text where one belongs");
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + 8 * this.target(word), (size >>> 3) - 1);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  }
  number(word) { return Number(this.view.getBigUint64(8 * word, true)); }
  get sequence() { return this.number(1); }
  get type() { return this.text(9); }
  get stream() { return this.text(10); }
  // Where the data and the pointers of the body begin.
  get body() {
    const start = this.target(12), data = this.view.getUint16(8 * 12 + 4, true);
    return { data: data > 0 ? start : null, pointers: start + data };
  }
}

async function readChange(statement) {
  const entry = base64(new Lines(statement.split("\n").slice(1).join("\n")).value("extra"), "an entry");
  const record = new Recorded(entry), compromised = record.type === "ledger.keyCompromised";
  need((compromised || record.type === "ledger.keyRotated") && record.stream === "ledger-keys",
       "a statement is no change of the ledger's key");
  const { data, pointers } = record.body;
  const previous = await readKey(record.text(pointers)), next = await readKey(record.text(pointers + 1));
  need(previous.name === next.name, "two keys of a statement are those of two ledgers");
  const end = record.sequence + 1, last = !compromised ? end : data === null ? 0 : record.number(data);
  need(last <= end, "an old key is to vouch for more events than there were");
  for (const key of compromised ? [next] : [next, previous])
    await checkInclusion(statement, note => openCheckpoint(note, key));
  return { sequence: record.sequence, compromised, previous, next, last };
}

// The keys of the ledger, oldest first, and how far each vouches alone; null: the newest.
class Keys {
  constructor(first) { this.spans = [{ key: first, last: null, compromised: false }]; }
  get newest() { return this.spans[this.spans.length - 1].key; }
  get usable() { return this.spans.every(span => span.key.usable !== null); }

  add(change) {
    const at = key => this.spans.findIndex(span => span.key.text === key.text);
    const previous = at(change.previous), newest = this.spans.length - 1;
    need(previous >= 0, "a statement replaces a key that was never in force");
    if (previous === newest) need(at(change.next) < 0, "a key does not come back");
    else need(change.compromised && at(change.next) === newest, "a statement names a key that was replaced before");
    const span = this.spans[previous];
    span.last = span.last === null ? change.last : Math.min(span.last, change.last);
    span.compromised = span.compromised || change.compromised;
    if (previous === newest) this.spans.push({ key: change.next, last: null, compromised: false });
  }

  // Opens a checkpoint with the newest of those that have signed it, if that one vouches for it.
  async open(note, witnessed) {
    const signers = note.slice(note.lastIndexOf("\n\n") + 2).split("\n").map(line => line.split(" "));
    const signed = span => signers.some(parts => parts.length === 3 && parts[1] === span.key.name &&
      same(base64(parts[2], "a signature").slice(0, 4), span.key.id));
    const span = [...this.spans].reverse().find(signed);
    if (!span) return openCheckpoint(note, this.newest);
    const checkpoint = await openCheckpoint(note, span.key);
    need(span.last === null || checkpoint.size <= span.last, "a checkpoint is signed by a key alone that was replaced: " +
      span.key.text);
    need(!span.compromised || witnessed, "a checkpoint is signed by a key alone that was compromised: " + span.key.text);
    return checkpoint;
  }
}

async function followKeys(trusted, text) {
  if (text === "") return new Keys(trusted);
  const lines = new Lines(text);
  need(lines.line() === "sinetti.fi/key-chain@v1", "the section 'keys' is no chain of keys");
  const count = number(lines.value("statements"), "the number of statements");
  need(count >= 1 && count <= 100 && lines.line() === "", "a chain of keys has 1 to 100 statements");
  const parts = lines.rest.split("\n\n");
  need(parts.length === 3 * count, "a statement about the ledger's key is missing, or one too many");
  let keys = null, last = -1, reached = false;
  for (let i = 0; i < count; ++i) {
    const change = await readChange(parts.slice(3 * i, 3 * i + 3).join("\n\n") + (i + 1 < count ? "\n" : ""));
    need(change.sequence > last, "statements are not in the order of the ledger");
    last = change.sequence;
    keys = keys || new Keys(change.previous);
    const before = keys.newest;
    reached = reached || before.text === trusted.text;
    keys.add(change);
    need(!change.compromised || !(change.previous.text === trusted.text || (reached && change.previous.text === before.text)),
         "the key was declared compromised: get the ledger's newest key on a way that you trust");
  }
  need(reached || keys.newest.text === trusted.text, "the key of this page is not among the keys of the ledger");
  return keys;
}

// --- Witnesses

async function readPolicy(text) {
  const policy = { members: new Map(), quorum: "none" };
  for (const line of text.split("\n")) {
    const [kind, ...items] = line.split(/[ \t]+/).filter(item => item !== "");
    if (kind === undefined || kind.startsWith("#") || kind === "log") continue;
    if (kind === "witness") {
      policy.members.set(items[0], { key: await readKey(items[1], 4) });
    } else if (kind === "group") {
      const below = items.slice(2), asked = { all: below.length, any: 1 }[items[1]] ?? number(items[1], "a threshold");
      policy.members.set(items[0], { asked, below });
    } else {
      need(kind === "quorum", "a line of the policy is none: " + kind);
      policy.quorum = items[0];
    }
  }
  return policy;
}

function met(policy, found, name) {
  if (name === "none") return true;
  const member = policy.members.get(name);
  need(member, "the policy does not say who is " + name);
  if (member.key) return found.has(name);
  return member.below.filter(one => met(policy, found, one)).length >= member.asked;
}

// Who of the policy's witnesses cosigned the note, and when.
async function checkWitnesses(note, policy) {
  const end = note.lastIndexOf("\n\n"), text = note.slice(0, end + 1), found = new Map();
  for (const line of note.slice(end + 2).split("\n").slice(0, -1)) {
    const [, name, encoded] = line.split(" "), value = base64(encoded, "a signature");
    for (const [member, { key }] of policy.members) {
      if (!key || name !== key.name || !same(value.slice(0, 4), key.id)) continue;
      need(value.length === 76, "a cosignature has a wrong length");
      const seconds = new DataView(value.buffer, 4).getBigUint64(0);
      need(seconds < 253402300800n, "a cosignature is of no time");
      const message = utf8("cosignature/v1\ntime " + seconds + "\n" + text);
      if (key.usable)
        need(await crypto.subtle.verify({ name: "Ed25519" }, key.usable, value.slice(12), message),
             "the cosignature of " + key.name + " is wrong");
      found.set(member, new Date(1000 * Number(seconds)).toISOString().replace(".000Z", "Z"));
    }
  }
  need(met(policy, found, policy.quorum), "not enough of the policy's witnesses have cosigned: " +
    ([...found.keys()].join(", ") || "nobody"));
  return found;
}

// --- Time-stamps

function der(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    let length = bytes[at + 1], head = 2;
    if (length >= 128) {
      head += length - 128;
      length = 0;
      for (const byte of bytes.slice(at + 2, at + head)) length = 256 * length + byte;
    }
    need(head <= 6 && at + head + length <= bytes.length, "a time-stamp is not in DER");
    const whole = bytes.slice(at, at + head + length), content = whole.slice(head);
    found.push({ tag: whole[0], whole, content, get parts() { return der(content); } });
    at += whole.length;
  }
  return found;
}
const oid = element => hex(element.content);
const HASHES = { "608648016503040201": "SHA-256", "608648016503040202": "SHA-384", "608648016503040203": "SHA-512" };
const CURVES = { "2a8648ce3d030107": ["P-256", 32], "2b81040022": ["P-384", 48], "2b81040023": ["P-521", 66] };
const digest = async (name, bytes) => new Uint8Array(await crypto.subtle.digest(name, bytes));

// r and s of fixed length, as Web Crypto wants them.
const rawPair = (signature, size) => join(der(signature)[0].parts.map(number => {
  const bytes = number.content.slice(-size), padded = new Uint8Array(size);
  padded.set(bytes, size - bytes.length);
  return padded;
}));

// Whether the certificate's key signed; null: by a kind of signature that the browser does not know.
async function signedBy(certificate, hash, signature, message) {
  const key = certificate.key, [kind, parameters] = key.parts[0].parts;
  const ecdsa = oid(kind) === "2a8648ce3d0201", curve = ecdsa ? CURVES[oid(parameters)] : undefined;
  if (ecdsa ? !curve : oid(kind) !== "2a864886f70d010101") return null;
  const how = ecdsa ? { name: "ECDSA", namedCurve: curve[0], hash } : { name: "RSASSA-PKCS1-v1_5", hash };
  const usable = await crypto.subtle.importKey("spki", key.whole, how, false, ["verify"]);
  return crypto.subtle.verify(how, usable, ecdsa ? rawPair(signature, curve[1]) : signature, message);
}

const certificateOf = element => {
  const fields = element.parts[0].parts, [serial, , issuer, , subject, key] = fields.slice(fields[0].tag === 0xa0 ? 1 : 0);
  const names = subject.parts.flatMap(set => set.parts).map(pair => pair.parts[1].content);
  return { whole: element.whole, serial, issuer, key, subject: names.map(name => new TextDecoder().decode(name)).join(", ") };
};

async function readToken(token) {
  const fields = der(token)[0].parts[1].parts[0].parts, info = fields[2].parts[1].parts[0].content;
  const claims = der(info)[0].parts, [method, imprint] = claims[2].parts;
  const time = latin(claims[4].content).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, "$1-$2-$3T$4:$5:$6");
  const [, [issuer, serial], used, attributes, , signature] =
    fields[fields.length - 1].parts[0].parts.map((part, i) => i === 1 ? part.parts : part);
  const hash = HASHES[oid(used.parts[0])], stamp = { method: HASHES[oid(method.parts[0])], imprint: imprint.content, time };
  need(hash && stamp.method, "a time-stamp has a hash that is not known here");
  const attribute = attributes.parts.map(one => one.parts).find(([name]) => oid(name) === "2a864886f70d010904");
  need(attribute && same(attribute[1].parts[0].content, await digest(hash, info)), "a time-stamp says something else than it signs");
  const certificate = (fields.find(field => field.tag === 0xa0) || { parts: [] }).parts.map(certificateOf)
    .find(one => same(one.issuer.whole, issuer.whole) && same(one.serial.whole, serial.whole));
  need(certificate, "a time-stamp does not hold the certificate of its signer");
  stamp.holds = await signedBy(certificate, hash, signature.content, join([Uint8Array.of(0x31), attributes.whole.slice(1)]));
  need(stamp.holds !== false, "the signature of a time-stamp is wrong");
  return { ...stamp, authority: certificate.subject, certificate: hex(await digest("SHA-256", certificate.whole)) };
}

// Each stamp is over what it stands over, and is signed by the certificate in it; whether to believe
// that one, the page does not know.
async function checkStamps(text, note) {
  if (text === "") return [];
  const end = note.lastIndexOf("\n\n"), origin = note.slice(0, note.indexOf("\n"));
  const first = note.slice(end + 2).split("\n").find(line => line.split(" ")[1] === origin);
  const stamped = note.slice(0, end + 2) + first + "\n", lines = new Lines(text), stamps = [];
  need(lines.line() === "sinetti.fi/timestamps@v1" && lines.value("size") === note.split("\n")[1],
       "the time-stamps are not of this checkpoint");
  let method = null, over = null;
  while (lines.rest !== "") {
    const before = text.slice(0, text.length - lines.rest.length), line = lines.line(), space = line.indexOf(" ");
    const word = line.slice(0, space), value = line.slice(space + 1);
    if (word === "chain") {
      method = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" }[value];
      need(method, "a chain of time-stamps has a hash that is not known here");
      over = stamps.length === 0 ? utf8(stamped) : { before };
    } else if (word === "entries" && over && over.before !== undefined) {
      over = utf8("sinetti.fi/timestamps-rehash@v1\n" + line + "\n" + over.before + "\n" + stamped);
    } else {
      need(word === "stamp" && over instanceof Uint8Array, "a line of the time-stamps is none");
      const token = base64(value, "a time-stamp"), stamp = await readToken(token);
      need(stamp.method === method && same(stamp.imprint, await digest(method, over)), "a time-stamp is of something else");
      stamps.push(stamp);
      over = token;
    }
  }
  need(stamps.length > 0, "the time-stamps end before one");
  return stamps;
}
)js";

}  // namespace sinetti
