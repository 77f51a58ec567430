/** The comparison table: the word stays in sight while the places scroll past it. */
export const table = /* css */ `
.key { display: flex; flex-wrap: wrap; gap: .3em 1.5em; align-items: center; }
.swatch { display: inline-grid; place-items: center; width: 2em; height: 1.4em; margin-inline-end: .5em; --city: var(--muted); color: var(--ink); font-size: .75em; }
.degrees { font-size: .9em; }

.scroll { position: relative; margin-top: 1.25em; overflow-x: auto; overscroll-behavior-x: contain; border-block: 2px solid var(--ink); }
.scroll.fits { overflow: visible; }
table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: .9375em; font-variant-numeric: tabular-nums; }
th, td { padding: 0; white-space: nowrap; border-bottom: 1px solid var(--rule); text-align: end; vertical-align: middle; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { padding: .6em .6em .5em; border-bottom: 1px solid var(--ink); background: var(--paper); font-weight: 600; vertical-align: bottom; line-height: 1.3; white-space: nowrap; overflow-wrap: normal; }
.fits thead th { position: sticky; top: 0; z-index: 2; }
thead th[class^="c"] .name, thead .apart .name { padding-bottom: .15em; border-bottom: 3px solid var(--city); }
thead .apart .name { border-bottom-style: dashed; color: var(--muted); font-weight: 400; }
thead th.apart { min-width: 6em; white-space: normal; }
abbr { text-decoration: underline dotted; text-underline-offset: .25em; cursor: help; }

.word-column { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--paper); text-align: start; box-shadow: 1px 0 0 var(--rule); }
thead .word-column { z-index: 3; }
.fits .word-column { box-shadow: none; }
tbody .word-column button { width: 100%; min-height: 2.75em; padding: .2em .6em .2em 0; border: 0; border-radius: 0; background: none; font-weight: 600; text-align: start; white-space: nowrap; }
tbody .word-column button:hover { color: var(--accent); text-decoration: underline; text-underline-offset: .25em; }
thead .word-column { padding-inline-start: 0; }

td button { display: flex; flex-direction: column; align-items: flex-end; justify-content: center; width: 100%; min-height: 2.75em; padding: .25em .6em; border: 0; border-radius: 0; background: none; line-height: 1.25; }
td button:hover { background: none; box-shadow: inset 0 0 0 2px var(--city, var(--ink)); }
td .rate { color: var(--muted); font-size: .8125em; }
td.none { padding: .25em .6em; color: var(--muted); }
td.sum { padding: .25em .6em; color: var(--muted); }
.mark { margin-inline-end: .35em; font-size: .65em; letter-spacing: -.05em; vertical-align: .15em; }
td .n { white-space: nowrap; display: inline-flex; flex-direction: row-reverse; align-items: baseline; }

.more1 { background: color-mix(in srgb, var(--city) 10%, var(--paper)); }
.more2 { background: color-mix(in srgb, var(--city) 20%, var(--paper)); }
.more3 { background: color-mix(in srgb, var(--city) 32%, var(--paper)); }
.more1 .n, .more2 .n, .more3 .n { font-weight: 700; }
.more1 .rate, .more2 .rate, .more3 .rate { color: var(--ink); }
.less1, .less2, .less3, td.apart { background: repeating-linear-gradient(135deg, var(--tint) 0 2px, var(--paper) 2px 6px); }
td.apart { background: var(--tint); }
.swatch.less2 { background: repeating-linear-gradient(135deg, var(--rule) 0 2px, var(--paper) 2px 6px); }

.after { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1.25em; margin-top: 1em; color: var(--muted); font-size: .875em; }
.fits + .after .hint { display: none; }
.after button { color: var(--ink); }

@container chengyan (max-width: 36em) {
  .after button { min-height: 3.2em; }
  .scroll { margin-inline: -.75em; padding-inline-start: 0; }
  tbody .word-column button, thead .word-column { padding-inline-start: .75em; }
}
@media (forced-colors: active) {
  .more1, .more2, .more3 { outline: 1px solid Highlight; outline-offset: -2px; }
}
`;
