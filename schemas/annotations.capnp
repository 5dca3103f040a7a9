@0xb3c1f0a9d2e45701;
# What a schema says of an event type and of its fields beyond their shape.  The codec, validation,
# sealing, index keys, `sinetti types` and the reference pages all read these at run time.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("sinetti::schema");

struct Text3 {
  # One text in the three languages of the product.
  fi @0 :Text;
  sv @1 :Text;
  en @2 :Text;
}

enum Identifier {
  # What a Text field must hold.  Checked by ledger/event/identifiers.
  none @0;
  businessId @1;        # Y-tunnus, 0204819-8 (288/2001 3 section)
  municipality @2;      # three-digit municipality code, valid at the event's time
  oid @3;               # object identifier, 1.2.246.10.2048198
  sha256 @4;            # 64 lower-case hex digits
  edtf @5;              # EDTF level 0 or 1, e.g. 2017-21 (spring 2017)
  date @6;              # a full day, yyyy-mm-dd
  instant @7;           # RFC 3339
  currency @8;          # ISO 4217, three capital letters
  act @9;               # number/year of an act, 741/2023
  legalBasis @10;       # act:section[:moment][@as-of][#draft|#repealed], 741/2023:39:1@2026-01-01
  pseudonym @11;        # a person's pseudonym: letter, digits, hyphens; never an identity code
  url @12;              # absolute URL
  eventRef @13;         # id of another event (same source), or source#id
  mediaType @14;        # type/subtype
}

annotation event @0xb3c1f0a9d2e45702 (struct) :Text;
# The event type's name on the outside: decision.made.  Its struct is DecisionMade.

annotation label @0xb3c1f0a9d2e45703 (struct, field, enumerant) :Text3;
# What people read.  Every event, field and enumerant has all three.

annotation about @0xb3c1f0a9d2e45704 (struct, field) :Text;
# One English sentence for `sinetti types` and the reference page: meaning, unit, source.

annotation basis @0xb3c1f0a9d2e45705 (struct) :Text;
# Acts that ask for this record, as legal bases separated by a space: "741/2023:39:1".

annotation example @0xb3c1f0a9d2e45706 (struct) :Text;
# The `data` member of a valid draft, as JSON.  Tested, and shown by `sinetti types TYPE`.

annotation required @0xb3c1f0a9d2e45707 (field) :Void;
# Must be present in a draft (and, for text and lists, not empty).

annotation personal @0xb3c1f0a9d2e45708 (field) :Void;
# Field of type Sealed: sealed under the key of the person it concerns.

annotation confidential @0xb3c1f0a9d2e45709 (field) :Void;
# Field of type Sealed: sealed under the key of the stream it stands in.

annotation identifier @0xb3c1f0a9d2e4570a (field) :Identifier;
# On Text and List(Text) fields.

annotation index @0xb3c1f0a9d2e4570b (field) :Text;
# The field's value is an index key of this kind: provider, unit, client, matter, contract.  Only on
# a new field, and never removed or changed: signed index roots rest on it (docs/format/index.md).

annotation decimal @0xb3c1f0a9d2e4570c (field) :UInt8;
# An Int64 field holding value x 10^n: written in JSON as a number with at most n decimals.

annotation law @0xb3c1f0a9d2e4570d (field, struct) :Text;
# Act and section behind what the schema demands of the field, or of the type: legal bases separated
# by a space.  Whoever has a value of it refused is told them.

annotation only @0xb3c1f0a9d2e4570e (field) :Text;
# On an enum field: the one value that may be recorded, because the act leaves no other.

annotation publication @0xb3c1f0a9d2e4570f (struct) :Void;
# The event says that something was made public: it is open, about no client, and seals nothing.

annotation bought @0xb3c1f0a9d2e45710 (field) :Void;
# A Text field that names a service to be bought from somebody else: those that a county must provide
# itself are refused (ledger/event/reserved_services.h).

annotation divides @0xb3c1f0a9d2e45711 (field) :Text;
# A Quantity that is the denominator of the field named: where it is 0, that field has no value, for
# nothing can be assessed.

annotation recorded @0xb3c1f0a9d2e45712 (field) :Void;
# On an eventRef: the event must be in the ledger, or earlier among the drafts recorded with it.
