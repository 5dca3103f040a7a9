@0xb3c1f0a9d2e50005;
# Evidence, evaluations and what evaluators found.  A finding keeps its polarity and whether an example
# or indicator stands behind it.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Document;
using import "values.capnp".Quantity;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

struct EvidenceStudyStarted
    $event("evidence.studyStarted")
    $label(fi="selvitys aloitettu", sv="utredning inledd", en="study started")
    $about("A study began.")
    $example("{\"evidence\": \"selvitys-2006\", \"subject\": \"erityispalveluiden organisointi\", \"by\": \"Keski-Suomen sosiaalialan osaamiskeskus\", \"period\": {\"date\": \"2006\"}}") {
  evidence @0 :Text
      $label(fi="näytön tunnus", sv="underlagets beteckning", en="evidence id") $required;
  subject @1 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  method @2 :Text $label(fi="menetelmä", sv="metod", en="method");
  respondents @3 :List(Text) $label(fi="keneltä", sv="av vilka", en="respondents");
  n @4 :Quantity $label(fi="lukumäärä", sv="antal", en="count");
  period @5 :When $label(fi="ajankohta", sv="tidpunkt", en="period");
  by @6 :Text $label(fi="tekijä", sv="utförare", en="by");
  purpose @7 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
  document @8 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct EvidenceSurveyConducted
    $event("evidence.surveyConducted")
    $label(fi="kysely tehty", sv="enkät gjord", en="survey conducted")
    $about("A survey was made.")
    $example("{\"evidence\": \"kuntakysely\", \"subject\": \"erityispalvelut\", \"respondents\": [\"kunnat\"], \"period\": {\"missing\": {\"label\": \"ajankohta\"}}}") {
  evidence @0 :Text
      $label(fi="näytön tunnus", sv="underlagets beteckning", en="evidence id") $required;
  subject @1 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  method @2 :Text $label(fi="menetelmä", sv="metod", en="method");
  respondents @3 :List(Text) $label(fi="keneltä", sv="av vilka", en="respondents");
  n @4 :Quantity $label(fi="lukumäärä", sv="antal", en="count");
  period @5 :When $label(fi="ajankohta", sv="tidpunkt", en="period");
  by @6 :Text $label(fi="tekijä", sv="utförare", en="by");
  purpose @7 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
  document @8 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct EvidenceInterviewsConducted
    $event("evidence.interviewsConducted")
    $label(fi="haastattelut tehty", sv="intervjuer gjorda", en="interviews conducted")
    $about("Interviews were made.")
    $example("{\"evidence\": \"saatiohaastattelut\", \"subject\": \"erityispalvelut\", \"respondents\": [\"säätiöt\"]}") {
  evidence @0 :Text
      $label(fi="näytön tunnus", sv="underlagets beteckning", en="evidence id") $required;
  subject @1 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  method @2 :Text $label(fi="menetelmä", sv="metod", en="method");
  respondents @3 :List(Text) $label(fi="keneltä", sv="av vilka", en="respondents");
  n @4 :Quantity $label(fi="lukumäärä", sv="antal", en="count");
  period @5 :When $label(fi="ajankohta", sv="tidpunkt", en="period");
  by @6 :Text $label(fi="tekijä", sv="utförare", en="by");
  purpose @7 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
  document @8 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct EvidenceCollected
    $event("evidence.collected")
    $label(fi="näyttö koottu", sv="underlag insamlat", en="evidence collected")
    $about("Evidence of another kind was collected.")
    $example("{\"evidence\": \"toiminta\", \"subject\": \"olemassa oleva toiminta\"}") {
  evidence @0 :Text
      $label(fi="näytön tunnus", sv="underlagets beteckning", en="evidence id") $required;
  subject @1 :Text $label(fi="mistä", sv="om vad", en="subject") $required;
  method @2 :Text $label(fi="menetelmä", sv="metod", en="method");
  respondents @3 :List(Text) $label(fi="keneltä", sv="av vilka", en="respondents");
  n @4 :Quantity $label(fi="lukumäärä", sv="antal", en="count");
  period @5 :When $label(fi="ajankohta", sv="tidpunkt", en="period");
  by @6 :Text $label(fi="tekijä", sv="utförare", en="by");
  purpose @7 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
  document @8 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct EvidenceConclusionDrawn
    $event("evidence.conclusionDrawn")
    $label(fi="johtopäätös tehty", sv="slutsats dragen", en="conclusion drawn")
    $about("A conclusion and the evidence it rests on.")
    $example("{\"conclusion\": \"Yhteistoimintaa tulisi kehittää.\", \"basedOn\": [\"kuntakysely\"]}") {
  conclusion @0 :Text $label(fi="johtopäätös", sv="slutsats", en="conclusion") $required;
  basedOn @1 :List(Text)
      $label(fi="perustuu", sv="grundar sig på", en="based on") $about("Evidence ids.");
  by @2 :Text $label(fi="tekijä", sv="utförare", en="by");
  subject @3 :Text $label(fi="mistä", sv="om vad", en="subject");
}

enum FindingPolarity {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  strength @1 $label(fi="vahvuus", sv="styrka", en="strength");
  gap @2 $label(fi="puute", sv="brist", en="gap");
  neutral @3 $label(fi="neutraali", sv="neutral", en="neutral");
}

struct EvaluationCommissioned
    $event("evaluation.commissioned")
    $label(fi="arviointi tilattu", sv="utvärdering beställd", en="evaluation commissioned")
    $about("An evaluator was asked to evaluate.")
    $example("{\"evaluation\": \"jamk-2016\", \"object\": \"ks-sote-2020\", \"evaluator\": \"Jyväskylän ammattikorkeakoulu\", \"period\": {\"date\": \"2016-23\", \"raw\": \"kuluneena syksynä\"}}") {
  evaluation @0 :Text
      $label(fi="arvioinnin tunnus", sv="utvärderingens beteckning", en="evaluation id") $required;
  object @1 :Text $label(fi="kohde", sv="objekt", en="object") $required;
  evaluator @2 :Text $label(fi="arvioija", sv="utvärderare", en="evaluator") $required;
  external @3 :Bool $label(fi="ulkopuolinen", sv="extern", en="external");
  period @4 :When $label(fi="ajankohta", sv="tidpunkt", en="period");
}

struct EvaluationFindingRecorded
    $event("evaluation.findingRecorded")
    $label(fi="arvioinnin havainto", sv="utvärderarens iakttagelse", en="evaluation finding recorded")
    $about("What the evaluator found, with its polarity.")
    $example("{\"evaluation\": \"jamk-2016\", \"theme\": \"integraatio\", \"polarity\": \"gap\", \"text\": \"konkreettiset esimerkit puuttuvat\"}") {
  evaluation @0 :Text
      $label(fi="arvioinnin tunnus", sv="utvärderingens beteckning", en="evaluation id") $required;
  theme @1 :Text $label(fi="teema", sv="tema", en="theme") $required;
  polarity @2 :FindingPolarity $label(fi="suunta", sv="riktning", en="polarity") $required;
  text @3 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  examples @4 :Quantity
      $label(fi="esimerkkejä", sv="exempel", en="examples")
      $about("How many concrete examples or indicators stand behind it; `missing` where none is given.");
  object @5 :Text $label(fi="kohde", sv="objekt", en="object");
}

struct EvaluationRecommendationIssued
    $event("evaluation.recommendationIssued")
    $label(fi="arvioinnin suositus", sv="utvärderarens rekommendation", en="evaluation recommendation issued")
    $about("What the evaluator recommends.")
    $example("{\"evaluation\": \"jamk-2016\", \"number\": 1, \"text\": \"enemmän monitoimijuutta\"}") {
  evaluation @0 :Text
      $label(fi="arvioinnin tunnus", sv="utvärderingens beteckning", en="evaluation id") $required;
  number @1 :UInt16 $label(fi="numero", sv="nummer", en="number") $required;
  text @2 :Text
      $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words") $required;
  addressee @3 :Text $label(fi="kenelle", sv="till vem", en="addressee");
  theme @4 :Text $label(fi="teema", sv="tema", en="theme");
}

struct EvaluationResponseGiven
    $event("evaluation.responseGiven")
    $label(fi="vastaus arvioon", sv="svar på utvärdering", en="response to evaluation given")
    $about("The organisation's answer to a recommendation.")
    $example("{\"evaluation\": \"jamk-2016\", \"number\": 1, \"response\": \"hyväksytään\"}") {
  evaluation @0 :Text
      $label(fi="arvioinnin tunnus", sv="utvärderingens beteckning", en="evaluation id") $required;
  number @1 :UInt16 $label(fi="numero", sv="nummer", en="number") $required;
  response @2 :Text $label(fi="vastaus", sv="svar", en="response") $required;
  owner @3 :Text $label(fi="vastuutaho", sv="ansvarig", en="owner");
  due @4 :When $label(fi="määräaika", sv="tidsfrist", en="due");
}
