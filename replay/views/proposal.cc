#include "replay/views/proposal.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "replay/views/proposal_schema.h"
#include "replay/views/words.h"
#include "schemas/proposal.capnp.h"

namespace sinetti {
namespace {

enum Sql {
  kProposal,
  kTick,
  kSection,
  kStatement,
  kFigure,
  kPhase,
  kEffect,
  kRisk,
  kShingle,
  kStatus,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO proposal VALUES (?1, ?2, ?3, ?4, 'submitted', '', '', ?5)",
    "INSERT OR REPLACE INTO proposal_tick VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO proposal_section VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT OR REPLACE INTO proposal_statement VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO proposal_figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    "INSERT OR REPLACE INTO proposal_phase VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO proposal_effect VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO proposal_risk VALUES (?1, ?2, ?3, ?4, ?5)",
    "INSERT OR IGNORE INTO proposal_shingle VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "UPDATE proposal SET status = ?3, decision = ?4, review_date = ?5, seq = ?6 "
    "WHERE study = ?1 AND number = ?2",
};

Amount ReadFigure(schema::Figure::Reader figure) {
  switch (figure.which()) {
    case schema::Figure::QUANTITY: return ReadQuantity(figure.getQuantity());
    case schema::Figure::MONEY: return ReadMoney(figure.getMoney());
    case schema::Figure::SHARE: return ReadShare(figure.getShare());
    case schema::Figure::WHEN: break;
  }
  const auto when = figure.getWhen();
  Amount amount;
  amount.state = Amount::State::kStated;
  amount.shown = DateText(when);
  if (when.isMissing()) {
    amount.state = Amount::State::kMissing;
    amount.label = Text(when.getMissing().getLabel());
  } else if (when.isGarbled()) {
    amount.state = Amount::State::kGarbled;
    amount.label = Text(when.getGarbled().getRaw());
  }
  return amount;
}

std::string_view StateName(Amount::State state) {
  switch (state) {
    case Amount::State::kMissing: return "missing";
    case Amount::State::kGarbled: return "garbled";
    default: return "stated";
  }
}

class Proposal final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Proposal(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::ProposalSubmitted>(event)) return ApplySubmitted(event);
    if (Is<schema::ProposalClassified>(event)) {
      const auto body = Body<schema::ProposalClassified>(event);
      return sql_[kTick].Run(Text(body.getStudy()), body.getNumber(),
                             EnumerantName(body.getClass()), true, Text(body.getReason()),
                             event.sequence());
    }
    if (Is<schema::ProposalPhaseClassified>(event)) {
      const auto body = Body<schema::ProposalPhaseClassified>(event);
      return sql_[kPhase].Run(Text(body.getStudy()), body.getNumber(), Text(body.getPhase()),
                              EnumerantName(body.getClass()), FirstDayOf(body.getStart()),
                              event.sequence());
    }
    if (Is<schema::ProposalEffectStated>(event)) {
      const auto body = Body<schema::ProposalEffectStated>(event);
      return sql_[kEffect].Run(event.sequence(), Text(body.getStudy()), body.getNumber(),
                               EnumerantName(body.getArea()), EnumerantName(body.getSign()),
                               Text(body.getText()), Text(body.getIndicator()));
    }
    if (Is<schema::ProposalRiskStated>(event)) {
      const auto body = Body<schema::ProposalRiskStated>(event);
      return sql_[kRisk].Run(event.sequence(), Text(body.getStudy()), body.getNumber(),
                             Text(body.getText()), Text(body.getOwner().getName()));
    }
    return ApplyStatus(event);
  }

 private:
  explicit Proposal(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplySubmitted(const Event& event) {
    const auto body = Body<schema::ProposalSubmitted>(event);
    const Key key{Text(body.getStudy()), body.getNumber(), event.sequence()};
    SINETTI_TRY(sql_[kProposal].Run(key.study, key.number, Text(body.getTitle()),
                                    Text(body.getListTitle()), key.seq));
    std::string brackets;
    for (const auto tick : body.getTicks()) {
      const auto bracket = Text(tick.getBracket());
      SINETTI_TRY(sql_[kTick].Run(key.study, key.number, EnumerantName(tick.getClass()),
                                  tick.getTicked(), bracket, key.seq));
      brackets += std::string(bracket) + " ";
    }
    SINETTI_TRY(AddShingles(key, "brackets", brackets));
    SINETTI_TRY(AddSections(key, body.getSections()));
    return AddFigures(key, body.getFigures());
  }

  struct Key {
    std::string_view study;
    int number;
    Sequence seq;
  };

  Result<void> AddSections(const Key& key, capnp::List<schema::Section>::Reader sections) {
    int place = 0;
    for (const auto section : sections) {
      ++place;
      const auto kind = EnumerantName(section.getKind());
      SINETTI_TRY(sql_[kSection].Run(key.study, key.number, place, kind, Text(section.getPrinted()),
                                     section.getStatements().size(), section.getTruncated(),
                                     key.seq));
      std::string text;
      int number = 0;
      for (const auto statement : section.getStatements()) {
        SINETTI_TRY(
            sql_[kStatement].Run(key.study, key.number, place, ++number, Text(statement), key.seq));
        text += std::string(Text(statement)) + " ";
      }
      SINETTI_TRY(AddShingles(key, kind, text));
    }
    return {};
  }

  Result<void> AddShingles(const Key& key, std::string_view place, std::string_view text) {
    int position = 0;
    for (const std::string& shingle : Shingles(text, kShingleWords)) {
      SINETTI_TRY(sql_[kShingle].Run(key.study, shingle, key.number, place, ++position, key.seq));
    }
    return {};
  }

  Result<void> AddFigures(const Key& key, capnp::List<schema::Figure>::Reader figures) {
    int number = 0;
    for (const auto figure : figures) {
      const Amount amount = ReadFigure(figure);
      SINETTI_TRY(sql_[kFigure].Run(key.study, key.number, ++number,
                                    EnumerantName(figure.getKind()), Text(figure.getLabel()),
                                    figure.getOwners().size(), JoinNames(figure.getOwners()),
                                    StateName(amount.state), amount.shown, amount.label, key.seq));
    }
    return {};
  }

  Result<void> ApplyStatus(const Event& event) {
    if (Is<schema::ProposalMerged>(event)) {
      const auto body = Body<schema::ProposalMerged>(event);
      return sql_[kStatus].Run(Text(body.getStudy()), body.getNumber(), "merged",
                               std::to_string(body.getInto()), "", event.sequence());
    }
    if (Is<schema::ProposalAccepted>(event)) {
      return SetStatus(event, Body<schema::ProposalAccepted>(event), "accepted", "");
    }
    if (Is<schema::ProposalRejected>(event)) {
      return SetStatus(event, Body<schema::ProposalRejected>(event), "rejected", "");
    }
    const auto body = Body<schema::ProposalDeferred>(event);
    return SetStatus(event, body, "deferred", FirstDayOf(body.getReviewDate()));
  }

  template <typename Reader>
  Result<void> SetStatus(const Event& event, Reader body, std::string_view status,
                         std::string_view review_date) {
    return sql_[kStatus].Run(Text(body.getStudy()), body.getNumber(), status, Text(body.getBody()),
                             review_date, event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& ProposalView() {
  static const ViewDefinition definition{
      .name = "proposal",
      .shows = {"v34_proposals"},
      .tables = {"proposal", "proposal_tick", "proposal_section", "proposal_statement",
                 "proposal_figure", "proposal_phase", "proposal_effect", "proposal_risk",
                 "proposal_shingle"},
      .schema = kProposalSchema,
      .event_types = {"proposal.submitted", "proposal.classified", "proposal.phaseClassified",
                      "proposal.effectStated", "proposal.riskStated", "proposal.merged",
                      "proposal.accepted", "proposal.rejected", "proposal.deferred"},
      .open = &Proposal::Open,
  };
  return definition;
}

}  // namespace sinetti
