/** A document that is read and corrected: the text in the middle, whose words it is in the margin. */
export const reader = /* css */ `
.reader {
  position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; padding: 0; border: 0;
  background: var(--paper); color: var(--ink); overflow: hidden;
}
.reader[open] { display: flex; flex-direction: column; }
.reader::backdrop { background: var(--paper); }
.reader header { display: flex; align-items: center; gap: .5em 1em; padding: .6em clamp(.75em, 3vw, 2em); border-bottom: 1px solid var(--rule); }
.reader h2 { flex: 1; min-width: 0; font-size: 1.25em; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.reader h2:focus { outline: none; }
.steps { display: flex; gap: .4em; }
.steps button:disabled { color: var(--muted); border-color: var(--rule); background: none; cursor: default; }
.scroller { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; display: grid; grid-template-columns: 19em minmax(0, 1fr); align-items: start; }

.beside { position: sticky; top: 0; max-height: 100%; overflow-y: auto; }
.aside { padding: 1.25em 1.25em 2em clamp(.75em, 3vw, 2em); font-size: .9375em; }
.aside h3 { margin-top: 1em; font: 700 1em/1.5 var(--sans); }
.aside summary { font: 700 1.0625em/1.5 var(--serif); cursor: pointer; }
.aside .hint, .keys { color: var(--muted); font-size: .9375em; }
.suggestion { margin-bottom: 1.25em; padding: .75em .9em .9em; border: 1px dashed var(--edge); }
.suggestion button { margin-top: .6em; }
.legend-box .segments { margin: .35em 0 .15em; }
.legend-box .segments span { min-height: 2em; padding: 0 .6em; }
.kinds > li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0 .5em; align-items: center; border-top: 1px solid var(--rule); }
.kinds .check { padding: .25em 0; line-height: 1.4; }
.kinds .times { color: var(--muted); font-variant-numeric: tabular-nums; text-align: end; }
.kinds .times small { display: block; color: var(--accent); white-space: nowrap; }
.step { min-width: 2em; min-height: 2em; padding: 0; border-color: transparent; line-height: 1; }
.walk { display: flex; }
.sample.edit { text-decoration: underline dotted 2px var(--city-1); text-underline-offset: .25em; }
.sample.mask { text-decoration: line-through 1px var(--muted); }
.exports { margin-top: 1em; }
.exports button { display: block; margin-top: .3em; }
.keys { margin-top: 1.5em; }

.text { max-width: 58em; padding: 1.25em clamp(.75em, 3vw, 2em) 40vh 0; }
.text:focus { outline: none; }
.part { content-visibility: auto; contain-intrinsic-size: auto 90em; }
.part:empty { min-height: 90em; }
.block, .gap { display: grid; grid-template-columns: 9em minmax(0, 1fr); gap: 0 1em; padding: .3em 0; }
.block { border-inline-start: 3px solid var(--city, var(--rule)); padding-inline-start: .6em; }
.gap { border-inline-start: 3px solid transparent; padding-inline-start: .6em; }
.block.apart { border-inline-start-style: dashed; }
.block.selected { background: var(--tint); }
.block.open { background: var(--tint); padding-block: .6em; }
.passage { grid-column: 2; min-width: 0; line-height: 1.9; white-space: pre-wrap; }
.margin { display: flex; align-items: start; flex-wrap: wrap; gap: .1em .35em; font-size: .8125em; }
label.pick { display: grid; place-items: center; min-width: 2em; min-height: 2.25em; cursor: pointer; }
label.pick input { width: 1.2em; height: 1.2em; margin: 0; accent-color: var(--accent); }
.margin .chip { max-width: calc(100% - 2.5em); min-height: 2.25em; padding: .15em .5em; border-color: transparent; color: var(--city); font-weight: 600; font-size: 1em; text-align: start; line-height: 1.3; flex-wrap: wrap; gap: 0 .5em; justify-content: flex-start; }
.margin .chip span { color: inherit; }
.margin .chip small { color: var(--muted); font-weight: 400; }
.margin .chip:hover, .margin .chip[aria-expanded="true"] { border-color: currentColor; }
.margin .chip.suggested { border: 1px dashed var(--edge); color: var(--ink); font-style: italic; }
.margin .chip.unknown { color: var(--muted); font-weight: 400; }
.margin .role { flex-basis: 100%; padding-inline-start: 2.9em; color: var(--muted); }
.block .why { grid-column: 2; margin-top: .6em; padding: .75em .9em; border: 1px solid var(--rule); background: var(--paper); font-size: .9375em; }
.why .buttons, .splitter { margin-top: .6em; }
.splitter { display: flex; flex-wrap: wrap; gap: .4em .6em; align-items: end; }
.splitter label { display: grid; gap: .1em; min-width: 0; color: var(--muted); font-size: .9375em; }
.splitter select { max-width: 100%; color: var(--ink); }

/* What was done. A line through: set aside. A line below: rewritten. Dashes around: taken back. */
.piece { cursor: pointer; border-radius: 2px; }
.piece.mask.done { color: var(--muted); text-decoration: line-through; text-decoration-thickness: 1px; }
.gap .passage { line-height: 1.6; }
.gap .piece.mask.done { font-size: .9375em; }
.piece .cut { text-decoration: none; }
.piece del { color: var(--muted); }
.piece ins { text-decoration: underline 2px var(--city-1); text-underline-offset: .25em; font-weight: 600; }
.quiet .piece.edit.done del { color: inherit; text-decoration: underline dotted 1px var(--city-1); text-underline-offset: .3em; }
.quiet .piece.edit.done ins { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet .piece.edit.done .k-pinyin, .quiet .piece.k-pinyin.done del { color: var(--muted); font-size: .6875em; text-decoration: line-through 1px; }
.quiet .piece.k-mojibake.done del { color: var(--accent); }
.piece.undone { background: none; font-weight: inherit; color: inherit; outline: 1px dashed var(--accent); outline-offset: -1px; }
.piece:hover, .piece:focus { background: var(--mark); }
.reader .piece:is(:hover, :focus), .reader .piece:is(:hover, :focus) :is(del, ins, span) { color: var(--ink); }
.piece:focus-visible, .piece[data-current]:focus { outline: 2px solid var(--accent); outline-offset: 1px; }
mark.cause { background: var(--mark); font-weight: 700; text-decoration: underline 2px var(--accent); text-underline-offset: .25em; }

.foot { flex: none; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; padding: .7em clamp(.75em, 3vw, 2em); border-top: 2px solid var(--ink); background: var(--tint); }
.bar > ul { flex: 1 1 20em; display: grid; gap: .35em; max-height: 30vh; overflow-y: auto; }
.bar > ul > li { display: flex; flex-wrap: wrap; align-items: center; gap: .15em .6em; }
.bar q { quotes: none; padding: 0 .25em; background: var(--paper); }
.bar em { font-style: normal; }
.bar .what { flex: 1 1 12em; color: var(--muted); font-size: .9375em; }
.bar .around { flex: 1 1 14em; }
.bar .around b { color: var(--accent); }
.bar .close { margin-inline-start: auto; }
.answers { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .6em; }
.answers .link { padding: 0 .3em; }
.assign .count { font-weight: 700; font-variant-numeric: tabular-nums; }
.search { position: relative; }
.search input { width: 13em; max-width: 100%; min-height: 2.5em; padding: .35em .6em; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); }
.search ul { position: absolute; inset-block-end: 100%; inset-inline-start: 0; z-index: 2; width: max-content; min-width: 100%; max-width: min(22em, 88vw); max-height: 40vh; overflow-y: auto; border: 1px solid var(--ink); background: var(--paper); }
.search li { display: flex; flex-wrap: wrap; gap: 0 .75em; align-items: baseline; padding: .45em .75em; cursor: pointer; }
.search li[aria-selected="true"], .search li:hover { background: var(--tint); box-shadow: inset 3px 0 0 var(--accent); }
.search small { color: var(--muted); }
.said { margin: 0; padding: 0 clamp(.75em, 3vw, 2em); background: var(--tint); font-size: .9375em; }

.ask { max-width: 30em; padding: 1.25em 1.5em 1.5em; border: 1px solid var(--ink); background: var(--paper); color: var(--ink); }
.ask::backdrop { background: rgb(20 18 15 / .45); }
.ask .buttons { margin-top: 1em; }
.workspace { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5em .75em; margin-top: 1.25em; }
.workspace .hint { flex-basis: 100%; max-width: 46em; color: var(--muted); font-size: .875em; }

@media (max-width: 56em) {
  .scroller { display: block; }
  .beside { position: static; max-height: none; }
  .aside { padding-inline-end: clamp(.75em, 3vw, 2em); padding-bottom: 0; }
  .text { padding-inline-start: clamp(.75em, 3vw, 2em); max-width: none; }
  .keys { display: none; }
}
@media (max-width: 40em) {
  .reader h2 { flex-basis: 100%; order: 1; font-size: 1.125em; }
  .reader header { flex-wrap: wrap; }
  .reader header .close { margin-inline-start: auto; }
  .block, .gap { display: block; }
  .margin .role { flex-basis: auto; padding: 0; align-self: center; }
  label.pick { min-width: 2.75em; min-height: 2.75em; margin-inline-start: -.6em; }
  .margin .chip { min-height: 2.75em; }
  .step { min-width: 2.75em; min-height: 2.75em; }
  .bar button, .steps button { min-height: 2.75em; }
  .bar { gap: .35em .5em; max-height: 55vh; overflow-y: auto; }
  .bar.assign { overflow: visible; }
  .bar:not(.assign) { position: relative; padding-inline-end: 3.5em; }
  .bar .close { position: absolute; inset-block-start: .35em; inset-inline-end: .35em; }
  .answers { gap: .35em; }
}
@media (forced-colors: active) {
  .piece.mask.done, .piece del { color: GrayText; }
  .piece ins { color: LinkText; }
  .piece.undone { outline-color: Highlight; }
  mark.cause { background: Mark; color: MarkText; }
  .block.selected { outline: 1px solid Highlight; }
  .search li[aria-selected="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;
