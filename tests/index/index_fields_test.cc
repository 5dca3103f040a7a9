// docs/verifier/index_fields.txt is what the schemas say: by it, readers without the schemas find
// the keys in the body of an event (docs/format/index.md, "Keys of an event").
#include <gtest/gtest.h>

#include "ledger/event/type_registry.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

constexpr std::size_t kDepthMax = 32;  // of structs in a body

// Adds each way from the body to a key.
void Collect(const std::string& way, const StructInfo& info, std::size_t depth, std::string& out) {
  if (!info.has_index) return;
  ASSERT_LT(depth, kDepthMax) << out << ": a struct within itself has no end of ways";
  for (const FieldInfo& field : info.fields) {
    std::string to = way;
    if (field.union_value >= 0)
      to += std::to_string(info.union_slot) + "=" + std::to_string(field.union_value) + "?";
    if (field.kind == ValueKind::kGroup) {
      Collect(to, *field.structure, depth + 1, out);
      continue;
    }
    to += std::to_string(field.slot) + (field.list ? "[]" : "");
    if (field.kind == ValueKind::kText && !field.index.empty())
      out += " " + field.index + ":" + to;
    else if (field.kind == ValueKind::kStruct)
      Collect(to + ".", *field.structure, depth + 1, out);
  }
}

TEST(IndexFields, TheTableForReadersWithoutSchemasIsWhatTheSchemasSay) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  std::string computed;
  for (const TypeInfo& type : registry.types()) {
    computed += type.name + " " + std::to_string(type.version);
    Collect("", *type.body, 0, computed);
    computed += "\n";
  }
  const std::string file =
      testing_support::ReadFile(SINETTI_SOURCE_DIR "/docs/verifier/index_fields.txt");
  EXPECT_TRUE(file.substr(file.find("\n\n") + 2) == computed)
      << "Types and ways may only be added, ways for fields that are new themselves: otherwise the "
         "index of a ledger changes after it was signed.  What belongs behind the first empty line "
         "of the file:\n"
      << computed;
}

}  // namespace
}  // namespace sinetti
