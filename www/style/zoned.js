/** Clouds zoned by theme: frames larger than those of the clouds, since every zone has a name of its own to show. */
export const zoned = /* css */ `
.zoned { margin-top: 3em; }
.zoned-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26em), 1fr)); gap: 2.25em 1.75em; margin-top: 1.5em; }
.zoned-place { display: flex; flex-direction: column; min-width: 0; border-top: 4px solid var(--city); }
.zoned-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1em; padding: .45em 0 .35em; }
.zoned-head p { color: var(--muted); font-size: .8125em; font-variant-numeric: tabular-nums; }
.zoned-picture { display: block; width: 100%; aspect-ratio: 6 / 5; overflow: hidden; background: var(--tint); font-family: var(--texts); user-select: none; }
.zone rect { fill: none; stroke: var(--rule); stroke-width: 1; }
.zone text { fill: var(--city); font-family: var(--sans); font-weight: 700; }
.zone tspan { fill: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; }
.zoned-word { fill: var(--ink); cursor: pointer; }
.zoned-word:hover { fill: var(--accent); text-decoration: underline; }
.zoned-word:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; fill: var(--accent); }
.zoned .left-out summary { cursor: pointer; }
.zoned .empty { display: grid; place-items: center; min-height: 6em; background: var(--tint); color: var(--muted); font-size: .875em; }
.zoned > .more { margin-top: 1.5em; }

@container chengyan (max-width: 36em) {
  .zoned-picture { aspect-ratio: 3 / 4; }
  .zoned .left-out summary { min-height: 2.75em; padding-block: .5em; }
}
@media (forced-colors: active) {
  .zoned-picture { background: Canvas; }
  .zone rect { stroke: GrayText; }
  .zone text, .zone tspan, .zoned-word { fill: CanvasText; }
  .zoned-word:hover, .zoned-word:focus-visible { fill: Highlight; }
}
`;
