// The table.  A class that the law adds is a row here.
#include "ledger/client/retention.h"

#include <algorithm>
#include <iterator>

namespace sinetti {
namespace {

constexpr RetentionTrigger kClosed = RetentionTrigger::kMatterClosed;
constexpr RetentionTrigger kEvent = RetentionTrigger::kEvent;
constexpr RetentionTrigger kStated = RetentionTrigger::kStated;

constexpr std::string_view kAnnex = "703/2023:27 ja liite";
constexpr std::string_view kClosedFi = "asian päättyminen", kClosedSv = "ärendet avslutat",
                           kClosedEn = "matter closed";
constexpr std::string_view kDeathFi = "asiakkaan kuolema", kDeathSv = "klientens död",
                           kDeathEn = "death of the client";
constexpr std::string_view kBirthFi = "syntymä", kBirthSv = "födelse", kBirthEn = "birth";
constexpr std::string_view kEventFi = "tapahtuma", kEventSv = "händelse", kEventEn = "the event";

constexpr RetentionClass kClasses[] = {
    {"sosiaalihuolto-tyoikaiset-10v", "työikäisten palvelut",
     "tjänster för personer i arbetsför ålder", "services for people of working age", 10, kClosed,
     kClosedFi, kClosedSv, kClosedEn, kAnnex},
    {"sosiaalihuolto-iakkaat-10v", "iäkkäiden palvelut", "tjänster för äldre",
     "services for older people", 10, kClosed, kClosedFi, kClosedSv, kClosedEn, kAnnex},
    {"sosiaalihuolto-paihdehuolto-10v", "päihdehuolto", "missbrukarvård", "care of substance abuse",
     10, kClosed, kClosedFi, kClosedSv, kClosedEn, kAnnex},
    {"sosiaalihuolto-vammaispalvelut-10v", "vammaispalvelut", "funktionshinderservice",
     "disability services", 10, kStated, "viimeinen asia päättynyt ja tarve lakannut",
     "sista ärendet avslutat och behovet upphört", "last matter closed and the need ended", kAnnex},
    {"sosiaalihuolto-lapsiperheet-30v", "lapsiperheiden palvelut", "tjänster för barnfamiljer",
     "services for families with children", 30, kClosed, kClosedFi, kClosedSv, kClosedEn, kAnnex},
    {"sosiaalihuolto-lastensuojelu-2v", "lastensuojelu", "barnskydd", "child protection", 2,
     kStated, kDeathFi, kDeathSv, kDeathEn, kAnnex},
    {"sosiaalihuolto-perheoikeus-lapsi-120v", "perheoikeudelliset, lasta koskevat",
     "familjerättsliga, som gäller barn", "family law, of a child", 120, kStated, kBirthFi,
     kBirthSv, kBirthEn, kAnnex},
    {"sosiaalihuolto-perheoikeus-10v", "perheoikeudelliset, muut", "familjerättsliga, övriga",
     "family law, other", 10, kClosed, kClosedFi, kClosedSv, kClosedEn, kAnnex},
    {"sosiaalihuolto-asiakastiedot-2v", "asiakkaan perustiedot", "klientens basuppgifter",
     "master data of the client", 2, kStated, kDeathFi, kDeathSv, kDeathEn, kAnnex},
    {"asiakasmaksu-12v", "maksupäätökset ja tuloselvitykset",
     "avgiftsbeslut och inkomstutredningar", "fee decisions and income statements", 12,
     RetentionTrigger::kValidityEnded, "päätöksen voimassaolon päättyminen",
     "beslutets giltighet upphört", "end of the decision's validity", kAnnex},
    {"tosite-3v", "tositteet", "verifikationer", "vouchers", 3, kEvent, kEventFi, kEventSv,
     kEventEn, kAnnex},
    {"kirjeenvaihto-3v", "kirjeenvaihto asiakkaan kanssa", "korrespondens med klienten",
     "correspondence with the client", 3, kEvent, kEventFi, kEventSv, kEventEn, kAnnex},
    {"lausuntojaljennos-5v", "lausuntojen jäljennökset", "kopior av utlåtanden",
     "copies of statements", 5, kEvent, kEventFi, kEventSv, kEventEn, kAnnex},
    {"kayttoloki-12v", "käyttö- ja luovutusloki", "användnings- och utlämningslogg",
     "log of use and disclosure", 12, kEvent, kEventFi, kEventSv, kEventEn, kAnnex},
    {"potilasasiakirja-12v", "potilasasiakirjat, kuolemasta", "journalhandlingar, från döden",
     "patient records, from death", 12, kStated, kDeathFi, kDeathSv, kDeathEn, kAnnex},
    {"potilasasiakirja-120v", "potilasasiakirjat, syntymästä", "journalhandlingar, från födelsen",
     "patient records, from birth", 120, kStated, kBirthFi, kBirthSv, kBirthEn, kAnnex},
    {"hankinta-3v", "hankinta-asiakirjat", "upphandlingshandlingar", "procurement documents", 3,
     kEvent, "sopimus", "avtalet", "the contract", "1397/2016:124"},
    {"seuraamusmerkinta-5v", "seuraamusmerkintä rekisterissä", "påföljdsanteckning i registret",
     "sanction mark in the register", 5, kEvent, kEventFi, kEventSv, kEventEn, "741/2023:12"},
};

}  // namespace

std::string_view RetentionClass::Name(Language language) const {
  return language == Language::kFinnish ? fi : language == Language::kSwedish ? sv : en;
}

std::string_view RetentionClass::TriggerWords(Language language) const {
  return language == Language::kFinnish   ? trigger_fi
         : language == Language::kSwedish ? trigger_sv
                                          : trigger_en;
}

std::span<const RetentionClass> RetentionClasses() { return kClasses; }

const RetentionClass* FindRetentionClass(std::string_view code) {
  const auto* found = std::find_if(std::begin(kClasses), std::end(kClasses),
                                   [code](const RetentionClass& one) { return one.code == code; });
  return found == std::end(kClasses) ? nullptr : found;
}

Date RetentionEnds(const RetentionClass& retention, Date trigger) {
  return AddMonths(trigger, 12 * retention.years);
}

}  // namespace sinetti
