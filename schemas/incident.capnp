@0xb3c1f0a9d2e46009;
# Incidents and notifications of defects (741/2023 27, 29 and 34 sections).  Who reported is sealed under
# the reporter's own key: the notification can be followed up without anybody learning who made it.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".confidential;
using import "annotations.capnp".event;
using import "annotations.capnp".example;
using import "annotations.capnp".identifier;
using import "annotations.capnp".index;
using import "annotations.capnp".label;
using import "annotations.capnp".personal;
using import "annotations.capnp".required;
using import "values.capnp".Sealed;
using import "terms.capnp".YesNo;
using import "selfmonitoring.capnp".MonitoringTheme;
$Cxx.namespace("sinetti::schema");

enum HarmLevel {
  unspecified @0 $label(fi="ei mainittu", sv="ej angiven", en="not stated");
  none @1 $label(fi="ei haittaa", sv="ingen skada", en="no harm");
  mild @2 $label(fi="lievä haitta", sv="lindrig skada", en="mild harm");
  moderate @3 $label(fi="kohtalainen haitta", sv="måttlig skada", en="moderate harm");
  severe @4 $label(fi="vakava haitta", sv="allvarlig skada", en="severe harm");
}

struct IncidentReported $event("incident.reported")
    $label(fi="vaaratapahtuma ilmoitettu", sv="farlig händelse rapporterad", en="incident reported")
    $about("Something happened, or nearly happened, that endangered a client or patient.")
    $basis("741/2023:27")
    $example("{\"unit\":\"yks-1\",\"kind\":\"lääkitysvirhe\",\"harm\":\"mild\",\"nearMiss\":\"no\",\"happenedOn\":\"2025-06-14\",\"summary\":\"Iltalääke annettu kahdesti.\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  kind @1 :Text $required
      $label(fi="laji", sv="art", en="kind");
  theme @2 :MonitoringTheme
      $label(fi="teema", sv="tema", en="theme");
  harm @3 :HarmLevel
      $label(fi="haitta", sv="skada", en="harm");
  nearMiss @4 :YesNo
      $label(fi="läheltä piti", sv="tillbud", en="near miss");
  happenedOn @5 :Text $identifier(edtf)
      $label(fi="tapahtunut", sv="inträffat", en="happened");
  summary @6 :Text
      $label(fi="kuvaus ilman henkilötietoja", sv="beskrivning utan personuppgifter", en="description without personal data");
  detail @7 :Sealed $personal
      $label(fi="asiakasta koskeva kuvaus", sv="beskrivning som gäller klienten", en="description of the client's case");
}

struct IncidentClassified $event("incident.classified")
    $label(fi="vaaratapahtuma luokiteltu", sv="farlig händelse klassificerad", en="incident classified")
    $about("The responsible person classified an incident.")
    $basis("741/2023:27")
    $example("{\"incident\":\"vaara-1\",\"kind\":\"lääkitysvirhe\",\"harm\":\"mild\",\"classifiedBy\":\"vastuuhenkilö\"}") {
  incident @0 :Text $required $identifier(eventRef)
      $label(fi="vaaratapahtuma", sv="farlig händelse", en="incident");
  kind @1 :Text
      $label(fi="laji", sv="art", en="kind");
  harm @2 :HarmLevel
      $label(fi="haitta", sv="skada", en="harm");
  classifiedBy @3 :Text
      $label(fi="luokittelijan tehtävä", sv="klassificerarens uppgift", en="classified by (role)");
}

struct IncidentAnalysed $event("incident.analysed")
    $label(fi="vaaratapahtuma selvitetty", sv="farlig händelse utredd", en="incident analysed")
    $about("Causes and contributing factors of an incident.")
    $basis("741/2023:27")
    $example("{\"incident\":\"vaara-1\",\"causes\":[\"kaksoiskirjaus puuttui\"],\"measures\":[\"kaksoistarkastus\"]}") {
  incident @0 :Text $required $identifier(eventRef)
      $label(fi="vaaratapahtuma", sv="farlig händelse", en="incident");
  causes @1 :List(Text)
      $label(fi="syyt", sv="orsaker", en="causes");
  measures @2 :List(Text)
      $label(fi="toimenpiteet", sv="åtgärder", en="measures");
}

struct IncidentLearningShared $event("incident.learningShared")
    $label(fi="vaaratapahtumasta opittu", sv="lärdom av farlig händelse delad", en="learning shared")
    $about("What was learnt was told to the staff or to other units.")
    $basis("741/2023:27")
    $example("{\"incident\":\"vaara-1\",\"sharedWith\":\"kaikki yksiköt\",\"lesson\":\"kaksoistarkastus iltalääkkeissä\"}") {
  incident @0 :Text $required $identifier(eventRef)
      $label(fi="vaaratapahtuma", sv="farlig händelse", en="incident");
  sharedWith @1 :Text
      $label(fi="kenelle", sv="åt vem", en="shared with");
  lesson @2 :Text $required
      $label(fi="oppi", sv="lärdom", en="lesson");
}

struct NotificationStaffMade $event("notification.staffMade")
    $label(fi="henkilöstö ilmoittanut epäkohdasta", sv="personalen anmält missförhållande", en="staff notification made")
    $about("A member of staff notified the responsible person of a defect or a threat of one; the reporter is sealed.")
    $basis("741/2023:29:2")
    $example("{\"unit\":\"yks-1\",\"theme\":\"staff\",\"reporter\":{\"subject\":\"h-902\",\"value\":\"hoitaja, yövuoro\"},\"summary\":\"Yövuoron miehitys alittaa suunnitelman.\",\"toRole\":\"vastuuhenkilö\",\"madeOn\":\"2025-07-05\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  theme @1 :MonitoringTheme
      $label(fi="teema", sv="tema", en="theme");
  serious @2 :YesNo
      $label(fi="vaarantaa olennaisesti", sv="äventyrar väsentligt", en="essentially endangers");
  reporter @3 :Sealed $required $personal
      $label(fi="ilmoittaja", sv="anmälare", en="reporter");
  summary @4 :Text
      $label(fi="aihe ilman henkilötietoja", sv="ämne utan personuppgifter", en="subject without personal data");
  detail @5 :Sealed $confidential
      $label(fi="ilmoituksen sisältö", sv="anmälans innehåll", en="content");
  toRole @6 :Text $required
      $label(fi="vastaanottajan tehtävä", sv="mottagarens uppgift", en="received by (role)");
  madeOn @7 :Text $required $identifier(date)
      $label(fi="ilmoitettu", sv="anmäld", en="made on");
}

struct NotificationForwardedToOrganiser $event("notification.forwardedToOrganiser")
    $label(fi="ilmoitus välitetty palvelunjärjestäjälle", sv="anmälan förmedlad till tjänsteanordnaren", en="forwarded to the organiser")
    $about("The responsible person or the provider told the organiser.")
    $basis("741/2023:29:3")
    $example("{\"notification\":\"ilmoitus-1\",\"organiser\":\"hva-esimerkki\",\"forwardedOn\":\"2025-07-06\"}") {
  notification @0 :Text $required $identifier(eventRef)
      $label(fi="ilmoitus", sv="anmälan", en="notification");
  organiser @1 :Text $required
      $label(fi="palvelunjärjestäjä", sv="tjänsteanordnare", en="organiser");
  forwardedOn @2 :Text $required $identifier(date)
      $label(fi="välitetty", sv="förmedlad", en="forwarded on");
}

struct NotificationToAuthority $event("notification.toAuthority")
    $label(fi="epäkohdasta ilmoitettu valvontaviranomaiselle", sv="missförhållande anmält till tillsynsmyndigheten", en="authority notified")
    $about("The authority was told because a defect was not corrected without delay.")
    $basis("741/2023:29:4")
    $example("{\"notification\":\"ilmoitus-1\",\"byRole\":\"vastuuhenkilö\",\"ground\":\"ei korjata viivytyksettä\",\"authority\":\"Lupa- ja valvontavirasto\",\"notifiedOn\":\"2025-07-20\"}") {
  notification @0 :Text $identifier(eventRef)
      $label(fi="ilmoitus", sv="anmälan", en="notification");
  byRole @1 :Text $required
      $label(fi="ilmoittajan tehtävä", sv="anmälarens uppgift", en="by (role)");
  ground @2 :Text $required
      $label(fi="peruste", sv="grund", en="ground");
  authority @3 :Text $required
      $label(fi="valvontaviranomainen", sv="tillsynsmyndighet", en="authority");
  notifiedOn @4 :Text $required $identifier(date)
      $label(fi="ilmoitettu", sv="anmält", en="notified on");
}

struct NotificationProviderSerious $event("notification.providerSerious")
    $label(fi="tuottaja ilmoittanut vakavasta epäkohdasta", sv="producenten anmält allvarligt missförhållande", en="provider's notification of a serious defect")
    $about("The provider told organiser and authority at once of a defect that essentially endangers safety.")
    $basis("741/2023:29:1")
    $example("{\"unit\":\"yks-1\",\"summary\":\"Lääkehuoneen lukitus puuttuu.\",\"toOrganiser\":\"yes\",\"toAuthority\":\"yes\",\"notifiedOn\":\"2025-07-20\"}") {
  unit @0 :Text $required $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  theme @1 :MonitoringTheme
      $label(fi="teema", sv="tema", en="theme");
  summary @2 :Text $required
      $label(fi="epäkohta", sv="missförhållande", en="defect");
  detail @3 :Sealed $confidential
      $label(fi="salassa pidettävä tarkennus", sv="sekretessbelagd precisering", en="secret detail");
  toOrganiser @4 :YesNo
      $label(fi="palvelunjärjestäjälle", sv="till tjänsteanordnaren", en="to the organiser");
  toAuthority @5 :YesNo
      $label(fi="valvontaviranomaiselle", sv="till tillsynsmyndigheten", en="to the authority");
  noticedOn @6 :Text $identifier(date)
      $label(fi="havaittu", sv="upptäckt", en="noticed on");
  notifiedOn @7 :Text $required $identifier(date)
      $label(fi="ilmoitettu", sv="anmält", en="notified on");
}

struct NotificationOrganiserToAuthority $event("notification.organiserToAuthority")
    $label(fi="palvelunjärjestäjä ilmoittanut viranomaiselle", sv="tjänsteanordnaren anmält till myndigheten", en="organiser notified the authority")
    $about("The organiser told the authority of a serious defect at a provider.")
    $basis("741/2023:34:2")
    $example("{\"unit\":\"yks-1\",\"organiser\":\"hva-esimerkki\",\"authority\":\"Lupa- ja valvontavirasto\",\"summary\":\"Toistuva henkilöstövajaus\",\"notifiedOn\":\"2025-10-01\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  organiser @1 :Text $required
      $label(fi="palvelunjärjestäjä", sv="tjänsteanordnare", en="organiser");
  authority @2 :Text $required
      $label(fi="valvontaviranomainen", sv="tillsynsmyndighet", en="authority");
  summary @3 :Text $required
      $label(fi="epäkohta", sv="missförhållande", en="defect");
  notifiedOn @4 :Text $required $identifier(date)
      $label(fi="ilmoitettu", sv="anmält", en="notified on");
}

struct NotificationAuthorityToOrganisers $event("notification.authorityToOrganisers")
    $label(fi="viranomainen ilmoittanut palvelunjärjestäjille", sv="myndigheten anmält till tjänsteanordnarna", en="authority notified the organisers")
    $about("The authority told the organisers that buy from a provider of a serious defect.")
    $basis("741/2023:34:3")
    $example("{\"unit\":\"yks-1\",\"authority\":\"Lupa- ja valvontavirasto\",\"organisers\":[\"hva-esimerkki\"],\"summary\":\"Määräys annettu\",\"notifiedOn\":\"2026-03-02\"}") {
  unit @0 :Text $index("unit")
      $label(fi="palveluyksikkö", sv="tjänsteenhet", en="unit");
  authority @1 :Text $required
      $label(fi="valvontaviranomainen", sv="tillsynsmyndighet", en="authority");
  organisers @2 :List(Text) $required
      $label(fi="palvelunjärjestäjät", sv="tjänsteanordnare", en="organisers");
  summary @3 :Text $required
      $label(fi="epäkohta", sv="missförhållande", en="defect");
  notifiedOn @4 :Text $required $identifier(date)
      $label(fi="ilmoitettu", sv="anmält", en="notified on");
}

struct RetaliationAlleged $event("retaliation.alleged")
    $label(fi="vastatoimesta väitetty", sv="påstående om motåtgärd", en="retaliation alleged")
    $about("Somebody says that a reporter was punished for a notification.")
    $basis("741/2023:29:5")
    $example("{\"notification\":\"ilmoitus-1\",\"kind\":\"työvuorojen muutos\",\"reporter\":{\"subject\":\"h-902\",\"value\":\"hoitaja\"}}") {
  notification @0 :Text $identifier(eventRef)
      $label(fi="ilmoitus", sv="anmälan", en="notification");
  kind @1 :Text $required
      $label(fi="vastatoimen laji", sv="typ av motåtgärd", en="kind of measure");
  reporter @2 :Sealed $personal
      $label(fi="ilmoittaja", sv="anmälare", en="reporter");
  detail @3 :Sealed $confidential
      $label(fi="kuvaus", sv="beskrivning", en="description");
}

struct RetaliationAssessed $event("retaliation.assessed")
    $label(fi="vastatoimi arvioitu", sv="motåtgärd bedömd", en="retaliation assessed")
    $about("Whether it was retaliation.")
    $basis("741/2023:29:5")
    $example("{\"allegation\":\"vastatoimi-1\",\"found\":\"no\",\"assessedBy\":\"Lupa- ja valvontavirasto\"}") {
  allegation @0 :Text $required $identifier(eventRef)
      $label(fi="väite", sv="påstående", en="allegation");
  found @1 :YesNo $required
      $label(fi="todettu", sv="konstaterat", en="found");
  assessedBy @2 :Text
      $label(fi="arvioija", sv="bedömare", en="assessed by");
}
