// Optimal string alignment distance over a handful of short names.
#include "ledger/base/nearest.h"

#include <algorithm>
#include <utility>

namespace sinetti {
namespace {

constexpr std::size_t kNameBytesMax = 100;  // longer ones have no near name worth the time

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) edits[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) edits[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = Lower(a[i - 1]), y = Lower(b[j - 1]);
      edits[i][j] = std::min(
          {edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (x == y ? 0 : 1)});
      if (i > 1 && j > 1 && x == Lower(b[j - 2]) && Lower(a[i - 2]) == y)
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  return edits[a.size()][b.size()];
}

}  // namespace

std::vector<std::string_view> NearestNames(std::string_view wrong,
                                           const std::vector<std::string_view>& names) {
  if (wrong.size() > kNameBytesMax) return {};
  const std::size_t limit = std::max<std::size_t>(1, wrong.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view name : names) {
    if (name.size() > kNameBytesMax) continue;
    if (const std::size_t distance = Distance(wrong, name); distance <= limit)
      near.emplace_back(distance, name);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string_view> best;
  for (std::size_t i = 0; i < near.size() && i < 3; ++i) best.push_back(near[i].second);
  return best;
}

std::string DidYouMean(std::string_view wrong, const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : NearestNames(wrong, names)) {
    text += text.empty() ? "; did you mean `" : "` or `";
    text += name;
  }
  return text.empty() ? text : text + "`?";
}

}  // namespace sinetti
