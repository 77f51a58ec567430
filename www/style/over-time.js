/** One place over time: hollow dots for earlier, filled ones for later. */
export const overTime = /* css */ `
.which-place { margin-top: 1em; }
.which-place select { min-height: 2.4em; max-width: 100%; }
.periods ul { margin: .75em 0 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; }
.periods li::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-inline-end: .5em; border: 2px solid var(--ink); border-radius: 50%; }
.periods .now::before { background: var(--ink); }
.then-now { display: grid; grid-template-columns: minmax(0, 360px) minmax(0, 1fr); gap: 1.5em 2em; align-items: start; margin-top: 1em; }
.then-plot { max-width: 420px; }
.then-plot .group-name { fill: var(--ink); font-weight: 700; font-size: 12px; }
.then-plot .interval { stroke-width: 1.5; }
.then-plot .moved { stroke: var(--city); stroke-width: 1.5; opacity: .8; }
.then-plot .dot.before { fill: var(--paper); }
.then-plot .steady .moved { stroke-dasharray: 2 2; }
.hollow-all .interval { stroke-dasharray: 3 2.5; }
.then-table th, .then-table td { padding: .25em .9em .25em 0; border-bottom: 1px solid var(--rule); text-align: start; white-space: nowrap; font-size: .875em; font-variant-numeric: tabular-nums; }
.then-table th button { min-height: 2.2em; padding: 0; border: 0; color: inherit; font-weight: 600; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.then-table th button:hover { background: none; text-decoration-color: currentColor; }
.then-table .unsure td { color: var(--muted); }

@container chengyan (max-width: 60em) {
  .then-now { grid-template-columns: minmax(0, 1fr); }
}
@container chengyan (max-width: 36em) {
  .then-table th button { min-height: 2.75em; }
}
@media (forced-colors: active) {
  .then-plot .moved { stroke: CanvasText; opacity: 1; }
  .plot.then-plot .dot.before { fill: Canvas; }
}
`;
