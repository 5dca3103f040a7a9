// P13 (docs/internals/performance.md): one set of work, done by sinetti and by what one would build
// instead.  Each peer is handed the same drafts and must leave them durable, chained by hashes and
// recorded once.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace sinetti::bench {

// What a table needs in columns of its own.
struct PeerDraft {
  std::string json;
  std::string source, id, type, stream;
};

class Peer {
 public:
  virtual ~Peer() = default;
  virtual std::string_view name() const = 0;
  // All of them in one transaction; durable when it returns.
  virtual void Append(std::span<const PeerDraft> drafts) = 0;
  // Recomputes the whole chain; the number of events seen.  Ends the program when one is wrong.
  virtual std::uint64_t VerifyAll() = 0;
  // The events of a stream, oldest first; how many.
  virtual std::uint64_t ReadStream(const std::string& stream) = 0;
};

std::unique_ptr<Peer> MakeSinettiPeer(const std::string& dir);
std::unique_ptr<Peer> MakeSqlitePeer(const std::string& file);
// Null where this was built without libpq.
std::unique_ptr<Peer> MakePostgresPeer(const std::string& connection);

// The engine alone: puts bytes, and neither checks nor chains nor indexes.  Appends only.
std::unique_ptr<Peer> MakeRawStorePeer(const std::string& dir);

}  // namespace sinetti::bench
