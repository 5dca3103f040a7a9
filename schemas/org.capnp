@0xb3c1f0a9d2e50001;
# Organisations, areas, organisation models and competence: who exists, from when until when,
# and who follows whom.  Views resolve every party as of a day from these (docs/reference/events.md).

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".label;
using import "annotations.capnp".required;
using import "values.capnp".Document;
using import "values.capnp".Share;
using import "values.capnp".When;
$Cxx.namespace("sinetti::schema");

enum OrgSector {
  # Who stands behind an organisation.
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  public @1 $label(fi="julkinen", sv="offentlig", en="public");
  private @2 $label(fi="yksityinen", sv="privat", en="private");
  third @3 $label(fi="kolmas sektori", sv="tredje sektorn", en="third sector");
  foundation @4 $label(fi="säätiö", sv="stiftelse", en="foundation");
  parish @5 $label(fi="seurakunta", sv="församling", en="parish");
  inhouse @6 $label(fi="sidosyksikkö", sv="anknuten enhet", en="in-house entity");
}

enum OrgRole {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  organiser @1 $label(fi="palvelunjärjestäjä", sv="tjänsteanordnare", en="service organiser");
  producer @2 $label(fi="palveluntuottaja", sv="tjänsteproducent", en="service provider");
  subcontractor @3 $label(fi="alihankkija", sv="underleverantör", en="subcontractor");
  administrator @4 $label(fi="hallinnoija", sv="förvaltare", en="administrator");
  funder @5 $label(fi="rahoittaja", sv="finansiär", en="funder");
  supervisor @6 $label(fi="valvoja", sv="tillsynsmyndighet", en="supervisor");
  evaluator @7 $label(fi="arvioija", sv="utvärderare", en="evaluator");
  guidance @8 $label(fi="asiakasohjaus", sv="klienthandledning", en="client guidance");
  payer @9 $label(fi="maksaja", sv="betalare", en="payer");
}

struct OrgRegistered
    $event("org.registered")
    $label(fi="organisaatio kirjattu", sv="organisation registrerad", en="organisation registered")
    $about("An organisation (one legal person) is known to the ledger from now on under orgId.")
    $example("{\"orgId\": \"kunta-729\", \"name\": \"Saarijärven kaupunki\", \"sector\": \"public\", \"municipality\": \"729\"}") {
  orgId @0 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id")
      $required;
  name @1 :Text $label(fi="nimi", sv="namn", en="name") $required;
  businessId @2 :Text
      $label(fi="Y-tunnus", sv="FO-nummer", en="business id") $identifier(businessId);
  oid @3 :Text $label(fi="OID-tunnus", sv="OID", en="OID") $identifier(oid);
  sector @4 :OrgSector $label(fi="sektori", sv="sektor", en="sector");
  municipality @5 :Text
      $label(fi="kuntanumero", sv="kommunnummer", en="municipality code") $identifier(municipality);
  legalForm @6 :Text $label(fi="oikeudellinen muoto", sv="juridisk form", en="legal form");
  founded @7 :When
      $label(fi="perustettu", sv="grundad", en="founded")
      $about("First day of this legal person, where a source says it; the code may be older.");
}

struct OrgRenamed
    $event("org.renamed")
    $label(fi="nimi muuttunut", sv="namnet ändrat", en="organisation renamed")
    $about("The same legal person has a new name.")
    $example("{\"orgId\": \"eduro\", \"oldName\": \"Rovaniemen Monitoimikeskus-säätiö\", \"newName\": \"Eduro-säätiö\", \"from\": {\"date\": \"2013\"}}") {
  orgId @0 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id")
      $required;
  oldName @1 :Text $label(fi="entinen nimi", sv="tidigare namn", en="old name") $required;
  newName @2 :Text $label(fi="uusi nimi", sv="nytt namn", en="new name") $required;
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
}

struct OrgMergedInto
    $event("org.mergedInto")
    $label(fi="yhdistynyt toiseen", sv="sammanslagen med annan", en="organisation merged into another")
    $about("The organisation ceased on the effective day and the successor, which existed before, carries its rights and duties.")
    $example("{\"orgId\": \"kunta-633\", \"successor\": \"kunta-729\", \"effective\": {\"date\": \"2009-01-01\"}, \"act\": \"1331/2007\"}") {
  orgId @0 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id")
      $required;
  successor @1 :Text $label(fi="seuraaja", sv="efterträdare", en="successor") $required;
  effective @2 :When
      $label(fi="voimaantulopäivä", sv="ikraftträdandedag", en="effective day") $required;
  act @3 :Text
      $label(fi="säädös", sv="författning", en="act")
      $identifier(act) $about("Number and year of the act or government decision that says so.");
  transferred @4 :Text
      $label(fi="mitä siirtyi", sv="vad som överfördes", en="what was transferred")
      $about("Rights, duties, receivables, in the words of the source.");
}

struct OrgDissolved
    $event("org.dissolved")
    $label(fi="lakkautettu", sv="upplöst", en="organisation dissolved")
    $about("The organisation ceased on the effective day without a single successor.")
    $example("{\"orgId\": \"kunta-180\", \"effective\": {\"date\": \"2009-01-01\"}, \"act\": \"426/2008\"}") {
  orgId @0 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id")
      $required;
  effective @1 :When
      $label(fi="voimaantulopäivä", sv="ikraftträdandedag", en="effective day") $required;
  act @2 :Text
      $label(fi="säädös", sv="författning", en="act")
      $identifier(act) $about("Number and year of the act or government decision that says so.");
  reason @3 :Text $label(fi="syy", sv="orsak", en="reason");
}

struct OrgSuccessor
    $event("org.successor")
    $label(fi="oikeudenomistaja nimetty", sv="rättsinnehavare angiven", en="successor named")
    $about("New legal person founded from the predecessors, which ceased on the effective day; claims and debts follow it.")
    $example("{\"predecessors\": [\"kunta-179-1837\", \"kunta-180\"], \"successor\": \"kunta-179-2009\", \"effective\": {\"date\": \"2009-01-01\"}, \"act\": \"426/2008\"}") {
  predecessors @0 :List(Text) $label(fi="edeltäjät", sv="föregångare", en="predecessors") $required;
  successor @1 :Text $label(fi="seuraaja", sv="efterträdare", en="successor") $required;
  effective @2 :When
      $label(fi="voimaantulopäivä", sv="ikraftträdandedag", en="effective day") $required;
  act @3 :Text
      $label(fi="säädös", sv="författning", en="act")
      $identifier(act) $about("Number and year of the act or government decision that says so.");
  transferred @4 :Text
      $label(fi="mitä siirtyi", sv="vad som överfördes", en="what was transferred")
      $about("Rights, duties, receivables, in the words of the source.");
  name @5 :Text $label(fi="seuraajan nimi", sv="efterträdarens namn", en="successor's name");
}

struct OrgRoleAssigned
    $event("org.roleAssigned")
    $label(fi="rooli annettu", sv="roll tilldelad", en="role assigned to organisation")
    $about("An organisation has a role in a scope (a project, a service, a contract) for a time.")
    $example("{\"orgId\": \"kunta-179-1837\", \"role\": \"administrator\", \"scope\": \"keski-suomen-yhteistoimintamalli\"}") {
  orgId @0 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id")
      $required;
  role @1 :OrgRole $label(fi="rooli", sv="roll", en="role") $required;
  scope @2 :Text $label(fi="missä", sv="i vad", en="scope");
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
  to @4 :When $label(fi="päättyen", sv="till och med", en="to");
  text @5 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct OrgControlChanged
    $event("org.controlChanged")
    $label(fi="määräysvalta muuttunut", sv="bestämmanderätten ändrad", en="control of organisation changed")
    $about("Who controls the organisation changed; a holding of 25 percent or more is a matter for the reliability check.")
    $basis("741/2023:7 741/2023:19")
    $example("{\"orgId\": \"hoiva-oy\", \"newHolder\": \"omistaja-a\", \"share\": {\"percent\": 30}}") {
  orgId @0 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id")
      $required;
  oldHolder @1 :Text $label(fi="entinen haltija", sv="tidigare innehavare", en="old holder");
  newHolder @2 :Text $label(fi="uusi haltija", sv="ny innehavare", en="new holder") $required;
  share @3 :Share $label(fi="osuus", sv="andel", en="share");
  from @4 :When $label(fi="alkaen", sv="från och med", en="from");
}

struct AreaMember
    $label(fi="alueen jäsen", sv="medlem av området", en="member of an area") {
  # One municipality or organisation of an area, as the source names it.
  name @0 :Text $label(fi="nimi", sv="namn", en="name") $required;
  municipality @1 :Text
      $label(fi="kuntanumero", sv="kommunnummer", en="municipality code") $identifier(municipality);
  orgId @2 :Text
      $label(fi="organisaation tunnus", sv="organisationens beteckning", en="organisation id");
}

struct AreaDefined
    $event("area.defined")
    $label(fi="alue määritelty", sv="område definierat", en="area defined")
    $about("An area has a name and a purpose.")
    $example("{\"areaId\": \"saarijarven-seutu\", \"name\": \"Saarijärven seutu\", \"kind\": \"seutu\"}") {
  areaId @0 :Text $label(fi="alueen tunnus", sv="områdets beteckning", en="area id") $required;
  name @1 :Text $label(fi="nimi", sv="namn", en="name") $required;
  kind @2 :Text $label(fi="laji", sv="slag", en="kind");
  purpose @3 :Text $label(fi="tarkoitus", sv="syfte", en="purpose");
}

struct AreaMembersDefined
    $event("area.membersDefined")
    $label(fi="alueen jäsenet", sv="områdets medlemmar", en="members of an area defined")
    $about("The members of an area, from a day until a day.")
    $example("{\"areaId\": \"saarijarven-seutu\", \"name\": \"Saarijärven seutu\", \"members\": [{\"name\": \"Kannonkoski\", \"municipality\": \"216\"}]}") {
  areaId @0 :Text $label(fi="alueen tunnus", sv="områdets beteckning", en="area id") $required;
  name @1 :Text $label(fi="nimi", sv="namn", en="name");
  members @2 :List(AreaMember) $label(fi="jäsenet", sv="medlemmar", en="members") $required;
  from @3 :When $label(fi="alkaen", sv="från och med", en="from");
  to @4 :When $label(fi="päättyen", sv="till och med", en="to");
  innerSplit @5 :Share
      $label(fi="sisäinen jako", sv="inbördes fördelning", en="inner split")
      $about("How a share of the area divides among its members; `missing` where the source does not say.");
}

enum ModelTask {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  strategy @1 $label(fi="strateginen linjaus", sv="strategisk styrning", en="strategy");
  organising @2 $label(fi="järjestäminen", sv="organisering", en="organising");
  production @3 $label(fi="tuottaminen", sv="produktion", en="production");
  operation @4 $label(fi="käytännön toteutus", sv="praktiskt utförande", en="operation");
}

enum ModelStatus {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  theoretical @1 $label(fi="teoreettinen", sv="teoretisk", en="theoretical");
  draft @2 $label(fi="luonnos", sv="utkast", en="draft");
  decided @3 $label(fi="päätetty", sv="beslutad", en="decided");
}

struct OrgModelNodeProposed
    $event("orgmodel.nodeProposed")
    $label(fi="organisaatiomallin osa ehdotettu", sv="del av organisationsmodell föreslagen", en="node of an organisation model proposed")
    $about("One node of a proposed organisation model. Its legal basis stands in the envelope with its status: draft law is not law.")
    $example("{\"model\": \"esimerkkimalli\", \"node\": \"palvelulaitos\", \"parent\": \"maakunta\", \"task\": \"production\", \"status\": \"theoretical\"}") {
  model @0 :Text $label(fi="malli", sv="modell", en="model") $required;
  node @1 :Text $label(fi="osa", sv="del", en="node") $required;
  parent @2 :Text $label(fi="yläpuolella", sv="överordnad", en="parent");
  task @3 :ModelTask $label(fi="tehtävä", sv="uppgift", en="task");
  status @4 :ModelStatus $label(fi="asema", sv="status", en="status") $required;
  text @5 :Text $label(fi="lähteen sanoin", sv="med källans ord", en="in the source's words");
}

struct OrgModelModelVersioned
    $event("orgmodel.modelVersioned")
    $label(fi="organisaatiomallin versio", sv="version av organisationsmodell", en="organisation model versioned")
    $about("A version of an organisation model was issued.")
    $example("{\"model\": \"esimerkkimalli\", \"version\": \"1\", \"status\": \"draft\"}") {
  model @0 :Text $label(fi="malli", sv="modell", en="model") $required;
  version @1 :Text $label(fi="versio", sv="version", en="version") $required;
  status @2 :ModelStatus $label(fi="asema", sv="status", en="status") $required;
  nodes @3 :List(Text) $label(fi="osat", sv="delar", en="nodes");
  document @4 :Document $label(fi="asiakirja", sv="handling", en="document");
}

struct CompetenceTransferred
    $event("competence.transferred")
    $label(fi="toimivalta siirretty", sv="behörighet överförd", en="competence transferred")
    $about("A task moved from one organisation to another on the effective day; matters opened before keep their authority unless the act says otherwise.")
    $example("{\"task\": \"perustoimeentulotuki\", \"fromOrg\": \"kunta-698\", \"toOrg\": \"kela\", \"effective\": {\"date\": \"2017-01-01\"}}") {
  task @0 :Text $label(fi="tehtävä", sv="uppgift", en="task") $required;
  fromOrg @1 :Text $label(fi="keneltä", sv="från vem", en="from organisation") $required;
  toOrg @2 :Text $label(fi="kenelle", sv="till vem", en="to organisation") $required;
  effective @3 :When
      $label(fi="voimaantulopäivä", sv="ikraftträdandedag", en="effective day") $required;
  act @4 :Text
      $label(fi="säädös", sv="författning", en="act")
      $identifier(act) $about("Number and year of the act or government decision that says so.");
  pending @5 :Text
      $label(fi="vireillä olevat asiat", sv="anhängiga ärenden", en="pending matters")
      $about("What the act says of matters already opened.");
}
