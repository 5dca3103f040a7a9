#include "replay/controls/control_parameters.h"

namespace sinetti {
namespace {

constexpr Text3 kCents = {"senttiä", "cent", "cents"};
constexpr Text3 kDays = {"päivää", "dagar", "days"};
constexpr Text3 kPercent = {"prosenttia", "procent", "per cent"};
constexpr Text3 kThousandths = {"prosenttiyksikön tuhannesosaa", "tusendels procentenheter",
                                "thousandths of a percentage unit"};
constexpr Text3 kWords = {"sanaa", "ord", "words"};
constexpr Text3 kYears = {"vuotta", "år", "years"};
constexpr Text3 kYesNo = {"1 kyllä, 0 ei", "1 ja, 0 nej", "1 yes, 0 no"};
constexpr Text3 kPlaces = {"paikkaa", "platser", "places"};

constexpr ControlParameter kParameters[] = {
    {"R-AUTH-01",
     "requireMandate",
     0,
     kYesNo,
     {"onko havainto, että muu toimi kuin päätös ei nimeä toimivaltaa",
      "är det ett fynd att en annan åtgärd än ett beslut inte anger befogenhet",
      "whether it is a finding that an act other than a decision names no mandate"}},
    {"R-CAL",
     "saturdays",
     1,
     kYesNo,
     {"onko lauantai päivä, jona virastot ovat kiinni", "är lördag en dag då ämbetsverk är stängda",
      "whether a Saturday is a day on which offices are closed"}},
    {"R-DUP",
     "words",
     12,
     kWords,
     {"näin monta peräkkäistä samaa sanaa on havainto; alle 12 sanan jaksoja ei etsitä",
      "så många samma ord i följd är ett fynd; kortare följder än 12 ord söks inte",
      "so many of the same words in a row make a finding; runs under 12 words are not looked for"}},
    {"R-LATE",
     "graceDays",
     0,
     kDays,
     {"määräajan tai suunnitellun päivän ylitys, joka ei vielä ole havainto",
      "överskridning av en tidsfrist eller planerad dag som ännu inte är ett fynd",
      "days past a time limit or a planned day that make no finding yet"}},
    {"R-MULT",
     "toleranceCents",
     0,
     kCents,
     {"ero, joka ei vielä ole havainto", "skillnad som ännu inte är ett fynd",
      "a difference that makes no finding yet"}},
    {"R-PARTS",
     "toleranceThousandths",
     0,
     kThousandths,
     {"osien summan ero sadasta prosentista, joka ei vielä ole havainto",
      "delarnas avvikelse från hundra procent som ännu inte är ett fynd",
      "how far parts may be from a hundred per cent without a finding"}},
    {"R-QUOTA",
     "tolerancePlaces",
     0,
     kPlaces,
     {"ylitys, joka ei vielä ole havainto", "överskridning som ännu inte är ett fynd",
      "places over the quota that make no finding yet"}},
    {"R-RULE",
     "minorChangesPercent",
     10,
     kPercent,
     {"vähäiset muutokset yhteensä tästä osuudesta sopimuksen arvoa alkaen",
      "mindre ändringar sammanlagt från denna andel av avtalets värde",
      "minor changes together from this share of the contract's value on"}},
    {"R-RULE",
     "singleChangePercent",
     50,
     kPercent,
     {"yksi lisäys tai ennakoimaton muutos yli tämän osuuden sopimuksen arvosta",
      "en kompletterande eller oförutsedd ändring över denna andel av avtalets värde",
      "one additional or unforeseen change above this share of the contract's value"}},
    {"R-RULE",
     "oldEventYears",
     2,
     kYears,
     {"tätä vanhemman tapahtuman tutkiminen vaatii erityisen syyn",
      "att utreda en äldre händelse än så kräver ett särskilt skäl",
      "investigating an event older than this needs a special reason"}},
    {"R-SHARE",
     "toleranceThousandths",
     1000,
     kThousandths,
     {"painetun osuuden ero määrästä lasketusta, joka ei vielä ole havainto",
      "skillnad mellan tryckt och beräknad andel som ännu inte är ett fynd",
      "how far a printed share may be from the amount's without a finding"}},
    {"R-SHARE",
     "driftThousandths",
     100,
     kThousandths,
     {"valtion osuuden muutos edellisvuodesta, josta alkaen se on havainto",
      "ändring av statens andel från föregående år från vilken den är ett fynd",
      "the change of the state's share since the year before that makes a finding"}},
    {"R-SUM",
     "toleranceCents",
     0,
     kCents,
     {"ero, joka ei vielä ole havainto", "skillnad som ännu inte är ett fynd",
      "a difference that makes no finding yet"}},
};

}  // namespace

std::span<const ControlParameter> ControlParameters() { return kParameters; }

std::vector<const ControlParameter*> ParametersOf(std::string_view code) {
  std::vector<const ControlParameter*> found;
  for (const ControlParameter& parameter : ControlParameters())
    if (parameter.code == code) found.push_back(&parameter);
  return found;
}

}  // namespace sinetti
