// Checks of who may do what: mandates, and duties that one person must not hold together.
#include "replay/controls/control_guide.h"

namespace sinetti {
namespace {

constexpr ControlCase kAuthority[] = {
    {{"päätöksen toimivalta ei päde päätöspäivänä: sitä ei ole nimetty, se ei ole rekisterissä tai "
      "voimassa, se koskee toista lajia tai viranhaltijaa, tai harkintavalta puuttuu",
      "beslutets befogenhet gäller inte på beslutsdagen: den är inte angiven, inte i registret "
      "eller i "
      "kraft, avser annan typ eller tjänsteinnehavare, eller rätt till prövning saknas",
      "the mandate of a decision does not hold on its day: none is named, it is not in the "
      "register or "
      "not in force, covers another type or office, or gives no discretion"},
     "high, medium",
     {"medium, kun toimivaltaa ei ole nimetty", "medium när ingen befogenhet är angiven",
      "medium when no mandate is named"},
     {"toimivallan siirrot rekisterissä (delegation.granted)",
      "delegeringarna i registret (delegation.granted)",
      "the delegations in the register (delegation.granted)"},
     "decision"},
    {{"muu toimi kuin päätös (hankinta, sopimus, avustus, maksu) nimeää toimivallan, joka ei päde",
      "en annan åtgärd än ett beslut (upphandling, avtal, bidrag, betalning) anger en befogenhet "
      "som inte gäller",
      "an act other than a decision (procurement, contract, grant, payment) names a mandate that "
      "does not hold"},
     "high, medium",
     {"medium, kun toimivaltaa ei ole nimetty ja se vaaditaan (requireMandate)",
      "medium när befogenhet krävs (requireMandate) och ingen är angiven",
      "medium when a mandate is demanded (requireMandate) and none is named"},
     {"toimivallan siirrot rekisterissä (delegation.granted)",
      "delegeringarna i registret (delegation.granted)",
      "the delegations in the register (delegation.granted)"},
     "act"},
    {{"toimen euromäärä ylittää toimivallan", "åtgärdens belopp överskrider befogenheten",
      "the amount of an act is above its mandate"},
     "high",
     {},
     {"delegation.granted: maxAmount", "delegation.granted: maxAmount",
      "delegation.granted: maxAmount"},
     "amount"},
};

constexpr ControlCase kRoles[] = {
    {{"yhdellä henkilöllä on tehtävät, jotka pitäisi erottaa",
      "en person har uppgifter som borde skiljas åt",
      "one person holds roles that should be separate"},
     "medium",
     {},
     {"hankkeen johtaja tai koordinaattori ja sitä ohjaavan toimielimen sihteeri tai "
      "puheenjohtaja; "
      "valmistelija tai esittelijä ja päättäjä; johtaja ja valvoja",
      "projektets ledare eller koordinator och sekreterare eller ordförande i det organ som styr "
      "det; "
      "beredare eller föredragande och beslutsfattare; ledare och övervakare",
      "leader or coordinator of a project, and secretary or chair of the body that steers it; "
      "preparer "
      "or presenter, and decision maker; leader, and supervisor"},
     "steering"},
    {{"yksi henkilö tai virka esittää ja hyväksyy, tilaa ja maksaa, laskuttaa ja maksaa, vertaa "
      "tarjoukset ja ratkaisee, antaa näytön ja todentaa",
      "en person eller tjänst föreslår och godkänner, beställer och betalar, fakturerar och "
      "betalar, jämför anbud och avgör, visar och verifierar",
      "one person or office proposes and approves, orders and pays, charges and pays, compares "
      "tenders and decides, gives evidence and verifies"},
     "high",
     {},
     {"434/2003 27 ja 28 §; vaaralliset työyhdistelmät",
      "434/2003 27 och 28 §; farliga arbetskombinationer",
      "434/2003 sections 27 and 28; duties to be kept apart"},
     "duties"},
    {{"yksikön vastuuhenkilö on tarkastanut omaa yksikköään",
      "en enhets ansvariga person har inspekterat sin egen enhet",
      "the person responsible for a unit inspected it"},
     "high",
     {},
     {"434/2003 27 ja 28 §", "434/2003 27 och 28 §", "434/2003 sections 27 and 28"},
     "ownUnit"},
};

constexpr ControlGuide kGuides[] = {
    {"R-AUTH-01",
     {"päätös toimivallan ulkopuolella", "beslut utanför befogenheten",
      "decision outside the mandate"},
     kAuthority,
     {"Päätös HVA-K/77/2025/1 (2025-11-20): toimivallan siirto ei ollut voimassa.",
      "Beslut HVA-K/77/2025/1 (2025-11-20): delegeringen var inte i kraft.",
      "Decision HVA-K/77/2025/1 (2025-11-20): the delegation was not in force."},
     {"Katso `sinetti report trace` -raportista, kuka päätti ja millä perusteella; kirjaa puuttuva "
      "toimivallan siirto, tai vie päätös uudelleen käsiteltäväksi.",
      "Se i rapporten `sinetti report trace` vem som beslutade och på vilken grund; registrera den "
      "delegering som saknas, eller ta upp beslutet på nytt.",
      "See in `sinetti report trace` who decided and on what basis; record the delegation that is "
      "missing, or have the decision made again."}},
    {"R-ROLE",
     {"ristiriitaiset roolit", "oförenliga roller", "roles in conflict"},
     kRoles,
     {"Sama henkilö johtaa hanketta suupohja-seutukoordinaattori ja on Suupohjan sosiaali- ja "
      "terveyspalvelujen kehittämisryhmä -toimielimessä, joka ohjaa hanketta; saman lajin tehtäviä "
      "hänellä on 3.",
      "Samma person leder projektet suupohja-seutukoordinaattori och verkar i organet Suupohjan "
      "sosiaali- ja terveyspalvelujen kehittämisryhmä som styr projektet; uppdrag av samma slag: "
      "3.",
      "One person leads the project suupohja-seutukoordinaattori and serves in Suupohjan sosiaali- "
      "ja "
      "terveyspalvelujen kehittämisryhmä, the body that steers it; roles of that kind: 3."},
     {"Kysy, kuka valvoo, ja päättäkää esteellisyydestä; roolin päättyminen kirjataan "
      "(role.ended).",
      "Fråga vem som övervakar och ta ställning till jäv; en uppgift som upphör registreras "
      "(role.ended).",
      "Ask who supervises, and settle the disqualification; a role that ends is recorded "
      "(role.ended)."}},
};

}  // namespace

std::span<const ControlGuide> GuidesToPowers() { return kGuides; }

}  // namespace sinetti
