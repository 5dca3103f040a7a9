#include "replay/reports/codes.h"

#include "replay/controls/audit.h"

namespace sinetti {
namespace {

// In the order of the controls, so that a new check needs no word here.
std::vector<CodeWord> ReadControlCodes() {
  static const std::vector<Control> controls = AllControls();
  std::vector<CodeWord> codes;
  for (const Control& control : controls) {
    const Text3 title = ControlTitle(control.code);
    codes.push_back(
        {control.code, {std::string(title.fi), std::string(title.sv), std::string(title.en)}});
  }
  return codes;
}

}  // namespace

const std::vector<CodeWord>& ControlCodes() {
  static const std::vector<CodeWord> codes = ReadControlCodes();
  return codes;
}

const std::vector<CodeWord>& FindingStates() {
  static const std::vector<CodeWord> codes{
      {"open", {"avoin", "öppen", "open"}},
      {"reading chosen", {"lukutapa valittu", "läsning vald", "reading chosen"}},
      {"explained", {"selitetty", "förklarad", "explained"}},
      {"accepted", {"hyväksytty", "godtagen", "accepted"}},
      {"corrected", {"korjattu", "rättad", "corrected"}},
      {"withdrawn", {"peruttu", "återtagen", "withdrawn"}}};
  return codes;
}

const std::vector<CodeWord>& DeadlineStates() {
  static const std::vector<CodeWord> codes{
      {"pending", {"kesken", "pågår", "pending"}},
      {"in_time", {"ajoissa", "i tid", "in time"}},
      {"late", {"tehty myöhässä", "gjort för sent", "done late"}},
      {"overdue", {"myöhässä, tekemättä", "försenat, ogjort", "overdue, not done"}},
      {"lapsed", {"rauennut", "förfallen", "lapsed"}}};
  return codes;
}

const std::vector<CodeWord>& OrderStates() {
  static const std::vector<CodeWord> codes{
      {"met", {"täytetty", "fullgjort", "met"}},
      {"met_late", {"täytetty myöhässä", "fullgjort för sent", "met late"}},
      {"running", {"määräaika kesken", "fristen löper", "running"}},
      {"past_due", {"myöhässä", "försenat", "past due"}}};
  return codes;
}

const std::vector<CodeWord>& FineStates() {
  static const std::vector<CodeWord> codes{
      {"imposed", {"asetettu", "förelagt", "imposed"}},
      {"ordered", {"tuomittu", "utdömt", "ordered to be paid"}},
      {"reduced", {"alennettu", "nedsatt", "reduced"}},
      {"withdrawn", {"peruutettu", "återkallat", "withdrawn"}},
      {"lapsed", {"rauennut", "förfallet", "lapsed"}}};
  return codes;
}

const std::vector<CodeWord>& FinalityWords() {
  static const std::vector<CodeWord> codes{
      {"open", {"valitusaika kesken", "besvärstiden löper", "may be appealed"}},
      {"appealed", {"valitettu", "överklagat", "appealed"}},
      {"decided", {"ratkaistu tuomioistuimessa", "avgjort i domstol", "decided by a court"}},
      {"final", {"lainvoimainen", "vunnit laga kraft", "final"}}};
  return codes;
}

const std::vector<CodeWord>& ChainStates() {
  static const std::vector<CodeWord> codes{
      {"found", {"todettu", "konstaterat", "found"}},
      {"demanded", {"korjaamista vaadittu", "rättelse krävd", "correction demanded"}},
      {"action",
       {"korjaus suunniteltu tai aloitettu", "åtgärd planerad eller inledd",
        "fix planned or begun"}},
      {"evidence", {"näyttö annettu", "bevis inlämnat", "evidence given"}},
      {"rejected", {"näyttö hylätty", "beviset förkastat", "evidence rejected"}},
      {"mended", {"korjattu", "rättat", "mended"}}};
  return codes;
}

const std::vector<CodeWord>& NotificationChannels() {
  static const std::vector<CodeWord> codes{
      {"incident", {"vaaratapahtuma", "farlig händelse", "incident"}},
      {"staff", {"henkilöstö", "personalen", "staff"}},
      {"provider", {"tuottaja", "producenten", "provider"}},
      {"organiser", {"järjestäjä", "anordnaren", "organiser"}},
      {"authority", {"valvontaviranomainen", "tillsynsmyndigheten", "supervisory authority"}}};
  return codes;
}

const std::vector<CodeWord>& DutyWords() {
  static const std::vector<CodeWord> codes{
      {"authority", {"viranomainen", "myndighet", "authority"}},
      {"provider", {"tuottaja", "producent", "provider"}},
      {"party", {"asianosainen", "part", "party"}}};
  return codes;
}

const std::vector<CodeWord>& YesNoWords() {
  static const std::vector<CodeWord> codes{
      {"yes", kYesWords},
      {"no", kNoWords},
      {"unspecified", {"ei mainittu", "ej angivet", "not stated"}}};
  return codes;
}

const std::vector<CodeWord>& MandateStates() {
  static const std::vector<CodeWord> codes{
      {"valid", {"voimassa sinä päivänä", "i kraft den dagen", "in force that day"}},
      {"missing",
       {"toimivaltaa ei ole nimetty", "befogenhet har inte angetts", "no mandate named"}},
      {"unknown",
       {"toimivaltaa ei ole kirjattu", "befogenheten är inte registrerad",
        "the mandate is not on record"}},
      {"not_in_force",
       {"ei voimassa sinä päivänä", "inte i kraft den dagen", "not in force that day"}},
      {"other_type", {"koskee muita päätöksiä", "gäller andra beslut", "for other decisions"}},
      {"other_office",
       {"annettu toiselle viranhaltijalle", "har getts en annan tjänsteinnehavare",
        "given to another office"}},
      {"discretion",
       {"ei kata harkinnanvaraista päätöstä", "omfattar inte beslut efter prövning",
        "does not cover discretion"}}};
  return codes;
}

const std::vector<CodeWord>& DecisionItems() {
  static const std::vector<CodeWord> codes{
      {"authority", {"viranomainen", "myndighet", "authority"}},
      {"parties", {"asianosaiset", "parter", "parties"}},
      {"reasons", {"perustelut", "motivering", "reasons"}},
      {"provisions", {"säännökset", "bestämmelser", "provisions"}},
      {"contact", {"lisätietojen antaja", "kontaktuppgifter", "contact"}},
      {"remedy", {"muutoksenhakuohje", "anvisning om ändringssökande", "appeal instructions"}},
      {"mandate", {"toimivalta", "befogenhet", "mandate"}}};
  return codes;
}

}  // namespace sinetti
