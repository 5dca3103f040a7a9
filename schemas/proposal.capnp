@0xfde53b923a4bdebf;
# Proposals made on one template: what each says under each heading, word for word and sentence by
# sentence, which boxes are ticked for which phase, and what became of it.  Empty headings and
# unreadable figures stay as they are; the audit finds them.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".identifier;
using import "values.capnp".Quantity;
using import "values.capnp".Money;
using import "values.capnp".Share;
using import "values.capnp".When;
using import "party.capnp".OrgRef;
$Cxx.namespace("sinetti::schema");

enum ProposalClass {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  quick @1 $label(fi="nopeasti käynnistettävissä", sv="kan inledas snabbt", en="quick to start");
  study @2 $label(fi="vaatii lisäselvityksiä tai poliittista harkintaa", sv="kräver utredning eller politiskt övervägande", en="needs study or political consideration");
}

struct Tick {
  # One box of the template, as printed.
  class @0 :ProposalClass $required $label(fi="luokka", sv="klass", en="class");
  ticked @1 :Bool $label(fi="rastittu", sv="ikryssad", en="ticked");
  bracket @2 :Text $label(fi="sulkeissa", sv="inom parentes", en="in brackets")
      $about("What the source prints in brackets after the box: the phase it holds for.");
}

enum SectionKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  object @1 $label(fi="yhteistyökohde", sv="samarbetsobjekt", en="object");
  change @2 $label(fi="toiminnallinen muutos", sv="funktionell förändring", en="functional change");
  measures @3 $label(fi="toimenpiteet", sv="åtgärder", en="measures");
  benefits @4 $label(fi="mahdollisuudet / edut", sv="möjligheter / fördelar", en="opportunities / benefits");
  risks @5 $label(fi="riskit / haitat", sv="risker / nackdelar", en="risks / drawbacks");
  operations @6 $label(fi="vaikutus toimintaan", sv="verkningar på verksamheten", en="effect on operations");
  finance @7 $label(fi="vaikutus talouteen", sv="verkningar på ekonomin", en="effect on finances");
  staff @8 $label(fi="vaikutus henkilöstöön", sv="verkningar på personalen", en="effect on staff");
  extra @9 $label(fi="mallipohjan ulkopuolinen kohta", sv="punkt utanför mallen", en="item outside the template");
}

struct Section {
  # One heading of the template with its sentences.  No sentences: the source leaves it empty.
  kind @0 :SectionKind $required $label(fi="kohta", sv="punkt", en="heading");
  printed @1 :Text $label(fi="otsikko lähteessä", sv="rubrik i källan", en="heading as printed");
  statements @2 :List(Text) $label(fi="lauseet", sv="satser", en="sentences")
      $about("Word for word, in the order of the source.");
  truncated @3 :Bool $label(fi="katkeaa kesken", sv="bryts av", en="breaks off")
      $about("The source stops in the middle.");
}

enum FigureKind {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  places @1 $label(fi="paikat", sv="platser", en="places");
  money @2 $label(fi="euroa", sv="euro", en="money");
  percent @3 $label(fi="prosentti", sv="procent", en="per cent");
  ages @4 $label(fi="ikä", sv="ålder", en="age");
  population @5 $label(fi="väestöpohja", sv="befolkningsunderlag", en="population base");
  sites @6 $label(fi="toimipisteet", sv="verksamhetsställen", en="sites");
  staffNumber @7 $label(fi="henkilöstömäärä", sv="antal anställda", en="number of staff");
  time @8 $label(fi="ajankohta", sv="tidpunkt", en="time");
  other @9 $label(fi="muu", sv="annan", en="other");
}

struct Figure {
  # A figure that the proposal states, fails to state, or states unreadably.
  kind @0 :FigureKind $required $label(fi="laji", sv="slag", en="kind");
  label @1 :Text $required $label(fi="mistä", sv="vad", en="of what");
  owners @2 :List(OrgRef) $label(fi="kenen", sv="vems", en="whose");
  union {
    quantity @3 :Quantity $label(fi="määrä", sv="mängd", en="quantity");
    money @4 :Money $label(fi="rahamäärä", sv="belopp", en="money");
    share @5 :Share $label(fi="osuus", sv="andel", en="share");
    when @6 :When $label(fi="aika", sv="tid", en="time");
  }
}

struct ProposalSubmitted $event("proposal.submitted")
    $label(fi="ehdotus tehty", sv="förslag lämnat", en="proposal submitted")
    $about("A proposal as its source prints it: headings, boxes, sentences and figures.")
    $example("{\"study\": \"hhj-2014\", \"number\": 2, \"title\": \"Lastensuojelulaitos / vastaanottoyksikkö\", \"ticks\": [{\"class\": \"quick\", \"ticked\": true}, {\"class\": \"study\", \"ticked\": false}], \"sections\": [{\"kind\": \"benefits\", \"printed\": \"a) Mahdollisuudet / edut:\", \"statements\": [\"Laitoksen tehokas käyttö.\"]}, {\"kind\": \"staff\", \"printed\": \"c) Henkilöstöön (ml. henkilöstömäärään):\"}], \"figures\": [{\"kind\": \"percent\", \"label\": \"käyttöprosentti\", \"share\": {\"missing\": {\"label\": \"Käyttöprosentin ylläpitäminen riittävänä\", \"unit\": \"%\"}}}]}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  title @2 :Text $required $label(fi="otsikko", sv="rubrik", en="title");
  listTitle @3 :Text
      $label(fi="otsikko luettelossa", sv="rubrik i förteckningen", en="title in the list")
      $about("When the source prints another title in its list of proposals.");
  submitter @4 :OrgRef $label(fi="esittäjä", sv="förslagsställare", en="submitter");
  ticks @5 :List(Tick) $label(fi="rastit", sv="kryss", en="boxes");
  sections @6 :List(Section) $label(fi="kohdat", sv="punkter", en="headings");
  figures @7 :List(Figure) $label(fi="luvut", sv="siffror", en="figures");
  template @8 :Text $label(fi="mallipohja", sv="mall", en="template");
}

struct ProposalClassified $event("proposal.classified")
    $label(fi="ehdotus luokiteltu", sv="förslag klassificerat", en="proposal classified")
    $about("The proposal as a whole was put into a class by a person or a body.")
    $example("{\"study\": \"hhj-2014\", \"number\": 2, \"class\": \"quick\", \"classifier\": {\"name\": \"SOTE työryhmä\"}}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  class @2 :ProposalClass $required $label(fi="luokka", sv="klass", en="class");
  classifier @3 :OrgRef $label(fi="luokittelija", sv="klassificerare", en="classifier");
  reason @4 :Text $label(fi="peruste", sv="grund", en="reason");
}

struct ProposalPhaseClassified $event("proposal.phaseClassified")
    $label(fi="ehdotuksen vaihe luokiteltu", sv="förslagets fas klassificerad", en="proposal phase classified")
    $about("One phase of a proposal was put into a class: quick for the first phase, study for the rest.")
    $example("{\"study\": \"hhj-2014\", \"number\": 8, \"phase\": \"avustajapalvelut\", \"class\": \"quick\"}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  phase @2 :Text $required $label(fi="vaihe", sv="fas", en="phase");
  class @3 :ProposalClass $required $label(fi="luokka", sv="klass", en="class");
  start @4 :When $label(fi="alku", sv="start", en="start");
}

enum EffectArea {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  operations @1 $label(fi="toiminta", sv="verksamhet", en="operations");
  finance @2 $label(fi="talous", sv="ekonomi", en="finance");
  staff @3 $label(fi="henkilöstö", sv="personal", en="staff");
  client @4 $label(fi="asiakas", sv="klient", en="client");
}

enum EffectSign {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  increase @1 $label(fi="lisää", sv="ökar", en="increase");
  decrease @2 $label(fi="vähentää", sv="minskar", en="decrease");
  none @3 $label(fi="ei vaikutusta", sv="ingen verkan", en="none");
  improve @4 $label(fi="parantaa", sv="förbättrar", en="improves");
  worsen @5 $label(fi="heikentää", sv="försämrar", en="worsens");
  unclear @6 $label(fi="epäselvä", sv="oklar", en="unclear");
}

struct ProposalEffectStated $event("proposal.effectStated")
    $label(fi="ehdotuksen vaikutus kirjattu", sv="förslagets verkan antecknad", en="proposal effect stated")
    $about("What a proposal claims to change, coded by a person: area, sign and, if given, size.")
    $example("{\"study\": \"hhj-2014\", \"number\": 2, \"area\": \"staff\", \"sign\": \"increase\", \"text\": \"Henkilöstömäärän lisäys, mahdollinen lisäkoulutustarve.\"}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  area @2 :EffectArea $required $label(fi="alue", sv="område", en="area");
  sign @3 :EffectSign $required $label(fi="suunta", sv="riktning", en="sign");
  text @4 :Text $required $label(fi="teksti", sv="text", en="text");
  size @5 :Quantity $label(fi="suuruus", sv="storlek", en="size");
  indicator @6 :Text $label(fi="mittari", sv="indikator", en="indicator")
      $about("Id of the indicator that would show it; empty if none was named.");
}

struct ProposalRiskStated $event("proposal.riskStated")
    $label(fi="ehdotuksen riski kirjattu", sv="förslagets risk antecknad", en="proposal risk stated")
    $about("A risk of a proposal that somebody is to follow, with its owner if there is one.")
    $example("{\"study\": \"hhj-2014\", \"number\": 1, \"text\": \"Vaikea taata Hattulalle ja Janakkalalle sovitut asiakaspaikat.\"}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  text @2 :Text $required $label(fi="riski", sv="risk", en="risk");
  owner @3 :OrgRef $label(fi="vastuutaho", sv="ansvarig", en="owner");
  severity @4 :Text $label(fi="vakavuus", sv="allvarlighetsgrad", en="severity");
}

struct ProposalMerged $event("proposal.merged")
    $label(fi="ehdotukset yhdistetty", sv="förslagen sammanslagna", en="proposals merged")
    $about("A proposal went on as a part of another.")
    $example("{\"study\": \"hhj-2014\", \"number\": 5, \"into\": 3, \"reason\": \"Sama asiakasryhmä.\"}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  into @2 :UInt16 $required
      $label(fi="yhdistetty numeroon", sv="sammanslaget med nummer", en="merged into number");
  reason @3 :Text $label(fi="peruste", sv="grund", en="reason");
}

struct ProposalAccepted $event("proposal.accepted")
    $label(fi="ehdotus hyväksytty", sv="förslag godkänt", en="proposal accepted")
    $about("A body accepted a proposal.")
    $example("{\"study\": \"hhj-2014\", \"number\": 2, \"body\": \"kunnanhallitus\", \"reasons\": \"Valmistelua jatketaan.\"}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  reasons @3 :Text $label(fi="perustelut", sv="motivering", en="reasons");
  decision @4 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct ProposalRejected $event("proposal.rejected")
    $label(fi="ehdotus hylätty", sv="förslag förkastat", en="proposal rejected")
    $about("A body rejected a proposal.")
    $example("{\"study\": \"hhj-2014\", \"number\": 2, \"body\": \"kunnanhallitus\", \"reasons\": \"Valmistelua jatketaan.\"}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  reasons @3 :Text $label(fi="perustelut", sv="motivering", en="reasons");
  decision @4 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
}

struct ProposalDeferred $event("proposal.deferred")
    $label(fi="ehdotus lykätty", sv="förslag uppskjutet", en="proposal deferred")
    $about("A body put a proposal off.")
    $example("{\"study\": \"hhj-2014\", \"number\": 2, \"body\": \"kunnanhallitus\", \"reasons\": \"Valmistelua jatketaan.\", \"reviewDate\": {\"date\": \"2014-12\"}}") {
  study @0 :Text $required $label(fi="selvitys", sv="utredning", en="study")
      $about("The study or round that the proposal belongs to; its proposals are siblings.");
  number @1 :UInt16 $required $label(fi="numero", sv="nummer", en="number");
  body @2 :Text $label(fi="toimielin", sv="organ", en="body");
  reasons @3 :Text $label(fi="perustelut", sv="motivering", en="reasons");
  decision @4 :Text $identifier(eventRef) $label(fi="päätös", sv="beslut", en="decision");
  reviewDate @5 :When
      $label(fi="uudelleen käsiteltävä", sv="ny behandling", en="to be handled again");
}
