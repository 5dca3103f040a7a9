// Checks that count again what a source counted.
#include "replay/controls/control_guide.h"

namespace sinetti {
namespace {

constexpr Text3 kExact = {"toleranssi 0", "tolerans 0", "tolerance 0"};

constexpr ControlCase kCadence[] = {
    {{"toimielin tai tilaisuuksien sarja on kokoontunut harvemmin tai useammin kuin on asetettu",
      "ett organ eller en serie möten har hållits mer sällan eller oftare än fastställt",
      "a body or a series of gatherings met less or more often than set"},
     "medium",
     {},
     {"kalenterivuosi; keskeneräinen vuosi vain, jos kertoja on jo liikaa",
      "kalenderår; ett pågående år bara om gångerna redan är för många",
      "calendar year; a year that is not over only when there are too many already"},
     "gatherings"},
};

constexpr ControlCase kClosedDay[] = {
    {{"hankkeen alku- tai loppupäivä on viikonloppu tai pyhäpäivä",
      "ett projekts första eller sista dag är ett veckoslut eller en helgdag",
      "a project begins or ends on a weekend or a public holiday"},
     "info",
     {},
     {"Suomen kalenteri (docs/reference/calendar.md)",
      "Finlands kalender (docs/reference/calendar.md)",
      "the Finnish calendar (docs/reference/calendar.md)"},
     "project"},
    {{"asetettu määräpäivä, kokous tai virstanpylväs on viikonloppuna tai pyhäpäivänä",
      "en utsatt dag, ett möte eller en milstolpe infaller på ett veckoslut eller en helgdag",
      "a day that was set, a meeting or a milestone falls on a weekend or a public holiday"},
     "info",
     {"pois käytöstä, kunnes se kytketään", "av tills den kopplas på",
      "off until it is switched on"},
     {"Suomen kalenteri (docs/reference/calendar.md)",
      "Finlands kalender (docs/reference/calendar.md)",
      "the Finnish calendar (docs/reference/calendar.md)"},
     "setDay"},
};

constexpr ControlCase kDuration[] = {
    {{"alku- ja loppukuukausi eivät anna ilmoitettua kestoa",
      "start- och slutmånaden ger inte den angivna varaktigheten",
      "the first and the last month do not give the stated duration"},
     "medium",
     {},
     {"kalenterikuukaudet, molemmat päät mukaan luettuina",
      "kalendermånader, båda ändarna medräknade", "calendar months, both ends included"},
     "project"},
    {{"kesto on ilmoitettu ilman alkupäivää", "en varaktighet anges utan startdag",
      "a duration is stated without a start"},
     "low",
     {},
     {},
     "withoutStart"},
    {{"epäselvän vaiheen valittu tulkinta ei sovi kokonaiskestoon",
      "den valda tolkningen av en oklar fas passar inte den totala varaktigheten",
      "the chosen reading of an unclear phase does not fit the whole"},
     "medium",
     {},
     {},
     "reading"},
    {{"loppu on ennen alkua", "slutet är före början", "an end is before its beginning"},
     "high",
     {},
     {},
     "order"},
};

constexpr ControlCase kKey[] = {
    {{"vuoden osuudet eivät noudata edellisen vuoden jakoperustetta; kokeillaan tarkat määrät ja "
      "painetut osuudet, ja havainto sanoo kumpi ei täsmää",
      "årets andelar följer inte grunden för året innan; de exakta beloppen och de tryckta "
      "andelarna "
      "prövas, och fyndet säger vilken som inte stämmer",
      "the shares of a year do not follow the key of the year before; the exact amounts and the "
      "printed shares are tried, and the finding says which failed"},
     "medium, low",
     {"low, kun toinen avain täsmää", "low när den andra nyckeln stämmer",
      "low when the other key fits"},
     {"määrät pyöristetään vuoden omaan pyöristysaskeleeseen",
      "beloppen avrundas till årets eget avrundningssteg",
      "amounts are rounded to the step of the year's own amounts"},
     "costSharing"},
};

constexpr ControlCase kMultiplication[] = {
    {{"tuotteen määrä × yksikköhinta ei ole ilmoitettu summa",
      "produktens mängd × enhetspris är inte den angivna summan",
      "volume × unit price of a product is not the stated total"},
     "high",
     {},
     kExact,
     "product"},
    {{"veloitus ei ole määrä × yksikköhinta vähennettynä tuloilla",
      "debiteringen är inte mängd × enhetspris minus inkomster",
      "a charge is not quantity × unit price less income"},
     "high",
     {},
     {"kokonaiset sentit, puoli senttiä poispäin nollasta",
      "hela cent, en halv cent avrundas bort från noll",
      "whole cents, half a cent rounds away from zero"},
     "charge"},
    {{"palvelusetelistä on maksettu enemmän kuin määrä × sovittu hinta",
      "för en servicesedel har betalats mer än mängd × avtalat pris",
      "more was paid for a voucher than quantity × agreed price"},
     "high",
     {},
     {"569/2009 9 §", "569/2009 9 §", "569/2009 section 9"},
     "paid"},
    {{"veloituksen yksikköhinta ei ole hinnaston hinta kauden ensimmäisenä päivänä",
      "debiteringens enhetspris är inte prislistans pris den första dagen av perioden",
      "the unit price of a charge is not that of its price list on the first day of the period"},
     "high",
     {},
     {"hinnasto, jonka veloitus nimeää", "den prislista som debiteringen anger",
      "the price list that the charge names"},
     "priceList"},
};

constexpr ControlCase kParts[] = {
    {{"työn osat eivät muodosta kokonaisuutta", "arbetets delar bildar inte en helhet",
      "the parts of a work do not make the whole"},
     "high, medium",
     {"high, kun osan perusta on tuntematon tai osaan on luettu muuta",
      "high när en dels bas är okänd eller delen omfattar annat",
      "high when the base of a part is unknown or a part includes another"},
     {"100 %, toleranssi 0", "100 %, tolerans 0", "100 %, tolerance 0"},
     "work"},
    {{"jäsenten määrä ei ole virat × organisaatiot",
      "antalet medlemmar är inte tjänster × organisationer",
      "the number of members is not offices × organisations"},
     "medium",
     {},
     {"vain kun virat ja organisaatiot on nimetty ja määrä on tarkka",
      "bara när tjänster och organisationer är nämnda och antalet är exakt",
      "only where offices and organisations are named and the number is exact"},
     "members"},
    {{"tiimin työpanokset eivät ole yhteensä 100 %",
      "arbetsinsatserna i ett team är inte sammanlagt 100 %",
      "the shares of a team are not 100 % together"},
     "medium",
     {},
     kExact,
     "team"},
    {{"työpanokset ovat yhteensä 100 %, eikä lähde sano, mistä ne on laskettu",
      "arbetsinsatserna är sammanlagt 100 % och källan säger inte av vad de räknas",
      "shares make 100 %, and the source does not say of what"},
     "low",
     {},
     {},
     "teamBase"},
    {{"jakoavaimen osuudet eivät ole yhteensä 100 %",
      "andelarna i en fördelningsnyckel är inte sammanlagt 100 %",
      "the shares of a cost-sharing key are not 100 % together"},
     "medium",
     {},
     {"noin-osuuksissa yksi prosenttiyksikkö", "för ungefärliga andelar en procentenhet",
      "one percentage unit where shares are approximate"},
     "whole"},
};

constexpr ControlCase kQuota[] = {
    {{"omistajalla on enemmän asukkaita kuin paikkoja", "en ägare har fler boende än platser",
      "an owner has more residents than places"},
     "high",
     {},
     {"sovitut paikat ja päättymättömät sijoitukset",
      "avtalade platser och placeringar som inte har upphört",
      "places agreed, and placements that have not ended"},
     "owner"},
    {{"yhteisiä paikkoja on ilman etusijajärjestystä, tai niitä ei ole jaettu omistajille",
      "gemensamma platser saknar prioritering eller är inte fördelade mellan ägarna",
      "shared places have no priority rule, or nobody divided them between their owners"},
     "high",
     {},
     {},
     "priority, undivided"},
    {{"yksikössä on enemmän asukkaita kuin rekisteröityjä paikkoja",
      "en enhet har fler boende än registrerade platser",
      "a unit has more residents than registered places"},
     "high",
     {},
     {"741/2023 21 §:n rekisteri", "registret enligt 21 § i 741/2023",
      "the register of 741/2023 section 21"},
     "registeredPlaces"},
    {{"lähde kertoo, että kiintiö on ylitetty", "källan anger att kvoten har överskridits",
      "the source tells that a quota was exceeded"},
     "high",
     {},
     {},
     "statedBreach"},
    {{"käyttöaste ylittää ilmoitetun rajan", "beläggningen överskrider den angivna gränsen",
      "the occupancy is above the limit that is stated with it"},
     "low",
     {},
     {},
     "occupancy"},
};

constexpr ControlCase kShare[] = {
    {{"painettu osuus poikkeaa määrästä lasketusta sallittua enemmän",
      "en tryckt andel avviker mer än tillåtet från den som följer av beloppet",
      "a printed share is further from its amount than allowed"},
     "medium",
     {},
     {},
     "amount"},
    {{"valtion osuus muuttuu vuodesta toiseen, eikä lähde kerro muutoksesta",
      "statens andel ändras från år till år utan att källan nämner det",
      "the state's share drifts from year to year and the source does not say so"},
     "info",
     {},
     {"0,1 prosenttiyksikköä", "0,1 procentenheter", "0.1 percentage units"},
     "drift"},
    {{"käyttöaste tai mittarin arvo ei ole osiensa suhde",
      "beläggningen eller indikatorns värde är inte förhållandet mellan sina delar",
      "an occupancy or the value of an indicator is not the ratio of its parts"},
     "medium",
     {},
     {"hoitopäivät / (paikat × kauden päivät); osoittaja / nimittäjä, lukuna tai prosentteina",
      "vårddagar / (platser × periodens dagar); täljare / nämnare, som tal eller i procent",
      "patient days / (beds × days of the period); numerator / denominator, as a number or in per "
      "cent"},
     "ratio"},
};

constexpr ControlCase kSum[] = {
    {{"yhteissumma, tai rivi jolla on osia, ei ole osiensa summa",
      "en totalsumma, eller en rad med delar, är inte summan av delarna",
      "a total, or a line with parts, is not the sum of its parts"},
     "high",
     {},
     kExact,
     "funding"},
    {{"yksikön paikat yhteensä eivät ole omistajien paikkojen summa",
      "enhetens platser totalt är inte summan av ägarnas platser",
      "the places of a unit in all are not the sum of the owners' places"},
     "high",
     {},
     kExact,
     "places"},
    {{"juoksevaa uhkasakkoa on tuomittu enemmän kuin peruserä ja kolme kertaa peruserä",
      "mer löpande vite har dömts ut än grundbeloppet och tre gånger grundbeloppet",
      "more of a running fine was ordered than the base and three times the base"},
     "high",
     {},
     {"1113/1990 10 §", "1113/1990 10 §", "1113/1990 section 10"},
     "runningFine"},
};

constexpr ControlGuide kGuides[] = {
    {"R-CADENCE",
     {"kokoontumistiheys poikkeaa", "mötesfrekvensen avviker", "cadence not kept"},
     kCadence,
     {"Yhteinen seminaari: vuonna 2004 pidetty 0, asetettu vähintään 1.",
      "Yhteinen seminaari: år 2004 hölls 0, fastställt minst 1.",
      "Yhteinen seminaari: 0 held in 2004, set at least 1."},
     {"Kysy pöytäkirjat, jotka puuttuvat aineistosta, ja kirjaa kokoukset (meeting.held); jos "
      "niitä "
      "ei pidetty, selitä miksi.",
      "Begär de protokoll som saknas i materialet och registrera mötena (meeting.held); om de inte "
      "hölls, förklara varför.",
      "Ask for the minutes that are not in the material and record the meetings (meeting.held); if "
      "there were none, explain why."}},
    {"R-CAL",
     {"päivä ei ole arkipäivä", "dagen är inte en vardag", "not a working day"},
     kClosedDay,
     {"Päivä 2016-10-30 ei ole arkipäivä: sunnuntai.",
      "Dagen 2016-10-30 är inte en vardag: söndag.",
      "The day 2016-10-30 is not a working day: Sunday."},
     {"Tarkista lähteestä, onko päivä kirjoitusvirhe; jos se on tarkoitettu, hyväksy havainto.",
      "Kontrollera i källan om dagen är ett skrivfel; om den är avsedd, godkänn fyndet.",
      "See in the source whether the day is a slip; accept the finding if it is meant."}},
    {"R-DUR",
     {"kesto ei täsmää", "varaktigheten stämmer inte", "duration does not add up"},
     kDuration,
     {"Kesto 2.5 vuosi on ilmoitettu ilman alkupäivää; lopusta laskien alku olisi 2014-04-30.",
      "Varaktigheten 2.5 vuosi anges utan startdag; räknat från slutet vore den 2014-04-30.",
      "The duration 2.5 vuosi has no start; counted back from the end it would be 2014-04-30."},
     {"Selvitä päätöksestä, mikä päivä tai kesto pätee, ja kirjaa se; epäselvälle arvolle valitaan "
      "tulkinta (value.readingChosen).",
      "Utred i beslutet vilken dag eller varaktighet som gäller och registrera den; för ett oklart "
      "värde väljs en tolkning (value.readingChosen).",
      "Find in the decision which day or duration holds and record it; of an unclear value a "
      "reading "
      "is chosen (value.readingChosen)."}},
    {"R-KEY",
     {"jakoavain ei täsmää", "fördelningsnyckeln stämmer inte", "key not kept"},
     kKey,
     {"Osuudet eivät vastaa jakoperustetta \"painettu avain kuntaosuus 1\", kun pyöristysaskel on "
      "100. "
      "Ne vastaavat jakoperustetta \"vuoden 2007 tarkat määrät\".",
      "Andelarna följer inte grunden \"den tryckta nyckeln kuntaosuus 1\" då avrundningssteget är "
      "100. "
      "De följer grunden \"de exakta beloppen 2007\".",
      "The shares do not follow the printed key kuntaosuus 1 when rounded to 100. They follow the "
      "exact amounts of 2007."},
     {"Kysy maksajilta, kummasta avaimesta on sovittu, ja kirjaa se (costsharing.keyDefined).",
      "Fråga betalarna vilken nyckel som är avtalad och registrera den (costsharing.keyDefined).",
      "Ask the payers which key was agreed and record it (costsharing.keyDefined)."}},
    {"R-MULT",
     {"hinta × määrä ei täsmää", "pris × mängd stämmer inte", "price × volume does not add up"},
     kMultiplication,
     {"Määrä × yksikköhinta ei ole ilmoitettu yhteissumma.",
      "Mängd × enhetspris är inte den angivna summan.",
      "Volume × unit price is not the stated total."},
     {"Älä maksa ennen kuin laskuttaja on vastannut; korjaus kirjataan tapahtumana, joka korjaa "
      "aiemman.",
      "Betala inte förrän fakturautställaren har svarat; rättelsen registreras som en händelse som "
      "rättar den tidigare.",
      "Do not pay before the sender of the bill has answered; the correction is an event that "
      "corrects "
      "the former one."}},
    {"R-PARTS",
     {"osat eivät muodosta kokonaisuutta", "delarna bildar inte en helhet",
      "parts do not make the whole"},
     kParts,
     {"Suupohjan sosiaali- ja terveyspalvelujen kehittämisryhmä: jäseniä 9, mutta 2 virkaa 5 "
      "organisaatiosta on 10.",
      "Suupohjan sosiaali- ja terveyspalvelujen kehittämisryhmä: 9 medlemmar, men 2 tjänster från "
      "5 "
      "organisationer är 10.",
      "Suupohjan sosiaali- ja terveyspalvelujen kehittämisryhmä: 9 members, but 2 offices of 5 "
      "organisations make 10."},
     {"Kysy, mikä osa puuttuu tai on laskettu kahdesti, ja kirjaa vastaus.",
      "Fråga vilken del som saknas eller räknats två gånger och registrera svaret.",
      "Ask which part is missing or counted twice, and record the answer."}},
    {"R-QUOTA",
     {"paikkakiintiö", "platskvot", "quota of places"},
     kQuota,
     {"Hämeenlinna: paikkoja 15, asukkaita 16.", "Hämeenlinna: 15 platser, 16 boende.",
      "Hämeenlinna: 15 places, 16 residents."},
     {"Selvitä, kuka maksaa ylimääräisen paikan; sovi paikoista tai etusijasta ja kirjaa sopimus "
      "(capacity.placesAgreed).",
      "Utred vem som betalar den extra platsen; avtala om platser eller prioritet och registrera "
      "avtalet (capacity.placesAgreed).",
      "Find out who pays the extra place; agree on places or priority and record it "
      "(capacity.placesAgreed)."}},
    {"R-SHARE",
     {"osuus ei vastaa määrää", "andelen motsvarar inte beloppet", "share does not fit the amount"},
     kShare,
     {"Valtion osuus on muuttunut edellisvuodesta, vaikka lähde ei kerro muutoksesta.",
      "Statens andel har ändrats från föregående år utan att källan nämner det.",
      "The state's share has changed since the year before, and the source does not say so."},
     {"Katso ensin saman vuoden R-SUM: osuus muuttuu usein siksi, että jokin määrä on kirjoitettu "
      "väärin.",
      "Se först på R-SUM för samma år: andelen ändras ofta för att ett belopp är felskrivet.",
      "Look at R-SUM of the same year first: a share often drifts because an amount is a slip."}},
    {"R-SUM",
     {"summa ei täsmää", "summan stämmer inte", "sum does not add up"},
     kSum,
     {"Ilmoitettu summa on 100000.00, laskettu 100500.00: ero 500.00.",
      "Den angivna summan är 100000.00, den beräknade 100500.00: skillnaden är 500.00.",
      "The stated sum is 100000.00, the computed one 100500.00: the difference is 500.00."},
     {"Kysy lähteen laatijalta, kumpi luku pätee. Selitä (discrepancy.explained) tai kirjaa "
      "korjattu "
      "luku ja viittaa siihen (discrepancy.corrected); ilmoitettu luku jää näkyviin.",
      "Fråga källans upphovsman vilken siffra som gäller. Förklara (discrepancy.explained) eller "
      "registrera den rättade siffran och hänvisa till den (discrepancy.corrected); den angivna "
      "siffran förblir synlig.",
      "Ask who made the source which figure holds. Explain (discrepancy.explained), or record the "
      "right figure and point to it (discrepancy.corrected); the stated figure stays visible."}},
};

}  // namespace

std::span<const ControlGuide> GuidesToFigures() { return kGuides; }

}  // namespace sinetti
