// Checks of powers, required steps, days that pass, and parties that change.
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
      "the delegations in the register (delegation.granted)"}},
};

constexpr ControlCase kLate[] = {
    {{"viranomainen ei pitänyt lakisääteistä määräaikaa",
      "en myndighet höll inte en lagstadgad tidsfrist",
      "an authority did not keep a statutory limit"},
     "high, medium",
     {"high, kun asia on yhä tekemättä", "high när det fortfarande är ogjort",
      "high while it is still not done"},
     {"säännön sinä päivänä voimassa ollut versio (docs/reference/calendar.md)",
      "den version av regeln som var i kraft den dagen (docs/reference/calendar.md)",
      "the version of the rule in force that day (docs/reference/calendar.md)"}},
    {{"määräyksen päivä on kulunut, eikä noudattamista ole osoitettu",
      "dagen för ett föreläggande har passerat och efterlevnaden är inte visad",
      "an order is past its day and nobody has shown that it was met"},
     "high",
     {},
     {"741/2023 39 §", "741/2023 39 §", "741/2023 section 39"}},
    {{"omavalvonnan seurantaselvitys on julkaisematta",
      "uppföljningen av egenkontrollen är inte publicerad",
      "an account of self-monitoring is due and not published"},
     "high",
     {},
     {"741/2023 26 ja 27 §: neljä kuukautta edellisestä, ensimmäinen suunnitelmasta",
      "741/2023 26 och 27 §: fyra månader från den föregående, den första från planen",
      "741/2023 sections 26 and 27: four months from the one before, the first from the plan"}},
    {{"selvityksen, toimenpiteen tai seurannan asetettu päivä on kulunut",
      "en utsatt dag för utredning, åtgärd eller uppföljning har passerat",
      "a day set for a clarification, an action or a follow-up has passed"},
     "medium",
     {},
     {}},
    {{"suunnitellun vaiheen aika on kulunut, eikä sitä ole tehty tai suljettu",
      "tiden för ett planerat steg har gått och det är varken gjort eller avslutat",
      "the interval of a planned step has passed and it is neither done nor closed"},
     "high",
     {},
     {}},
    {{"asia tai päätös on lykätty ilman uutta päivää",
      "ett ärende eller beslut är uppskjutet utan ny dag",
      "an item or a decision was put off and no day was set for it"},
     "medium",
     {},
     {}},
};

constexpr ControlCase kName[] = {
    {{"yhdellä maksajalla on eri nimiä", "en betalare har olika namn",
      "one payer has several names"},
     "medium",
     {},
     {"organisaatiotunnus", "organisationens identifierare", "the identifier of the organisation"}},
    {{"suunnitelma nojaa toimielimeen, jota mikään lähde ei kuvaa",
      "en plan stöder sig på ett organ som ingen källa beskriver",
      "a plan relies on a body that nobody describes"},
     "medium",
     {},
     {}},
    {{"organisaatiolla on ollut kaksi nimeä, tai henkilöllä useita nimikkeitä",
      "en organisation har haft två namn, eller en person flera titlar",
      "an organisation has had two names, or a person several titles"},
     "low",
     {},
     {}},
    {{"ehdotuksen otsikko on luettelossa toinen", "ett förslag har en annan rubrik i förteckningen",
      "a proposal has another title in the list than on its page"},
     "low",
     {},
     {"vertailu ilman välejä, pilkkuja ja pisteitä", "jämfört utan mellanslag, komman och punkter",
      "compared without spaces, commas and full stops"}},
};

constexpr ControlCase kProcess[] = {
    {{"yksikkö, jossa asiakkaalla oli asiakkuus, ei tullut mukaan ennen seuraavaa vaihetta",
      "en enhet där klienten hade en klientrelation kom inte med före nästa steg",
      "a unit with an earlier client relation did not join before the next step"},
     "high",
     {},
     {"kirjaamisjärjestys", "registreringsordningen", "the order of recording"}},
    {{"sopimuksesta puuttuu lain vaatima ehto", "ett avtal saknar ett villkor som lagen kräver",
      "a contract lacks a clause that the law asks for"},
     "medium",
     {},
     {"612/2021 15 §, kausi alkaa 1.1.2023 tai myöhemmin",
      "612/2021 15 §, perioden börjar 1.1.2023 eller senare",
      "612/2021 section 15, terms that begin on 1.1.2023 or later"}},
    {{"ilmoitettua alihankkijaa ei ole hyväksytty", "en anmäld underleverantör är inte godkänd",
      "a declared subcontractor was not approved"},
     "medium",
     {},
     {"612/2021 17 §", "612/2021 17 §", "612/2021 section 17"}},
    {{"tarkastus ilman määräystä, tai asunnossa ilman välttämättömyysperustetta",
      "en inspektion utan förordnande, eller i en bostad utan nödvändighetsgrund",
      "an inspection without an order, or in homes without a ground"},
     "high",
     {},
     {"741/2023 36 §", "741/2023 36 §", "741/2023 section 36"}},
    {{"tarkastuskertomusta ei annettu tiedoksi tai vaihdettu",
      "en inspektionsberättelse delgavs eller utbyttes inte",
      "an inspection report was not notified or not exchanged"},
     "medium",
     {},
     {"741/2023 34 §", "741/2023 34 §", "741/2023 section 34"}},
    {{"uhkasakko ilman kuulemista, tai ennen kuin edellinen on ratkaistu",
      "vite utan hörande, eller innan det föregående är avgjort",
      "a fine without a hearing, or before the former one was dealt with"},
     "high",
     {},
     {"1113/1990 12 ja 22 §", "1113/1990 12 och 22 §", "1113/1990 sections 12 and 22"}},
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
      "or presenter, and decision maker; leader, and supervisor"}},
};

constexpr ControlCase kRule[] = {
    {{"paikallinen palvelulupaus sallii enemmän kuin laki",
      "en lokal utfästelse tillåter mer än lagen", "a local standard allows more than the statute"},
     "high",
     {},
     {"lupauksen alkaessa voimassa ollut säännös", "bestämmelsen i kraft när utfästelsen började",
      "the provision in force when the standard began"}},
    {{"sopimuksen muutokset ylittävät rajat", "ändringarna av ett avtal överskrider gränserna",
      "changes of a contract exceed the limits"},
     "high",
     {},
     {"1397/2016 136 §: vähäiset yhteensä alle 10 %, yksi lisätyö tai ennakoimaton enintään 50 %",
      "1397/2016 136 §: mindre sammanlagt under 10 %, en kompletterande eller oförutsedd högst 50 "
      "%",
      "1397/2016 section 136: minor ones together under 10 %, one additional or unforeseen at most "
      "50 %"}},
    {{"lausuma antaa aiheen epäillä, ettei palvelu ole lain mukainen",
      "en utsaga ger skäl att misstänka att tjänsten inte är laglig",
      "a statement suggests that a service is not as the law asks"},
     "high",
     {},
     {"ihmisen vahvistama (compliance.gapSuggested)",
      "bekräftad av en människa (compliance.gapSuggested)",
      "confirmed by a person (compliance.gapSuggested)"}},
    {{"kohderyhmän ikäraja poikkeaa säännöstä", "en målgrupps åldersgräns avviker från regeln",
      "the age limit of a group differs from the rule"},
     "medium",
     {},
     {}},
    {{"yksikkö liittyi asiakkaan asiaan ilman kirjattua perustetta",
      "en enhet anslöt sig till en klients ärende utan antecknad grund",
      "a unit joined a client's matter on no recorded basis"},
     "medium",
     {},
     {"suostumus, laki tai toimeksianto", "samtycke, lag eller uppdrag",
      "consent, law or assignment"}},
    {{"yli kaksi vuotta vanhaa tapahtumaa tutkitaan ilman erityistä syytä",
      "en över två år gammal händelse utreds utan särskilt skäl",
      "an event of more than two years is investigated without a special reason"},
     "medium",
     {},
     {"741/2023 33 §", "741/2023 33 §", "741/2023 section 33"}},
};

constexpr ControlCase kSuccession[] = {
    {{"osapuoli lakkasi ennen kuin hanke on raportoitu ja selvitetty",
      "en part upphörde innan projektet är rapporterat och reglerat",
      "a party ceased before its project was reported and settled"},
     "high, medium",
     {"high maksajalle ja hallinnoijalle", "high för betalare och administratör",
      "high for payers and administrators"},
     {}},
    {{"asialajin toimivaltainen viranomainen vaihtuu",
      "den behöriga myndigheten för ett slag av "
      "ärenden byts",
      "the competent authority of a type of matter changes"},
     "high",
     {},
     {}},
    {{"alueen jäsen on lakannut", "en medlem i ett område har upphört",
      "a member of an area ceased"},
     "medium",
     {},
     {"alueen uusin määritelmä", "den nyaste definitionen av området",
      "the newest definition of the area"}},
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
    {"R-LATE",
     {"määräaika tai suunniteltu vaihe myöhässä", "tidsfrist eller planerat steg försenat",
      "time limit or planned step late"},
     kLate,
     {"Asia on lykätty, eikä uutta käsittelyaikaa ole: Seudullinen palvelurakenne.",
      "Ärendet är uppskjutet utan ny tidpunkt: Seudullinen palvelurakenne.",
      "The item was put off and no day was set for it: Seudullinen palvelurakenne."},
     {"Jos se on tehty, kirjaa se päivineen; jos ei, tee se, sovi uusi päivä tai sulje. Hakijan "
      "käyttämätön oikeus ei ole havainto.",
      "Om det är gjort, registrera det med dagen; om inte, gör det, avtala en ny dag eller "
      "avsluta. En "
      "parts outnyttjade rätt är inget fynd.",
      "If it was done, record it with its day; if not, do it, set a new day or close it. A party's "
      "unused remedy is no finding."}},
    {"R-NAME",
     {"sama osapuoli eri nimillä", "samma part under olika namn", "one party under several names"},
     kName,
     {"Ehdotuksella 6 on luettelossa toinen otsikko kuin ehdotuksessa.",
      "Förslag 6 har en annan rubrik i förteckningen än i förslaget.",
      "Proposal 6 has another title in the list than on its page."},
     {"Selvitä, kuka on velvollinen; kirjaa tunnus (org.registered) tai nimenmuutos (org.renamed).",
      "Utred vem som är förpliktad; registrera identifieraren (org.registered) eller namnbytet "
      "(org.renamed).",
      "Find out who is bound; record the identifier (org.registered) or the change of name "
      "(org.renamed)."}},
    {"R-PROC-01",
     {"vaadittu menettelyvaihe puuttuu", "obligatoriskt steg i förfarandet saknas",
      "required step missing"},
     kProcess,
     {"Tarkastuksella ei ole tarkastusmääräystä.", "Inspektionen saknar inspektionsförordnande.",
      "The inspection has no inspection order."},
     {"Tee puuttuva vaihe, jos se vielä voidaan tehdä, ja kirjaa se; muuten arvioi, mitä puute "
      "merkitsee asian ratkaisulle.",
      "Ta det steg som saknas om det ännu är möjligt och registrera det; bedöm annars vad bristen "
      "betyder för avgörandet.",
      "Take the missing step while it still can be taken, and record it; else judge what its "
      "absence "
      "means for the outcome."}},
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
    {"R-RULE",
     {"heikompi kuin laki", "svagare än lagen", "weaker than the statute"},
     kRule,
     {"Liittymisen perustetta ei ole kirjattu (suostumus tai laki): A-klinikka.",
      "Grunden för att ansluta sig är inte antecknad (samtycke eller lag): A-klinikka.",
      "No basis for joining is recorded (consent or law): A-klinikka."},
     {"Laki menee edelle: muuta lupaus tai sopimus, tai kirjaa peruste, joka puuttui.",
      "Lagen går före: ändra utfästelsen eller avtalet, eller registrera den grund som saknades.",
      "The law comes first: change the standard or the contract, or record the basis that was "
      "missing."}},
    {"R-SUCC",
     {"osapuoli lakkaa ennen velvoitetta", "part upphör före förpliktelsen",
      "party ceases before its obligation"},
     kSuccession,
     {"Alueen Suupohjan seutukunta jäsen Jurva on lakannut 2009-01-01 (360/2008); seuraaja "
      "kunta-301.",
      "Medlemmen Jurva i området Suupohjan seutukunta upphörde 2009-01-01 (360/2008); efterträdare "
      "kunta-301.",
      "The member Jurva of the area Suupohjan seutukunta ceased on 2009-01-01 (360/2008); "
      "successor "
      "kunta-301."},
     {"Sovi seuraajan kanssa saatavista, raportista ja säilytyksestä; kirjaa se "
      "(funding.settledToSuccessor).",
      "Avtala med efterträdaren om fordringar, rapport och bevarande; registrera det "
      "(funding.settledToSuccessor).",
      "Agree with the successor on claims, the report and the keeping of records; record it "
      "(funding.settledToSuccessor)."}},
};

}  // namespace

std::span<const ControlGuide> GuidesToProcedure() { return kGuides; }

}  // namespace sinetti
