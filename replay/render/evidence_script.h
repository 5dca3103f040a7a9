// The script of an evidence page: docs/format/evidence-pack.md once more, for a browser, with
// nothing but Web Crypto.  It runs from a file, sends nothing and needs no network.  Who vouches
// besides one key of the ledger is in evidence_vouch_script.h, which stands before it.
#pragma once

namespace sinetti {

inline constexpr const char* kEvidenceScript = R"js(
class Wrong extends Error {}
const need = (holds, what) => { if (!holds) throw new Wrong(what); };
const utf8 = text => new TextEncoder().encode(text);
const latin = bytes => { let s = ""; for (const b of bytes) s += String.fromCharCode(b); return s; };
const unlatin = text => Uint8Array.from(text, c => c.charCodeAt(0));
const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const join = parts => {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => { all.set(part, at); return at + part.length; }, 0);
  return all;
};
const sha = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", join(parts)));
const ZEROS = new Uint8Array(32);

function base64(text, what, length) {
  let binary;
  try { binary = atob(text); } catch (error) { throw new Wrong(what + " is not base64"); }
  need(btoa(binary) === text, what + " is not in its one base64 form");
  need(length === undefined || binary.length === length, what + " has a wrong length");
  return unlatin(binary);
}
function number(text, what) {
  need(/^(0|[1-9][0-9]{0,14})$/.test(text), what + " is no number: " + text);
  return Number(text);
}
const hash = text => base64(text, "a hash", 32);

// A text that is read line by line.
class Lines {
  constructor(text) { this.rest = text; }
  line() {
    const end = this.rest.indexOf("\n");
    need(end >= 0, "it ends too early");
    const line = this.rest.slice(0, end);
    this.rest = this.rest.slice(end + 1);
    return line;
  }
  value(name) {
    const line = this.line();
    need(line.startsWith(name + " ") && line.length > name.length + 1, "the line '" + name + "' is missing");
    return line.slice(name.length + 1);
  }
  hashes(max) {
    const hashes = [];
    for (let line; (line = this.line()) !== "";) {
      need(hashes.length < max, "there are too many hashes");
      hashes.push(hash(line));
    }
    return hashes;
  }
}

// --- Keys, notes, checkpoints

async function readKey(text, type = 1) {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim());
  need(parts, "a verifier key is not NAME+ID+KEY");
  const typed = base64(parts[3], "a verifier key", 33);
  need(typed[0] === type, "a verifier key is not of type " + type);
  const id = (await sha(utf8(parts[1] + "\n"), typed)).slice(0, 4);
  need(hex(id) === parts[2], "the id of a verifier key is wrong");
  let usable = null;
  try {
    usable = await crypto.subtle.importKey("raw", typed.slice(1), { name: "Ed25519" }, false, ["verify"]);
  } catch (error) { usable = null; }  // an older browser: said in the verdict
  return { name: parts[1], id, usable, text: text.trim() };
}

async function openCheckpoint(note, key) {
  const end = note.lastIndexOf("\n\n");
  need(end >= 0, "a checkpoint has no signatures");
  const text = note.slice(0, end + 1), lines = new Lines(note.slice(end + 2));
  let vouched = false;
  do {
    const parts = lines.line().split(" ");
    need(parts.length === 3 && parts[0] === "\u2014", "a signature line is none");
    const value = base64(parts[2], "a signature");
    need(value.length > 4, "a signature is too short");
    if (parts[1] !== key.name || !same(value.slice(0, 4), key.id)) continue;
    if (key.usable) {
      const holds = await crypto.subtle.verify({ name: "Ed25519" }, key.usable, value.slice(4), utf8(text));
      need(holds, "a signature of " + key.name + " is wrong: the checkpoint was changed, or another key signed it");
    }
    vouched = true;
  } while (lines.rest !== "");
  need(vouched, "a checkpoint is not signed by the key " + key.name);
  const head = new Lines(text), checkpoint = { note };
  need(head.line() === key.name, "a checkpoint is of another ledger");
  checkpoint.size = number(head.line(), "the size of a checkpoint");
  checkpoint.root = hash(head.line());
  while (head.rest !== "") {
    const line = head.line();
    if (line.startsWith("index ")) checkpoint.index = hash(line.slice(6));
    if (line.startsWith("time ")) checkpoint.time = line.slice(5);
  }
  return checkpoint;
}

// --- The tree (RFC 6962)

const leafHash = entry => sha(Uint8Array.of(0), entry);
const nodeHash = (left, right) => sha(Uint8Array.of(1), left, right);
const half = n => Math.floor(n / 2);

async function climb(i, last, seed, siblings) {
  let older = seed, newer = seed;
  for (const sibling of siblings) {
    need(last > 0, "there are more hashes than the way to the root has");
    if (i % 2 === 1 || i === last) {
      older = await nodeHash(sibling, older);
      newer = await nodeHash(sibling, newer);
      while (i > 0 && i % 2 === 0) { i = half(i); last = half(last); }
    } else {
      newer = await nodeHash(newer, sibling);
    }
    i = half(i);
    last = half(last);
  }
  need(last === 0, "there are fewer hashes than the way to the root has");
  return { older, newer };
}

// `open` opens a checkpoint with the key that counts for it.
async function checkInclusion(text, open) {
  const lines = new Lines(text);
  need(lines.line() === "c2sp.org/tlog-proof@v1", "a record is no proof of inclusion");
  const entry = base64(lines.value("extra"), "an entry");
  const index = number(lines.value("index"), "the number of an entry");
  const hashes = lines.hashes(128);
  const checkpoint = await open(lines.rest);
  need(index < checkpoint.size && sequenceOf(entry) === index, "an entry does not stand where it says");
  const root = (await climb(index, checkpoint.size - 1, await leafHash(entry), hashes)).newer;
  need(same(root, checkpoint.root), "entry " + index + " does not lead to the signed root");
  return { entry, index, checkpoint };
}

async function checkConsistency(text, openOlder, openNewer) {
  const lines = new Lines(text);
  need(lines.line() === "sinetti.fi/consistency-proof@v1", "the last section is no proof of consistency");
  const stated = ["old", "new"].map(name => lines.value(name).split(" "));
  const hashes = lines.hashes(128);
  const parts = lines.rest.split("\n\n");
  need(parts.length === 4, "two checkpoints must stand in the proof of consistency");
  const older = await openOlder(parts[0] + "\n\n" + parts[1] + "\n");
  const newer = await openNewer(parts[2] + "\n\n" + parts[3]);
  [older, newer].forEach((one, i) => need(
    stated[i].length === 2 && number(stated[i][0], "a size") === one.size && same(hash(stated[i][1]), one.root),
    "the proof of consistency is of other trees"));
  need(older.size > 0 && older.size < newer.size, "the checkpoints stand in the wrong order");
  let i = older.size - 1, last = newer.size - 1;
  while (i % 2 === 1) { i = half(i); last = half(last); }
  need(i === 0 || hashes.length > 0, "the proof of consistency has no hashes");
  const way = await climb(i, last, i > 0 ? hashes[0] : older.root, i > 0 ? hashes.slice(1) : hashes);
  need(same(way.older, older.root) && same(way.newer, newer.root),
       "the ledger that recorded this pack does not begin with the one of the answer");
  return { older, newer };
}

const sequenceOf = entry => {
  need(entry.length > 48, "an entry is too short");
  const view = new DataView(entry.buffer, entry.byteOffset);
  return Number(view.getBigUint64(40, true));
};

// --- The verifiable index

const bit = (key, depth) => key[depth >> 3] >> (7 - depth % 8) & 1;
const bigEndian = count => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(count));
  return bytes;
};
const mapLeaf = (place, state) => sha(Uint8Array.of(6), place, bigEndian(state.count), state.head);

function takeState(words) {
  need(words.length === 2, "a line does not hold count and head");
  return { count: number(words[0], "a count"), head: hash(words[1]) };
}

function takePart(first, lines) {
  const part = { size: number(first[0], "a size"), state: takeState(first.slice(1)), other: null };
  if (lines.rest.startsWith("other ")) {
    const words = lines.value("other").split(" ");
    part.other = { place: hash(words[0]), state: takeState(words.slice(1)) };
  }
  part.siblings = lines.hashes(256);
  return part;
}

async function checkPart(part, checkpoint, place) {
  need(part.size === checkpoint.size, "the answer is of another tree than its checkpoint");
  need(checkpoint.index, "a checkpoint carries no index: it proves no complete answer");
  const { state, other, siblings } = part, steps = siblings.length;
  need(steps === 0 || !same(siblings[0], ZEROS), "the way through the map is none");
  let at;
  if (state.count > 0) {
    need(!other, "another key stands where the key should");
    at = await mapLeaf(place, state);
  } else {
    need(same(state.head, ZEROS), "a key without events has a head of zeros");
    if (other) {
      need(!same(other.place, place) && other.state.count > 0, "the other key is none");
      for (let i = 0; i < steps; ++i) need(bit(other.place, i) === bit(place, i), "the other key stands elsewhere");
    }
    at = other ? await mapLeaf(other.place, other.state) : ZEROS;
  }
  for (let i = 0; i < steps; ++i)
    at = bit(place, steps - 1 - i) ? await sha(Uint8Array.of(5), siblings[i], at)
                                   : await sha(Uint8Array.of(5), at, siblings[i]);
  need(same(at, checkpoint.index), "the way through the map does not lead to the signed index");
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
function leavesOf(line) {
  if (line === "leaves") return [];
  need(line.startsWith("leaves "), "the line 'leaves' is missing");
  const text = line.slice(7), leaves = [];
  need(text.length > 0 && text.length % 40 === 0, "the leaves are no whole hashes");
  for (let at = 0; at < text.length; at += 40) {
    const leaf = new Uint8Array(32), view = new DataView(leaf.buffer);
    for (let word = 0; word < 8; ++word) {
      let value = 0;
      for (const digit of text.slice(at + 5 * word, at + 5 * word + 5)) {
        need(DIGITS.includes(digit), "the leaves are not in base 85");
        value = 85 * value + DIGITS.indexOf(digit);
      }
      need(value < 2 ** 32, "the leaves are not in base 85");
      view.setUint32(4 * word, value);
    }
    leaves.push(leaf);
  }
  return leaves;
}

async function checkAnswer(text, openOlder, openNewer) {
  const lines = new Lines(text);
  need(lines.line() === "sinetti.fi/complete-proof@v1", "the answer is no complete answer");
  const name = lines.value("key"), place = await sha(utf8(name));
  need(same(hash(lines.value("place")), place), "the answer is of another key");
  let words = lines.line().split(" "), from = null;
  if (words[0] === "from") {
    from = takePart(words.slice(1), lines);
    words = lines.line().split(" ");
  }
  need(words[0] === "to", "the line 'to' is missing");
  const to = takePart(words.slice(1), lines), leaves = leavesOf(lines.line()), entries = [];
  for (let line; (line = lines.line()) !== "";) {
    need(line.startsWith("entry "), "a line of the answer is none");
    entries.push(base64(line.slice(6), "an entry"));
  }
  const notes = lines.rest.split("\n\n");
  need(notes.length === (from ? 4 : 2), "the answer has a wrong number of checkpoints");
  const newer = await openNewer(notes.slice(-2).join("\n\n"));
  let state = { count: 0, head: ZEROS }, next = 0;
  if (from) {
    const older = await openOlder(notes[0] + "\n\n" + notes[1] + "\n");
    await checkPart(from, older, place);
    need(older.size <= newer.size, "the checkpoints of the answer stand in the wrong order");
    state = from.state;
    next = older.size;
  }
  await checkPart(to, newer, place);
  need(entries.length === leaves.length, "the answer proves events that it does not hold");
  for (let i = 0; i < leaves.length; ++i) {
    need(same(await leafHash(entries[i]), leaves[i]), "an entry was changed");
    const sequence = sequenceOf(entries[i]);
    need(sequence >= next && sequence < newer.size, "the entries are not in the order of the ledger");
    next = sequence + 1;
    state = { count: state.count + 1, head: await sha(Uint8Array.of(3), state.head, leaves[i]) };
  }
  need(state.count === to.state.count && same(state.head, to.state.head),
       "the events do not lead to the signed state of the key: one is missing, added, changed or out of order");
  return { name, leaves, entries, checkpoint: newer };
}

// --- The pack

function readPack(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const text = part => {
    try { return decoder.decode(part); } catch (error) { throw new Wrong("it is not UTF-8"); }
  };
  let at = 0;
  const line = () => {
    const end = bytes.indexOf(10, at);
    need(end >= 0, "it ends too early");
    const found = text(bytes.subarray(at, end));
    at = end + 1;
    return found;
  };
  const pack = { said: [], recorded: [], timestamps: "", keys: "" };
  const version = /^sinetti\.fi\/evidence-pack@v([12])$/.exec(line());
  need(version, "this is no evidence pack, or a newer one");
  for (const name of ["to", "purpose", "ground"]) {
    const found = line();
    need(found.startsWith(name + " "), "the line '" + name + "' is missing");
    pack.said.push(found.slice(name.length + 1));
  }
  const section = name => {
    const words = line().split(" ");
    need(words.length === 3 && words[0] === "section" && words[1] === name, "the section '" + name + "' is missing");
    const size = number(words[2], "the size of a section"), content = bytes.subarray(at, at + size);
    need(content.length === size && (size === 0 || content[size - 1] === 10), "the section '" + name + "' is cut");
    at += size;
    return text(content);
  };
  const names = ["summary.fi", "summary.sv", "summary.en", "events", "schema", "documents", "answer"];
  for (const name of version[1] === "1" ? names : [...names, "timestamps", "keys"]) pack[name] = section(name);
  pack.manifest = bytes.subarray(0, at);
  while (latin(bytes.subarray(at, at + 17)) === "section recorded ") pack.recorded.push(section("recorded"));
  need(pack.recorded.length > 0, "it does not show that the ledger recorded it");
  pack.consistency = section("consistency");
  need(at === bytes.length, "something follows the last section");
  return pack;
}

// Everything that docs/format/evidence-pack.md asks for but what the page itself says is left out.
async function checkPack(bytes, keyText, policyText = "") {
  const trusted = await readKey(keyText), pack = readPack(bytes);
  const keys = await followKeys(trusted, pack.keys), policy = policyText === "" ? null : await readPolicy(policyText);
  const open = note => keys.open(note, false), openAnswer = note => keys.open(note, policy !== null);
  pack.answered = await checkAnswer(pack.answer, open, openAnswer);
  const signed = pack.answered.checkpoint.note;
  pack.witnesses = policy === null ? null : await checkWitnesses(signed, policy);
  pack.stamps = await checkStamps(pack.timestamps, signed);
  const digest = hex(await sha(pack.manifest));
  let note = null, last = -1;
  for (const proof of pack.recorded) {
    const { entry, index, checkpoint } = await checkInclusion(proof, open), record = latin(entry);
    for (const text of ["access.exported", digest, pack.answered.name, ...pack.said])
      need(record.includes(latin(utf8(text)) + "\0"),
           "the ledger did not record exactly this pack: a byte was changed");
    need(index > last && (note === null || note === checkpoint.note), "the records do not fit together");
    last = index;
    note = checkpoint.note;
  }
  const { older, newer } = await checkConsistency(pack.consistency, openAnswer, open);
  need(older.note === signed && newer.note === note, "the proof of consistency is of others");
  const readings = pack.events.split("\n").slice(0, -1);
  need(readings.length === pack.answered.leaves.length, "events and readings differ in number");
  pack.readings = readings.map((reading, i) => {
    const event = JSON.parse(reading);
    need(event.leaf === hex(pack.answered.leaves[i]), "a reading is of another event");
    return event;
  });
  pack.signed = keys.usable && (policy === null || [...policy.members.values()].every(one => !one.key || one.key.usable));
  return pack;
}

async function checkPage() {
  const embedded = name => document.getElementById(name).textContent.trim();
  const policy = new TextDecoder().decode(base64(embedded("policy"), "the policy in this page"));
  const pack = await checkPack(base64(embedded("pack"), "the pack in this page"), embedded("key"), policy);
  for (const language of ["fi", "sv", "en"])
    need(document.getElementById("summary-" + language).textContent === pack["summary." + language],
         "the summary shown (" + language + ") is not the one in the pack");
  showVouched(pack);
  showEvents(pack);
  return pack.signed ? "good" : "unsigned";
}

async function main() {
  let verdict = "bad", reason = "";
  try {
    if (!globalThis.crypto || !crypto.subtle) verdict = "unable";
    else verdict = await checkPage();
  } catch (error) { reason = error.message; }
  document.body.dataset.verdict = verdict;
  for (const one of document.querySelectorAll("#verdict [data-when]")) one.hidden = one.dataset.when !== verdict;
  document.getElementById("reason").textContent = reason;
}
main();
)js";

}  // namespace sinetti
