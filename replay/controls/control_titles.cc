// What each check looks for, in one line.
#include <algorithm>
#include <utility>

#include "replay/controls/audit.h"

namespace sinetti {
namespace {

constexpr std::pair<std::string_view, Text3> kTitles[] = {
    {"R-AUTH-01",
     {"päätös toimivallan ulkopuolella", "beslut utanför befogenheten",
      "decision outside the mandate"}},
    {"R-BASE", {"osuuden perusta puuttuu", "andelens bas saknas", "share without a base"}},
    {"R-BLANK", {"tyhjäksi jätetty osio", "avsnitt lämnat tomt", "section left blank"}},
    {"R-CADENCE", {"kokoontumistiheys poikkeaa", "mötesfrekvensen avviker", "cadence not kept"}},
    {"R-CAL", {"päivä ei ole arkipäivä", "dagen är inte en vardag", "not a working day"}},
    {"R-CONTRA",
     {"lausumat ristiriidassa", "utsagor motsäger varandra", "statements contradict each other"}},
    {"R-DUP", {"kopioitu teksti", "kopierad text", "copied text"}},
    {"R-DUR", {"kesto ei täsmää", "varaktigheten stämmer inte", "duration does not add up"}},
    {"R-EVID", {"näyttö puuttuu", "bevis saknas", "no evidence"}},
    {"R-GARBLE", {"arvo ei ole luettavissa", "värdet kan inte läsas", "unreadable value"}},
    {"R-KEY", {"jakoavain ei täsmää", "fördelningsnyckeln stämmer inte", "key not kept"}},
    {"R-LATE", {"suunniteltu vaihe myöhässä", "planerat steg försenat", "planned step late"}},
    {"R-MISS", {"arvo puuttuu", "värde saknas", "value missing"}},
    {"R-MULT",
     {"hinta × määrä ei täsmää", "pris × mängd stämmer inte", "price × volume does not add up"}},
    {"R-NAME",
     {"sama osapuoli eri nimillä", "samma part under olika namn", "one party under several names"}},
    {"R-PARTS",
     {"osat eivät muodosta kokonaisuutta", "delarna bildar inte en helhet",
      "parts do not make the whole"}},
    {"R-PROC-01",
     {"vaadittu menettelyvaihe puuttuu", "obligatoriskt steg i förfarandet saknas",
      "required step missing"}},
    {"R-QUOTA", {"paikkakiintiö", "platskvot", "quota of places"}},
    {"R-ROLE", {"ristiriitaiset roolit", "oförenliga roller", "roles in conflict"}},
    {"R-RULE", {"heikompi kuin laki", "svagare än lagen", "weaker than the statute"}},
    {"R-SEQ", {"numeroinnin aukko", "lucka i numreringen", "gap in a numbering"}},
    {"R-SHARE",
     {"osuus ei vastaa määrää", "andelen motsvarar inte beloppet",
      "share does not fit the amount"}},
    {"R-STATE", {"ristiriitaiset valinnat", "motstridiga kryss", "boxes exclude each other"}},
    {"R-SUCC",
     {"osapuoli lakkaa ennen velvoitetta", "part upphör före förpliktelsen",
      "party ceases before its obligation"}},
    {"R-SUM", {"summa ei täsmää", "summan stämmer inte", "sum does not add up"}},
};

}  // namespace

Text3 ControlTitle(std::string_view code) {
  const auto* found = std::find_if(std::begin(kTitles), std::end(kTitles),
                                   [code](const auto& title) { return title.first == code; });
  return found == std::end(kTitles) ? Text3{} : found->second;
}

}  // namespace sinetti
