// Checks of the order in which the acts let things happen: fines, standstill, changes, steps.
#include "replay/controls/control_guide.h"

namespace sinetti {
namespace {

constexpr ControlCase kChange[] = {
    {{"sopimusta on muutettu olennaisesti: osapuoli on vaihtunut tai muutos on kirjattu "
      "olennaiseksi",
      "ett avtal har ändrats väsentligt: parten har bytts ut eller ändringen är antecknad som "
      "väsentlig",
      "a contract was substantially changed: its party was replaced, or the change is recorded as "
      "substantial"},
     "high, medium",
     {"medium, kun osapuoli on vaihtunut eikä muutosta ole kirjattu olennaiseksi",
      "medium när parten har bytts ut och ändringen inte är antecknad som väsentlig",
      "medium when the party was replaced and the change is not recorded as substantial"},
     {"1397/2016 136 §", "1397/2016 136 §", "1397/2016 section 136"}},
};

constexpr ControlCase kFine[] = {
    {{"uhkasakko on tuomittu maksettavaksi ilman kuulemista, tai ennen kuin asettamispäätös on "
      "lainvoimainen eikä sitä ole noudatettava muutoksenhausta huolimatta",
      "ett vite har dömts ut utan hörande, eller innan beslutet om föreläggande har vunnit laga "
      "kraft och det inte ska iakttas trots besvär",
      "a fine was ordered to be paid without a hearing, or before the imposing decision was final "
      "and not to be obeyed despite an appeal"},
     "high",
     {},
     {"1113/1990 10 ja 22 §", "1113/1990 10 och 22 §", "1113/1990 sections 10 and 22"}},
};

constexpr ControlCase kStandstill[] = {
    {{"sopimus on allekirjoitettu ennen hankinnan odotusajan päättymistä",
      "ett avtal har undertecknats innan upphandlingens väntetid gått ut",
      "a contract was signed before the standstill of its procurement was over"},
     "high",
     {},
     {"1397/2016 129 §: päätöksessä ilmoitettu aika, muuten 14 päivää",
      "1397/2016 129 §: den tid som beslutet anger, annars 14 dagar",
      "1397/2016 section 129: the time that the decision states, else 14 days"}},
};

constexpr ControlCase kStep[] = {
    {{"asian, valvonta-asian, sopimuksen, epäkohdan, uhkasakon tai ristiriidan vaihe on kirjattu "
      "väärässä järjestyksessä",
      "ett steg i ett ärende, ett tillsynsärende, ett avtal, ett missförhållande, ett vite eller "
      "en avvikelse har antecknats i fel ordning",
      "a step of a matter, a supervision case, a contract, a finding, a fine or a discrepancy was "
      "recorded out of order"},
     "medium",
     {},
     {"tilakoneiden taulukot (docs/reference/state-machines.md)",
      "tillståndsmaskinernas tabeller (docs/reference/state-machines.md)",
      "the tables of the state machines (docs/reference/state-machines.md)"}},
};

constexpr ControlGuide kGuides[] = {
    {"R-CHANGE",
     {"olennainen sopimusmuutos", "väsentlig avtalsändring", "substantial change of a contract"},
     kChange,
     {"Sopimusta on muutettu olennaisesti ilman uutta hankintaa: uusi tuottaja (1397/2016 136 §).",
      "Avtalet har ändrats väsentligt utan ny upphandling: uusi tuottaja (1397/2016 136 §).",
      "The contract was substantially changed without a new procurement: uusi tuottaja (1397/2016 "
      "section 136)."},
     {"Selvitä, onko muutokselle 136 §:n peruste; muuten kilpailuta uudelleen.",
      "Utred om ändringen har en grund i 136 §; konkurrensutsätt annars på nytt.",
      "Find out whether section 136 gives a ground for the change; else procure anew."}},
    {"R-FINE",
     {"uhkasakko tuomittu liian aikaisin", "vite utdömt för tidigt",
      "fine ordered to be paid too early"},
     kFine,
     {"Uhkasakko on tuomittu maksettavaksi ilman kirjattua kuulemista (1113/1990 22 §).",
      "Vitet har dömts ut utan antecknat hörande (1113/1990 22 §).",
      "The fine was ordered to be paid and no hearing is recorded (1113/1990 section 22)."},
     {"Kirjaa kuuleminen (hearing.held) tai lainvoima (decision.becameFinal), jos ne ovat; muuten "
      "arvioi päätöksen korjaaminen.",
      "Registrera hörandet (hearing.held) eller laga kraft (decision.becameFinal) om de finns; "
      "bedöm annars om beslutet ska rättas.",
      "Record the hearing (hearing.held) or the finality (decision.becameFinal) if there were; "
      "else judge whether the decision is to be corrected."}},
    {"R-STANDSTILL",
     {"sopimus odotusajalla", "avtal under väntetiden", "contract within the standstill"},
     kStandstill,
     {"Sopimus on allekirjoitettu odotusajalla: sen sai tehdä aikaisintaan 2026-03-16 (1397/2016 "
      "129 §).",
      "Avtalet har undertecknats under väntetiden: det fick ingås tidigast 2026-03-16 (1397/2016 "
      "129 §).",
      "The contract was signed within the standstill: it could be made from 2026-03-16 (1397/2016 "
      "section 129)."},
     {"Tarkista päivät; jos ne pitävät, arvioi seuraamukset markkinaoikeudessa.",
      "Kontrollera dagarna; stämmer de, bedöm påföljderna i marknadsdomstolen.",
      "Check the days; if they are right, judge what follows in the market court."}},
    {"R-STEP",
     {"vaihe väärässä järjestyksessä", "steg i fel ordning", "step out of order"},
     kStep,
     {"sopimus s-1: vaihe väärässä järjestyksessä: contract.amended (edellinen tila: "
      "irtisanottu).",
      "avtal s-1: steg i fel ordning: contract.amended (föregående tillstånd: uppsagt).",
      "contract s-1: a step out of order: contract.amended (state before it: terminated)."},
     {"Katso `sinetti trace` -komennolla, mitä puuttuu, ja kirjaa se; järjestys on kirjaamisen "
      "järjestys.",
      "Se med `sinetti trace` vad som saknas och registrera det; ordningen är registreringens.",
      "See with `sinetti trace` what is missing, and record it; the order is that of "
      "recording."}},
};

}  // namespace

std::span<const ControlGuide> GuidesToInvariants() { return kGuides; }

}  // namespace sinetti
