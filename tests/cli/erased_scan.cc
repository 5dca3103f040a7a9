#include "tests/cli/erased_scan.h"

#include <algorithm>
#include <bitset>
#include <cctype>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <unordered_set>

#include "ledger/crypto/aes_gcm.h"
#include "ledger/crypto/hmac.h"

namespace sinetti::testing_support {
namespace {

constexpr std::size_t kKeyBytes = 32;

bool IsBase64(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '/';
}
bool IsHex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

// Calls `use` with each longest run of at least `least` characters that `is` takes.
template <typename Is, typename Use>
void ForEachRun(const std::string& text, std::size_t least, Is is, Use use) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is(text[end])) ++end;
    if (end - begin >= least) use(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

// The bytes of a file, and those that its hex and base64 runs stand for.
std::vector<std::string> Readings(const std::string& bytes) {
  std::vector<std::string> readings = {bytes};
  const auto add = [&readings](const Result<Bytes>& decoded) {
    if (decoded) readings.emplace_back(AsText(*decoded));
  };
  ForEachRun(bytes, 2 * kKeyBytes, IsHex, [&](const std::string& run) {
    add(HexDecode(run.substr(0, run.size() / 2 * 2)));
    add(HexDecode(run.substr(1, (run.size() - 1) / 2 * 2)));
  });
  ForEachRun(bytes, 43, IsBase64, [&](const std::string& run) {
    for (std::size_t skip = 0; skip < 4; ++skip) {
      std::string part = run.substr(skip);
      part.resize(part.size() / 4 * 4);
      add(Base64Decode(part));
      // The end of a text of 32 bytes: two bits and two characters more.
      const std::string tail = run.substr(run.size() - std::min<std::size_t>(run.size(), 43));
      if (skip == 0 && tail.size() == 43) add(Base64Decode(tail + "="));
    }
  });
  return readings;
}

// Random bytes: fewer than 18 different ones among 32, or none above 127, happens to no key.
bool MayBeAKey(const std::uint8_t* bytes) {
  std::bitset<256> seen;
  bool high = false;
  for (std::size_t i = 0; i < kKeyBytes; ++i) {
    seen.set(bytes[i]);
    high = high || bytes[i] > 127;
  }
  return high && seen.count() >= 18;
}

bool OpensBox(const Secret& key, ByteView box, ByteView associated) {
  AesGcmNonce nonce;
  if (box.size() < nonce.size()) return false;
  std::copy_n(box.begin(), nonce.size(), nonce.begin());
  return AesGcmOpen(key, nonce, box.subspan(nonce.size()), associated).has_value();
}

struct Wrapped {
  std::string subject;
  Bytes bytes;
  Bytes associated;
};

// The wrapped keys of `subject` in anything that looks like a vault log.
std::vector<Wrapped> WrappedKeys(const FileContents& files, const std::string& origin,
                                 const std::string& subject) {
  std::string pattern(1, '\1');  // kind, length, subject
  pattern += static_cast<char>(subject.size() & 0xff);
  pattern += static_cast<char>(subject.size() >> 8);
  pattern += subject;
  const std::string context = std::string("sinetti vault 1") + '\0' + origin + '\0' + subject;
  std::vector<Wrapped> found;
  std::set<std::string> known;
  for (const auto& [path, bytes] : files)
    for (std::size_t at = bytes.find(pattern); at != bytes.npos; at = bytes.find(pattern, at + 1)) {
      const std::string wrapped = bytes.substr(at + pattern.size(), 60);
      if (wrapped.size() != 60 || !known.insert(wrapped).second) continue;
      const ByteView view = AsBytes(wrapped), with = AsBytes(context);
      found.push_back({subject, {view.begin(), view.end()}, {with.begin(), with.end()}});
    }
  return found;
}

// What `key` opens, as the key of a subject or as a vault key; empty: nothing.
std::string WhatItOpens(const Secret& key, const std::vector<SealedBox>& boxes,
                        const std::vector<Wrapped>& wrapped) {
  for (const SealedBox& box : boxes)
    if (OpensBox(key, box.box, box.associated)) return "key of " + box.subject;
  const Hash wrap = HmacSha256(key.view(), {AsBytes("sinetti vault wrap")});
  for (const Wrapped& one : wrapped)
    if (OpensBox(*Secret::From(wrap.view()), one.bytes, one.associated))
      return "vault key of " + one.subject;
  return {};
}

}  // namespace

FileContents ReadFilesBelow(const std::string& folder) {
  FileContents files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.emplace(entry.path(), std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return files;
}

std::vector<std::string> FindText(const FileContents& files, const std::string& text) {
  std::map<std::string, std::string> forms = {{"bytes", text}};
  std::string upper = HexEncode(AsBytes(text));
  forms["hex"] = upper;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  forms["HEX"] = upper;
  // Base64 depends on the offset modulo three; characters that neighbours touch are left out.
  for (std::size_t offset = 0; offset < 3; ++offset) {
    const std::string encoded = Base64Encode(AsBytes(std::string(offset, 'x') + text));
    const std::size_t begin = offset == 0 ? 0 : 4, end = (offset + text.size()) / 3 * 4;
    forms["base64 " + std::to_string(offset)] = encoded.substr(begin, end - begin);
  }
  std::string little, big;
  for (const char c : text) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  forms["UTF-16LE"] = little;
  forms["UTF-16BE"] = big;
  std::vector<std::string> found;
  for (const auto& [path, bytes] : files)
    for (const auto& [name, form] : forms)
      if (bytes.find(form) != bytes.npos) found.push_back(path + ": " + name);
  return found;
}

std::vector<std::string> FindKeys(const FileContents& files, const std::string& origin,
                                  const std::vector<SealedBox>& boxes) {
  std::vector<Wrapped> wrapped;
  std::set<std::string> subjects;
  for (const SealedBox& box : boxes) subjects.insert(box.subject);
  for (const std::string& subject : subjects)
    for (Wrapped& one : WrappedKeys(files, origin, subject)) wrapped.push_back(std::move(one));
  std::vector<std::string> found;
  std::unordered_set<std::string> tried;
  for (const auto& [path, bytes] : files)
    for (const std::string& reading : Readings(bytes))
      for (std::size_t at = 0; at + kKeyBytes <= reading.size(); ++at) {
        const ByteView window = AsBytes(reading).subspan(at, kKeyBytes);
        if (!MayBeAKey(window.data())) continue;
        if (!tried.emplace(AsText(window)).second) continue;
        const std::string opens = WhatItOpens(*Secret::From(window), boxes, wrapped);
        if (!opens.empty()) found.push_back(path + ": " + opens);
      }
  return found;
}

}  // namespace sinetti::testing_support
