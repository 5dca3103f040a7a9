// Checks of what sources claim: effects without evidence, statements that disagree, drafts cited as
// law.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // An effect or a praise, and no indicator or follow-up that would show it.  It weighs more when
    // it says that the law is kept, or when the source itself says that nobody measures it.
    {"R-EVID", R"sql(
SELECT CASE WHEN kept_law OR no_indicator THEN 'high' ELSE 'medium' END, stream, subject, text, '',
       '',
       'Väitteellä ei ole mittaria eikä seurantaa: ' || text || '.',
       'Påståendet har ingen indikator eller uppföljning: ' || text || '.',
       'The claim has no indicator and no follow-up: ' || text || '.',
       seq
FROM (SELECT *, text LIKE '%lakisäät%' OR text LIKE '%lagstadga%' OR text LIKE '%statutory%'
               AS kept_law,
             EXISTS (SELECT 1 FROM indicator_gap g
                     WHERE g.stream = c.stream AND g.subject = c.subject) AS no_indicator
      FROM claim c)
WHERE kind IN ('effect', 'value') AND indicator IS NULL ORDER BY seq)sql",
     FindingAbout::kStatement, "claim"},

    // An evaluator who says that examples are missing.
    {"R-EVID", R"sql(
SELECT 'medium', stream, theme, text, '', '',
       'Arvioija toteaa, että esimerkit puuttuvat: ' || theme || '.',
       'Utvärderaren konstaterar att exempel saknas: ' || theme || '.',
       'The evaluator says that examples are missing: ' || theme || '.',
       seq
FROM evaluation_finding WHERE examples_state = 'missing' ORDER BY seq)sql",
     FindingAbout::kStatement, "examples"},

    // A link is not evidence until its content is held by its digest.
    {"R-EVID", R"sql(
SELECT 'medium', stream, coalesce(title, url, 'link'), coalesce(url, ''), '', '',
       'Viitatun asiakirjan sisältöä ei ole tallennettu; linkki ei ole näyttö.',
       'Innehållet i den länkade handlingen är inte sparat; en länk är inte ett bevis.',
       'The content of the linked document is not kept; a link is not evidence.',
       seq
FROM document_link WHERE sha256 IS NULL ORDER BY seq)sql",
     FindingAbout::kStatement, "link"},

    // Two coded statements of one record, both confirmed by a person.
    {"R-CONTRA", R"sql(
SELECT CASE min(weight) WHEN 'high' THEN 'high' WHEN 'low' THEN 'low' ELSE 'medium' END,
       record, topic, min(affirms), min(denies), '',
       'Lausumat ovat ristiriidassa: "' || min(affirms) || '" – "' || min(denies) || '".',
       'Utsagorna motsäger varandra: "' || min(affirms) || '" – "' || min(denies) || '".',
       'The statements contradict each other: "' || min(affirms) || '" – "' || min(denies) || '".',
       (SELECT group_concat(x, ' ') FROM (SELECT affirms_seq AS x FROM contradiction k
          WHERE k.record = c.record AND k.topic = c.topic UNION SELECT denies_seq
          FROM contradiction k WHERE k.record = c.record AND k.topic = c.topic ORDER BY x))
FROM contradiction c GROUP BY record, topic ORDER BY min(affirms_seq))sql",
     FindingAbout::kThing, "statements"},

    // A text says "according to the acts" while its own basis is a draft.
    {"R-CONTRA", R"sql(
SELECT 'high', c.stream, c.subject, c.text, d.act, '',
       'Säädösperusta esitetään lakina, mutta se on luonnos: ' || d.act || '.',
       'Den rättsliga grunden framställs som lag men är ett utkast: ' || d.act || '.',
       'The legal basis is presented as law and is a draft: ' || d.act || '.',
       c.seq || coalesce((SELECT ' ' || group_concat(n.seq, ' ') FROM
         (SELECT DISTINCT seq FROM draft_basis n WHERE n.stream = c.stream AND n.act = d.act
          AND n.seq <> c.seq ORDER BY seq) n), '')
FROM claim c JOIN draft_basis d ON d.seq = c.seq
WHERE c.kind = 'legalBasis' ORDER BY c.seq, d.place)sql",
     FindingAbout::kStatement, "draftAsLaw"},

    // A decision may not rest on a draft.
    {"R-CONTRA", R"sql(
SELECT 'high', stream, 'legal basis', act, '', '',
       'Päätös perustuu säädösluonnokseen: ' || act || '.',
       'Beslutet grundar sig på ett författningsutkast: ' || act || '.',
       'The decision rests on a draft of law: ' || act || '.',
       seq
FROM draft_basis WHERE type = 'decision.made' ORDER BY seq, place)sql",
     FindingAbout::kStatement, "decisionOnDraft"},
};

}  // namespace

std::span<const SqlControl> StatementControls() { return kControls; }

}  // namespace sinetti
