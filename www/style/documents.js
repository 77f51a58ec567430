/** The list of documents and what was done to each. */
export const documents = /* css */ `
.documents > ul { margin-top: 1.25em; border-top: 2px solid var(--ink); }
.documents > ul > li { border-bottom: 1px solid var(--rule); }
.documents summary {
  display: grid; grid-template-columns: 1.25em minmax(0, 1fr) auto; gap: 0 .5em; align-items: baseline; padding: .75em 0; cursor: pointer; list-style: none;
}
.documents summary::-webkit-details-marker { display: none; }
.documents summary::before { content: "+"; grid-row: 1; color: var(--accent); font-weight: 700; }
.documents details[open] > summary::before { content: "–"; }
.documents summary:hover .title { text-decoration: underline; text-underline-offset: .25em; }
.documents .title { font: 700 1.0625em/1.45 var(--serif); }
.documents .tag { display: inline-block; margin-inline-start: .6em; padding: 0 .45em; border: 1px solid var(--rule); color: var(--muted); font: 400 .75em/1.6 var(--sans); vertical-align: .1em; }
.documents .facts { grid-column: 2; grid-row: 2; color: var(--muted); font-size: .875em; font-variant-numeric: tabular-nums; }
.documents .done { grid-column: 3; grid-row: 1 / 3; align-self: center; font-size: .875em; font-variant-numeric: tabular-nums; }
.documents .done.none { color: var(--muted); }

.documents .body { padding: .25em 0 1.5em 1.75em; font-size: .9375em; }
.fact-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr)); gap: .35em 2em; }
.fact-list > div { display: flex; gap: .75em; }
.fact-list dt { flex: none; min-width: 4.75em; color: var(--muted); }
.fact-list dd { min-width: 0; }
.fact-list .tag { margin-inline-start: .5em; }
.fact-list select { max-width: 100%; }
.fact-list .of-table { display: block; color: var(--muted); font-size: .875em; }
.handled { margin-top: 1.25em; }
.handled h3 { font: 700 1em/1.5 var(--sans); }
.handled > ul > li { display: grid; grid-template-columns: minmax(10em, 16em) 4.5em minmax(0, 1fr); gap: .1em 1em; padding: .4em 0; border-top: 1px solid var(--rule); }
.handled .times { text-align: end; color: var(--muted); font-variant-numeric: tabular-nums; }
.notices > ul > li { display: block; }
.examples { display: flex; flex-wrap: wrap; gap: .15em 1.25em; color: var(--muted); font-size: .9375em; }
.examples q { quotes: none; padding: 0 .2em; background: var(--tint); color: var(--ink); }
.examples em { font-style: normal; }
.untouched { margin-top: 1em; color: var(--muted); }
.body .buttons { margin-top: 1.25em; }

@container chengyan (max-width: 36em) {
  .documents summary { grid-template-columns: 1em minmax(0, 1fr); }
  .documents .done { grid-column: 2; grid-row: 3; }
  .documents .body { padding-inline-start: 1.5em; }
  .handled > ul > li { grid-template-columns: minmax(0, 1fr) auto; }
  .examples { grid-column: 1 / -1; }
}
`;
