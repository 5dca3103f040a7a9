// The part of an evidence page's script that shows what was checked: who vouches for the pack, and
// its events in the words of the schema that came along (docs/format/evidence-pack.md, "Schema").
#pragma once

namespace sinetti {

inline constexpr const char* kEvidenceShowScript = R"js(
// Words that stand in the page, in all languages.
const words = name => document.getElementById("term-" + name).content.cloneNode(true);
const element = (tag, ...parts) => {
  const one = document.createElement(tag);
  one.append(...parts);
  return one;
};
const inAll = labels => {
  const all = document.createDocumentFragment();
  ["fi", "sv", "en"].forEach((code, i) => {
    const one = element("span", labels[i]);
    one.lang = code;
    all.append(one);
  });
  return all;
};

function showVouched(pack) {
  const list = document.getElementById("vouched");
  const show = (term, ...facts) =>
    list.append(element("dt", words(term)), ...facts.map(fact => element("dd", ...[fact].flat())));
  const { name, checkpoint } = pack.answered;
  show("key", name);
  show("size", String(checkpoint.size));
  if (checkpoint.time) show("signed", checkpoint.time);
  if (pack.witnesses === null) show("witnesses", words("no-policy"));
  else if (pack.witnesses.size === 0) show("witnesses", words("nobody"));
  else show("witnesses", ...[...pack.witnesses].map(([witness, time]) => witness + ", " + time));
  if (pack.stamps.length === 0) show("stamps", words("no-stamps"));
  else show("stamps", ...pack.stamps.map(stamp => [
    stamp.time + ", " + stamp.authority + ", SHA-256 " + stamp.certificate + ". ",
    words(stamp.holds === null ? "unread" : "unjudged")]));
}

// Labels of types, of fields of structs and of values of enumerations.
function readSchema(text) {
  const schema = { type: new Map(), struct: new Map(), enum: new Map() };
  let sort = null, within = null;
  for (const line of text.split("\n").slice(0, -1)) {
    const colon = line.indexOf(" : "), head = (colon < 0 ? line : line.slice(0, colon)).trim().split(" ");
    const labels = colon < 0 ? null : line.slice(colon + 3).split(" | ");
    if (line.startsWith("  ")) {
      if (sort === "enum") within.set(head[1], labels);
      else within.set(head[0], { kind: head[1].replace("[]", ""), labels });
    } else {
      sort = head[0];
      within = new Map();
      schema[sort].set(head[1], sort === "type" ? { kind: "struct:" + head[3], labels } : within);
    }
  }
  return schema;
}

function showValue(value, kind, schema) {
  const name = kind.slice(kind.indexOf(":") + 1);
  if (Array.isArray(value)) return element("div", ...value.map(one => element("div", showValue(one, kind, schema))));
  if (kind.startsWith("enum:")) {
    const labels = (schema.enum.get(name) || new Map()).get(value);
    return labels ? inAll(labels) : String(value);
  }
  if (value === null || typeof value !== "object") return String(value);
  if (kind.startsWith("sealed:")) return words("sealed");
  const fields = schema.struct.get(name) || new Map(), list = element("dl");
  for (const [field, inner] of Object.entries(value)) {
    const known = fields.get(field) || { kind: "", labels: null };
    list.append(element("dt", known.labels ? inAll(known.labels) : field), element("dd", showValue(inner, known.kind, schema)));
  }
  return list;
}

const ATTRIBUTES = ["recordedat", "occurred", "stream", "matter", "provider", "unit", "contract", "subject", "actor"];

function showEvents(pack) {
  const schema = readSchema(pack.schema), list = document.getElementById("events");
  for (const event of pack.readings) {
    const type = schema.type.get(event.type) || { kind: "", labels: null }, facts = element("dl");
    for (const name of ATTRIBUTES)
      if (event[name] !== undefined) facts.append(element("dt", words(name)), element("dd", String(event[name])));
    const raw = element("details", element("summary", "JSON"), element("pre", JSON.stringify(event, null, 2)));
    const title = element("summary", "#" + event.sequence + " ", type.labels ? inAll(type.labels) : event.type, " · " +
      event.recordedat.slice(0, 10));
    list.append(element("details", title, facts, showValue(event.data, type.kind, schema), raw));
  }
}
)js";

}  // namespace sinetti
