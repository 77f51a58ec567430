/** Coordinated clouds: what a place does not say is outlined, faintly enough not to be read before what it says. */
export const storm = /* css */ `
.arrangement { margin-top: .9em; }
.segments.two { max-width: 22em; }
.segments.two span { white-space: nowrap; }
.ghost rect { fill: none; stroke: var(--rule); stroke-width: 1; }
.cloud .home { stroke: var(--city); stroke-width: 1.5; opacity: .75; pointer-events: none; }
.ghost text { fill: var(--muted); text-anchor: middle; }
.legend dt.empty-slot { padding: 0 .45em; border: 1px solid var(--edge); border-radius: 3px; }
.rest .left-out { margin-top: 1em; }
.rest summary { cursor: pointer; }

@container chengyan (max-width: 36em) {
  .segments.two { grid-template-columns: repeat(2, minmax(0, 1fr)); max-width: none; }
  .segments.two span { height: 100%; padding: .35em .5em; line-height: 1.3; text-align: center; white-space: normal; }
  .rest summary { min-height: 2.75em; padding-block: .5em; }
}
@media (forced-colors: active) {
  .ghost rect { stroke: GrayText; }
  .ghost text { fill: GrayText; }
  .cloud .home { stroke: LinkText; }
}
`;
