/** What places speak about: one hue from light to deep, so that the order is seen without telling colours apart. */
export const themes = /* css */ `
.themes { --heat: var(--city-1); }
.heat-key { display: flex; flex-wrap: wrap; align-items: center; gap: .3em 1.25em; margin-top: 1em; color: var(--muted); font-size: .875em; }
.heat-key ul { display: flex; flex-wrap: wrap; gap: .2em 1em; margin: 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; }
.heat-key li { display: inline-flex; align-items: center; gap: .4em; }
.heat-swatch { width: 1.6em; height: 1em; border: 1px solid var(--rule); }
.heat-box { width: fit-content; max-width: 100%; margin-top: .75em; overflow-x: auto; overscroll-behavior-x: contain; border-block: 2px solid var(--ink); }
.heat { width: auto; }
.heat th, .heat td { border-bottom: 1px solid var(--paper); overflow-wrap: normal; }
.heat .size { white-space: nowrap; }
.heat thead th { width: 7em; min-width: 4.6em; text-align: center; vertical-align: top; white-space: normal; }
.heat thead th .name, .heat thead th .size, .heat thead th .little { display: block; }
.heat .size, .heat .little { color: var(--muted); font-size: .8125em; font-weight: 400; }
.heat thead .theme-column { width: auto; text-align: start; }
.heat .theme-column { position: sticky; inset-inline-start: 0; z-index: 1; min-width: 5.5em; max-width: 13em; padding: .3em .75em .3em 0; background: var(--paper); text-align: start; white-space: normal; box-shadow: 1px 0 0 var(--rule); }
.heat tbody .theme-column { font-weight: 600; border-bottom-color: var(--rule); }
.heat .theme-column .size, .heat .theme-column .little { margin-inline-start: .6em; }
.heat .theme-column button, .heat .theme-head button { width: 100%; min-height: 2.75em; padding: .1em 0; border: 0; border-radius: 0; background: none; color: inherit; font: inherit; line-height: 1.3; text-align: inherit; }
.heat .theme-head button { padding-inline: .2em; }
.heat .theme-column button:hover, .heat .theme-head button:hover { color: var(--accent); text-decoration: underline; text-underline-offset: .25em; }
.heat.turned thead th { min-width: 4.4em; font-size: .8125em; }
.heat td button, .heat .nothing { display: flex; flex-direction: column; align-items: center; justify-content: center; width: 100%; min-height: 2.9em; padding: .25em .4em; line-height: 1.25; }
.heat td button:hover { box-shadow: inset 0 0 0 2px var(--ink); }
.heat .nothing, .heat .nothing .share { color: var(--muted); font-weight: 400; }
.heat td .n { display: inline; color: inherit; font-size: .8125em; }
.heat .sure .share { font-weight: 700; }
.s1 { background: color-mix(in srgb, var(--heat) 7%, var(--paper)); }
.s2 { background: color-mix(in srgb, var(--heat) 15%, var(--paper)); }
.s3 { background: color-mix(in srgb, var(--heat) 25%, var(--paper)); }
.s4 { background: color-mix(in srgb, var(--heat) 37%, var(--paper)); }
.s5 { background: color-mix(in srgb, var(--heat) 50%, var(--paper)); }

.board { margin-top: 2.25em; }
.board h3 { font-size: 1.05em; }
.verdict { max-width: 46em; margin-top: .75em; font-weight: 600; }
.board-table { width: auto; min-width: min(100%, 46em); margin-top: .5em; }
.board-table thead th { padding: .3em 1em .3em 0; text-align: start; }
.board-table tbody th, .board-table td { padding: .2em 1em .2em 0; text-align: start; white-space: normal; }
.board-table th button { min-height: 2.2em; padding: 0 .2em; border: 0; color: inherit; font-weight: 600; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; white-space: nowrap; }
.board-table th button:hover { text-decoration-color: currentColor; }
.board-table .rank { font-weight: 700; white-space: nowrap; }
.board-table .tie, .board-table .no-rank { color: var(--muted); font-weight: 400; }
.board-table .rate-cell { white-space: nowrap; }
.board-table .rate-cell .plot { display: inline-block; width: 180px; max-width: 100%; margin-inline-end: .75em; vertical-align: middle; }
.board-words { color: var(--muted); font-size: .875em; }
.terms .chip { min-height: 2em; }

.theme-sheet { margin-top: 1.75em; font-size: .9375em; }
.theme-sheet summary { width: fit-content; min-height: 2em; color: var(--accent); cursor: pointer; }
.theme-sheet label { display: block; margin-top: .6em; }
.theme-sheet select { display: block; max-width: 100%; min-height: 2.4em; margin-top: .2em; }
.theme-sheet textarea { display: block; width: 100%; max-width: 30em; margin-top: .3em; padding: .5em; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); }
.theme-sheet .n-terms { color: var(--muted); font-size: .875em; font-variant-numeric: tabular-nums; }
.theme-sheet .twice { margin-top: .4em; color: var(--accent); }

@container chengyan (max-width: 36em) {
  .heat .theme-column { min-width: 6.4em; max-width: 7.5em; font-size: .875em; }
  .heat .theme-column .size, .heat .theme-column .little { display: block; margin: 0; }
  .board-table th button, .theme-sheet summary, .terms .chip { min-height: 2.75em; }
  .board-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .board-table, .board-table tbody, .board-table tr { display: block; width: 100%; min-width: 0; }
  .board-table tr { display: grid; grid-template-columns: minmax(4.5em, max-content) 1fr auto; align-items: center; gap: 0 .5em; padding: .4em 0; border-bottom: 1px solid var(--rule); }
  .board-table tbody th, .board-table td { padding: 0; border: 0; }
  .board-table .board-uses { grid-area: 1 / 3; }
  .board-table .board-uses::before { content: "n = "; }
  .board-table .rate-cell { grid-area: 2 / 2 / auto / -1; white-space: normal; }
  .board-table td.board-words { grid-area: 3 / 2 / auto / -1; }
  .board-table .rate-cell .plot { display: block; margin: 0; }
}
@media (forced-colors: active) {
  .heat td button { border: 1px solid CanvasText; }
}
`;
