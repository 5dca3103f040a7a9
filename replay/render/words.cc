#include "replay/render/words.h"

namespace sinetti::words {

const Words kLedger{"Rekisteri", "Register", "Ledger"};
const Words kScope{"Kohde", "Objekt", "Subject"};
const Words kCheckpoint{"Tarkistuspiste", "Kontrollpunkt", "Checkpoint"};
const Words kNoCheckpoint{"ei allekirjoitettua tarkistuspistettä",
                          "ingen undertecknad kontrollpunkt", "no signed checkpoint"};
const Words kPosition{"Tapahtumia", "Händelser", "Events"};
const Words kRoot{"Juuritiiviste", "Rothash", "Root hash"};
const Words kAsOf{"Tilanne päivänä", "Läget den dag", "As of"};
const Words kKnownAt{"Tiedossa hetkellä", "Känt vid tidpunkten", "As known at"};
const Words kKnownAll{"kaikki tähän mennessä kirjattu", "allt som har registrerats hittills",
                      "everything recorded so far"};
const Words kRules{"Säännöt", "Regler", "Rules"};
const Words kProvenance{"Mistä raportti on tehty", "Vad rapporten bygger på",
                        "What this report was made from"};
const Words kEvents{"Tapahtumat lukujen takana", "Händelserna bakom siffrorna",
                    "Events behind the figures"};
const Words kEventsCaption{
    "Jokainen tapahtuma lähteineen ja lehtitiivisteineen, rekisterin järjestyksessä",
    "Varje händelse med källa och lövhash, i registrets ordning",
    "Each event with its source and leaf hash, in the order of the ledger"};
const Words kEvent{"Tapahtuma", "Händelse", "Event"};
const Words kType{"Laji", "Typ", "Type"};
const Words kStream{"Virta", "Ström", "Stream"};
const Words kOccurred{"Tapahtui", "Inträffade", "Occurred"};
const Words kRecorded{"Kirjattu", "Registrerad", "Recorded"};
const Words kSource{"Lähde", "Källa", "Source"};
const Words kLeaf{"Lehtitiiviste", "Lövhash", "Leaf hash"};
const Words kGood{"kunnossa", "i ordning", "in order"};
const Words kNotice{"huomio", "att notera", "notice"};
const Words kBad{"poikkeama", "avvikelse", "deviation"};
const Words kContents{"Sisällys", "Innehåll", "Contents"};
const Words kHowToCheck{"Näin tarkistat raportin", "Så kontrollerar du rapporten",
                        "How to check this report"};
const Words kHowToCheckText{
    "Jokainen, jolla on rekisteri, voi rakentaa raportin uudelleen samoiksi tavuiksi komennolla "
    "“sinetti report check TIEDOSTO” ja todistaa jokaisen tapahtuman komennolla "
    "“sinetti prove inclusion NUMERO”.",
    "Den som har registret kan bygga upp rapporten på nytt byte för byte med kommandot "
    "“sinetti report check FIL” och bevisa varje händelse med kommandot "
    "“sinetti prove inclusion NUMMER”.",
    "Whoever has the ledger can rebuild this report to the same bytes with "
    "“sinetti report check FILE” and prove each event with “sinetti prove inclusion NUMBER”."};
const Words kChartTable{"Kuvion luvut", "Siffrorna i diagrammet", "Figures of the chart"};
const Words kReportSheet{"Raportti", "Rapport", "Report"};
const Words kEventSheet{"Tapahtumat", "Händelser", "Events"};
const Words kTypeName{"Lajin nimi", "Typens namn", "Name of the type"};
const Words kInvented{"keksitty esimerkki", "påhittat exempel", "invented example"};

}  // namespace sinetti::words
