// Writes JSON text (RFC 8259), on one line or indented.  The caller keeps to the grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinetti {

class JsonWriter {
 public:
  explicit JsonWriter(bool indent) : indent_(indent) {}

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }

  // The name of the next value.
  void Member(std::string_view name);

  void Text(std::string_view text);        // UTF-8
  void Literal(std::string_view literal);  // a number, true, false, null

  void TextMember(std::string_view name, std::string_view text) {
    Member(name);
    Text(text);
  }

  std::string Take() { return std::move(out_); }

 private:
  void Open(char bracket);
  void Close(char bracket);
  void Separate();  // before an element or a member
  void NewLine();

  std::string out_;
  bool indent_;
  bool empty_ = true;  // nothing yet in the innermost object or array
  bool after_name_ = false;
  std::size_t depth_ = 0;
};

}  // namespace sinetti
