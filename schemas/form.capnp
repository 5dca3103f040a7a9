@0xb3c1f0a9d2e46002;
# A form (application, questionnaire): its questions, its answers and what was left blank.  A blank
# answer is a fact of its own, so that a supervisor can count what nobody said.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".When;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

struct FormQuestion
    $label(fi="lomakkeen kysymys", sv="blankettfråga", en="question of a form") {
  sequenceNo @0 :UInt32 $required
      $label(fi="juokseva numero", sv="löpnummer", en="running number")
      $about("Number printed before the question; gaps in the sequence are findings.");
  code @1 :Text
      $label(fi="kysymyksen tunnus", sv="frågans beteckning", en="question code")
      $about("As printed in the form: 5.2");
  model @2 :Text
      $label(fi="osio", sv="del", en="section")
      $about("Section or model that the question belongs to: 5");
  text @3 :Text $required
      $label(fi="kysymys", sv="fråga", en="question");
  kind @4 :FormQuestionKind
      $label(fi="kysymyksen laji", sv="frågans art", en="kind of question");
}

enum FormQuestionKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  participation @1 $label(fi="osallistumiskysymys", sv="fråga om deltagande", en="asks whether one takes part");
  open @2 $label(fi="avoin kysymys", sv="öppen fråga", en="open question");
  choice @3 $label(fi="valinta", sv="val", en="choice");
  contact @4 $label(fi="yhteystieto", sv="kontaktuppgift", en="contact details");
}

struct FormOpened $event("form.opened")
    $label(fi="lomake avattu", sv="blankett öppnad", en="form opened")
    $about("A form was taken into use by an applicant; lists the questions it holds, so that blanks can be counted.")
    $basis("906/2019:26")
    $example("{\"title\":\"Haku kuntakokeiluihin\",\"applicant\":\"Rovaniemi\",\"applicantMunicipality\":\"698\",\"questions\":[{\"sequenceNo\":1,\"code\":\"1\",\"model\":\"1\",\"text\":\"Kokeiluun hakeva kunta/kunnat\",\"kind\":\"open\"}]}") {
  title @0 :Text $required
      $label(fi="lomakkeen nimi", sv="blankettens namn", en="title of the form");
  applicant @1 :Text $required
      $label(fi="hakija", sv="sökande", en="applicant");
  applicantMunicipality @2 :Text $identifier(municipality)
      $label(fi="hakijakunnan numero", sv="den sökande kommunens nummer", en="municipality code of the applicant");
  responsible @3 :Text
      $label(fi="vastuutaho", sv="ansvarig", en="responsible party");
  responsibleMunicipality @4 :Text $identifier(municipality)
      $label(fi="vastuukunnan numero", sv="ansvarskommunens nummer", en="municipality code of the responsible party");
  issuer @5 :Text
      $label(fi="lomakkeen antaja", sv="utgivare", en="issuer of the form");
  dated @6 :When
      $label(fi="päivätty", sv="daterad", en="dated");
  questions @7 :List(FormQuestion)
      $label(fi="kysymykset", sv="frågor", en="questions");
}

struct FormRoleNamed $event("form.roleNamed")
    $label(fi="lomakkeen rooli nimetty", sv="roll i blanketten angiven", en="role named in a form")
    $about("A form names who answers for something; only the title of the post is recorded, never a name.")
    $example("{\"sequenceNo\":12,\"question\":\"5.6\",\"role\":\"yhteyshenkilö\",\"holderTitle\":\"vs. palveluesimies\",\"organisation\":\"Rovaniemi\"}") {
  sequenceNo @0 :UInt32 $required
      $label(fi="juokseva numero", sv="löpnummer", en="running number");
  question @1 :Text
      $label(fi="kysymyksen tunnus", sv="frågans beteckning", en="question code");
  role @2 :Text $required
      $label(fi="rooli", sv="roll", en="role");
  holderTitle @3 :Text $required
      $label(fi="virka- tai tehtävänimike", sv="tjänstebeteckning", en="title of the post");
  organisation @4 :Text
      $label(fi="organisaatio", sv="organisation", en="organisation");
  organisationUnit @5 :Text
      $label(fi="osasto", sv="avdelning", en="department");
}

struct FormAnswerRecorded $event("form.answerRecorded")
    $label(fi="vastaus kirjattu", sv="svar antecknat", en="answer recorded")
    $about("What a form says in answer to one question; answers with contact details carry only their digest.")
    $example("{\"sequenceNo\":8,\"question\":\"5.2\",\"model\":\"5\",\"answer\":\"Palvelujen järjestäjänä perusturvalautakunta\"}") {
  sequenceNo @0 :UInt32 $required
      $label(fi="juokseva numero", sv="löpnummer", en="running number");
  question @1 :Text
      $label(fi="kysymyksen tunnus", sv="frågans beteckning", en="question code");
  model @2 :Text
      $label(fi="osio", sv="del", en="section");
  answer @3 :Text
      $label(fi="vastaus", sv="svar", en="answer")
      $about("The answer word for word, unless it holds contact details.");
  answerSha256 @4 :Text $identifier(sha256)
      $label(fi="vastauksen tiiviste", sv="svarets kontrollsumma", en="digest of the answer")
      $about("SHA-256 of the answer's bytes in the source.");
  withheld @5 :YesNo
      $label(fi="vastausta ei toistettu", sv="svaret återges inte", en="answer not repeated here")
      $about("yes: the answer holds names or contact details and only its digest is recorded.");
}

struct FormSectionLeftBlank $event("form.sectionLeftBlank")
    $label(fi="osio jätetty tyhjäksi", sv="del lämnad tom", en="section left blank")
    $about("A section whose questions have no answers; the questions are listed.")
    $example("{\"model\":\"8\",\"title\":\"Hakeeko kunta/alue valvonnan toimintamallin kokeiluun?\",\"questions\":[\"8.1\",\"8.2\",\"8.3\",\"8.4\",\"8.5\",\"8.6\"],\"questionCount\":6,\"firstSequenceNo\":26,\"lastSequenceNo\":31}") {
  model @0 :Text $required
      $label(fi="osio", sv="del", en="section");
  title @1 :Text $required
      $label(fi="otsikko", sv="rubrik", en="title");
  questions @2 :List(Text) $required
      $label(fi="vastaamatta jääneet kysymykset", sv="obesvarade frågor", en="questions without an answer");
  questionCount @3 :UInt32 $required
      $label(fi="kysymysten määrä", sv="antal frågor", en="number of questions");
  firstSequenceNo @4 :UInt32 $required
      $label(fi="ensimmäinen juokseva numero", sv="första löpnummer", en="first running number");
  lastSequenceNo @5 :UInt32 $required
      $label(fi="viimeinen juokseva numero", sv="sista löpnummer", en="last running number");
}

struct FormSubmitted $event("form.submitted")
    $label(fi="lomake jätetty", sv="blankett inlämnad", en="form submitted")
    $about("The form reached the one it was meant for.")
    $basis("906/2019:26")
    $example("{\"receivedBy\":\"Sosiaali- ja terveysministeriö\",\"receivedAt\":{\"date\":\"2014-03-14\"}}") {
  receivedBy @0 :Text $required
      $label(fi="vastaanottaja", sv="mottagare", en="received by");
  receivedAt @1 :When
      $label(fi="saapunut", sv="inkommen", en="received");
  signedBy @2 :Text
      $label(fi="allekirjoittajan nimike", sv="undertecknarens tjänstebeteckning", en="title of the signatory");
}

struct FormDecided $event("form.decided")
    $label(fi="lomakkeesta päätetty", sv="blankett avgjord", en="form decided")
    $about("What became of the application made with the form.")
    $example("{\"result\":\"hyväksytty osittain\",\"models\":[\"5\",\"9\",\"10\"],\"decidedBy\":\"Sosiaali- ja terveysministeriö\"}") {
  result @0 :Text $required
      $label(fi="ratkaisu", sv="avgörande", en="result");
  models @1 :List(Text)
      $label(fi="hyväksytyt osiot", sv="godkända delar", en="accepted sections");
  decidedBy @2 :Text
      $label(fi="päättäjä", sv="beslutsfattare", en="decided by");
  decision @3 :Text $identifier(eventRef)
      $label(fi="päätös", sv="beslut", en="decision");
}

struct FormStandardised $event("form.standardised")
    $label(fi="lomake yhtenäistetty", sv="blankett förenhetligad", en="form standardised")
    $about("Several organisations agreed to use one form.")
    $example("{\"form\":\"Vammaispalveluhakemus\",\"organisations\":[\"Hattula\",\"Hämeenlinna\",\"Janakkala\"]}") {
  form @0 :Text $required
      $label(fi="lomake", sv="blankett", en="form");
  organisations @1 :List(Text) $required
      $label(fi="organisaatiot", sv="organisationer", en="organisations");
  area @2 :Text
      $label(fi="alue", sv="område", en="area");
}
