/** One place against the others, how alike places are, and where a word stands. */
export const charts = /* css */ `
.chart .readout { min-height: 1.65em; margin-top: .6em; font-variant-numeric: tabular-nums; }
.chart .readout.hint { color: var(--muted); font-size: .9375em; }
.chart .chips, .chart .arrangement { margin-top: 1em; }
.chart .axis-note { max-width: 46em; margin-top: .5em; color: var(--muted); font-size: .875em; }
.chart .too-little { margin-top: .6em; }
.chart-place { display: inline-flex; align-items: center; gap: .6em; margin-top: 1em; }
.chart-key { display: flex; flex-wrap: wrap; gap: .2em 1.25em; margin-top: .9em; color: var(--muted); font-size: .875em; font-variant-numeric: tabular-nums; }
.chart-key li { display: inline-flex; align-items: center; gap: .4em; }
.chart-key .key-mark { width: .9em; height: .9em; overflow: visible; }
.chart-table { width: auto; }
.chart-table td, .chart-table th { padding: .15em 1.1em .15em 0; text-align: start; white-space: nowrap; }
.chart-table td { font-variant-numeric: tabular-nums; }
.chart-table td:last-child { white-space: normal; }
.chart-table button { min-height: 1.9em; padding: 0; border: 0; color: inherit; font-weight: 600; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.chart .figures { margin-top: 1em; }

.scatter-plot, .strips-plot { display: block; width: 100%; height: auto; margin-top: .5em; overflow: visible; touch-action: pan-y; font-family: inherit; font-variant-numeric: tabular-nums; }
.scatter-plot.at-point { cursor: pointer; }
.scatter-plot .lane { fill: var(--tint); }
.scatter-plot .grid-line { stroke: var(--rule); stroke-width: 1; opacity: .6; }
.scatter-plot .diagonal { stroke: var(--edge); stroke-width: 1; }
.scatter-plot .leader { stroke: var(--city); stroke-width: 1; opacity: .7; }
.scatter-plot text { font-size: 11.5px; }
.scatter-plot .tick { fill: var(--muted); text-anchor: middle; }
.scatter-plot .tick.up { text-anchor: end; }
.scatter-plot .axis-title { fill: var(--muted); font-size: 12px; }
.scatter-plot .side { fill: var(--muted); font-size: 12px; font-style: italic; }
.scatter-plot .side:lang(zh) { font-style: normal; }
.scatter-plot .end, .strips-plot .end { text-anchor: end; }
.spot { stroke: var(--paper); stroke-width: .75; fill: var(--edge); }
.spot.distinctive { fill: var(--city); }
.spot.missing { fill: var(--paper); stroke: var(--city); stroke-width: 2; }
.spot.hollow { fill: var(--paper); stroke: var(--edge); stroke-width: 1.25; }
.point { outline: none; }
.point.near .spot, .point:focus-visible .spot { stroke: var(--ink); stroke-width: 2.5; }
.point:focus-visible .spot { stroke: var(--accent); stroke-width: 4; }
.point.looked .spot { stroke: var(--ink); stroke-width: 2; }
.scatter-plot .name { fill: var(--muted); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; pointer-events: none; }
.scatter-plot .name.distinctive { fill: var(--city); font-size: 14px; font-weight: 700; }
.scatter-plot .name.missing { fill: var(--city); font-size: 14px; font-weight: 400; }

.likeness { --heat: var(--city-1); }
.triangle-and-pair { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1.5em 3em; margin-top: 1em; }
.triangle-box { max-width: 100%; padding: 3px; overflow-x: auto; overscroll-behavior-x: contain; }
.triangle { display: block; max-width: none; }
.triangle-name { fill: var(--city); font-weight: 600; }
.triangle-name.c0 { fill: var(--ink); font-weight: 400; }
.triangle-name.little { fill: var(--muted); font-weight: 400; }
.cell { cursor: pointer; outline: none; }
.cell-box.f1 { fill: color-mix(in srgb, var(--heat) 10%, var(--paper)); }
.cell-box.f2 { fill: color-mix(in srgb, var(--heat) 28%, var(--paper)); }
.cell-box.f3 { fill: color-mix(in srgb, var(--heat) 48%, var(--paper)); }
.cell-box.f4 { fill: color-mix(in srgb, var(--heat) 72%, var(--paper)); }
.cell-box.f5 { fill: var(--heat); }
.cell-box.none { fill: url(#hatch); }
.key-mark .cell-box { stroke: var(--rule); stroke-width: 1; }
.hatch { stroke: var(--rule); stroke-width: 2.5; }
.cell:hover .cell-box { stroke: var(--ink); stroke-width: 1.5; }
.cell.chosen .cell-box { stroke: var(--ink); stroke-width: 2.5; }
.cell:focus-visible .cell-box { stroke: var(--accent); stroke-width: 4; }
.cell-text { fill: var(--ink); font-size: 12.5px; text-anchor: middle; font-variant-numeric: tabular-nums; pointer-events: none; }
.cell-text.f4, .cell-text.f5 { fill: var(--paper); }
.pair { flex: 1 1 17em; min-width: min(17em, 100%); max-width: 30em; }
.pair h4 { margin-top: 1.1em; font-size: .9375em; font-weight: 600; }
.pair .chips { margin-top: .4em; }
.alike li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75em; padding: .1em 0; border-bottom: 1px solid var(--rule); }
.alike button { min-height: 2.1em; padding: 0; border: 0; font-weight: 600; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.alike span { margin-inline-start: auto; color: var(--muted); font-size: .875em; font-variant-numeric: tabular-nums; }

.strip-words { display: flex; flex-wrap: wrap; align-items: end; gap: .4em 1.5em; }
.strip-words form { display: flex; align-items: end; gap: .5em; }
.strip-words label span { display: block; color: var(--muted); font-size: .875em; }
.strip-words input { min-height: 2.5em; padding: .2em .5em; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); }
.chart .strip-readout { min-height: 3.3em; }
.strips-plot text { fill: var(--ink); font-size: 13px; }
.strips-plot .strip-figure { fill: var(--muted); font-size: 12px; }
.strip-box { fill: color-mix(in srgb, var(--city) 9%, var(--paper)); }
.strip-gaps { stroke: var(--paper); stroke-width: 3; }
.strip-uses { stroke: var(--city); stroke-width: 1.5; opacity: .85; }
.strip.hollow .strip-box { fill: none; stroke: var(--rule); stroke-dasharray: 3 3; }
.strip.hollow .strip-uses { stroke: var(--muted); stroke-width: 1; }
.strip { cursor: pointer; }
.cursor { outline: none; }
.cursor-box { fill: none; stroke: none; }
.cursor.near .cursor-box { stroke: var(--ink); stroke-width: 1.5; }
.cursor:focus-visible .cursor-box { stroke: var(--accent); stroke-width: 3; }

@container chengyan (max-width: 36em) {
  .chart-place select, .chart .chip { min-height: 2.75em; }
  .alike button { min-height: 2.75em; }
  .strip-words input { min-height: 2.75em; }
}
@media (forced-colors: active) {
  .spot.other { fill: color-mix(in srgb, CanvasText 55%, Canvas); }
  .cell-box { stroke: CanvasText; }
  .cell-box.none { stroke-dasharray: 3 2.5; }
  .cell-text { forced-color-adjust: none; }
  .strip-box { fill: Canvas; stroke: CanvasText; }
  .point:focus-visible .spot, .cell:focus-visible .cell-box, .cursor:focus-visible .cursor-box { stroke: Highlight; }
}
`;
