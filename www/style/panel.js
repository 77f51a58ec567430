/** The side panel with sentences; on a phone it takes the whole screen. */
export const panel = /* css */ `
.side {
  position: fixed; inset: 0 0 0 auto; width: min(100%, 36em); height: 100%; max-width: none; max-height: none; margin: 0; padding: 0;
  border: 0; border-inline-start: 1px solid var(--edge); background: var(--paper); color: var(--ink); overflow-y: auto; overscroll-behavior: contain;
}
.side::backdrop { background: rgb(20 18 15 / .45); }
.panel { padding: 0 1.5em 2em; }
.panel header { position: sticky; top: 0; z-index: 1; display: flex; align-items: flex-start; justify-content: space-between; gap: 1em; padding: 1em 0 .5em; background: var(--paper); }
.panel h2 { font-size: 2em; line-height: 1.25; }
.panel h2:focus { outline: none; }
.close { flex: none; min-width: 2.75em; min-height: 2.75em; padding: 0; border-color: transparent; font-size: 1em; }
.close { font-size: 1.25em; min-width: 2.2em; min-height: 2.2em; line-height: 1; }
.uses { color: var(--muted); font-size: .9375em; font-variant-numeric: tabular-nums; }
.chips { display: flex; flex-wrap: wrap; gap: .4em; margin: .9em 0 .25em; }
.chip { display: inline-flex; gap: .5em; align-items: center; min-height: 2.25em; padding: .25em .75em; border-color: var(--rule); font-size: .9375em; }
.chip span { color: var(--muted); font-variant-numeric: tabular-nums; }
.chip[class*=" c"] { border-bottom: 3px solid var(--city); }
.chip.apart { border-bottom: 3px dashed var(--city); }
.chip[aria-pressed="true"] { border-color: var(--ink); background: var(--ink); color: var(--paper); }
.chip[aria-pressed="true"] span { color: inherit; }
.panel ol > li { margin-top: 1.4em; padding-inline-start: .9em; border-inline-start: 3px solid var(--city, var(--rule)); }
.panel ol > li.apart { border-inline-start-style: dashed; }
.sentence { line-height: 1.8; }
mark { background: var(--mark); color: inherit; font-weight: 700; }
mark.negated { text-decoration: underline dashed; text-underline-offset: .2em; }
mark.problem { text-decoration: underline wavy; text-decoration-thickness: 1px; text-underline-offset: .2em; }
mark[data-tone]::after { content: attr(data-tone); display: inline-block; margin-inline-start: .35em; font-size: .75em; font-weight: 400; text-decoration: none; }
.where { margin-top: .15em; color: var(--muted); font-size: .875em; }
.where .place { margin-inline-end: .6em; color: var(--city); font-weight: 600; }
.reason { color: var(--muted); font-size: .8125em; }
.panel > .more { margin-top: 1.5em; }
.word-tools { margin-top: 1em; padding: .6em 0 .8em; border-block: 1px solid var(--rule); }
.tool-row { display: flex; flex-wrap: wrap; gap: .4em; align-items: center; margin-top: .4em; }
.tool-name { min-width: 4.5em; color: var(--muted); font-size: .875em; }
.word-tools .chip { flex-wrap: wrap; max-width: 100%; text-align: start; }
.chip .torn { color: var(--accent); }
.undo { display: flex; flex-wrap: wrap; gap: .75em; align-items: baseline; font-size: .9375em; }
.count-as { display: flex; gap: .4em; }
.count-as input { min-width: 0; min-height: 2.25em; padding: .25em .6em; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); font-size: .9375em; }
.count-as button { min-height: 2.25em; padding-block: .25em; font-size: .9375em; }
.own-words, .stop-words, .phrases, .own-wishes { margin-top: .25em; font-size: .9375em; }
.words-row { display: flex; flex-wrap: wrap; gap: 0 2em; margin-top: .5em; }
.words-row > div { display: contents; }
.words-row :is(details[open], p) { flex-basis: 100%; }
:is(.own-words, .stop-words, .phrases, .own-wishes) summary { width: fit-content; min-height: 2em; color: var(--accent); cursor: pointer; }
:is(.stop-words, .phrases) section { margin: .5em 0 1em; }
:is(.stop-words, .phrases) h2 { margin: 0; font: 700 1em/1.35 var(--sans); }
:is(.stop-words, .phrases) .figures { margin: .1em 0 .3em; color: var(--muted); font-variant-numeric: tabular-nums; }
:is(.stop-words, .phrases) .tool-row { max-height: 13em; overflow-y: auto; padding: 0; list-style: none; }
.pick { display: flex; align-items: stretch; border: 1px solid var(--edge); border-radius: 2px; }
.pick button { min-height: 2.25em; padding: .2em .6em; border: 0; font-size: .9375em; }
.pick button + button { border-inline-start: 1px solid var(--rule); color: var(--muted); }
.pick span { color: var(--muted); font-size: .875em; font-variant-numeric: tabular-nums; }
.own-wishes ul { display: flex; flex-wrap: wrap; gap: .3em 1.5em; padding: 0; list-style: none; }
.own-wishes li { display: flex; gap: .6em; align-items: center; min-height: 2em; }
.own-words textarea { display: block; width: 100%; max-width: 36em; margin-top: .4em; padding: .5em; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); }
.wrong-lines { margin-top: .4em; color: var(--accent); }
.wrong-lines code { overflow-wrap: anywhere; }

@media (max-width: 36em) {
  .side { border: 0; }
  .panel { padding-inline: 1em; }
  .chip, .pick button { min-height: 2.75em; }
  .count-as input, .count-as button { min-height: 2.75em; }
}
@media (prefers-reduced-motion: no-preference) {
  .side[open] { animation: slide .16s ease-out; }
  @keyframes slide { from { transform: translateX(1.5em); opacity: 0; } }
}
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
}
`;
