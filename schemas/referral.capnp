@0x9d7be5a2c41f0d33;
# A client guided from one service to another, and what became of it (1301/2014 sections 6 and 35).  The
# client is a pseudonym of the envelope; what is said of the person is sealed.

using Cxx = import "/capnp/c++.capnp";
using import "annotations.capnp".event;
using import "annotations.capnp".label;
using import "annotations.capnp".about;
using import "annotations.capnp".basis;
using import "annotations.capnp".example;
using import "annotations.capnp".required;
using import "annotations.capnp".personal;
using import "values.capnp".When;
using import "values.capnp".Sealed;
using import "terms.capnp".YesNo;
$Cxx.namespace("sinetti::schema");

struct ReferralMade $event("referral.made")
    $label(fi="ohjattu palveluun", sv="hänvisad till tjänst", en="referral made")
    $about("A service guided a client to another, with the reason if it is given.")
    $basis("1301/2014:6")
    $example("{\"referral\": \"oh-1\", \"from\": \"päivystys\", \"to\": \"palveluohjaus\", \"reasonCode\": \"väärä palvelu\", \"wrongService\": \"yes\"}") {
  referral @0 :Text $required $label(fi="ohjaus", sv="hänvisning", en="referral")
      $about("The referral's id in this ledger.");
  from @1 :Text $required $label(fi="mistä", sv="från", en="from");
  to @2 :Text $required $label(fi="mihin", sv="till", en="to");
  reasonCode @3 :Text $label(fi="syyn luokka", sv="orsaksklass", en="kind of reason");
  wrongService @4 :YesNo
      $label(fi="oli väärässä palvelussa", sv="var i fel tjänst", en="was in the wrong service");
  reason @5 :Sealed $personal $label(fi="syy", sv="orsak", en="reason");
}

struct ReferralAccepted $event("referral.accepted")
    $label(fi="ohjattu asiakas otettu vastaan", sv="hänvisad klient mottagen", en="referral accepted")
    $about("The service to which the client was guided took the client.")
    $example("{\"referral\": \"oh-1\", \"service\": \"palveluohjaus\", \"begins\": {\"date\": \"2026-02-03\"}}") {
  referral @0 :Text $required $label(fi="ohjaus", sv="hänvisning", en="referral")
      $about("The referral's id in this ledger.");
  service @1 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  begins @2 :When $label(fi="alkaa", sv="börjar", en="begins");
}

struct ReferralRedirected $event("referral.redirected")
    $label(fi="ohjaus siirretty toiseen palveluun", sv="hänvisning vidare till annan tjänst", en="referral redirected")
    $about("The service guided the client on: the first guess was not right.")
    $example("{\"referral\": \"oh-1\", \"from\": \"palveluohjaus\", \"to\": \"kotihoito\"}") {
  referral @0 :Text $required $label(fi="ohjaus", sv="hänvisning", en="referral")
      $about("The referral's id in this ledger.");
  from @1 :Text $required $label(fi="mistä", sv="från", en="from");
  to @2 :Text $required $label(fi="mihin", sv="till", en="to");
  reasonCode @3 :Text $label(fi="syyn luokka", sv="orsaksklass", en="kind of reason");
}

struct ReferralDeclined $event("referral.declined")
    $label(fi="ohjausta ei otettu vastaan", sv="hänvisning avböjd", en="referral declined")
    $about("The service did not take the client, or the client did not want the service.")
    $example("{\"referral\": \"oh-1\", \"service\": \"palveluohjaus\", \"ground\": \"asiakas ei halua palvelua\"}") {
  referral @0 :Text $required $label(fi="ohjaus", sv="hänvisning", en="referral")
      $about("The referral's id in this ledger.");
  service @1 :Text $required $label(fi="palvelu", sv="tjänst", en="service");
  ground @2 :Text $required $label(fi="syy", sv="orsak", en="ground");
}
