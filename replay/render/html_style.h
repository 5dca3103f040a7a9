// The style of every HTML report: one column, system fonts, contrast of at least 7:1, readable on a
// phone, sober on paper.
#pragma once

namespace sinetti {

inline constexpr const char* kHtmlStyle = R"css(
:root { --ink: #16202c; --quiet: #46525f; --line: #c9d1da; --paper: #ffffff; --wash: #f3f6f9;
        --accent: #0b4a7d; --good: #14532d; --notice: #6b4400; --bad: #8f1414; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--wash); color: var(--ink);
       font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { max-width: 84rem; margin: 0 auto; padding: 1.5rem; background: var(--paper); }
header { border-bottom: 3px solid var(--accent); margin-bottom: 1.5rem; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.3rem; color: var(--accent); }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
.stands { margin: 0 0 .75rem; color: var(--quiet); font-size: .9rem; }
.subtitle { margin: 0 0 .25rem; color: var(--quiet); font-size: 1.1rem; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
a { color: var(--accent); }
a:focus { outline: 3px solid #f2a900; outline-offset: 2px; }
.table { overflow-x: auto; margin: 0 0 1.75rem; }
.table:focus-visible { outline: 3px solid #f2a900; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
         vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); background: var(--wash); }
td.right, th.right { text-align: right; font-variant-numeric: tabular-nums; }
td.right { white-space: nowrap; }
tbody th { font-weight: 600; }
.wide table { font-size: .82rem; } .wide th, .wide td { padding: .35rem .4rem; }
.wide .short, .wide .mark { white-space: normal; }
.short { white-space: nowrap; } .long { min-width: 11rem; }
.events { font-size: .82em; margin-left: .35rem; } .events a { white-space: nowrap; }
.mark { font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .notice { color: var(--notice); } .bad { color: var(--bad); }
td.bad, td.notice { border-left: 4px solid currentColor; }
.note, .empty { color: var(--quiet); }
.table + .note { margin-top: -1.25rem; }
figure { margin: 0 0 1.75rem; }
figcaption { color: var(--quiet); }
.chart { max-width: 100%; height: auto; }
.chart text { font-size: 13px; fill: var(--ink); }
.chart .group { text-anchor: end; }
.bar.s1 { fill: #0b4a7d; } .bar.s2 { fill: #e08a1e; stroke: #7a4300; }
.bar.s3 { fill: #5b8c5a; stroke: #14532d; } .bar.s4 { fill: #a33b3b; }
.course { display: block; } .course text { font-size: 13px; fill: var(--ink); }
.course .day { font-variant-numeric: tabular-nums; } .course .links { fill: var(--quiet); }
figcaption .lane { display: inline-block; margin-right: .75rem; } figcaption .course { display: inline; }
.course .lane { stroke-width: 2; } .course .arc { fill: none; stroke: var(--quiet); }
.course .point { fill: var(--quiet); } .course a { fill: var(--accent); }
.course .l1 { fill: #0b4a7d; stroke: #0b4a7d; } .course .l2 { fill: #a34a00; stroke: #a34a00; }
.course .l3 { fill: #14532d; stroke: #14532d; } .course .l4 { fill: #7a1f5c; stroke: #7a1f5c; }
.course .l5 { fill: #4b4b00; stroke: #4b4b00; } .course .l6 { fill: #46525f; stroke: #46525f; }
.course .due { fill: #fff; stroke: var(--ink); stroke-width: 1.5; }
.course .due.bad { stroke: var(--bad); fill: var(--bad); } .course .due.good { stroke: var(--good); }
.course text.bad { fill: var(--bad); font-weight: 600; }
.spark { vertical-align: baseline; } .spark rect { fill: #5b7f9c; } .spark .newest { fill: #0b4a7d; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.cited .hash { display: inline-block; min-width: 18ch; }
code, .hash { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .85em;
              overflow-wrap: anywhere; }
.cited q { font-style: italic; }
@media (max-width: 40rem) { main { padding: 1rem; } table { font-size: .9rem; }
  th, td { padding: .35rem .4rem; } tbody th { hyphens: auto; overflow-wrap: anywhere; } dl { grid-template-columns: 1fr; }
  dt { margin-top: .4rem; } .chart text { font-size: 16px; }
  /* A row becomes a card: its header first, then each cell behind its column's title. */
  .stack table, .stack tbody, .stack tr, .stack caption { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { border-bottom: 2px solid var(--ink); padding: .4rem 0; }
  .stack th[scope=row], .stack td { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 .75rem;
    border: 0; padding: .15rem .25rem; min-width: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; }
  .stack th[scope=row]::before, .stack td::before { content: attr(data-title); color: var(--quiet);
    font-weight: 400; overflow-wrap: normal; hyphens: auto; } }
@media print { body { background: none; font-size: 9.5pt; } main { max-width: none; padding: 0; }
  nav { display: none; } a { color: inherit; text-decoration: none; }
  .table { overflow: visible; } table { font-size: 8pt; }
  th, td { padding: .2rem .3rem; overflow-wrap: break-word; } td.right { white-space: normal; }
  .long { min-width: 8rem; }
  table, .chart { break-inside: auto; } tr, .chart, .few { break-inside: avoid; }
  .wide table { font-size: 7pt; } .wide th, .wide td { padding: .15rem .2rem; }
  thead { display: table-header-group; } h2, h3, caption { break-after: avoid; } }
@page { margin: 15mm 12mm; }
)css";

}  // namespace sinetti
