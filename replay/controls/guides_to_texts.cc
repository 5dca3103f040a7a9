// Checks of what a source leaves out, garbles, repeats or contradicts.
#include "replay/controls/control_guide.h"

namespace sinetti {
namespace {

constexpr Text3 kTemplate = {"mallipohja", "mallen", "the template"};
constexpr Text3 kConfirmed = {"ihmisen vahvistama koodaus", "kodning som en människa bekräftat",
                              "a coding that a person confirmed"};

constexpr ControlCase kBase[] = {
    {{"prosenttiosuus ei kerro, mistä se on laskettu",
      "en procentandel säger inte av vad den räknas", "a percentage does not say of what"},
     "high",
     {},
     {},
     "share"},
};

constexpr ControlCase kBlank[] = {
    {{"lomakkeen osiossa on kysymyksiä eikä yhtään vastausta",
      "ett avsnitt i en blankett har frågor men inga svar",
      "a section of a form has questions and no answers"},
     "high",
     {},
     {},
     "section"},
    {{"tyhjäksi merkityssä osiossa on vastauksia", "ett avsnitt som anges som tomt har svar",
      "a section said to be blank has answers"},
     "medium",
     {},
     {},
     "answered"},
};

constexpr ControlCase kContradiction[] = {
    {{"yhden asiakirjan kaksi lausumaa on eri mieltä samasta aiheesta",
      "två utsagor i en handling är oense om samma ämne",
      "two statements of one record are for and against one topic"},
     "high, medium, low",
     {"koodauksen painon mukaan", "enligt kodningens vikt", "by the weight of the coding"},
     kConfirmed,
     "statements"},
    {{"teksti vetoaa lakiin, joka on vasta luonnos", "en text åberopar en lag som är ett utkast",
      "a text cites as law what is a draft"},
     "high",
     {},
     {},
     "draftAsLaw"},
    {{"päätös perustuu säädösluonnokseen", "ett beslut grundar sig på ett författningsutkast",
      "a decision rests on a draft of law"},
     "high",
     {},
     {},
     "decisionOnDraft"},
};

constexpr ControlCase kDuplicate[] = {
    {{"ehdotuksessa on sanasta sanaan toisen ehdotuksen tekstiä",
      "ett förslag har ordagrant ett annat förslags text",
      "a proposal repeats another one of the same study word for word"},
     "high",
     {},
     {"vähintään 12 peräkkäistä sanaa, pienin kirjaimin ja ilman välimerkkejä",
      "minst 12 ord i följd, med små bokstäver och utan skiljetecken",
      "12 words or more in a row, in lower case and without punctuation"},
     "proposal"},
};

constexpr ControlCase kEvidence[] = {
    {{"vaikutusta tai hyvää tulosta väitetään ilman mittaria tai seurantaa",
      "en effekt eller ett gott resultat påstås utan indikator eller uppföljning",
      "an effect or a good result is claimed without indicator or follow-up"},
     "medium",
     {},
     {},
     "claim"},
    {{"arvioija toteaa, että esimerkit puuttuvat", "utvärderaren konstaterar att exempel saknas",
      "an evaluator says that examples are missing"},
     "medium",
     {},
     {},
     "examples"},
    {{"linkin sisältöä ei ole tallennettu tiivisteineen",
      "innehållet bakom en länk är inte sparat med kontrollsumma",
      "the content behind a link is not kept by its digest"},
     "medium",
     {},
     {},
     "link"},
    {{"osallistujamäärä on vain keskiarvo, eikä tilaisuuksia ole kirjattu",
      "antalet deltagare är bara ett medeltal och inga tillställningar är antecknade",
      "attendance is an average only and no gathering is recorded"},
     "low",
     {},
     {},
     "attendance"},
    {{"lähde sanoo itse, ettei mittaria tai seurantaa ole",
      "källan säger själv att det inte finns någon indikator eller uppföljning",
      "the source says itself that nothing is measured"},
     "high",
     {},
     {},
     "gapStated"},
};

constexpr ControlCase kGarbled[] = {
    {{"arvon voi lukea usealla tavalla", "ett värde kan läsas på flera sätt",
      "a value can be read in several ways"},
     "high, medium",
     {"medium ajoille ja kestoille, high sille mitä lasketaan tai maksetaan",
      "medium för tider, high för det som räknas eller betalas",
      "medium for times, high for what is counted or paid"},
     {},
     "value"},
    {{"jakoavaimella on useita tulkintoja", "en fördelningsnyckel har flera tolkningar",
      "a cost-sharing key has several readings"},
     "high",
     {},
     {},
     "costKey"},
    {{"kellonaika on monitulkintainen", "ett klockslag är tvetydigt",
      "a time of day reads in several ways"},
     "medium",
     {},
     {},
     "time"},
    {{"\"tänään\" ilman päivää, jona se sanottiin", "\"idag\" utan dagen då det sades",
      "\"today\" without the day it was said on"},
     "medium",
     {},
     {},
     "relativeDay"},
    {{"ilmoitettu määrä on vain raja", "ett angivet antal är bara en gräns",
      "a reported count is only a bound"},
     "low",
     {},
     {},
     "bound"},
    {{"kahden päivän välistä puuttuu viiva; lainauksen sulku jää auki",
      "strecket mellan två dagar saknas; en parentes i ett citat sluts inte",
      "the dash between two days was lost; a bracket of a quotation is not closed"},
     "low",
     {},
     {},
     "dash, bracketOpen, bracketRun"},
};

constexpr ControlCase kMissing[] = {
    {{"otsikon, nimikkeen tai pakollisen kentän alla ei ole mitään",
      "under en rubrik eller ett obligatoriskt fält finns inget",
      "a label, heading or mandatory field has nothing under it"},
     "high, medium, low",
     {"low otsikolle, medium kentälle ja ehdotuksen kohdalle, muuten high",
      "low för en rubrik, medium för ett fält och en punkt i ett förslag, annars high",
      "low for a heading, medium for a field and for a part of a proposal, else high"},
     kTemplate,
     "label, proposal"},
    {{"ehdotuksen kohta on eri kirjaimella kuin mallipohjassa tai puuttuu siitä",
      "en punkt i ett förslag har en annan bokstav än i mallen eller finns inte i den",
      "a heading of a proposal is under another letter than the template's, or not in it"},
     "medium",
     {},
     kTemplate,
     "proposalLetter"},
    {{"lähde ei anna arvoa", "källan ger inte värdet", "the source does not give a value"},
     "medium",
     {},
     {},
     "value"},
    {{"rahamäärällä ei ole valuuttaa", "ett belopp saknar valuta", "an amount has no currency"},
     "low",
     {},
     {},
     "currency"},
    {{"päätöksestä puuttuu viranomainen, asianosaiset, perustelut, säännökset, yhteystieto tai "
      "ohjeet",
      "i ett beslut saknas myndighet, parter, motivering, bestämmelser, kontaktuppgift eller "
      "anvisningar",
      "a decision lacks authority, parties, reasons, provisions, contact or instructions"},
     "medium",
     {},
     {"434/2003 44–47 §", "434/2003 44–47 §", "434/2003 sections 44 to 47"},
     "decision"},
    {{"yhteishankinnan kustannusten jaosta ei ole sovittu",
      "fördelningen av en gemensam upphandlings kostnader är inte avtalad",
      "how the costs of a joint procurement are shared was not agreed"},
     "medium",
     {},
     {"1397/2016", "1397/2016", "1397/2016"},
     "costKey"},
    {{"mikään omavalvonnan seurantaselvitys ei kata jaksoa",
      "ingen uppföljning av egenkontrollen täcker en period",
      "no account of self-monitoring covers a period"},
     "high",
     {},
     {"741/2023 26 ja 27 §", "741/2023 26 och 27 §", "741/2023 sections 26 and 27"},
     "selfMonitoringPeriod"},
    {{"omavalvontasuunnitelma ei ole nähtävillä tai siinä ei ole ohjetta henkilöstölle",
      "planen för egenkontroll är inte framlagd eller saknar anvisning till personalen",
      "a self-monitoring plan is not on display or lacks the instruction to staff"},
     "medium",
     {},
     {"741/2023 27 ja 30 §", "741/2023 27 och 30 §", "741/2023 sections 27 and 30"},
     "selfMonitoringPlan"},
};

constexpr ControlCase kSequence[] = {
    {{"luettelo on numeroitu toisin kuin on ilmoitettu",
      "en lista är numrerad annorlunda än angivet", "a list is numbered otherwise than announced"},
     "info",
     {},
     {},
     "numbering"},
    {{"tavoitteita on enemmän tai vähemmän kuin on ilmoitettu", "fler eller färre mål än angivet",
      "more or fewer objectives than announced"},
     "low",
     {},
     {},
     "objectives"},
    {{"asiakirjan numeroidussa kohdassa ei ole tekstiä",
      "en numrerad del av handlingen saknar text", "a numbered part of the document has no text"},
     "low",
     {},
     {},
     "part"},
    {{"juoksevassa numeroinnissa on aukko", "den löpande numreringen har en lucka",
      "running numbers jump"},
     "medium",
     {},
     {},
     "numbers"},
};

constexpr ControlCase kState[] = {
    {{"molemmat toisensa poissulkevat ruudut on rastitettu, tai ei kumpaakaan",
      "båda rutorna som utesluter varandra är kryssade, eller ingen",
      "both boxes that exclude each other are ticked, or none"},
     "high, medium",
     {"medium, kun kummallakin rastilla on oma vaiheensa", "medium när vart kryss har sin egen fas",
      "medium when each tick has its own phase"},
     {"mallipohja: täsmälleen yksi ruutu", "mallen: exakt en ruta",
      "the template: exactly one box"},
     "proposal"},
};

constexpr ControlGuide kGuides[] = {
    {"R-BASE",
     {"osuuden perusta puuttuu", "andelens bas saknas", "share without a base"},
     kBase,
     {"Osuuden ~ 30 % perustaa ei ole ilmoitettu.", "Det anges inte vad andelen ~ 30 % räknas av.",
      "The source does not say what the share ~ 30 % is a share of."},
     {"Kysy perusta lähteen laatijalta; ilman sitä osuutta ei pidä laskea eikä verrata.",
      "Fråga källans upphovsman om basen; utan den ska andelen inte räknas eller jämföras.",
      "Ask who made the source for the base; without it the share is not to be computed with or "
      "compared."}},
    {"R-BLANK",
     {"tyhjäksi jätetty osio", "avsnitt lämnat tomt", "section left blank"},
     kBlank,
     {"Osio \"Hakeeko kunta/alue valvonnan toimintamallin kokeiluun?\" on jätetty tyhjäksi: 6 "
      "kysymystä ilman vastausta.",
      "Avsnittet \"Hakeeko kunta/alue valvonnan toimintamallin kokeiluun?\" har lämnats tomt: 6 "
      "frågor "
      "utan svar.",
      "The section \"Hakeeko kunta/alue valvonnan toimintamallin kokeiluun?\" was left blank: 6 "
      "questions without answer."},
     {"Pyydä täydennystä (application.completionRequested) tai hyväksy havainto, jos osio ei koske "
      "lähettäjää.",
      "Begär komplettering (application.completionRequested) eller godkänn fyndet om avsnittet "
      "inte "
      "gäller avsändaren.",
      "Ask for completion (application.completionRequested), or accept the finding where the "
      "section "
      "does not concern the sender."}},
    {"R-CONTRA",
     {"lausumat ristiriidassa", "utsagor motsäger varandra", "statements contradict each other"},
     kContradiction,
     {"Säädösperusta esitetään lakina, mutta se on luonnos: sote-lakipaketti-2016.",
      "Den rättsliga grunden framställs som lag men är ett utkast: sote-lakipaketti-2016.",
      "The legal basis is presented as law and is a draft: sote-lakipaketti-2016."},
     {"Lue molemmat kohdat; kysy kumpi pätee. Luonnokseen nojaava päätös tarvitsee voimassa olevan "
      "perusteen.",
      "Läs båda ställena; fråga vilket som gäller. Ett beslut som stöder sig på ett utkast behöver "
      "en "
      "gällande grund.",
      "Read both passages and ask which holds. A decision that rests on a draft needs a basis in "
      "force."}},
    {"R-DUP",
     {"kopioitu teksti", "kopierad text", "copied text"},
     kDuplicate,
     {"Ehdotuksessa 11 kohdassa riskit on samat 12 peräkkäistä sanaa kuin ehdotuksessa 10.",
      "Förslag 11 har under risker samma 12 ord i följd som förslag 10.",
      "Proposal 11 has under risks the same 12 words in a row as proposal 10."},
     {"Lue molemmat: onko riski tai vaikutus arvioitu tästä ehdotuksesta, vai onko teksti jäänyt "
      "toisesta?",
      "Läs båda: har risken eller effekten bedömts för detta förslag, eller har texten blivit kvar "
      "från ett annat?",
      "Read both: was the risk or effect assessed for this proposal, or is the text left over from "
      "another?"}},
    {"R-EVID",
     {"näyttö puuttuu", "bevis saknas", "no evidence"},
     kEvidence,
     {"Arvioija toteaa, että esimerkit puuttuvat: integraatio.",
      "Utvärderaren konstaterar att exempel saknas: integraatio.",
      "The evaluator says that examples are missing: integraatio."},
     {"Pyydä mittari ja sen tulokset (indicator.defined, indicator.measured) tai linkin asiakirja "
      "tiivisteineen (document.published).",
      "Begär indikatorn och dess resultat (indicator.defined, indicator.measured) eller den "
      "länkade "
      "handlingen med kontrollsumma (document.published).",
      "Ask for the indicator and its results (indicator.defined, indicator.measured), or for the "
      "linked document with its digest (document.published)."}},
    {"R-GARBLE",
     {"arvo ei ole luettavissa", "värdet kan inte läsas", "unreadable value"},
     kGarbled,
     {"Lähde antaa vain rajan, ei lukumäärää: > 4000 ihminen.",
      "Källan anger bara en gräns, inte ett antal: > 4000 ihminen.",
      "The source gives a bound and no count: > 4000 ihminen."},
     {"Selvitä alkuperäisestä asiakirjasta ja valitse tulkinta (value.readingChosen); kenenkään "
      "laskua ei tehdä ennen sitä.",
      "Utred i originalhandlingen och välj en tolkning (value.readingChosen); ingen faktureras "
      "före "
      "det.",
      "Look at the original document and choose a reading (value.readingChosen); nobody is charged "
      "before that."}},
    {"R-MISS",
     {"arvo puuttuu", "värde saknas", "value missing"},
     kMissing,
     {"Arvo puuttuu lähteestä: päiväys.", "Värdet saknas i källan: päiväys.",
      "The source does not give the value: päiväys."},
     {"Pyydä puuttuva tieto ja kirjaa se omana tapahtumanaan, joka täydentää aiempaa; puuttuvaa ei "
      "arvata nollaksi.",
      "Begär den uppgift som saknas och registrera den som en egen händelse som kompletterar den "
      "tidigare; det som saknas gissas aldrig vara noll.",
      "Ask for what is missing and record it as an event of its own that completes the former one; "
      "what is missing is never taken for nought."}},
    {"R-SEQ",
     {"numeroinnin aukko", "lucka i numreringen", "gap in a numbering"},
     kSequence,
     {"Juoksevasta numeroinnista puuttuvat numerot 42–77.",
      "I den löpande numreringen saknas numren 42–77.", "The running numbers 42–77 are missing."},
     {"Pyydä puuttuvat kohdat, tai selitä miksi numerot hyppäävät.",
      "Begär de punkter som saknas, eller förklara varför numren hoppar.",
      "Ask for the missing items, or explain why the numbers jump."}},
    {"R-STATE",
     {"ristiriitaiset valinnat", "motstridiga kryss", "boxes exclude each other"},
     kState,
     {"Ehdotuksessa 8 on molemmat toisensa poissulkevat rastit, kumpikin omalle vaiheelleen.",
      "Förslag 8 har båda de kryss som utesluter varandra, vart och ett för sin fas.",
      "Proposal 8 has both boxes that exclude each other ticked, each for its own phase."},
     {"Kysy tekijältä, kumpi rasti pätee, ja kirjaa luokitus vaiheittain "
      "(proposal.phaseClassified).",
      "Fråga upphovsmannen vilket kryss som gäller och registrera klassificeringen per fas "
      "(proposal.phaseClassified).",
      "Ask the author which tick holds, and record the classification by phase "
      "(proposal.phaseClassified)."}},
};

}  // namespace

std::span<const ControlGuide> GuidesToTexts() { return kGuides; }

}  // namespace sinetti
