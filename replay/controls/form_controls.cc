// Checks of forms: sections with questions and no answers, and jumps in the running numbers.
#include "replay/controls/control_sets.h"

namespace sinetti {
namespace {

constexpr SqlControl kControls[] = {
    // A section that the form left blank although it asks questions.
    {"R-BLANK", R"sql(
SELECT 'high', form, section, questions, 0, -questions,
       'Osio "' || title || '" on jätetty tyhjäksi: ' || questions || ' kysymystä ilman vastausta.',
       'Avsnittet "' || title || '" har lämnats tomt: ' || questions || ' frågor utan svar.',
       'The section "' || title || '" was left blank: ' || questions || ' questions without answer.',
       seq
FROM form_blank ORDER BY form, first_number)sql",
     FindingAbout::kThing, "section"},

    // A section stated as blank in which something was answered after all.
    {"R-BLANK", R"sql(
SELECT 'medium', b.form, b.section || ' answers', b.questions, b.questions - count(a.number),
       -count(a.number),
       'Osio ' || b.section || ' on merkitty tyhjäksi, mutta siinä on ' || count(a.number) ||
         ' vastausta.',
       'Avsnitt ' || b.section || ' anges som tomt men har ' || count(a.number) || ' svar.',
       'Section ' || b.section || ' is said to be blank and has ' || count(a.number) || ' answers.',
       b.seq || ' ' || group_concat(a.seq, ' ')
FROM form_blank b
JOIN form_answer a ON a.form = b.form AND a.number BETWEEN b.first_number AND b.last_number
GROUP BY b.form, b.section ORDER BY b.form, b.first_number)sql",
     FindingAbout::kThing, "answered"},

    // Running numbers that jump: the number that is printed, and the one that was to come.
    {"R-SEQ", R"sql(
SELECT 'medium', form, first_missing || '-' || last_missing, last_missing + 1, first_missing,
       -missing,
       'Juoksevasta numeroinnista puuttuvat numerot ' || first_missing || '–' || last_missing || '.',
       'I den löpande numreringen saknas numren ' || first_missing || '–' || last_missing || '.',
       'The running numbers ' || first_missing || '–' || last_missing || ' are missing.',
       seq
FROM v36_gaps ORDER BY form, first_missing)sql",
     FindingAbout::kThing, "numbers"},
};

}  // namespace

std::span<const SqlControl> FormControls() { return kControls; }

}  // namespace sinetti
