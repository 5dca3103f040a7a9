// The words of the page stand here; what it does is in evidence_script.h.
#include "replay/render/evidence_page.h"

#include <string_view>

#include "ledger/base/bytes.h"
#include "replay/render/evidence_script.h"
#include "replay/render/evidence_show_script.h"
#include "replay/render/evidence_vouch_script.h"
#include "replay/render/html_style.h"
#include "replay/render/layout.h"

namespace sinetti {
namespace {

constexpr const char* kVerdictStyle = R"css(
#verdict { border: 4px solid #6b4400; background: #fff8e6; padding: 1rem; margin: 1rem 0; font-size: 1.1rem; }
[data-verdict=good] #verdict { border-color: #14532d; background: #e8f5ec; color: #14532d; }
[data-verdict=bad] #verdict { border-color: #8f1414; background: #fdeaea; color: #8f1414; }
#verdict p { margin: .25rem 0; } #reason { overflow-wrap: anywhere; }
pre + pre { border-top: 1px solid var(--line); padding-top: 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .9rem; }
body > input { position: absolute; opacity: 0; }
.languages { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1rem; }
.languages label { border: 1px solid var(--accent); border-radius: .25rem; padding: .15rem .75rem; cursor: pointer; }
#show-fi:checked ~ main label[for=show-fi], #show-sv:checked ~ main label[for=show-sv],
#show-en:checked ~ main label[for=show-en], #show-all:checked ~ main label[for=show-all] {
  background: var(--accent); color: var(--paper); }
body > input:focus-visible ~ main .languages { outline: 3px solid #f2a900; outline-offset: 2px; }
#show-fi:checked ~ main [lang]:not([lang=fi]), #show-sv:checked ~ main [lang]:not([lang=sv]),
#show-en:checked ~ main [lang]:not([lang=en]) { display: none; }
h2 span + span::before { content: " – "; } #show-fi:checked ~ main h2 span::before,
#show-sv:checked ~ main h2 span::before, #show-en:checked ~ main h2 span::before { content: none; }
#vouched span { display: block; } #events details { margin: .25rem 0 .75rem; } #events dl { margin: .5rem 0 .5rem 1rem; }
summary { cursor: pointer; } #events dd > div > div + div { margin-top: .5rem; } #show-all:checked ~ main #events span + span::before { content: " – "; } body:not([data-verdict=good]):not([data-verdict=unsigned]) .checked { display: none; }
@media print { .languages { display: none; } main { max-width: none; padding: 0; } pre { font-size: 9pt; }
  details::details-content { content-visibility: visible; } #events details details { display: none; } section { break-inside: auto; } h2 { break-after: avoid; } }
)css";

struct Verdict {
  const char* when;
  Text3 words;
};

// Shown until the script has decided, and for ever where none runs.
constexpr Text3 kUnchecked = {
    "Ei tarkistettu: selain ei ole suorittanut tämän sivun tarkistusta. Teksti on luettavissa, "
    "mutta "
    "mikään ei osoita sitä oikeaksi.",
    "Inte kontrollerad: webbläsaren har inte kört sidans kontroll. Texten kan läsas, men inget "
    "visar "
    "att den är riktig.",
    "Not checked: the browser has not run this page's check. The text can be read, but nothing "
    "shows "
    "that it is true."};

constexpr Verdict kVerdicts[] = {
    {"good",
     {"VIHREÄ: paketti on ehjä. Allekirjoitukset, täydellisyys ja luovutuksen kirjaus pitävät "
      "paikkansa alla olevalla avaimella.",
      "GRÖN: paketet är oförändrat. Underskrifterna, fullständigheten och anteckningen om "
      "utlämnandet stämmer med nyckeln nedan.",
      "GREEN: the pack is intact. Signatures, completeness and the record that it was handed out "
      "hold under the key below."}},
    {"bad",
     {"PUNAINEN: paketti tai sivu ei ole sellainen kuin se luovutettiin. Älä luota siihen. Syy:",
      "RÖD: paketet eller sidan är inte sådan som den lämnades ut. Lita inte på den. Orsak:",
      "RED: the pack or the page is not as it was handed out. Do not rely on it. Reason:"}},
    {"unsigned",
     {"KESKEN: tiivisteet täsmäävät, mutta tämä selain ei osaa tarkistaa Ed25519-allekirjoituksia. "
      "Mikään ei siis osoita, että rekisterin avain allekirjoitti. Käytä uudempaa selainta tai "
      "ohjelmaa.",
      "OFULLSTÄNDIG: kontrollsummorna stämmer, men denna webbläsare kan inte kontrollera "
      "Ed25519-underskrifter. Inget visar alltså att registrets nyckel har undertecknat. Använd en "
      "nyare webbläsare eller programmet.",
      "INCOMPLETE: the hashes fit, but this browser cannot check Ed25519 signatures. So nothing "
      "shows that the ledger's key has signed. Use a newer browser, or the program."}},
    {"unable",
     {"EI TARKISTETTU: tämä selain ei anna sivulle Web Crypto -toimintoja. Tallenna sivu "
      "tiedostoksi "
      "ja avaa se uudemmalla selaimella.",
      "INTE KONTROLLERAD: denna webbläsare ger inte sidan Web Crypto. Spara sidan som fil och "
      "öppna "
      "den i en nyare webbläsare.",
      "NOT CHECKED: this browser does not give the page Web Crypto. Save the page as a file and "
      "open "
      "it in a newer browser."}}};

constexpr Text3 kKeyWords = {
    "Avain, jolla tämä sivu tarkistaa. Vertaa sitä avaimeen, jonka olet saanut rekisterin "
    "pitäjältä "
    "muuta tietä: sivun mukana tullut avain ei yksin osoita mitään.",
    "Nyckeln som sidan kontrollerar med. Jämför den med nyckeln som du har fått av registrets "
    "förvaltare på annan väg: en nyckel som följer med sidan visar ensam ingenting.",
    "The key that this page checks with. Compare it with the key that you got from the ledger's "
    "keeper by another way: a key that comes with the page proves nothing on its own."};

constexpr Text3 kLimits = {
    "Sivu tarkistaa rekisterin allekirjoitukset ja avaimen vaihdot, todistuksen siitä, että kaikki "
    "tapahtumat ovat mukana, tapahtumien tiivisteet, luovutuksen kirjauksen ja sen, että "
    "yhteenveto on paketin oma; niiden todistajien allekirjoitukset, joiden luettelo sivulla on; "
    "ja sen, että aikaleimat ovat tästä tarkistuspisteestä. Sivu ei tarkista, onko aikaleiman "
    "antaja luotettava, tallenteiden sisäistä rakennetta eikä sitä, että tapahtumien luettava "
    "muoto "
    "vastaa tallennetta; ne tarkistaa ohjelma. Joka voi muuttaa sivua, voi muuttaa myös sen "
    "tarkistusta: tärkeässä asiassa tarkista ohjelmalla (sinetti evidence check tai verify.py).",
    "Sidan kontrollerar registrets underskrifter och nyckelbyten, beviset för att alla händelser "
    "är med, händelsernas kontrollsummor, anteckningen om utlämnandet och att sammanfattningen är "
    "paketets egen; underskrifterna av de vittnen vilkas förteckning sidan har; och att "
    "tidsstämplarna gäller denna kontrollpunkt. Sidan kontrollerar inte om tidsstämpelns utfärdare "
    "är att lita på, posternas inre uppbyggnad eller att händelsernas läsbara form motsvarar "
    "posten; det gör programmet. Den som kan ändra sidan kan också ändra dess kontroll: i viktiga "
    "ärenden, kontrollera med programmet (sinetti evidence check eller verify.py).",
    "The page checks the ledger's signatures and changes of its key, the proof that no event is "
    "missing, the hashes of the events, the record that the pack was handed out, and that the "
    "summary is the pack's own; the signatures of witnesses whom a list in the page names; and "
    "that time-stamps are of this checkpoint. It does not check whether the authority of a "
    "time-stamp is to be trusted, the inner structure of records, nor that the readable form of an "
    "event is what its record says; the program does. Whoever can change the page can change its "
    "check, too: where it matters, check with the program (sinetti evidence check, or verify.py)."};

struct Term {
  const char* id;
  Text3 words;
};
constexpr Term kTerms[] = {
    {"key", {"Hakuavain", "Söknyckel", "Key"}},
    {"size", {"Tapahtumia rekisterissä", "Händelser i registret", "Events in the ledger"}},
    {"signed", {"Allekirjoitettu", "Undertecknat", "Signed"}},
    {"recordedat", {"Kirjattu", "Registrerat", "Recorded"}},
    {"occurred", {"Tapahtunut", "Inträffade", "Occurred"}},
    {"stream", {"Virta", "Ström", "Stream"}},
    {"matter", {"Asia", "Ärende", "Matter"}},
    {"provider", {"Palveluntuottaja", "Tjänsteproducent", "Provider"}},
    {"unit", {"Yksikkö", "Enhet", "Unit"}},
    {"contract", {"Sopimus", "Avtal", "Contract"}},
    {"subject", {"Asiakas (salanimi)", "Klient (pseudonym)", "Client (pseudonym)"}},
    {"actor", {"Toimija", "Aktör", "Actor"}},
    {"sealed",
     {"sinetöity: arvo pysyy suljettuna tässä tiedostossa",
      "förseglat: värdet förblir stängt i denna fil",
      "sealed: the value stays closed in this file"}},
    {"witnesses", {"Todistajat", "Vittnen", "Witnesses"}},
    {"no-policy",
     {"Ei tarkistettu: sivulla ei ole luetteloa siitä, ketkä kelpaavat todistajiksi.",
      "Inte kontrollerade: sidan har ingen förteckning över vilka som godtas.",
      "Not checked: the page has no list of whom to accept."}},
    {"nobody",
     {"Ei yhtään, eikä luettelo vaadi.", "Inga, och förteckningen kräver inga.",
      "None, and the list asks for none."}},
    {"stamps", {"Aikaleimat", "Tidsstämplar", "Time-stamps"}},
    {"no-stamps",
     {"Ei yhtään: ajat ovat rekisterin pitäjän ilmoittamia.",
      "Inga: tiderna är registerförvaltarens egna uppgifter.",
      "None: times are the word of the ledger's keeper."}},
    {"unjudged",
     {"Leima on tästä tarkistuspisteestä ja varmenteen avaimen allekirjoittama. Onko varmenne "
      "luotettava, ei tarkistettu: vertaa sen tiivistettä luotettujen palvelujen luetteloon.",
      "Stämpeln gäller denna kontrollpunkt och är undertecknad med certifikatets nyckel. Om "
      "certifikatet är att lita på kontrollerades inte: jämför dess kontrollsumma med "
      "förteckningen över betrodda tjänster.",
      "The stamp is of this checkpoint, and signed with the certificate's key. Whether the "
      "certificate is to be trusted was not checked: compare its digest with the list of trusted "
      "services."}},
    {"unread",
     {"Leima on tästä tarkistuspisteestä; sen allekirjoitusta selain ei osannut tarkistaa.",
      "Stämpeln gäller denna kontrollpunkt; dess underskrift kunde webbläsaren inte kontrollera.",
      "The stamp is of this checkpoint; its signature this browser could not check."}}};
constexpr Text3 kVouchedTitle = {"Kuka takaa", "Vem intygar", "Who vouches for it"};
constexpr Text3 kChecksTitle = {"Mitä sivu tarkistaa", "Vad sidan kontrollerar",
                                "What the page checks"};
constexpr Text3 kSummaryTitle = {"Yhteenveto", "Sammanfattning", "Summary"};
constexpr Text3 kKeyTitle = {"Rekisterin avain", "Registrets nyckel", "The ledger's key"};

constexpr Text3 kEventsTitle = {"Tapahtumat kokonaan", "Händelserna i sin helhet",
                                "The events in full"};

constexpr std::pair<const char*, Language> kLanguages[] = {
    {"fi", Language::kFinnish}, {"sv", Language::kSwedish}, {"en", Language::kEnglish}};

std::string InAll(const char* tag, const Text3& words) {
  std::string html;
  for (const auto& [code, language] : kLanguages)
    html += "<" + std::string(tag) + " lang=\"" + code + "\">" + EscapeHtml(words.In(language)) +
            "</" + tag + ">";
  return html + '\n';
}

std::string Paragraphs(const Text3& words) { return InAll("p", words); }
std::string Title(const Text3& words) { return "<h2>" + InAll("span", words) + "</h2>\n"; }

// Chooses by style alone, so that it works where no script runs.
std::string LanguageChoice() {
  constexpr std::pair<const char*, const char*> kChoices[] = {
      {"fi", "Suomi"}, {"sv", "Svenska"}, {"en", "English"}, {"all", "FI + SV + EN"}};
  std::string inputs, labels;
  for (const auto& [code, name] : kChoices) {
    const std::string id = "show-" + std::string(code);
    inputs += "<input type=\"radio\" name=\"language\" id=\"" + id + "\"" +
              (id == "show-fi" ? " checked" : "") + " aria-label=\"" + name + "\">\n";
    labels += "<label for=\"" + id + "\">" + name + "</label>\n";
  }
  return inputs + "<main>\n<div class=\"languages\" aria-hidden=\"true\">\n" + labels + "</div>\n";
}

std::string VerdictBox() {
  std::string html = "<div id=\"verdict\" role=\"status\">\n<div data-when=\"none\">\n" +
                     Paragraphs(kUnchecked) + "</div>\n";
  for (const Verdict& verdict : kVerdicts)
    html += "<div hidden data-when=\"" + std::string(verdict.when) + "\">\n" +
            Paragraphs(verdict.words) + "</div>\n";
  return html + "<p id=\"reason\"></p>\n</div>\n";
}

}  // namespace

std::string RenderEvidencePage(const EvidencePage& page) {
  std::string html =
      "<!doctype html>\n<html lang=\"fi\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Näyttöpaketti – Bevispaket – Evidence pack</title>\n<style>";
  html += std::string(kHtmlStyle) + kVerdictStyle + "</style>\n</head>\n";
  html += "<body data-verdict=\"none\">\n" + LanguageChoice() +
          "<header><h1>Näyttöpaketti – Bevispaket – Evidence pack</h1></header>\n";
  html += VerdictBox();
  html += "<section>\n" + Title(kKeyTitle) + Paragraphs(kKeyWords) + "<p><code id=\"key\">" +
          EscapeHtml(page.key) + "</code></p>\n</section>\n";
  html += "<section class=\"checked\">\n" + Title(kVouchedTitle) + "<dl id=\"vouched\"></dl>\n";
  if (!page.policy.empty())
    html +=
        "<details><summary>policy</summary><pre>" + EscapeHtml(page.policy) + "</pre></details>\n";
  html += "</section>\n<section>\n" + Title(kSummaryTitle);
  for (const auto& [code, language] : kLanguages)
    // A newline behind <pre> is not part of its text.
    html += "<pre lang=\"" + std::string(code) + "\" id=\"summary-" + code + "\">\n" +
            EscapeHtml(page.summary.In(language)) + "</pre>\n";
  html += "</section>\n<section class=\"checked\">\n" + Title(kEventsTitle) +
          "<div id=\"events\"></div>\n</section>\n<section>\n" + Title(kChecksTitle) +
          Paragraphs(kLimits) + "</section>\n";
  for (const Term& term : kTerms)
    html += "<template id=\"term-" + std::string(term.id) + "\">" + InAll("span", term.words) +
            "</template>\n";
  html += "</main>\n<script type=\"text/plain\" id=\"pack\">" + Base64Encode(AsBytes(page.pack)) +
          "</script>\n<script type=\"text/plain\" id=\"policy\">" +
          Base64Encode(AsBytes(page.policy)) + "</script>\n<script>" + kEvidenceVouchScript +
          kEvidenceShowScript + kEvidenceScript + "</script>\n</body>\n</html>\n";
  return html;
}

}  // namespace sinetti
