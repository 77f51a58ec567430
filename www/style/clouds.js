/** The clouds: small multiples of one size, colour for what is distinctive alone. */
export const clouds = /* css */ `
.legend dl { display: flex; flex-wrap: wrap; gap: .2em 1.75em; }
.legend dt, .legend dd { display: inline; }
.legend dt { margin-inline-end: .6em; color: var(--ink); white-space: nowrap; }
.legend dt.strong, .legend dt.own { color: var(--city); }
.legend dt.strong { font-weight: 700; }
.legend dt.shared { color: var(--shared); }
.legend { max-width: none; }
.legend p { margin-top: .2em; }

.part-clouds section { margin-top: 2em; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr)); gap: 2.25em 1.75em; margin-top: 1.5em; }
figure { display: flex; flex-direction: column; min-width: 0; border-top: 4px solid var(--city); }
figcaption { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1em; padding: .45em 0 .35em; }
figcaption .parent { margin-inline-start: .6em; color: var(--muted); font: 400 .7em/1 var(--sans); }
figcaption p { color: var(--muted); font-size: .8125em; font-variant-numeric: tabular-nums; }
figure .why { padding-bottom: .4em; color: var(--muted); font-size: .8125em; }
figure .empty { display: grid; place-items: center; aspect-ratio: 4 / 3; background: var(--tint); color: var(--muted); font-size: .875em; }

.cloud { display: block; width: 100%; aspect-ratio: 4 / 3; overflow: hidden; background: var(--tint); font-family: var(--texts); user-select: none; }
.word { fill: var(--shared); cursor: pointer; }
/* The colour says what was counted; the weight, that it may be said. */
.word.strong, .word.own { fill: var(--city); }
.word.strong { font-weight: 700; }
.word:hover { fill: var(--ink); text-decoration: underline; }
.word:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; fill: var(--ink); }

/* What is no place must not look like one. */
figure.apart { border-top-style: dashed; }
figure.apart .cloud { background: repeating-linear-gradient(135deg, var(--tint) 0 6px, var(--paper) 6px 12px); }

.left-out { padding-top: .4em; color: var(--muted); font-size: .8125em; }
.left-out button { min-height: 0; padding: 0 .35em; border: 0; color: inherit; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.left-out button:hover { color: var(--ink); }
.clouds > .more { margin-top: 1.5em; }

@container chengyan (max-width: 36em) {
  .legend dl { display: block; }
  .cloud { aspect-ratio: 1 / 1; }
  .left-out button { min-height: 2.2em; }
}
@media (forced-colors: active) {
  .cloud { background: Canvas; }
  .word, .word.own { fill: CanvasText; }
  .word.strong { fill: LinkText; text-decoration: underline; }
  .word:hover, .word:focus-visible { fill: Highlight; }
}
`;
