@0xb3c1f0a9d2e45a00;
# The list of all event types.  The registry enumerates these fields by reflection: one line per type,
# field names do not matter, nothing else has to be told about a new type.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("sinetti::schema");

struct Catalogue {
}
