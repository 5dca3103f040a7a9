// The words of the page stand here; what it does is in evidence_script.h.
#include "replay/render/evidence_page.h"

#include <string_view>

#include "ledger/base/bytes.h"
#include "replay/render/evidence_script.h"
#include "replay/render/html_style.h"
#include "replay/render/layout.h"

namespace sinetti {
namespace {

constexpr const char* kVerdictStyle = R"css(
#verdict { border: 4px solid #6b4400; background: #fff8e6; padding: 1rem; margin: 1rem 0; font-size: 1.1rem; }
[data-verdict=good] #verdict { border-color: #14532d; background: #e8f5ec; color: #14532d; }
[data-verdict=bad] #verdict { border-color: #8f1414; background: #fdeaea; color: #8f1414; }
#verdict p { margin: .25rem 0; } #reason { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .9rem; }
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
    "Sivu tarkistaa: rekisterin allekirjoitukset, todistuksen siitä, että kaikki tapahtumat ovat "
    "mukana, tapahtumien tiivisteet, luovutuksen kirjauksen ja sen, että yhteenveto on paketin "
    "oma. "
    "Sivu ei tarkista: muiden todistajien allekirjoituksia, tallenteiden sisäistä rakennetta eikä "
    "sitä, että tapahtumien luettava muoto vastaa tallennetta; ne tarkistaa ohjelma. Joka voi "
    "muuttaa "
    "sivua, voi muuttaa myös sen tarkistusta: tärkeässä asiassa tarkista ohjelmalla (sinetti "
    "evidence "
    "check tai verify.py).",
    "Sidan kontrollerar: registrets underskrifter, beviset för att alla händelser är med, "
    "händelsernas "
    "kontrollsummor, anteckningen om utlämnandet och att sammanfattningen är paketets egen. Sidan "
    "kontrollerar inte: andra vittnens underskrifter, posternas inre uppbyggnad eller att "
    "händelsernas läsbara form motsvarar posten; det gör programmet. Den som kan ändra sidan kan "
    "också ändra dess kontroll: i viktiga ärenden, kontrollera med programmet (sinetti evidence "
    "check "
    "eller verify.py).",
    "This page checks: the ledger's signatures, the proof that no event is missing, the hashes of "
    "the events, the record that the pack was handed out, and that the summary is the pack's own. "
    "It "
    "does not check: signatures of witnesses, the inner structure of records, nor that the "
    "readable "
    "form of an event is what its record says; the program does. Whoever can change the page can "
    "change its check, too: where it matters, check with the program (sinetti evidence check, or "
    "verify.py)."};

constexpr Text3 kEventsTitle = {"Tapahtumat kokonaan", "Händelserna i sin helhet",
                                "The events in full"};

constexpr std::pair<const char*, Language> kLanguages[] = {
    {"fi", Language::kFinnish}, {"sv", Language::kSwedish}, {"en", Language::kEnglish}};

std::string Paragraphs(const Text3& words) {
  std::string html;
  for (const auto& [code, language] : kLanguages)
    html += "<p lang=\"" + std::string(code) + "\">" + EscapeHtml(words.In(language)) + "</p>\n";
  return html;
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
  html +=
      "<body data-verdict=\"none\">\n<main>\n<header><h1>Näyttöpaketti – Bevispaket – Evidence "
      "pack</h1></header>\n";
  html += VerdictBox();
  html += Paragraphs(kKeyWords) + "<p><code id=\"key\">" + EscapeHtml(page.key) + "</code></p>\n";
  for (const auto& [code, language] : kLanguages)
    // A newline behind <pre> is not part of its text.
    html += "<section lang=\"" + std::string(code) + "\">\n<pre id=\"summary-" + code + "\">\n" +
            EscapeHtml(page.summary.In(language)) + "</pre>\n</section>\n";
  html += "<section>\n<h2>";
  for (const auto& [code, language] : kLanguages)
    html += (language == Language::kFinnish ? "" : " – ") + EscapeHtml(kEventsTitle.In(language));
  html += "</h2>\n<div id=\"events\"></div>\n</section>\n";
  html += Paragraphs(kLimits);
  html += "</main>\n<script type=\"text/plain\" id=\"pack\">" + Base64Encode(AsBytes(page.pack)) +
          "</script>\n<script>" + kEvidenceScript + "</script>\n</body>\n</html>\n";
  return html;
}

}  // namespace sinetti
