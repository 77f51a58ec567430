/** Drop zone, paste box, the reader's choices, and the notes between them. */
export const intake = /* css */ `
.drop {
  display: flex; flex-wrap: wrap; align-items: center; gap: 1em 2em; padding: 1.25em 1.5em;
  border: 1px dashed var(--edge); border-radius: 2px; background: var(--tint);
}
.drop .words { flex: 1 1 20em; min-width: 0; }
.drop .lead { font: 700 1.2em/1.4 var(--serif); }
.drop .hint { max-width: 40em; color: var(--muted); font-size: .9375em; }
.buttons { display: flex; flex-wrap: wrap; gap: .6em; }
.root:not(.dragging) .over, .dragging .idle { display: none; }
.dragging .drop { border: 1px solid var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.dragging { outline: 3px solid var(--accent); outline-offset: -3px; }

.paste-box { margin-top: .75em; padding: 1em 1.5em 1.25em; border: 1px solid var(--rule); }
.paste-box label { display: block; font-weight: 700; }
.paste-box textarea {
  display: block; width: 100%; margin: .4em 0 .75em; padding: .6em .75em; border: 1px solid var(--edge); border-radius: 2px;
  background: var(--paper); line-height: 1.6; resize: vertical;
}

.paste-box textarea::placeholder { color: var(--muted); opacity: 1; }

.sample-note { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .8em; margin-top: .9em; color: var(--muted); font-size: .9375em; }

.problems { margin-top: 1em; padding: .9em 1.25em 1em; border: 1px solid var(--accent); border-inline-start-width: 4px; font-size: .9375em; }
.problems h2 { font: 700 1em/1.6 var(--sans); color: var(--accent); }
.problems > ul > li { margin: .35em 0 .6em; }
.problems ul ul { padding-inline-start: 1em; }
.problems strong { font-weight: 600; }
.problems summary { cursor: pointer; }
.problems .detail { color: var(--muted); }

.controls {
  display: flex; flex-wrap: wrap; align-items: center; gap: .75em 2em; margin-top: 1.5em; padding: .75em 0;
  border-block: 1px solid var(--rule); font-size: .9375em;
}
.levels { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .75em; }
.levels legend { float: inline-start; color: var(--muted); }
.segments { display: flex; }
.segments label { position: relative; display: block; cursor: pointer; }
.segments input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.segments span { display: flex; align-items: center; min-height: 2.25em; padding: 0 .9em; border: 1px solid var(--edge); }
.segments label + label span { margin-inline-start: -1px; }
.segments input:checked + span { position: relative; border-color: var(--ink); background: var(--ink); color: var(--paper); }
.segments input:focus-visible + span { position: relative; outline: 3px solid var(--accent); outline-offset: 2px; }
.segments label:hover input:not(:checked) + span { background: var(--tint); }
.checks { display: flex; flex-wrap: wrap; gap: .25em 1.5em; }
.checks { flex-basis: 100%; }
.checks[hidden] { display: none; }
.fold::after { content: " ▾"; }
.fold[aria-expanded="true"]::after { content: " ▴"; }
.fold { min-height: 2.25em; padding: 0 .75em; border-color: transparent; }
.check { display: flex; align-items: center; gap: .5em; min-height: 2.25em; cursor: pointer; }
.check input { flex: none; width: 1.1em; height: 1.1em; margin: 0; accent-color: var(--accent); }
.languages { display: flex; gap: .25em; margin-inline-start: auto; }
.languages button { min-height: 2.25em; padding: 0 .6em; border-color: transparent; color: var(--muted); }
.languages button[aria-pressed="true"] { color: var(--ink); font-weight: 700; text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: .4em; }

@container chengyan (max-width: 36em) {
  .drop { gap: .75em; padding: .75em .9em 1em; }
  .drop .words { flex-basis: 100%; }
  .drop .buttons { display: grid; width: 100%; grid-template-columns: repeat(auto-fit, minmax(5.25em, 1fr)); }
  .drop .buttons button { word-break: keep-all; overflow-wrap: normal; width: 100%; height: 100%; padding: .25em .3em; font-size: .9375em; line-height: 1.25; }
  .paste-box .buttons { display: grid; grid-template-columns: 1fr 1fr; }
  .paste-box { padding: 1em; }
  .controls { display: grid; gap: .6em; }
  .levels legend { float: none; }
  .segments { display: grid; grid-template-columns: repeat(3, 1fr); width: 100%; }
  .segments span { justify-content: center; padding: 0 .25em; }
  .segments span, .check, .languages button, .fold { min-height: 2.95em; }
  .fold { justify-self: start; margin-inline-start: -.75em; }
  .checks { gap: 0 1.5em; }
  .languages { margin-inline-start: -.6em; }
}
@media (forced-colors: active) {
  .segments input:checked + span { outline: 2px solid Highlight; outline-offset: -4px; }
}
`;
