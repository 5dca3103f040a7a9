@0xb3c1f0a9d2e50006;
# What sources claim, promise, ask and leave open, in their own words.  Contradictions between claims
# are coded by schemas/assertion.capnp.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Quantity;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

struct PilotReported
    $event("pilot.reported")
    $label(fi="pilotti raportoitu", sv="pilot rapporterad", en="pilot reported")
    $about("A pilot was reported on.")
    $example("{\"title\": \"sosiaalityö päivystyksessä -pilotti\", \"organisation\": \"Keski-Suomen sairaanhoitopiiri\"}") {
  title @0 :Text $label(fi="nimi", sv="namn", en="title") $required;
  organisation @1 :Text $label(fi="organisaatio", sv="organisation", en="organisation");
  result @2 :Text $label(fi="tulos", sv="resultat", en="result");
  project @3 :Text $label(fi="hanke", sv="projekt", en="project");
  period @4 :When $label(fi="ajankohta", sv="tidpunkt", en="period");
}

struct CommitmentDeclared
    $event("commitment.declared")
    $label(fi="sitoumus annettu", sv="åtagande givet", en="commitment declared")
    $about("Somebody committed themselves to something, with or without conditions.")
    $example("{\"owner\": \"kunta-077\", \"text\": \"vanhuspalveluita tuotetaan toimialarajat ylittäen\", \"condition\": \"tulee laki voimaan tai ei\"}") {
  owner @0 :Text $label(fi="kuka", sv="vem", en="owner") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  condition @2 :Text $label(fi="ehto", sv="villkor", en="condition");
  subject @3 :Text $label(fi="mistä", sv="om vad", en="subject");
  from @4 :When $label(fi="alkaen", sv="från och med", en="from");
}

enum ClaimKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  statement @1 $label(fi="toteamus", sv="konstaterande", en="statement");
  effect @2 $label(fi="vaikutusväite", sv="påstående om verkan", en="claimed effect");
  value @3 $label(fi="arvoarvostelma", sv="omdöme", en="value judgement");
  legalBasis @4 $label(fi="säädösperusta", sv="rättslig grund", en="legal basis");
  time @5 $label(fi="ajankohta", sv="tidpunkt", en="time");
}

struct ClaimRecorded
    $event("claim.recorded")
    $label(fi="väite kirjattu", sv="påstående antecknat", en="claim recorded")
    $about("Something a source claims. A claimed effect without an indicator is shown by the audit.")
    $example("{\"subject\": \"verkostot\", \"text\": \"aitoa kumppanuutta ja yhteisiä näkemyksiä voidaan luoda\", \"kind\": \"effect\", \"by\": \"arvioija\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  kind @2 :ClaimKind $label(fi="laji", sv="slag", en="kind");
  by @3 :Text $label(fi="kuka", sv="vem", en="by");
  indicator @4 :Text
      $label(fi="mittari", sv="indikator", en="indicator")
      $about("Indicator or follow-up that shows the effect; empty where there is none.");
  amount @5 :Quantity $label(fi="määrä", sv="mängd", en="amount");
}

struct LessonRecorded
    $event("lesson.recorded")
    $label(fi="oppi kirjattu", sv="lärdom antecknad", en="lesson recorded")
    $about("What was learned.")
    $example("{\"subject\": \"verkostopilotti\", \"text\": \"Seutuyhteistyö vaatii aikaa.\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
}

struct QuestionOpened
    $event("question.opened")
    $label(fi="kysymys avattu", sv="fråga öppnad", en="question opened")
    $about("A question that somebody must answer.")
    $example("{\"question\": \"q-1\", \"text\": \"Onko työ vaikuttavampaa omana työnä?\", \"owner\": \"valvoja\"}") {
  question @0 :Text
      $label(fi="kysymyksen tunnus", sv="frågans beteckning", en="question id") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  owner @2 :Text $label(fi="vastuutaho", sv="ansvarig", en="owner");
  due @3 :When $label(fi="määräaika", sv="tidsfrist", en="due");
  subject @4 :Text $label(fi="mistä", sv="om vad", en="subject");
}

struct QuestionAnswered
    $event("question.answered")
    $label(fi="kysymykseen vastattu", sv="fråga besvarad", en="question answered")
    $about("The answer to an open question.")
    $example("{\"question\": \"q-1\", \"answer\": \"Kyllä.\"}") {
  question @0 :Text
      $label(fi="kysymyksen tunnus", sv="frågans beteckning", en="question id") $required;
  answer @1 :Text $label(fi="vastaus", sv="svar", en="answer") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
}

struct OptionStated
    $event("option.stated")
    $label(fi="vaihtoehto esitetty", sv="alternativ framlagt", en="option stated")
    $about("One of several options.")
    $example("{\"subject\": \"aktivointi\", \"text\": \"keskitetään yksiin käsiin\", \"number\": \"2\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
  number @3 :Text $label(fi="numero", sv="nummer", en="number");
  target @4 :Text $label(fi="kohde", sv="mål", en="target");
}

struct ConstraintStated
    $event("constraint.stated")
    $label(fi="rajoite esitetty", sv="begränsning angiven", en="constraint stated")
    $about("Something that limits what can be done.")
    $example("{\"subject\": \"rekrytointi\", \"text\": \"lääkäreitä ei ole saatavilla\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
  number @3 :Text $label(fi="numero", sv="nummer", en="number");
  target @4 :Text $label(fi="kohde", sv="mål", en="target");
}

struct DependencyStated
    $event("dependency.stated")
    $label(fi="riippuvuus esitetty", sv="beroende angivet", en="dependency stated")
    $about("Something that must happen first.")
    $example("{\"subject\": \"palvelurakenne\", \"text\": \"valtakunnalliset päätökset\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
  number @3 :Text $label(fi="numero", sv="nummer", en="number");
  target @4 :Text $label(fi="kohde", sv="mål", en="target");
}

struct PositionStated
    $event("position.stated")
    $label(fi="kanta esitetty", sv="ståndpunkt angiven", en="position stated")
    $about("Where somebody stands in a matter.")
    $example("{\"subject\": \"sote\", \"text\": \"kannatetaan\", \"by\": \"kunta-077\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
  number @3 :Text $label(fi="numero", sv="nummer", en="number");
  target @4 :Text $label(fi="kohde", sv="mål", en="target");
}

struct RelationRecorded
    $event("relation.recorded")
    $label(fi="suhde kirjattu", sv="relation antecknad", en="relation recorded")
    $about("How two things are related, in the words of the source.")
    $example("{\"subject\": \"kehittämisryhmä\", \"text\": \"raportoi johtoryhmälle\", \"target\": \"johtoryhmä\"}") {
  subject @0 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  by @2 :Text $label(fi="kuka", sv="vem", en="by");
  number @3 :Text $label(fi="numero", sv="nummer", en="number");
  target @4 :Text $label(fi="kohde", sv="mål", en="target");
}

struct AgreementScopeAgreed
    $event("agreement.scopeAgreed")
    $label(fi="yhteistyön laajuudesta sovittu", sv="samarbetets omfattning avtalad", en="scope of cooperation agreed")
    $about("What is agreed, or to be agreed, to be done together.")
    $example("{\"object\": \"erityispalvelut\", \"text\": \"sovitaan mitä erityispalveluita organisoidaan\", \"status\": \"suunniteltu\"}") {
  object @0 :Text $label(fi="mistä", sv="om vad", en="object") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  parties @2 :List(Text) $label(fi="osapuolet", sv="parter", en="parties");
  status @3 :Text $label(fi="asema", sv="status", en="status");
}

struct AgreementLegalFormProposed
    $event("agreement.legalFormProposed")
    $label(fi="oikeudellinen muoto ehdotettu", sv="juridisk form föreslagen", en="legal form proposed")
    $about("The legal or administrative form of cooperation is proposed or to be prepared.")
    $example("{\"object\": \"yhteistoimintamalli\", \"text\": \"valmistellaan juridisesti ja hallinnollisesti\"}") {
  object @0 :Text $label(fi="mistä", sv="om vad", en="object") $required;
  text @1 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  form @2 :Text $label(fi="muoto", sv="form", en="form");
  parties @3 :List(Text) $label(fi="osapuolet", sv="parter", en="parties");
  status @4 :Text $label(fi="asema", sv="status", en="status");
}
