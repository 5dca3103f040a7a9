// sinetti trace: causes and effects around an event, a matter or a stream, as a tree.
#include <algorithm>
#include <map>
#include <set>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"
#include "ledger/base/quote.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

// What refers to what, as a look at all events finds it: small, because it is kept for all of them.
struct Reference {
  Hash16 target;  // IdHash of the event referred to
  Sequence from;

  friend bool operator<(const Reference& a, const Reference& b) { return a.target < b.target; }
};

// An event as it refers to another one.
struct Named {
  std::string relation;
  std::string source;
  std::string id;
};

std::vector<Named> ReferencesOf(const Event& event) {
  const Envelope& envelope = event.envelope();
  std::vector<Named> references;
  const auto refer = [&](std::string_view relation, std::string_view reference) {
    if (reference.empty()) return;
    const std::size_t hash = reference.rfind('#');
    const bool has_source = hash != std::string_view::npos;
    references.push_back({std::string(relation),
                          std::string(has_source ? reference.substr(0, hash) : event.source()),
                          std::string(has_source ? reference.substr(hash + 1) : reference)});
  };
  refer("caused by", envelope.causation);
  refer("mandate", envelope.mandate);
  refer(envelope.relation.empty() ? "relates to" : envelope.relation, envelope.relates_to);
  return references;
}

struct Edge {
  Sequence to;
  std::string relation;
  bool outward;  // this event names the other one
};

struct Node {
  std::string line;
  std::string id;
  std::string stream;
  std::string matter;
  std::vector<Edge> edges;
};

// Everything that hangs together with some events, found from both ends of every reference.
class Graph {
 public:
  Graph(Session& session, const Reader& reader) : session_(session), reader_(reader) {}

  // One look at all events: which of them `id` names, and what refers to what.
  Result<std::set<Sequence>> Look(const std::string& id) {
    std::set<Sequence> roots;
    const EventRange all{0, reader_.size().value};
    SINETTI_TRY(
        ScanEvents(reader_, session_.registry, all, [&](const Event& event) -> Result<bool> {
          const Sequence sequence = event.sequence();
          session_.console.Progress("looking", sequence.value, all.end);
          if (IsCalled(event, id)) roots.insert(sequence);
          for (const Named& one : ReferencesOf(event))
            references_.push_back({IdHash(one.source, one.id), sequence});
          return true;
        }));
    session_.console.EndProgress();
    std::stable_sort(references_.begin(), references_.end());
    return roots;
  }

  Result<void> Follow(const std::set<Sequence>& roots) {
    std::vector<Sequence> open(roots.begin(), roots.end());
    std::set<Sequence> seen(roots);
    while (!open.empty()) {
      const Sequence at = open.back();
      open.pop_back();
      SINETTI_TRY(Read(at));
      for (const Edge& edge : nodes_[at].edges)
        if (seen.insert(edge.to).second) open.push_back(edge.to);
    }
    return {};
  }

  // In the order of the ledger.
  const std::map<Sequence, Node>& nodes() const { return nodes_; }

 private:
  static bool IsCalled(const Event& event, const std::string& id) {
    return event.id() == id || event.envelope().matter == id || event.stream() == id ||
           "#" + std::to_string(event.sequence().value) == id ||
           std::string(event.source()) + "#" + std::string(event.id()) == id;
  }

  Result<void> Read(Sequence sequence) {
    SINETTI_ASSIGN(const Event event, ReadEvent(reader_, session_.registry, sequence));
    Node node{.line = EventLine(event, session_.console.language()),
              .id = std::string(event.id()),
              .stream = std::string(event.stream()),
              .matter = std::string(event.envelope().matter)};
    for (const Named& one : ReferencesOf(event)) {
      SINETTI_ASSIGN(const auto target, reader_.Find(one.source, one.id));
      if (target) node.edges.push_back({*target, one.relation, true});
    }
    const Reference mine{IdHash(event.source(), event.id()), {}};
    const auto [first, last] = std::equal_range(references_.begin(), references_.end(), mine);
    for (auto reference = first; reference != last; ++reference) {
      SINETTI_ASSIGN(const Event other, ReadEvent(reader_, session_.registry, reference->from));
      for (const Named& one : ReferencesOf(other)) {
        if (one.source == event.source() && one.id == event.id())
          node.edges.push_back({reference->from, one.relation, false});
      }
    }
    nodes_.emplace(sequence, std::move(node));
    return {};
  }

  Session& session_;
  const Reader& reader_;
  std::vector<Reference> references_;
  std::map<Sequence, Node> nodes_;
};

void PrintTree(Session& session, const Graph& graph, const std::set<Sequence>& roots) {
  Console& console = session.console;
  for (const auto& [sequence, node] : graph.nodes()) {
    console.PrintLine(roots.contains(sequence) ? console.Bold(node.line) : node.line);
    for (const Edge& edge : node.edges) {
      if (!edge.outward) continue;
      console.PrintLine("        └─ " + edge.relation + " #" + std::to_string(edge.to.value));
    }
  }
}

void PrintJson(Session& session, const Graph& graph) {
  session.console.PrintLine(JsonArray(graph.nodes(), [](const auto& entry) {
    const Node& node = entry.second;
    const auto edge = [](const Edge& one) {
      return JsonObject()
          .Text("relation", one.relation)
          .Number("sequence", one.to.value)
          .Bool("outward", one.outward)
          .str();
    };
    return JsonObject()
        .Number("sequence", entry.first.value)
        .Text("id", node.id)
        .Text("stream", node.stream)
        .Text("matter", node.matter)
        .Raw("edges", JsonArray(node.edges, edge))
        .str();
  }));
}

}  // namespace

Result<ExitCode> Run(Session& session, const TraceArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  Graph graph(session, reader);
  SINETTI_ASSIGN(const std::set<Sequence> roots, graph.Look(arguments.id));
  if (roots.empty()) {
    return Error{ErrorCode::kNotFound, "no event, matter or stream is called " +
                                           Quoted(arguments.id, 200) +
                                           "; `sinetti log` lists events"};
  }
  SINETTI_TRY(graph.Follow(roots));
  if (session.console.json()) {
    PrintJson(session, graph);
  } else {
    PrintTree(session, graph, roots);
  }
  return kDone;
}

}  // namespace sinetti
