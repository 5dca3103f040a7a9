// What a pack says for people: the events as JSON, the documents that they name, and a summary in
// three languages.  Made from what was proved, so that a checker can make it again.
#include <algorithm>

#include "ledger/crypto/digest.h"
#include "ledger/event/digest_fields.h"
#include "ledger/event/event_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/evidence/pack.h"
#include "ledger/evidence/schema_text.h"
#include "ledger/log/note.h"

namespace sinetti {
namespace {

constexpr Text3 kTitle = {"NÄYTTÖPAKETTI", "BEVISPAKET", "EVIDENCE PACK"};
constexpr Text3 kLedger = {"Rekisteri", "Register", "Ledger"};
constexpr Text3 kKey = {"Hakuavain", "Söknyckel", "Key"};
constexpr Text3 kCheckpoint = {"Tarkistuspiste", "Kontrollpunkt", "Checkpoint"};
constexpr Text3 kEntries = {"tapahtumaa", "händelser", "events"};
constexpr Text3 kSigned = {"allekirjoitettu", "undertecknad", "signed"};
constexpr Text3 kTo = {"Luovutettu", "Utlämnat till", "Handed to"};
constexpr Text3 kPurpose = {"Käyttötarkoitus", "Ändamål", "Purpose"};
constexpr Text3 kGround = {"Peruste", "Grund", "Ground"};

// {0}: how many, {1}: size of the ledger, {2}: size of the older checkpoint, {3}: how many before.
constexpr Text3 kAll = {
    "Tässä tiedostossa ovat kaikki {0} tapahtumaa, joilla on tämä hakuavain, rekisterin "
    "ensimmäisten "
    "{1} tapahtuman joukossa. Muita ei ole.",
    "I denna fil finns alla {0} händelser med denna söknyckel bland registrets första {1} "
    "händelser. "
    "Det finns inga andra.",
    "This file holds all {0} events with this key among the ledger's first {1} events. There are "
    "no "
    "others."};
constexpr Text3 kOne = {
    "Tässä tiedostossa on ainoa tapahtuma, jolla on tämä hakuavain, rekisterin ensimmäisten {1} "
    "tapahtuman joukossa. Muita ei ole.",
    "I denna fil finns den enda händelsen med denna söknyckel bland registrets första {1} "
    "händelser. "
    "Det finns inga andra.",
    "This file holds the only event with this key among the ledger's first {1} events. There is no "
    "other."};
constexpr Text3 kNone = {
    "Rekisterin ensimmäisten {1} tapahtuman joukossa ei ole yhtään tapahtumaa, jolla on tämä "
    "hakuavain.",
    "Bland registrets första {1} händelser finns ingen händelse med denna söknyckel.",
    "There is no event with this key among the ledger's first {1} events."};
constexpr Text3 kAllBetween = {
    "Tässä tiedostossa ovat kaikki {0} tapahtumaa, joilla on tämä hakuavain ja jotka kirjattiin "
    "{2} "
    "ja {1} tapahtuman tarkistuspisteiden välissä. Aiempia on {3}.",
    "I denna fil finns alla {0} händelser med denna söknyckel som registrerades mellan "
    "kontrollpunkterna vid {2} och {1} händelser. Tidigare händelser: {3}.",
    "This file holds all {0} events with this key that were recorded between the checkpoints of "
    "{2} "
    "and {1} events. {3} came before."};

constexpr Text3 kEvents = {"Tapahtumat", "Händelser", "Events"};
constexpr Text3 kStream = {"virta", "ström", "stream"};
constexpr Text3 kVersion = {"versio", "version", "version"};
constexpr Text3 kDocuments = {"Asiakirjat, jotka tapahtumat nimeävät (eivät ole tässä tiedostossa)",
                              "Handlingar som händelserna anger (finns inte i denna fil)",
                              "Documents that the events name (they are not in this file)"};
constexpr Text3 kBytes = {"tavua", "byte", "bytes"};
constexpr Text3 kEvent = {"tapahtuma", "händelse", "event"};
constexpr Text3 kSealed = {"Sinetöityjä arvoja on {0}. Ne pysyvät suljettuina tässä tiedostossa.",
                           "Förseglade värden: {0}. De förblir stängda i denna fil.",
                           "Sealed values: {0}. They stay closed in this file."};
constexpr Text3 kCosigned = {
    "Todistajat, joiden nimet ovat tarkistuspisteen alla (tarkista omalla listallasi: --policy)",
    "Vittnen vars namn står under kontrollpunkten (kontrollera med din egen lista: --policy)",
    "Witnesses whose names stand under the checkpoint (check with a list of your own: --policy)"};
constexpr Text3 kStamps = {
    "Aikaleimat: tarkistuspiste oli olemassa viimeistään tällöin (tarkista varmenteella, johon "
    "luotat: --authority)",
    "Tidsstämplar: kontrollpunkten fanns senast då (kontrollera med ett certifikat som du litar "
    "på: "
    "--authority)",
    "Time-stamps: the checkpoint existed no later than this (check with a certificate that you "
    "trust: --authority)"};
constexpr Text3 kStampedBy = {"antaja", "av", "by"};
constexpr Text3 kCertificate = {"varmenteen tiiviste", "certifikatets kontrollsumma",
                                "digest of its certificate"};
constexpr Text3 kKeysChanged = {
    "Rekisterin avain on vaihtunut. Muutokset ovat tässä tiedostossa: tarkistus käy millä tahansa "
    "avaimista, jota ei ole ilmoitettu paljastuneeksi.",
    "Registrets nyckel har bytts. Bytena finns i denna fil: kontrollen går med vilken som helst av "
    "nycklarna som inte har anmälts röjd.",
    "The ledger's key was changed. The changes are in this file: any of the keys will do to check "
    "it that was not declared compromised."};
constexpr Text3 kProves = {
    "Tiedosto osoittaa\n"
    "- että jokainen tapahtuma on rekisterissä juuri näin eikä yhtään tällä hakuavaimella ole "
    "jätetty pois, siltä osin kuin rekisterin pitäjä on allekirjoittanut;\n"
    "- että rekisteriin on kirjattu tämän tiedoston luovutus: kenelle, mihin ja millä "
    "perusteella.\n"
    "Tiedosto ei osoita\n"
    "- että tapahtuman sisältö on totta tai milloin se tapahtui;\n"
    "- ettei samasta asiasta ole kirjattu jotakin ilman tätä hakuavainta;\n"
    "- kuka rekisterin avainta käytti.\n",
    "Filen visar\n"
    "- att varje händelse finns i registret exakt så och att ingen med denna söknyckel har "
    "utelämnats, "
    "i den mån registrets förvaltare har undertecknat det;\n"
    "- att registret har registrerat utlämnandet av denna fil: till vem, för vad och på vilken "
    "grund.\n"
    "Filen visar inte\n"
    "- att innehållet i en händelse är sant eller när den inträffade;\n"
    "- att inget om samma ärende har registrerats utan denna söknyckel;\n"
    "- vem som använde registrets nyckel.\n",
    "This file proves\n"
    "- that each event stands in the ledger exactly as here and that none with this key was left "
    "out, as far as the ledger's keeper has signed;\n"
    "- that the ledger has recorded the handing out of this file: to whom, for what, on what "
    "ground.\n"
    "It does not prove\n"
    "- that what an event says is true, or when it happened;\n"
    "- that nothing about the same matter was recorded without this key;\n"
    "- who used the ledger's key.\n"};
constexpr Text3 kVerify = {
    "Näin tarkistat, ilman rekisteriä ja ilman verkkoyhteyttä\n"
    "1. Hanki rekisterin todennusavain lähteestä, johon luotat, ei tämän tiedoston mukana.\n"
    "2. sinetti evidence check TIEDOSTO --key AVAIN\n"
    "   tai: python3 docs/verifier/verify.py proof TIEDOSTO --key AVAIN\n"
    "3. Asiakirjan tiivisteen laskee: sha256sum ASIAKIRJA\n",
    "Så här kontrollerar du, utan registret och utan nätförbindelse\n"
    "1. Skaffa registrets kontrollnyckel från en källa som du litar på, inte tillsammans med "
    "filen.\n"
    "2. sinetti evidence check FIL --key NYCKEL\n"
    "   eller: python3 docs/verifier/verify.py proof FIL --key NYCKEL\n"
    "3. En handlings kontrollsumma räknas ut med: sha256sum HANDLING\n",
    "How to verify it, without the ledger and without a network\n"
    "1. Get the ledger's verifier key from a source that you trust, not together with this file.\n"
    "2. sinetti evidence check FILE --key KEY\n"
    "   or: python3 docs/verifier/verify.py proof FILE --key KEY\n"
    "3. The digest of a document: sha256sum DOCUMENT\n"};

// Names alone: who cosigned is for the checker's policy to say.
std::string CosignerWords(const PackContent& content, Language language) {
  const auto note = ParseNote(content.checkpoint);
  std::string names;
  if (!note) return names;
  for (const NoteSignature& signature : note->signatures)
    if (signature.name != content.answer.to.origin) names += signature.name + '\n';
  return names.empty() ? names : '\n' + std::string(kCosigned.In(language)) + '\n' + names;
}

std::string StampWords(const std::vector<StatedStamp>& stamps, Language language) {
  std::string text;
  for (const StatedStamp& stamp : stamps)
    text += FormatTimestamp(stamp.claims.time) + ", " + kStampedBy.In(language) + ' ' +
            stamp.authority.subject + ", " + DigestName(stamp.claims.imprint.algorithm) + ", " +
            kCertificate.In(language) + ' ' + stamp.authority.fingerprint + '\n';
  return text.empty() ? text : '\n' + std::string(kStamps.In(language)) + '\n' + text;
}

// {0} stands for the first of the numbers, and so on.
std::string Filled(std::string text, std::initializer_list<std::uint64_t> numbers) {
  std::size_t number = 0;
  for (const std::uint64_t value : numbers) {
    const std::string mark = '{' + std::to_string(number++) + '}';
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark))
      text.replace(at, mark.size(), std::to_string(value));
  }
  return text;
}

std::string HowMany(const CheckedComplete& answer, Language language) {
  const std::size_t count = answer.leaves.size();
  const Text3& words = answer.from ? kAllBetween : count == 0 ? kNone : count == 1 ? kOne : kAll;
  return Filled(words.In(language),
                {count, answer.to.size.value, answer.from ? answer.from->size.value : 0,
                 answer.count_before});
}

const std::string& LabelIn(const Labels& labels, Language language) {
  switch (language) {
    case Language::kFinnish: return labels.fi;
    case Language::kSwedish: return labels.sv;
    case Language::kEnglish: return labels.en;
  }
  return labels.fi;
}

std::string EventWords(const Event& event, Language language) {
  return "#" + std::to_string(event.sequence().value) + "  " +
         FormatTimestamp(event.recorded_at()) + "  " + LabelIn(event.type_info().labels, language) +
         " (" + std::string(event.type()) + "), " + kStream.In(language) + ' ' +
         std::string(event.stream()) + ", " + kVersion.In(language) + ' ' +
         std::to_string(event.stream_version().value) + '\n';
}

std::string DocumentWords(const Event& event, Language language) {
  std::string text;
  for (const DigestField& field : DigestFields(event)) {
    text += field.digest;
    if (field.size_bytes > 0)
      text += ", " + std::to_string(field.size_bytes) + ' ' + kBytes.In(language);
    if (!field.media_type.empty()) text += ", " + field.media_type;
    text += std::string(", ") + kEvent.In(language) + " #" +
            std::to_string(event.sequence().value) + ' ' + field.path + '\n';
  }
  return text;
}

std::string Summary(const EvidencePack& pack, const PackContent& content, Language language) {
  const CheckedComplete& answer = content.answer;
  const std::vector<Event>& events = content.events;
  const auto line = [language](const Text3& name, const std::string& value) {
    return std::string(name.In(language)) + ": " + value + '\n';
  };
  std::string text = std::string(kTitle.In(language)) + "\n\n";
  text += line(kLedger, answer.to.origin) + line(kKey, answer.key) +
          line(kCheckpoint, std::to_string(answer.to.size.value) + ' ' + kEntries.In(language) +
                                ", " + answer.to.root.hex() +
                                (answer.to.time ? std::string(", ") + kSigned.In(language) + ' ' +
                                                      FormatTimestamp(*answer.to.time)
                                                : "")) +
          line(kTo, pack.recipient) + line(kPurpose, pack.purpose) + line(kGround, pack.ground);
  text += '\n' + HowMany(answer, language) + '\n';
  std::string documents;
  std::size_t sealed = 0;
  if (!events.empty()) text += std::string("\n") + kEvents.In(language) + '\n';
  for (const Event& event : events) {
    text += EventWords(event, language);
    documents += DocumentWords(event, language);
    sealed += SealedFields(event).size();
  }
  if (!documents.empty()) text += std::string("\n") + kDocuments.In(language) + '\n' + documents;
  if (sealed > 0) text += '\n' + Filled(kSealed.In(language), {sealed}) + '\n';
  if (pack.version > 1)
    text += CosignerWords(content, language) + StampWords(content.stamps, language);
  if (!pack.keys.empty()) text += '\n' + std::string(kKeysChanged.In(language)) + '\n';
  return text + '\n' + kProves.In(language) + '\n' + kVerify.In(language);
}

// digest, size and media type (or "-"), event, path
std::string DocumentLines(const std::vector<Event>& events) {
  std::string text;
  for (const Event& event : events)
    for (const DigestField& field : DigestFields(event))
      text += field.digest + ' ' +
              (field.size_bytes > 0 ? std::to_string(field.size_bytes) : std::string("-")) + ' ' +
              (field.media_type.empty() ? "-" : field.media_type) + ' ' +
              std::to_string(event.sequence().value) + ' ' + field.path + '\n';
  return text;
}

}  // namespace

PackWords WordsOf(const EvidencePack& pack, const PackContent& content,
                  const TypeRegistry& registry) {
  PackWords words;
  words.summary = {Summary(pack, content, Language::kFinnish),
                   Summary(pack, content, Language::kSwedish),
                   Summary(pack, content, Language::kEnglish)};
  for (const Event& event : content.events) words.events += EventToJson(event) + '\n';
  words.schema = SchemaText(registry, content.events);
  words.documents = DocumentLines(content.events);
  return words;
}

std::vector<std::string> ClientsOf(const Event& event) {
  std::vector<std::string> clients;
  for (const IndexKey& one : IndexKeys(event))
    if (one.kind == "client") clients.push_back(one.value);
  return clients;
}

std::vector<std::string> ClientsOf(const std::string& key, const std::vector<Event>& events) {
  constexpr std::string_view kKind = "client:";
  std::vector<std::string> clients;
  if (key.starts_with(kKind)) clients.push_back(key.substr(kKind.size()));
  for (const Event& event : events)
    for (std::string& client : ClientsOf(event)) clients.push_back(std::move(client));
  std::sort(clients.begin(), clients.end());
  clients.erase(std::unique(clients.begin(), clients.end()), clients.end());
  return clients;
}

}  // namespace sinetti
