// One order of members and lines, so that the same erasure gives the same bytes.
#include "ledger/client/receipt.h"

#include "ledger/crypto/sha256.h"
#include "ledger/event/json_writer.h"

namespace sinetti {
namespace {

void WriteList(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.Member(name);
  json.BeginArray();
  for (const std::string& text : texts) json.Text(text);
  json.EndArray();
}

void WriteNumber(JsonWriter& json, std::string_view name, std::uint64_t number) {
  json.Member(name);
  json.Literal(std::to_string(number));
}

void WriteMark(JsonWriter& json, std::string_view name, const ErasureMark& mark) {
  json.Member(name);
  json.BeginObject();
  json.TextMember("event", mark.reference);
  WriteNumber(json, "sequence", mark.sequence.value);
  json.TextMember("recorded", FormatTimestamp(mark.recorded_at));
  json.TextMember("by", mark.by);
  if (!mark.reason.empty()) json.TextMember("reason", mark.reason);
  if (!mark.obstacles.empty()) WriteList(json, "obstacles", mark.obstacles);
  json.EndObject();
}

struct Words {
  const char *title, *ledger, *client, *asked, *reason, *approved, *overridden, *obstacle, *when,
      *keys, *kept, *old_key, *new_key, *values, *shared, *proofs, *copies, *digest;
};

constexpr Words kFinnish = {
    "Todistus tietojen poistamisesta",
    "Loki",
    "Asiakas (pseudonyymi)",
    "Pyytäjä",
    "Peruste",
    "Hyväksyjä",
    "Este ohitettu",
    "Este",
    "Avaimet tuhottu",
    "Tuhotut avaimet",
    "Jäljellä olevat avaimet, kääritty uudella holviavaimella",
    "Tuhottu holviavain",
    "Uusi holviavain",
    "Sinetöityjä arvoja, jotka eivät enää avaudu",
    "Virrat, joiden salassa pidettävät arvot jäävät (koskevat muitakin)",
    "Tapahtumat ja niiden todisteet säilyvät: mitään ei poistettu ketjusta.",
    "Holvin vanhat kopiot: tiedostoa vault.key, jolla on tuhotun holviavaimen tunnus, ei saa jäädä "
    "mihinkään; hävitä sen jokainen kopio.",
    "Tämän todistuksen JSON-muodon SHA-256"};
constexpr Words kSwedish = {"Intyg över radering av uppgifter",
                            "Logg",
                            "Klient (pseudonym)",
                            "Begärd av",
                            "Motivering",
                            "Godkänd av",
                            "Hinder åsidosatt",
                            "Hinder",
                            "Nycklarna förstörda",
                            "Förstörda nycklar",
                            "Kvarvarande nycklar, under den nya valvnyckeln",
                            "Förstörd valvnyckel",
                            "Ny valvnyckel",
                            "Förseglade värden som inte längre öppnas",
                            "Strömmar vars sekretessbelagda värden finns kvar (gäller också andra)",
                            "Händelserna och deras bevis består: inget togs bort ur kedjan.",
                            "Gamla kopior av valvet: ingen fil vault.key med den förstörda "
                            "valvnyckelns beteckning får finnas "
                            "kvar; förstör varje kopia av den.",
                            "SHA-256 av detta intyg i JSON-form"};
constexpr Words kEnglish = {
    "Receipt of an erasure",
    "Ledger",
    "Client (pseudonym)",
    "Requested by",
    "Reason",
    "Approved by",
    "Obstacle overridden",
    "Obstacle",
    "Keys destroyed",
    "Keys that were destroyed",
    "Keys that stay, wrapped under the new vault key",
    "Vault key destroyed",
    "New vault key",
    "Sealed values that open no more",
    "Streams whose confidential values stay (they concern others too)",
    "The events and their proofs stay: nothing was taken out of the chain.",
    "Old copies of the vault: no file vault.key with the id of the destroyed vault key may remain "
    "anywhere; destroy every copy of it.",
    "SHA-256 of this receipt as JSON"};

const Words& WordsOf(Language language) {
  return language == Language::kFinnish   ? kFinnish
         : language == Language::kSwedish ? kSwedish
                                          : kEnglish;
}

}  // namespace

std::string FormatReceiptJson(const ErasureReceipt& receipt) {
  JsonWriter json(true);
  json.BeginObject();
  json.TextMember("receipt", "sinetti erasure 1");
  json.TextMember("origin", receipt.origin);
  json.TextMember("client", receipt.client);
  WriteMark(json, "request", receipt.request);
  WriteMark(json, "approval", receipt.approval);
  if (receipt.override_mark) WriteMark(json, "override", *receipt.override_mark);
  json.TextMember("destroyedAt", FormatTimestamp(receipt.destroyed_at));
  WriteList(json, "keysDestroyed", receipt.keys.subjects);
  WriteNumber(json, "keysKept", receipt.keys.keys_kept);
  json.TextMember("oldVaultKey", receipt.keys.old_vault_key);
  json.TextMember("newVaultKey", receipt.keys.new_vault_key);
  WriteNumber(json, "events", receipt.events);
  WriteNumber(json, "sealedValues", receipt.sealed_values);
  WriteList(json, "streamsKept", receipt.shared);
  WriteNumber(json, "size", receipt.size.value);
  json.EndObject();
  return json.Take() + "\n";
}

Hash ReceiptDigest(const ErasureReceipt& receipt) {
  return HashOf({AsBytes(FormatReceiptJson(receipt))});
}

std::string FormatReceiptText(const ErasureReceipt& receipt, Language language) {
  const Words& words = WordsOf(language);
  std::string text = std::string(words.title) + "\n\n";
  const auto line = [&text](std::string_view name, std::string_view value) {
    text.append(name).append(": ").append(value).append("\n");
  };
  const auto mark = [&](std::string_view name, const ErasureMark& one) {
    line(name, one.by + " (#" + std::to_string(one.sequence.value) + ", " +
                   FormatTimestamp(one.recorded_at) + ")");
    if (!one.reason.empty()) line(words.reason, one.reason);
  };
  line(words.ledger, receipt.origin);
  line(words.client, receipt.client);
  mark(words.asked, receipt.request);
  mark(words.approved, receipt.approval);
  if (receipt.override_mark) {
    mark(words.overridden, *receipt.override_mark);
    for (const std::string& obstacle : receipt.override_mark->obstacles)
      line(words.obstacle, obstacle);
  }
  line(words.when, FormatTimestamp(receipt.destroyed_at));
  for (const std::string& subject : receipt.keys.subjects) line(words.keys, subject);
  line(words.kept, std::to_string(receipt.keys.keys_kept));
  line(words.old_key, receipt.keys.old_vault_key);
  line(words.new_key, receipt.keys.new_vault_key);
  line(words.values, std::to_string(receipt.sealed_values));
  for (const std::string& stream : receipt.shared) line(words.shared, stream);
  text.append("\n").append(words.proofs).append("\n").append(words.copies).append("\n\n");
  line(words.digest, ReceiptDigest(receipt).hex());
  return text;
}

}  // namespace sinetti
