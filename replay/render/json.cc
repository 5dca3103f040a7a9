// JSON for programs: keys as in the model, numbers unformatted, texts in the asked language.
// Written by hand in one fixed order, so that equal reports are equal bytes.
#include "ledger/base/json_quote.h"
#include "replay/render/layout.h"

namespace sinetti {
namespace {

std::string Member(std::string_view key, std::string value) {
  return JsonQuoted(key) + ":" + std::move(value);
}

template <typename Items, typename Write>
std::string Array(const Items& items, Write write) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ",";
    out += write(item);
  }
  return out + "]";
}

struct ValueWriter {
  Language language;

  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(const std::string& text) const { return JsonQuoted(text); }
  std::string operator()(const Words& words) const { return JsonQuoted(words.In(language)); }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(Cents value) const {
    return "{" + Member("cents", std::to_string(value.value)) + "}";
  }
  std::string operator()(Thousandths value) const {
    return "{" + Member("thousandths", std::to_string(value.value)) + "}";
  }
  std::string operator()(Percent value) const {
    return "{" + Member("thousandthsOfPercent", std::to_string(value.value)) + "}";
  }
  std::string operator()(Date value) const { return JsonQuoted(FormatDate(value)); }
  std::string operator()(const Trend& trend) const {
    return "{" +
           Member("counts",
                  Array(trend.counts, [](std::int64_t count) { return std::to_string(count); })) +
           "}";
  }
};

std::string MarkName(Mark mark) {
  switch (mark) {
    case Mark::kNone: return "";
    case Mark::kGood: return "good";
    case Mark::kNotice: return "notice";
    case Mark::kBad: return "bad";
  }
  return "";
}

std::string WriteNumber(Sequence sequence) { return std::to_string(sequence.value); }

std::string WriteCell(const Cell& cell, Language language) {
  std::string out = "{" + Member("value", std::visit(ValueWriter{language}, cell.value));
  if (cell.mark != Mark::kNone) out += "," + Member("mark", JsonQuoted(MarkName(cell.mark)));
  if (!cell.events.empty()) out += "," + Member("events", Array(cell.events, WriteNumber));
  return out + "}";
}

std::string WriteTable(const Table& table, Language language) {
  const auto row = [&](const std::vector<Cell>& cells) {
    std::string out = "{";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) out += ",";
      out += Member(table.columns[i].key, WriteCell(cells[i], language));
    }
    return out + "}";
  };
  return "{" + Member("key", JsonQuoted(table.key)) + "," +
         Member("title", JsonQuoted(table.title.In(language))) + "," +
         Member("rows", Array(table.rows, row)) + "}";
}

std::string WriteChart(const Chart& chart, Language language) {
  const auto group = [](const Chart::Group& one) {
    return "{" + Member("label", JsonQuoted(one.label)) + "," +
           Member("values",
                  Array(one.values, [](std::int64_t value) { return std::to_string(value); })) +
           "}";
  };
  return "{" + Member("key", JsonQuoted(chart.key)) + "," +
         Member("unit", JsonQuoted(chart.money ? "cents" : "count")) + "," +
         Member("series", Array(chart.series,
                                [&](const Words& one) { return JsonQuoted(one.In(language)); })) +
         "," + Member("groups", Array(chart.groups, group)) + "}";
}

std::string WriteCourse(const Course& course, Language language) {
  const auto step = [&](const Course::Step& one) {
    return "{" + Member("day", std::visit(ValueWriter{language}, one.day)) + "," +
           Member("label", JsonQuoted(one.label.In(language))) + "," +
           Member("lane", std::to_string(one.lane)) + "," +
           Member("due", one.due ? "true" : "false") + "," +
           Member("events", Array(one.events, WriteNumber)) + "}";
  };
  const auto link = [&](const Course::Link& one) {
    return "{" + Member("from", std::to_string(one.from)) + "," +
           Member("to", std::to_string(one.to)) + "," +
           Member("relation", JsonQuoted(one.relation.In(language))) + "}";
  };
  return "{" + Member("key", JsonQuoted(course.key)) + "," +
         Member("lanes",
                Array(course.lanes, [](const std::string& lane) { return JsonQuoted(lane); })) +
         "," + Member("steps", Array(course.steps, step)) + "," +
         Member("links", Array(course.links, link)) + "}";
}

std::string WriteSection(const Section& section, Language language) {
  return "{" + Member("title", JsonQuoted(section.title.In(language))) + "," +
         Member("paragraphs",
                Array(section.paragraphs,
                      [&](const Words& one) { return JsonQuoted(one.In(language)); })) +
         "," +
         Member("courses", Array(section.courses,
                                 [&](const Course& one) { return WriteCourse(one, language); })) +
         "," +
         Member("charts", Array(section.charts,
                                [&](const Chart& one) { return WriteChart(one, language); })) +
         "," +
         Member("tables", Array(section.tables,
                                [&](const Table& one) { return WriteTable(one, language); })) +
         "}";
}

std::string WriteOrigin(const ReportOrigin& origin) {
  return "{" + Member("report", JsonQuoted(origin.report)) + "," +
         Member("scope", JsonQuoted(origin.scope)) + "," +
         Member("ledger", JsonQuoted(origin.ledger)) + "," +
         Member("position", std::to_string(origin.position.value)) + "," +
         Member("root", JsonQuoted(origin.root.hex())) + "," +
         Member("checkpointSize",
                origin.checkpoint_size ? std::to_string(origin.checkpoint_size->value) : "null") +
         "," + Member("asOf", JsonQuoted(FormatDate(origin.as_of))) + "," +
         Member("knownAt",
                origin.known_at ? JsonQuoted(FormatTimestamp(*origin.known_at)) : "null") +
         "}";
}

std::string WriteCited(const CitedEvent& event, Language language) {
  return "{" + Member("sequence", WriteNumber(event.sequence)) + "," +
         Member("id", JsonQuoted(event.id)) + "," + Member("type", JsonQuoted(event.type)) + "," +
         Member("label", JsonQuoted(event.label.In(language))) + "," +
         Member("stream", JsonQuoted(event.stream)) + "," +
         Member("occurred", JsonQuoted(event.occurred)) + "," +
         Member("recorded", JsonQuoted(FormatTimestamp(event.recorded_at))) + "," +
         Member("document", JsonQuoted(event.document)) + "," +
         Member("quote", JsonQuoted(event.quote)) + "," +
         Member("invented", event.invented ? "true" : "false") + "," +
         Member("leafHash", JsonQuoted(event.leaf.hex())) + "}";
}

}  // namespace

std::string RenderJson(const Report& report, Language language) {
  const auto section = [&](const Section& one) { return WriteSection(one, language); };
  const auto cited = [&](const CitedEvent& one) { return WriteCited(one, language); };
  return "{" + Member("origin", WriteOrigin(report.origin)) + ",\n" +
         Member("title", JsonQuoted(report.title.In(language))) + ",\n" +
         Member("sections", Array(report.sections, section)) + ",\n" +
         Member("events", Array(report.cited, cited)) + "}\n";
}

}  // namespace sinetti
