#include "ledger/event/json_writer.h"

#include "ledger/base/json_quote.h"

namespace sinetti {

void JsonWriter::Member(std::string_view name) {
  Separate();
  AppendJsonQuoted(out_, name);
  out_ += indent_ ? ": " : ":";
  after_name_ = true;
}

void JsonWriter::Text(std::string_view text) {
  Separate();
  AppendJsonQuoted(out_, text);
}

void JsonWriter::Literal(std::string_view literal) {
  Separate();
  out_ += literal;
}

void JsonWriter::Open(char bracket) {
  Separate();
  out_ += bracket;
  ++depth_;
  empty_ = true;
}

void JsonWriter::Close(char bracket) {
  --depth_;
  if (!empty_) NewLine();
  out_ += bracket;
  empty_ = false;
}

void JsonWriter::Separate() {
  if (after_name_) {
    after_name_ = false;
  } else if (depth_ > 0) {
    if (!empty_) out_ += ',';
    NewLine();
  }
  empty_ = false;
}

void JsonWriter::NewLine() {
  if (!indent_) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

}  // namespace sinetti
