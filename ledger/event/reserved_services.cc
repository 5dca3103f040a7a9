// See reserved_services.h.
#include "ledger/event/reserved_services.h"

#include <algorithm>
#include <string>

namespace sinetti {
namespace {

// In lower case, as ShortForm makes it; in the two languages of the act, and in English.
constexpr std::string_view kReserved[] = {
    "julkisen vallan käyttö",
    "utövning av offentlig makt",
    "use of public power",
    "sosiaalityö",
    "asiakaskohtainen sosiaalityö",
    "yksilökohtainen sosiaalityö",
    "socialt arbete",
    "klientinriktat socialt arbete",
    "social work",
    "sosiaalipäivystys",
    "socialjour",
    "social emergency service",
    "kiireellinen hoito",
    "ympärivuorokautinen päivystys",
    "terveydenhuollon päivystys",
    "brådskande vård",
    "jour dygnet runt",
    "urgent care",
};

// Lower case for ASCII and for Ä, Ö, Å; runs of spaces become one; none at the ends.
std::string ShortForm(std::string_view text) {
  std::string form;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (!form.empty() && form.back() != ' ') form += ' ';
    } else if (c >= 'A' && c <= 'Z') {
      form += static_cast<char>(c - 'A' + 'a');
    } else if (!form.empty() && form.back() == '\xc3' &&
               (c == '\x84' || c == '\x96' || c == '\x85')) {
      form += static_cast<char>(c + 0x20);
    } else {
      form += c;
    }
  }
  if (!form.empty() && form.back() == ' ') form.pop_back();
  return form;
}

}  // namespace

std::string_view ReservedServiceIn(std::string_view services) {
  for (std::size_t start = 0; start <= services.size();) {
    const std::size_t end = std::min(services.find_first_of(",;/", start), services.size());
    const std::string_view part = services.substr(start, end - start);
    const std::string form = ShortForm(part);
    if (std::find(std::begin(kReserved), std::end(kReserved), form) != std::end(kReserved))
      return part;
    start = end + 1;
  }
  return {};
}

}  // namespace sinetti
