/** What is looked at: marked as with a highlighter, in every view alike. */
export const linked = /* css */ `
.part-linked { position: sticky; bottom: .75em; z-index: 4; width: fit-content; max-width: 100%; margin: 1.5em auto 0; }
.looked { display: flex; align-items: center; gap: .35em; padding-inline-start: 1em; border: 1px solid var(--ink); border-radius: 1.5em; background: var(--paper); box-shadow: 0 1px 6px rgb(20 18 15 / .25); }
.looked button { min-height: 2.75em; padding: 0; border: 0; border-radius: 1.5em; }
.looked .looked-word { font-weight: 700; text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: .25em; }
.looked .clear { min-width: 2.75em; font-size: 1.05em; }
.looked button:hover { background: none; color: var(--accent); }

.word[aria-current], .word.strong[aria-current] { fill: var(--ink); stroke: var(--mark); stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }
.ghost[aria-current] rect { fill: var(--mark); stroke: var(--edge); }
.ghost[aria-current] text { fill: var(--ink); }
.panel-word[aria-current] .word-title, tr[aria-current] > :is(th, .word-column), :is(p, td, th, div, details) > button[data-word][aria-current]:not([aria-pressed="true"]) { background: var(--mark); }
tr[aria-current] > * { border-bottom-color: var(--ink); }
.root tr[aria-current] > th button:hover, .root button[data-word][aria-current]:not([aria-pressed="true"]):hover { color: var(--ink); }
.heat .theme-column button.choose { width: auto; min-height: 0; }
.choose[aria-pressed="true"] { background: var(--mark); color: var(--ink); box-shadow: 0 0 0 .15em var(--mark); }
th[aria-current] { box-shadow: inset 0 -3px 0 var(--ink); }
figure[aria-current], .city[aria-current] { outline: 2px solid var(--ink); outline-offset: .4em; }
.has-place .plot .row:not([aria-current]) :is(.interval, .dot) { opacity: .35; }
.plot .row { cursor: pointer; }
.plot .row[aria-current] .place { font-weight: 700; }

@media (forced-colors: active) {
  .word[aria-current] { fill: Highlight; }
  .looked { border-color: CanvasText; }
  tr[aria-current] > th, .choose[aria-pressed="true"], button[data-word][aria-current] { outline: 2px solid Highlight; }
}
@media print { .part-linked { display: none; } }
`;
