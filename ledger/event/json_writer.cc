// Escapes what RFC 8259 asks for, and DEL and the line separators that terminals and scripts trip
// on.
#include "ledger/event/json_writer.h"

namespace sinetti {
namespace {

constexpr char kHex[] = "0123456789abcdef";

}  // namespace

void JsonWriter::Member(std::string_view name) {
  Separate();
  Quote(name);
  out_ += indent_ ? ": " : ":";
  after_name_ = true;
}

void JsonWriter::Text(std::string_view text) {
  Separate();
  Quote(text);
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

void JsonWriter::Quote(std::string_view text) {
  out_ += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\t') {
      out_ += "\\t";
    } else if (c == '\r') {
      out_ += "\\r";
    } else if (byte < 0x20 || byte == 0x7f) {
      out_ += "\\u00";
      out_ += kHex[byte >> 4];
      out_ += kHex[byte & 15];
    } else if (text.substr(i, 3) == "\xe2\x80\xa8" || text.substr(i, 3) == "\xe2\x80\xa9") {
      out_ += text[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

}  // namespace sinetti
