// sinetti trace: causes and effects around an event, a matter or a stream, as a tree.
#include <algorithm>
#include <map>
#include <set>

#include "cli/commands/commands.h"
#include "cli/commands/event_scan.h"
#include "cli/commands/json_text.h"

namespace sinetti {
namespace {

// One event with the references it makes to others, by id.
struct Node {
  Sequence sequence;
  std::string line;
  std::string id;
  std::string key;  // source#id
  std::string matter;
  std::string stream;
  std::vector<std::pair<std::string, std::string>> references;  // relation, event reference
};

Node MakeNode(const Event& event, Language language) {
  const Envelope& envelope = event.envelope();
  Node node{.sequence = event.sequence(),
            .line = EventLine(event, language),
            .id = std::string(event.id()),
            .key = std::string(event.source()) + "#" + std::string(event.id()),
            .matter = std::string(envelope.matter),
            .stream = std::string(event.stream())};
  const auto refer = [&](std::string_view relation, std::string_view reference) {
    if (reference.empty()) return;
    std::string key(reference);
    if (reference.find('#') == std::string_view::npos) {
      key = std::string(event.source()) + "#" + key;
    }
    node.references.emplace_back(relation, std::move(key));
  };
  refer("caused by", envelope.causation);
  refer("mandate", envelope.mandate);
  refer(envelope.relation.empty() ? "relates to" : envelope.relation, envelope.relates_to);
  return node;
}

class Graph {
 public:
  void Add(Node node) {
    by_key_[node.key] = nodes_.size();
    nodes_.push_back(std::move(node));
  }

  void Connect() {
    edges_.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      for (const auto& [relation, key] : nodes_[i].references) {
        const auto target = by_key_.find(key);
        if (target == by_key_.end()) continue;
        edges_[i].push_back({target->second, relation, true});
        edges_[target->second].push_back({i, relation, false});
      }
    }
  }

  std::vector<std::size_t> Roots(const std::string& id) const {
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      const bool named = node.id == id || node.key == id || node.matter == id ||
                         node.stream == id || "#" + std::to_string(node.sequence.value) == id;
      if (named) roots.push_back(i);
    }
    return roots;
  }

  // Everything that hangs together with the roots, in ledger order.
  std::vector<std::size_t> Reachable(const std::vector<std::size_t>& roots) const {
    std::set<std::size_t> seen(roots.begin(), roots.end());
    std::vector<std::size_t> open = roots;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const Edge& edge : edges_[at]) {
        if (seen.insert(edge.to).second) open.push_back(edge.to);
      }
    }
    return {seen.begin(), seen.end()};
  }

  struct Edge {
    std::size_t to;
    std::string relation;
    bool outward;  // this event names the other one
  };
  const Node& node(std::size_t index) const { return nodes_[index]; }
  const std::vector<Edge>& edges(std::size_t index) const { return edges_[index]; }

 private:
  std::vector<Node> nodes_;
  std::map<std::string, std::size_t> by_key_;
  std::vector<std::vector<Edge>> edges_;
};

void PrintTree(Session& session, const Graph& graph, const std::vector<std::size_t>& events,
               const std::set<std::size_t>& roots) {
  Console& console = session.console;
  for (const std::size_t index : events) {
    const std::string& line = graph.node(index).line;
    console.PrintLine(roots.contains(index) ? console.Bold(line) : line);
    for (const Graph::Edge& edge : graph.edges(index)) {
      if (!edge.outward) continue;
      console.PrintLine("        └─ " + edge.relation + " #" +
                        std::to_string(graph.node(edge.to).sequence.value));
    }
  }
}

void PrintJson(Session& session, const Graph& graph, const std::vector<std::size_t>& events) {
  session.console.PrintLine(JsonArray(events, [&](std::size_t index) {
    const Node& node = graph.node(index);
    const auto edge = [&](const Graph::Edge& one) {
      return JsonObject()
          .Text("relation", one.relation)
          .Number("sequence", graph.node(one.to).sequence.value)
          .Bool("outward", one.outward)
          .str();
    };
    return JsonObject()
        .Number("sequence", node.sequence.value)
        .Text("id", node.id)
        .Text("stream", node.stream)
        .Text("matter", node.matter)
        .Raw("edges", JsonArray(graph.edges(index), edge))
        .str();
  }));
}

}  // namespace

Result<ExitCode> Run(Session& session, const TraceArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  Graph graph;
  SINETTI_TRY(ScanEvents(reader, session.registry, [&](const Event& event) -> Result<bool> {
    graph.Add(MakeNode(event, session.console.language()));
    return true;
  }));
  graph.Connect();
  const std::vector<std::size_t> roots = graph.Roots(arguments.id);
  if (roots.empty()) {
    return Error{ErrorCode::kNotFound, "no event, matter or stream is called \"" + arguments.id +
                                           "\"; `sinetti log` lists events"};
  }
  const std::vector<std::size_t> events = graph.Reachable(roots);
  if (session.console.json()) {
    PrintJson(session, graph, events);
  } else {
    PrintTree(session, graph, events, {roots.begin(), roots.end()});
  }
  return kDone;
}

}  // namespace sinetti
