/** A word in its contexts: lines of one height, the word in the middle; on a phone whose it is stands beneath. */
export const concordance = /* css */ `
.side.wide { width: min(100%, 68em); }
.line-choices { margin: .6em 0 .4em; color: var(--muted); font-size: .875em; }
.line-choices select { min-width: 0; max-width: 11.5em; color: var(--ink); }
.lines { --row: 2.3em; margin-top: .6em; border-top: 2px solid var(--ink); }
.lines table, .lines tbody { display: block; }
.lines tbody { height: calc(var(--n) * var(--row)); content-visibility: auto; }
.lines tbody tr { display: grid; grid: "whose left word right page" var(--row) / 14em minmax(0, 1fr) auto minmax(0, 1fr) 2em; align-items: center; box-shadow: inset 0 -1px var(--rule); cursor: pointer; }
.lines tr:hover, .lines tr:focus-within { background: var(--tint); }
.lines tbody tr > * { grid-area: word; border: 0; text-align: start; }
.lines tbody td { overflow: hidden; text-overflow: ellipsis; }
.lines tbody .left { grid-area: left; direction: rtl; text-align: right; }
.lines tbody .right { grid-area: right; }
.lines tbody .whose { grid-area: whose; padding-inline: .6em; border-inline-start: 3px solid var(--city); color: var(--muted); font-size: .8125em; }
.lines .apart .whose { border-inline-start-style: dashed; }
.whose b { margin-inline-end: .6em; color: var(--city); font-weight: 600; }
.lines tbody .page { grid-area: page; overflow: visible; text-align: center; }
.page a { display: block; color: var(--accent); line-height: 2em; }
.lines th button { min-height: 0; padding: 0 .3em; border: 0; background: none; color: var(--accent); font-weight: 700; }
.lines .negated { text-decoration: underline dashed; }
.lines .problem { text-decoration: underline wavy 1px; }

@media (max-width: 44em) {
  .line-choices { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .3em .75em; }
  .line-choices label { display: grid; gap: 0; grid-column: span 2; }
  .line-choices :is(.from, .until) { grid-column: span 1; }
  .lines { --row: 4em; margin-inline: -.5em; }
  .lines tbody tr { grid: "left word right" 2.2em "whose whose whose" 1.8em / minmax(0, 1fr) auto minmax(0, 1fr); }
  .lines tbody .whose { padding-inline-end: 3.5em; }
  .lines tbody .page { grid-area: 2 / 3; justify-self: end; padding: 0 1em; }
}
`;
