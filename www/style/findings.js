/** What the figures allow to say: a lead in the headings' type, small panels of dots, one list for each place. */
export const findings = /* css */ `
.overview { margin-top: 1.75em; max-width: 46em; }
.overview .facts-line { font: 700 1.35em/1.4 var(--serif); text-wrap: balance; }
.set-words { max-width: 46em; margin-top: .35em; color: var(--muted); }
.set-words .link { white-space: nowrap; }
.overview .claims { margin-top: .35em; min-height: 3.3em; }

.findings h4 { margin: 0; font: inherit; }
.family { margin-top: 1.75em; }
.family h3, .lists-title { font-size: 1.05em; }
.family.leading h3, .family.frequent h3 { font-weight: 400; }
.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); gap: 1.25em 1.75em; margin-top: .75em; }
.panel-word { min-width: 0; border-top: 1px solid var(--rule); }
.word-title { min-height: 2.2em; padding: .2em 0; border: 0; font-weight: 700; }
.word-title:hover { background: none; color: var(--accent); text-decoration: underline; text-underline-offset: .2em; }
.plot { display: block; width: 100%; max-width: 310px; overflow: visible; font: 11px var(--sans); font-variant-numeric: tabular-nums; }
.plot .grid-line { stroke: var(--rule); stroke-width: 1; }
.plot .tick { fill: var(--muted); text-anchor: middle; }
.plot .place { fill: var(--ink); text-anchor: end; }
.plot .interval { stroke: var(--city); stroke-width: 2; opacity: .55; }
.plot .dot { fill: var(--city); stroke: var(--city); stroke-width: 1.5; }
:is(.plot .hollow, .hollow .plot) .dot { fill: var(--paper); }
:is(.plot .hollow, .hollow .plot) .interval { stroke-dasharray: 3 2.5; }
.axis-note { margin-top: .6em; color: var(--muted); font-size: .8125em; }
.figures { margin-top: .75em; }
.figures summary { cursor: pointer; }
.scroll-x { overflow-x: auto; margin-top: .5em; }
.findings th, .findings td { padding: .3em .9em .3em 0; text-align: start; }

.survival { display: flex; flex-wrap: wrap; align-items: center; gap: .3em 1em; max-width: 46em; margin-top: 1em; }
.survival label { display: inline-flex; align-items: center; gap: .5em; min-height: 2.2em; font-weight: 600; cursor: pointer; }
.survival input { accent-color: var(--accent); }
.survival .survival-status { color: var(--muted); font-size: .9375em; font-variant-numeric: tabular-nums; }
.survival .survival-status:empty { display: none; }
.fails .word-title, .figures-table .fails td, .figures-table .fails th button { color: var(--muted); font-weight: 400; }
.not-with { display: block; color: var(--muted); font-size: .8125rem; font-weight: 400; line-height: 1.3; }
.panel-word.fails .dot, .panel-word.fails .interval { stroke: var(--muted); }
.panel-word.fails .dot:not(.hollow *) { fill: var(--muted); }

.too-little { margin-top: 1.5em; }
.lists-title { margin-top: 2.25em; }
.cities { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); gap: 1.75em; margin-top: 1em; }
.cities > .take { grid-column: 1 / -1; column-span: all; margin-top: 0; }
.cities.many { display: block; columns: 19em; column-gap: 1.75em; }
.cities.many > .city { break-inside: avoid; margin-bottom: 1.75em; }
.city { min-width: 0; border-top: 4px solid var(--city); }
.city h4 { padding-top: .35em; font: 700 1.1em/1.35 var(--serif); }
.city .size-line, .city .nothing { color: var(--muted); font-size: .875em; font-variant-numeric: tabular-nums; }
.city .nothing { margin-top: .4em; }
.figures-table { margin-top: .75em; font-size: .875em; }
.figures-table caption { padding-bottom: .2em; font-weight: 600; text-align: start; }
.findings .figures-table th, .findings .figures-table td { padding-inline-end: .5em; white-space: normal; }
.figures-table th button, .leading-words button { min-height: 1.9em; padding: 0 .3em; border: 0; color: inherit; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.figures-table th button { padding-inline-start: 0; font-weight: 600; }
.leading-words { margin-top: .7em; color: var(--muted); font-size: .875em; }
.leading-words strong { display: block; font-weight: 600; }
.leading-words button:hover, .figures-table th button:hover { color: var(--ink); text-decoration-color: currentColor; }
.shared-words { margin-top: 1.75em; }

@container chengyan (max-width: 36em) {
  .word-title, .leading-words button, .figures-table th button, .figures summary { min-height: 2.75em; }
  .plot { max-width: 320px; }
}
@media (forced-colors: active) {
  .plot .interval { opacity: 1; }
}
`;
