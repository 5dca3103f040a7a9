// A ledger of a few events and what the audit says of it on a day: what tests of single controls
// begin with.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replay/controls/audit.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti::testing_support {

class ControlLedger : public ::testing::Test {
 protected:
  // `more`: further members of the envelope, each with its comma: R"("actor":"p-1",)".
  // Gives the event's reference.
  std::string Add(const std::string& type, const std::string& data,
                  const std::string& occurred = "2026-01-15", const std::string& more = "") {
    const std::string id = std::to_string(++events_);
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","id":")" + id +
                R"(","type":")" + type + R"(","occurred":")" + occurred + R"(",)" + more +
                R"("data":)" + data + "}");
    return "urn:test#" + id;
  }

  // "code severity subject place" of each finding.
  std::vector<std::string> Findings(std::string_view as_of = "2026-12-31",
                                    std::optional<Timestamp> known_at = std::nullopt) {
    auto views = ledger_.Views(ParseDate(as_of).value(), known_at);
    EXPECT_OK(views);
    auto findings = Audit((*views)->database());
    EXPECT_OK(findings);
    std::vector<std::string> shown;
    for (const AuditFinding& finding : *findings) {
      EXPECT_FALSE(finding.events.empty());
      for (const std::string& text : {finding.text.fi, finding.text.sv, finding.text.en})
        EXPECT_NE(text, "") << finding.code << " " << finding.place;
      shown.push_back(finding.code + " " + FindingSeverityName(finding.severity) + " " +
                      finding.subject + " " + finding.place);
    }
    return shown;
  }

  // Rows of a query after the audit of a day.
  std::vector<std::vector<std::string>> Rows(const std::string& sql,
                                             std::string_view as_of = "2026-12-31",
                                             std::optional<Timestamp> known_at = std::nullopt) {
    auto views = ledger_.Views(ParseDate(as_of).value(), known_at);
    EXPECT_OK(views);
    EXPECT_OK(Audit((*views)->database()));
    return RowsOf((*views)->database(), sql);
  }

  static std::string Euros(const std::string& amount) {
    return R"({"amount":)" + amount + R"(,"currency":"EUR","currencyStated":true})";
  }

  ScenarioLedger ledger_;

 private:
  int events_ = 0;
};

}  // namespace sinetti::testing_support
