#include "cli/commands/rule_book_install.h"

#include "cli/commands/actor_door.h"
#include "cli/commands/json_text.h"
#include "cli/commands/views_at.h"

namespace sinetti {

Result<InstalledRules> InstallRules(Session& session, Ledger& ledger,
                                    const std::vector<RuleStatement>& book,
                                    const SigningArguments& signing) {
  std::vector<RuleStatement> recorded;
  if (ledger.Read().size().value != 0) {
    SINETTI_ASSIGN(OpenViews views, OpenViewsAt(session, ledger, {}));
    SINETTI_ASSIGN(recorded, RecordedStatements(session, ledger, views.database()));
  }
  InstalledRules done;
  std::vector<EncodedDraft> drafts;
  for (const RuleChange& change : CompareRules(book, recorded)) {
    if (change.book == nullptr) {
      ++done.only_in_ledger;
      continue;
    }
    ++(change.ledger == nullptr ? done.added : done.changed);
    SINETTI_ASSIGN(EncodedDraft draft, DraftOf(session, change));
    drafts.push_back(std::move(draft));
  }
  done.unchanged = book.size() - drafts.size();
  if (drafts.empty()) return done;
  SINETTI_ASSIGN(ActorDoor door, ActorDoor::Open(session, ledger, signing));
  SINETTI_TRY(door.Append(std::move(drafts)));
  return done;
}

std::string InstalledText(const InstalledRules& done) {
  std::string text;
  if (done.added + done.changed == 0) {
    text = "nothing to record: the ledger says already what the book says";
  } else {
    text = Counted(done.added, "statement") + " of the rule book recorded";
    if (done.changed != 0) text += ", " + std::to_string(done.changed) + " recorded anew";
    if (done.unchanged != 0) text += ", " + std::to_string(done.unchanged) + " were there already";
  }
  if (done.only_in_ledger != 0)
    text += "; " + std::to_string(done.only_in_ledger) +
            " of the ledger are not in the book and hold on (`sinetti rules diff` lists them)";
  return text;
}

std::string InstalledJson(const InstalledRules& done) {
  return JsonObject()
      .Number("added", done.added)
      .Number("changed", done.changed)
      .Number("unchanged", done.unchanged)
      .Number("onlyInLedger", done.only_in_ledger)
      .str();
}

}  // namespace sinetti
