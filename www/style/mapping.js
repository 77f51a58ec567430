/** The dialog that asks about the columns of a table. */
export const mapping = /* css */ `
.mapping {
  width: min(100% - 1em, 40em); max-width: none; max-height: calc(100% - 1em); margin: auto; padding: 1.25em 1.5em 1.5em; overflow-y: auto; overscroll-behavior: contain;
  border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); color: var(--ink);
}
.mapping::backdrop { background: rgb(20 18 15 / .45); }
.mapping h2 { font-size: 1.4em; }
.mapping h2:focus { outline: none; }
.mapping .file { margin-top: .5em; font-weight: 600; }
.mapping .encoding { display: grid; grid-template-columns: minmax(0, 15em) minmax(0, 1fr); align-items: center; gap: .15em 1.25em; margin-top: .9em; }
.mapping .encoding label { grid-column: 1 / -1; margin: 0; }
.mapping .hint { color: var(--muted); font-size: .875em; line-height: 1.5; }
.mapping .intro { margin-top: .9em; }
.mapping .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr)); gap: .6em 1.25em; margin-top: .9em; }
.mapping label { display: block; margin-bottom: .15em; color: var(--muted); font-size: .9375em; }
.mapping select { width: 100%; min-width: 0; min-height: 2.5em; }
.mapping .preview { margin-top: 1.25em; padding-top: .9em; border-top: 1px solid var(--rule); }
.mapping h3 { font: 700 .9375em/1.5 var(--sans); }
.mapping li { display: grid; grid-template-columns: 3em 1fr; margin-top: .7em; font-size: .9375em; line-height: 1.6; }
.mapping li > * { grid-column: 2; min-width: 0; }
.mapping li > .number { grid-column: 1; grid-row: 1 / span 4; color: var(--muted); font-variant-numeric: tabular-nums; }
.mapping li > :empty { display: none; }
.mapping li > .text { max-width: none; padding: 0; }
.mapping .facts { color: var(--muted); }
.mapping .none { color: var(--accent); }
.mapping .buttons { margin-top: 1.5em; }
.mapping button[disabled] { opacity: .5; cursor: not-allowed; }

@media (max-width: 36em) {
  .mapping { padding: 1em; }
  .mapping .fields > div { display: grid; grid-template-columns: 4.75em minmax(0, 1fr); align-items: center; gap: .5em; }
  .mapping .encoding { grid-template-columns: 4.75em minmax(0, 1fr); gap: .35em .5em; }
  .mapping .encoding label { grid-column: 1; }
  .mapping .encoding .hint { grid-column: 1 / -1; }
  .mapping .buttons { display: grid; grid-template-columns: 1fr 1fr; }
  .mapping select { min-height: 2.75em; }
}
`;
