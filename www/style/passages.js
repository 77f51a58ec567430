/** Shared wording: bars of own and shared text, cards side by side, and a table. */
export const passages = /* css */ `
.shares, .aligned, .runs { margin-top: 1.75em; }
:is(.shares, .aligned, .runs) h3 { font-size: 1.05em; }
.share-key { display: flex; flex-wrap: wrap; gap: .2em 1.25em; margin: .5em 0 0; padding: 0; list-style: none; color: var(--muted); font-size: .875em; }
.share-key li { display: inline-flex; align-items: center; gap: .4em; }
.share-swatch { width: 1.6em; height: .8em; border: 1px solid var(--edge); }
.share-swatch.own { background: var(--tint); }
.share-swatch.shared { border-color: var(--shared); background: var(--shared); }
.share-swatch.set { border-color: var(--shared); background: color-mix(in srgb, var(--shared) 40%, var(--paper)); }
.share-plot { max-width: 460px; margin-top: .75em; }
.share-plot .share-place { fill: var(--ink); font-weight: 600; }
.share-plot .share-text { text-anchor: end; }
.share-plot .own { fill: var(--tint); stroke: var(--edge); stroke-width: .75; }
.share-plot .shared { fill: var(--city); }
.share-plot .set { fill: color-mix(in srgb, var(--city) 40%, var(--paper)); }
.share-plot .here .share-place { text-decoration: underline; }

.shares table { width: auto; }
.shares :is(th, td) { padding: .25em 1.1em .25em 0; }
.shares th:first-child { text-align: start; }

.aligned h3:focus { outline: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr)); gap: 1.25em 1.75em; align-items: start; margin-top: .75em; }
.card { display: flex; flex-direction: column; min-width: 0; max-width: 34em; padding-top: .4em; border-top: 4px solid var(--city); }
.card h4 { margin: 0; color: var(--city); font-size: 1em; }
.card .sentence { margin-top: .4em; }
.card mark { font-weight: 400; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.card u { text-decoration: underline dotted; text-decoration-color: var(--muted); text-underline-offset: .25em; }
.card .open-there { width: fit-content; min-height: 2.2em; margin-top: .3em; padding: 0; border: 0; color: var(--accent); text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.card .open-there:hover { background: none; text-decoration-color: currentColor; }

.run-table { width: 100%; max-width: 62em; margin-top: .5em; }
.run-table th, .run-table td { padding: .35em 1em .35em 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: baseline; white-space: normal; }
.run-table thead th { white-space: nowrap; }
.run-table td:nth-child(2) { font-variant-numeric: tabular-nums; }
.run-table tbody th { font-weight: 400; }
.run-table th button { min-height: 2.2em; padding: .2em 0; border: 0; color: inherit; text-align: start; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .25em; }
.run-table th button:hover { background: none; text-decoration-color: currentColor; }
.run-table th button[aria-pressed="true"] { background: none; color: inherit; font-weight: 700; text-decoration-color: var(--accent); text-decoration-thickness: 2px; }
.run-table .here td:nth-child(2) { font-weight: 700; }
.set-mark { margin-inline-start: .6em; padding: 0 .4em; border: 1px solid var(--edge); border-radius: 2px; color: var(--muted); font-size: .8125em; white-space: nowrap; }
.run-place { display: inline-block; margin-inline-end: .7em; color: var(--city); white-space: nowrap; }
.runs .more { margin-top: .75em; }

@container chengyan (max-width: 36em) {
  .run-table th button, .card .open-there, .shares summary { min-height: 2.75em; }
  .run-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .run-table, .run-table tbody { display: block; }
  .run-table tr { display: grid; grid-template-columns: 3em 1fr; gap: 0 .5em; padding: .4em 0; border-bottom: 1px solid var(--rule); }
  .run-table tbody th { grid-area: 1 / 1 / auto / -1; }
  .run-table tbody th, .run-table td { padding: 0; border: 0; }
}
@media (forced-colors: active) {
  .share-plot .set { fill: color-mix(in srgb, CanvasText 40%, Canvas); stroke: CanvasText; stroke-width: .75; }
  .share-swatch { forced-color-adjust: none; }
}
`;
