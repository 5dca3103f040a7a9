// sinetti types: what can be recorded, read from the schemas.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "ledger/event/legal_basis.h"
#include "replay/render/render.h"

namespace sinetti {
namespace {

const std::string& In(const Labels& labels, Language language) {
  switch (language) {
    case Language::kSwedish: return labels.sv;
    case Language::kEnglish: return labels.en;
    case Language::kFinnish: break;
  }
  return labels.fi;
}

std::string KindName(const FieldInfo& field) {
  std::string name;
  switch (field.kind) {
    case ValueKind::kBool: name = "true/false"; break;
    case ValueKind::kInteger: name = "integer"; break;
    case ValueKind::kDecimal:
      name = "number, " + std::to_string(field.decimals) + " decimals";
      break;
    case ValueKind::kEnum: name = "one of"; break;
    case ValueKind::kText: name = "text"; break;
    case ValueKind::kSealed: name = "text, sealed"; break;
    case ValueKind::kStruct:
    case ValueKind::kGroup: name = field.structure->name; break;
    case ValueKind::kVoid: name = "nothing"; break;
    case ValueKind::kData: name = "bytes"; break;
    case ValueKind::kAny: name = "any"; break;
  }
  return field.list ? "list of " + name : name;
}

// What an act demands of the field, and which act: docs/internals/invariants.md.
std::string RuleOf(const FieldInfo& field) {
  std::string rule;
  if (field.only >= 0)
    rule = "only " + field.enumeration->enumerants[static_cast<std::size_t>(field.only)].name;
  if (field.bought) rule = "no service that a county must provide itself";
  if (field.recorded) rule = "of an event that is recorded";
  if (!field.divides.empty()) rule = "where it is 0, `" + field.divides + "` has no number";
  if (field.law.empty()) return rule;
  return rule + (rule.empty() ? "" : ", ") + "by " + LegalBasesInWords(field.law);
}

std::string Notes(const FieldInfo& field) {
  std::string notes;
  const auto add = [&](const std::string& note) { notes += (notes.empty() ? "" : "; ") + note; };
  if (field.required) add("required");
  if (const std::string rule = RuleOf(field); !rule.empty()) add(rule);
  if (field.sealing == Sealing::kPersonal) add("personal: sealed under the person's key");
  if (field.sealing == Sealing::kConfidential) add("confidential: sealed under the stream's key");
  if (!field.index.empty()) add("index: " + field.index);
  if (field.kind == ValueKind::kEnum) {
    std::string values;
    for (const EnumerantInfo& one : field.enumeration->enumerants) {
      values += (values.empty() ? "" : ", ") + one.name;
    }
    add(values);
  }
  if (!field.about.empty()) add(field.about);
  return notes;
}

Column Titled(std::string key, std::string title) {
  return {.key = std::move(key), .title = Words::Same(std::move(title))};
}

Table FieldTable(const StructInfo& structure, Language language) {
  Table table{.key = structure.name,
              .title = Words::Same("Fields of " + structure.name),
              .columns = {Titled("field", "Field"), Titled("label", "Label"),
                          Titled("kind", "Kind"), Titled("notes", "Notes")},
              .when_empty = Words::Same("no fields")};
  for (const FieldInfo& field : structure.fields) {
    table.rows.push_back({{.value = field.name},
                          {.value = In(field.labels, language)},
                          {.value = KindName(field)},
                          {.value = Notes(field)}});
  }
  return table;
}

// The structs that the fields of `structure` are made of, each once.
void CollectStructs(const StructInfo& structure, std::vector<const StructInfo*>& found) {
  for (const FieldInfo& field : structure.fields) {
    if (field.kind != ValueKind::kStruct && field.kind != ValueKind::kGroup) continue;
    if (std::find(found.begin(), found.end(), field.structure) != found.end()) continue;
    found.push_back(field.structure);
    CollectStructs(*field.structure, found);
  }
}

std::string FieldsJson(const StructInfo& structure) {
  return JsonArray(structure.fields, [](const FieldInfo& field) {
    JsonObject object;
    object.Text("name", field.name)
        .Text("kind", KindName(field))
        .Bool("required", field.required)
        .Text("fi", field.labels.fi)
        .Text("sv", field.labels.sv)
        .Text("en", field.labels.en);
    if (!field.about.empty()) object.Text("about", field.about);
    if (!field.index.empty()) object.Text("index", field.index);
    if (const std::string rule = RuleOf(field); !rule.empty()) object.Text("rule", rule);
    if (field.sealing == Sealing::kPersonal) object.Text("sealed", "person");
    if (field.sealing == Sealing::kConfidential) object.Text("sealed", "stream");
    if (field.kind == ValueKind::kEnum) {
      object.Raw("values", JsonArray(field.enumeration->enumerants, [](const EnumerantInfo& one) {
                   return JsonQuoted(one.name);
                 }));
    }
    if (field.kind == ValueKind::kStruct || field.kind == ValueKind::kGroup) {
      object.Text("struct", field.structure->name);
    }
    return object.str();
  });
}

std::string TypeJson(const TypeInfo& type) {
  std::vector<const StructInfo*> structs;
  CollectStructs(*type.body, structs);
  return JsonObject()
      .Text("type", type.name)
      .Number("version", type.version)
      .Text("fi", type.labels.fi)
      .Text("sv", type.labels.sv)
      .Text("en", type.labels.en)
      .Text("about", type.about)
      .Raw("basis", JsonArray(type.bases, [](const std::string& one) { return JsonQuoted(one); }))
      .Text("publication", type.publication ? LegalBasesInWords(type.law) : "")
      .Raw("fields", FieldsJson(*type.body))
      .Raw("structs",
           JsonArray(
               structs,
               [](const StructInfo* one) {
                 return JsonObject().Text("name", one->name).Raw("fields", FieldsJson(*one)).str();
               }))
      .Raw("example", type.example.empty() ? "null" : type.example)
      .str();
}

void Explain(Session& session, const TypeInfo& type) {
  Console& console = session.console;
  const Language language = console.language();
  console.PrintLine(console.Bold(type.name) + "  " + In(type.labels, language));
  console.PrintLine(type.about);
  for (const std::string& basis : type.bases) console.PrintLine("Asked for by " + basis);
  if (type.publication)
    console.PrintLine("Public: open, and about no client, by " + LegalBasesInWords(type.law));
  console.PrintLine("");
  std::vector<const StructInfo*> structs{type.body};
  CollectStructs(*type.body, structs);
  for (const StructInfo* structure : structs) {
    console.Print(RenderTable(FieldTable(*structure, language), language, console.width()));
  }
  console.PrintLine("Example of data:");
  console.PrintLine("  " + type.example);
}

std::string Lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool Contains(const TypeInfo& type, const std::string& piece) {
  const std::string wanted = Lower(piece);
  for (const std::string& text : {type.name, type.labels.fi, type.labels.sv, type.labels.en}) {
    if (Lower(text).find(wanted) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

Result<ExitCode> Run(Session& session, const TypesArguments& arguments) {
  Console& console = session.console;
  if (!arguments.type.empty()) {
    const TypeInfo* type = session.registry.Find(arguments.type);
    if (type == nullptr) {
      return Error{ErrorCode::kNotFound, UnknownType(session.registry, arguments.type)};
    }
    if (console.json()) {
      console.PrintLine(TypeJson(*type));
    } else {
      Explain(session, *type);
    }
    return kDone;
  }
  Table table{
      .key = "types",
      .title = Words::Same("Event types"),
      .columns = {Titled("type", "Type"), Titled("label", "Label"), Titled("about", "About")},
      .when_empty = Words::Same("no type matches")};
  std::vector<const TypeInfo*> found;
  for (const TypeInfo& type : session.registry.types()) {
    if (!arguments.contains.empty() && !Contains(type, arguments.contains)) continue;
    found.push_back(&type);
    table.rows.push_back({{.value = type.name},
                          {.value = In(type.labels, console.language())},
                          {.value = type.about}});
  }
  if (console.json()) {
    console.PrintLine(JsonArray(found, [](const TypeInfo* type) { return TypeJson(*type); }));
  } else {
    console.Print(RenderTable(table, console.language(), console.width()));
    console.Say(Counted(found.size(), "type") + "; `sinetti types TYPE` explains one");
  }
  return kDone;
}

}  // namespace sinetti
