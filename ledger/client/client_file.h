// What the ledger holds of a client, folded from its events: what must be kept and until when,
// legal holds, what is sealed under which key, and how far an erasure has come
// (docs/format/sealing.md, "Erasure"; docs/reference/retention.md).
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/client/retention.h"
#include "ledger/event/event.h"
#include "ledger/log/reader.h"

namespace sinetti {

// The events of one client, retention class and matter.
struct RetentionItem {
  std::string code;    // of the class, also one that the table does not have
  std::string matter;  // may be empty
  std::uint64_t events = 0;
  std::optional<Date>
      ends;             // last day on which it must be kept; empty: has not begun, or not known
  bool stated = false;  // by retention.dueComputed
};

struct LegalHold {
  std::string reference;  // source#id of legalhold.set
  Sequence sequence;
  std::string reason;
  std::string ordered_by;
  std::string ground;
};

// A request, an answer or a destruction: who, why, and where it is recorded.
struct ErasureMark {
  std::string reference;  // source#id
  Sequence sequence;
  Timestamp recorded_at;
  std::string by;
  std::string reason;
  std::vector<std::string> obstacles;  // of an override
};

struct ClientFile {
  std::uint64_t events = 0;         // about this client
  std::uint64_t sealed_values = 0;  // under the client's key
  std::vector<RetentionItem> items;
  std::vector<LegalHold> holds;         // in force
  std::optional<ErasureMark> request;   // not answered, or approved and not carried out
  std::optional<ErasureMark> approval;  // of that request
  std::optional<ErasureMark> override_mark;
  std::optional<ErasureMark> destroyed;
  std::set<std::string> streams;  // with confidential values in events of this client
};

// Of a stream with confidential values.
struct StreamSecrets {
  std::uint64_t values = 0;
  std::set<std::string> clients;  // whose events they stand in; "": nobody's
};

class ClientFiles {
 public:
  // Every event, in order.
  void Apply(const Event& event);

  // As known after the last event.
  std::map<std::string, ClientFile> Files() const;
  // Nothing when no event speaks of the client.
  std::optional<ClientFile> File(const std::string& client) const;

  const std::map<std::string, StreamSecrets>& streams() const { return streams_; }

 private:
  struct ItemKey {
    std::string code, matter;
    friend auto operator<=>(const ItemKey&, const ItemKey&) = default;
  };
  struct ItemFacts {
    std::uint64_t events = 0;
    Date last_event;
    Date last_validity;
    bool open_ended = false;  // a validity without end
  };
  struct Facts {
    ClientFile file;
    std::map<ItemKey, ItemFacts> items;
    std::map<ItemKey, Date> stated;
  };

  void ApplyRetention(const Event& event, Facts& facts);
  void ApplySealed(const Event& event);
  void ApplyMatter(const Event& event);
  void ApplyOwn(const Event& event);
  RetentionItem Item(const Facts& facts, const ItemKey& key, const ItemFacts& item) const;
  ClientFile Finish(const Facts& facts) const;

  std::map<std::string, Facts> clients_;
  std::map<std::string, Date> closed_;  // matters, by the day of their last closing
  std::map<std::string, StreamSecrets> streams_;
};

// The first `size` events of the ledger, the chain checked on the way.
Result<ClientFiles> ReadClientFiles(const Reader& reader, const TypeRegistry& registry,
                                    TreeSize size);

// Why the keys of the client may not be destroyed on `today`: one line each, naming hold or class,
// act and last day.  Empty: nothing stands against it.
std::vector<std::string> ErasureObstacles(const ClientFile& file, Date today);

}  // namespace sinetti
