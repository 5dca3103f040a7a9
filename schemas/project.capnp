@0xb3c1f0a9d2e50002;
# Programmes, projects, their phases, objectives and milestones: what was planned, what was begun and
# what came of it.  A plan's date is as vague as the source is; views compute what is late.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Document;
using import "values.capnp".Money;
using import "values.capnp".Quantity;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

struct ProgrammeRegistered
    $event("programme.registered")
    $label(fi="ohjelma kirjattu", sv="program registrerat", en="programme registered")
    $about("A programme that projects belong to.")
    $example("{\"programmeId\": \"sosiaalialan-kehittamishanke\", \"title\": \"Sosiaalialan kehittämishanke\"}") {
  programmeId @0 :Text
      $label(fi="ohjelman tunnus", sv="programmets beteckning", en="programme id") $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  parent @2 :Text $label(fi="yläohjelma", sv="överordnat program", en="parent programme");
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
  to @4 :When $label(fi="päättyen", sv="till och med", en="to");
}

struct ProgrammeFocusAreaLinked
    $event("programme.focusAreaLinked")
    $label(fi="painopistealueeseen liitetty", sv="kopplat till insatsområde", en="linked to a focus area")
    $about("A project belongs to a numbered focus area of a programme.")
    $example("{\"programmeId\": \"sosiaalialan-kehittamishanke\", \"project\": \"keski-suomen-yhteistoimintamalli\", \"number\": \"2\", \"title\": \"Sosiaalihuollon palvelujen ja kehittämistyön kokoaminen seudullisesti\"}") {
  programmeId @0 :Text
      $label(fi="ohjelman tunnus", sv="programmets beteckning", en="programme id") $required;
  project @1 :Text $label(fi="hanke", sv="projekt", en="project");
  number @2 :Text $label(fi="numero", sv="nummer", en="number");
  title @3 :Text $label(fi="painopistealue", sv="insatsområde", en="focus area") $required;
}

struct ProgrammeStrandDefined
    $event("programme.strandDefined")
    $label(fi="ohjelman osa määritelty", sv="programdel definierad", en="programme strand defined")
    $about("A strand (sub-programme) of a programme.")
    $example("{\"programmeId\": \"ohjelma\", \"strand\": \"hyvinvointi\", \"title\": \"Hyvinvoinnin kehittäminen\"}") {
  programmeId @0 :Text
      $label(fi="ohjelman tunnus", sv="programmets beteckning", en="programme id") $required;
  strand @1 :Text $label(fi="osan tunnus", sv="delens beteckning", en="strand id") $required;
  title @2 :Text $label(fi="nimi", sv="namn", en="title") $required;
  parent @3 :Text $label(fi="yläosa", sv="överordnad del", en="parent strand");
}

struct ProgrammeLinkRecorded
    $event("programme.linkRecorded")
    $label(fi="yhteys kirjattu", sv="koppling antecknad", en="link between programmes recorded")
    $about("A programme or project is tied to another one, to a reform or to an act.")
    $example("{\"programmeId\": \"keski-suomen-yhteistoimintamalli\", \"target\": \"kunta- ja palvelurakenneuudistus\", \"kind\": \"tukee\"}") {
  programmeId @0 :Text
      $label(fi="ohjelman tunnus", sv="programmets beteckning", en="programme id") $required;
  target @1 :Text $label(fi="kohde", sv="mål", en="target") $required;
  kind @2 :Text $label(fi="yhteyden laji", sv="kopplingens slag", en="kind of link");
  text @3 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct ProjectPlanned
    $event("project.planned")
    $label(fi="hanke suunniteltu", sv="projekt planerat", en="project planned")
    $about("The plan of a project as a source states it.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"title\": \"Keski-Suomen yhteistoimintamalli\", \"start\": {\"date\": \"2007-05-01\"}, \"end\": {\"date\": \"2008-12-31\"}, \"duration\": {\"value\": 20, \"unit\": \"kk\"}, \"total\": {\"amount\": 170000, \"currency\": \"EUR\", \"currencyStated\": false}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  start @2 :When $label(fi="alkaa", sv="börjar", en="start");
  end @3 :When $label(fi="päättyy", sv="slutar", en="end");
  duration @4 :Quantity
      $label(fi="kesto", sv="varaktighet", en="duration")
      $about("As stated, unit as printed (kk, vuosi); computed length is a matter for views.");
  total @5 :Money $label(fi="kokonaisrahoitus", sv="totalfinansiering", en="total funding");
  administrator @6 :Text $label(fi="hallinnoija", sv="förvaltare", en="administrator");
  municipalities @7 :List(Text)
      $label(fi="kunnat", sv="kommuner", en="municipalities") $identifier(municipality);
  aim @8 :Text $label(fi="tavoite", sv="syfte", en="aim");
  phaseCount @9 :Quantity $label(fi="vaiheita", sv="antal faser", en="number of phases");
}

struct ProjectRegistered
    $event("project.registered")
    $label(fi="hanke kirjattu", sv="projekt registrerat", en="project registered")
    $about("A project that already exists is known to the ledger from now on.")
    $example("{\"projectId\": \"ks-sote-2020\", \"title\": \"Keski-Suomen SOTE 2020\", \"end\": {\"date\": \"2016-10-30\"}, \"duration\": {\"value\": 2.5, \"unit\": \"vuosi\"}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  start @2 :When $label(fi="alkaa", sv="börjar", en="start");
  end @3 :When $label(fi="päättyy", sv="slutar", en="end");
  duration @4 :Quantity
      $label(fi="kesto", sv="varaktighet", en="duration")
      $about("As stated, unit as printed (kk, vuosi); computed length is a matter for views.");
  total @5 :Money $label(fi="kokonaisrahoitus", sv="totalfinansiering", en="total funding");
  administrator @6 :Text $label(fi="hallinnoija", sv="förvaltare", en="administrator");
  municipalities @7 :List(Text)
      $label(fi="kunnat", sv="kommuner", en="municipalities") $identifier(municipality);
  aim @8 :Text $label(fi="tavoite", sv="syfte", en="aim");
  phaseCount @9 :Quantity $label(fi="vaiheita", sv="antal faser", en="number of phases");
}

struct ProjectPhasePlanned
    $event("project.phasePlanned")
    $label(fi="hankkeen vaihe suunniteltu", sv="projektfas planerad", en="project phase planned")
    $about("One phase of a project: when it begins, how long it lasts.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"phase\": 1, \"title\": \"tiedotus-, kartoitus- ja suunnitteluvaihe\", \"start\": {\"date\": \"2007-05\"}, \"length\": {\"garbled\": {\"raw\": \"viiden neljän kuukauden\", \"readings\": [\"4\", \"5\"]}, \"unit\": \"kk\"}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  phase @1 :UInt16 $label(fi="vaihe", sv="fas", en="phase") $required;
  title @2 :Text $label(fi="nimi", sv="namn", en="title");
  start @3 :When $label(fi="alkaa", sv="börjar", en="start");
  end @4 :When $label(fi="päättyy", sv="slutar", en="end");
  length @5 :Quantity
      $label(fi="kesto", sv="varaktighet", en="length")
      $about("As stated; `garbled` with its readings where it can be read in several ways.");
  tasks @6 :List(Text) $label(fi="tehtävät", sv="uppgifter", en="tasks");
}

struct ProjectStarted
    $event("project.started")
    $label(fi="hanke alkanut", sv="projekt inlett", en="project started")
    $about("The project began.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"on\": {\"date\": \"2007-05-01\"}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  on @1 :When $label(fi="päivä", sv="dag", en="day");
}

struct ProjectPhaseStarted
    $event("project.phaseStarted")
    $label(fi="vaihe alkanut", sv="fas inledd", en="phase started")
    $about("A phase began.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"phase\": 2, \"on\": {\"date\": \"2007-09\"}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  phase @1 :UInt16 $label(fi="vaihe", sv="fas", en="phase") $required;
  on @2 :When $label(fi="päivä", sv="dag", en="day");
}

struct ProjectPhaseEnded
    $event("project.phaseEnded")
    $label(fi="vaihe päättynyt", sv="fas avslutad", en="phase ended")
    $about("A phase ended.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"phase\": 2, \"on\": {\"date\": \"2008-08\"}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  phase @1 :UInt16 $label(fi="vaihe", sv="fas", en="phase") $required;
  on @2 :When $label(fi="päivä", sv="dag", en="day");
}

struct ProjectEnded
    $event("project.ended")
    $label(fi="hanke päättynyt", sv="projekt avslutat", en="project ended")
    $about("The project ended.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"on\": {\"date\": \"2008-12-31\"}}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  on @1 :When $label(fi="päivä", sv="dag", en="day");
  result @2 :Text $label(fi="tulos", sv="resultat", en="result");
}

struct ProjectReported
    $event("project.reported")
    $label(fi="hanke raportoitu", sv="projekt rapporterat", en="project reported")
    $about("A report on the project was given.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"title\": \"Loppuraportti\", \"receiver\": \"rahoittaja\"}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  receiver @2 :Text $label(fi="vastaanottaja", sv="mottagare", en="receiver");
  on @3 :When $label(fi="päivä", sv="dag", en="day");
  document @4 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct ProjectAdministratorNamed
    $event("project.administratorNamed")
    $label(fi="hallinnoija nimetty", sv="förvaltare utsedd", en="project administrator named")
    $about("The organisation that administers the project and answers for its funding.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"org\": \"kunta-179-1837\"}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  org @1 :Text $label(fi="organisaatio", sv="organisation", en="organisation") $required;
  name @2 :Text $label(fi="nimi lähteessä", sv="namn i källan", en="name in the source");
}

struct ProjectRoleAssigned
    $event("project.roleAssigned")
    $label(fi="hankerooli annettu", sv="projektroll tilldelad", en="project role assigned")
    $about("Somebody has a role in the project. Persons stand in the ledger by pseudonym only.")
    $example("{\"projectId\": \"keski-suomen-yhteistoimintamalli\", \"role\": \"projektipäällikkö\", \"person\": \"p-900\"}") {
  projectId @0 :Text
      $label(fi="hankkeen tunnus", sv="projektets beteckning", en="project id") $required;
  role @1 :Text $label(fi="rooli", sv="roll", en="role") $required;
  person @2 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $identifier(pseudonym);
  org @3 :Text $label(fi="organisaatio", sv="organisation", en="organisation");
  from @4 :When $label(fi="alkaen", sv="från och med", en="from");
  to @5 :When $label(fi="päättyen", sv="till och med", en="to");
  duty @6 :Text $label(fi="tehtävä", sv="uppgift", en="duty");
}

struct PositionRequirementSet
    $event("position.requirementSet")
    $label(fi="tehtävän vaatimus asetettu", sv="krav på befattning uppställt", en="requirement for a position set")
    $about("What is asked of the holder of a position.")
    $example("{\"position\": \"projektipäällikkö\", \"requirement\": \"kokenut sosiaalialan johto- ja kehittämistehtävissä toiminut\", \"scope\": \"keski-suomen-yhteistoimintamalli\"}") {
  position @0 :Text $label(fi="tehtävä", sv="befattning", en="position") $required;
  requirement @1 :Text $label(fi="vaatimus", sv="krav", en="requirement") $required;
  scope @2 :Text $label(fi="missä", sv="i vad", en="scope");
  criterion @3 :Text
      $label(fi="peruste", sv="kriterium", en="criterion")
      $about("How the requirement can be shown to be met; empty where the source does not say.");
}

struct PositionFilled
    $event("position.filled")
    $label(fi="tehtävä täytetty", sv="befattning besatt", en="position filled")
    $about("Somebody was appointed to the position.")
    $example("{\"position\": \"projektipäällikkö\", \"scope\": \"keski-suomen-yhteistoimintamalli\", \"person\": \"p-900\"}") {
  position @0 :Text $label(fi="tehtävä", sv="befattning", en="position") $required;
  scope @1 :Text $label(fi="missä", sv="i vad", en="scope");
  person @2 :Text
      $label(fi="henkilö (pseudonyymi)", sv="person (pseudonym)", en="person (pseudonym)")
      $identifier(pseudonym);
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
  grounds @4 :Text $label(fi="perusteet", sv="grunder", en="grounds");
}

enum ObjectiveLevel {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  main @1 $label(fi="päätavoite", sv="huvudmål", en="main objective");
  sub @2 $label(fi="alatavoite", sv="delmål", en="sub-objective");
  operational @3
      $label(fi="toiminnallinen tavoite", sv="operativt mål", en="operational objective");
}

struct ObjectiveSet
    $event("objective.set")
    $label(fi="tavoite asetettu", sv="mål uppställt", en="objective set")
    $about("An objective as the source words it.")
    $example("{\"owner\": \"keski-suomen-yhteistoimintamalli\", \"level\": \"main\", \"number\": \"1\", \"text\": \"Vaikuttavat, esteettömät ja tasa-arvoiset erityispalvelut kaikille keskisuomalaisille\", \"announcedNumbering\": \"I-II\"}") {
  owner @0 :Text
      $label(fi="kenen tavoite", sv="vems mål", en="whose objective")
      $required $about("Id of the project, programme, strategy or body whose objective it is.");
  level @1 :ObjectiveLevel $label(fi="taso", sv="nivå", en="level");
  number @2 :Text
      $label(fi="numero", sv="nummer", en="number")
      $about("As printed, so that numbering can be checked: I, 1, 2.1.");
  title @3 :Text $label(fi="otsikko", sv="rubrik", en="title");
  text @4 :Text $label(fi="tavoite", sv="mål", en="objective") $required;
  announcedCount @5 :Quantity
      $label(fi="ilmoitettu lukumäärä", sv="uppgivet antal", en="announced count")
      $about("How many objectives of this level the source announces.");
  announcedNumbering @6 :Text
      $label(fi="ilmoitettu numerointi", sv="uppgiven numrering", en="announced numbering")
      $about("As printed where the list is announced: I-II, 1-6.");
}

struct ObjectiveChanged
    $event("objective.changed")
    $label(fi="tavoite muutettu", sv="mål ändrat", en="objective changed")
    $about("An objective has new words from now on.")
    $example("{\"owner\": \"keski-suomen-yhteistoimintamalli\", \"level\": \"main\", \"number\": \"1\", \"text\": \"Tasa-arvoiset erityispalvelut\"}") {
  owner @0 :Text
      $label(fi="kenen tavoite", sv="vems mål", en="whose objective")
      $required $about("Id of the project, programme, strategy or body whose objective it is.");
  level @1 :ObjectiveLevel $label(fi="taso", sv="nivå", en="level");
  number @2 :Text
      $label(fi="numero", sv="nummer", en="number")
      $about("As printed, so that numbering can be checked: I, 1, 2.1.");
  title @3 :Text $label(fi="otsikko", sv="rubrik", en="title");
  text @4 :Text $label(fi="tavoite", sv="mål", en="objective") $required;
  announcedCount @5 :Quantity
      $label(fi="ilmoitettu lukumäärä", sv="uppgivet antal", en="announced count")
      $about("How many objectives of this level the source announces.");
  announcedNumbering @6 :Text
      $label(fi="ilmoitettu numerointi", sv="uppgiven numrering", en="announced numbering")
      $about("As printed where the list is announced: I-II, 1-6.");
}

struct MilestonePlanned
    $event("milestone.planned")
    $label(fi="välitavoite suunniteltu", sv="etappmål planerat", en="milestone planned")
    $about("A step that must be reached by a day or within an interval.")
    $example("{\"milestone\": \"malli-kuntiin\", \"title\": \"Malli kuntiin lausunnoille\", \"due\": {\"date\": \"2017-21\", \"raw\": \"keväällä 2017\"}, \"body\": \"kunnat\"}") {
  milestone @0 :Text
      $label(fi="välitavoitteen tunnus", sv="etappmålets beteckning", en="milestone id") $required;
  title @1 :Text $label(fi="nimi", sv="namn", en="title") $required;
  due @2 :When $label(fi="ajankohta", sv="tidpunkt", en="due") $required;
  body @3 :Text $label(fi="toimielin", sv="organ", en="body");
  project @4 :Text $label(fi="hanke", sv="projekt", en="project");
}

struct MilestoneReached
    $event("milestone.reached")
    $label(fi="välitavoite saavutettu", sv="etappmål uppnått", en="milestone reached")
    $about("The step was reached.")
    $example("{\"milestone\": \"malli-kuntiin\", \"on\": {\"date\": \"2017-04-03\"}}") {
  milestone @0 :Text
      $label(fi="välitavoitteen tunnus", sv="etappmålets beteckning", en="milestone id") $required;
  on @1 :When $label(fi="päivä", sv="dag", en="day");
  by @2 :Text
      $label(fi="millä tapahtumalla", sv="genom vilken händelse", en="by which event")
      $identifier(eventRef);
}

struct MilestoneMissed
    $event("milestone.missed")
    $label(fi="välitavoite jäi saavuttamatta", sv="etappmål uppnåddes inte", en="milestone missed")
    $about("The step is closed as missed: it will not be reached any more.")
    $example("{\"milestone\": \"lopulliset-paatokset\", \"reason\": \"Uudistusta ei hyväksytty.\"}") {
  milestone @0 :Text
      $label(fi="välitavoitteen tunnus", sv="etappmålets beteckning", en="milestone id") $required;
  reason @1 :Text $label(fi="syy", sv="orsak", en="reason");
  closedOn @2 :When $label(fi="suljettu", sv="stängd", en="closed on");
  plan @3 :Text
      $label(fi="suunnitelma", sv="plan", en="plan")
      $identifier(eventRef) $about("The event that planned the step.");
}
