/** The sheet itself, headings, buttons, and what all parts share. */
export const frame = /* css */ `
.root *, .root *::before, .root *::after { box-sizing: border-box; }
.root [hidden] { display: none !important; }
.sheet { display: flow-root; max-width: 76em; margin: 0 auto; padding: 1.25em clamp(.75em, 3cqi, 2em) 3em; }

h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-width: 0; }
legend { padding: 0; }
section { margin-top: 3.5em; }
h2 { font: 700 1.6em/1.3 var(--serif); text-wrap: balance; }
h3 { font: 700 1.2em/1.35 var(--serif); }
.intro, .legend, .key { max-width: 46em; margin-top: .4em; color: var(--muted); font-size: .9375em; }

button, textarea, input, select { font: inherit; color: inherit; }
select { min-height: 2em; padding: .1em .35em; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); cursor: pointer; }
select:hover { border-color: var(--ink); }
button {
  min-height: 2.5em; padding: .35em 1em; border: 1px solid var(--edge); border-radius: 2px;
  background: transparent; line-height: 1.4; cursor: pointer;
}
button:hover { border-color: var(--ink); background: var(--tint); }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
button.primary:hover { border-color: var(--ink); background: var(--ink); color: var(--paper); }
button.link { min-height: 24px; padding: 0; border: 0; color: var(--accent); text-decoration: underline; text-underline-offset: .2em; }
button.link:hover { background: none; color: var(--ink); }
/* The name of a place looks like the name that it is. */
button.choose { min-height: 24px; padding: 0; border: 0; font: inherit; line-height: inherit; text-align: inherit; }
button.choose:hover { background: none; text-decoration: underline; text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

/* Clipped, not hidden: still read out, still in its place. */
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.state { position: relative; min-height: 1.7em; margin-top: 1em; color: var(--muted); font-size: .9375em; font-variant-numeric: tabular-nums; }
.state progress {
  display: block; position: absolute; top: -.6em; width: 100%; height: 4px; border: 0; appearance: none; background: var(--rule); accent-color: var(--accent);
}
.state progress::-webkit-progress-bar { background: var(--rule); }
.state progress::-webkit-progress-value { background: var(--accent); }
.state progress::-moz-progress-bar { background: var(--accent); }
.state progress:indeterminate { animation: breathe 1.2s ease-in-out infinite alternate; }
.state progress:indeterminate::-webkit-progress-bar { background: var(--accent); }
@keyframes breathe { from { opacity: .35; } to { opacity: 1; } }
.state .status { display: inline; }
.state .stop { margin-left: .75em; }
.no-words { margin-top: 2.5em; color: var(--muted); }

@container chengyan (max-width: 36em) {
  section { margin-top: 2.75em; }
  h2 { font-size: 1.4em; }
  button { min-height: 2.75em; }
  button.link { min-height: 2.75em; }
  select { min-height: 2.75em; }
  button.choose { min-height: 2em; }
}
@media (prefers-reduced-motion: reduce) {
  .root *, .root *::before, .root *::after { animation: none !important; transition: none !important; }
}
`;
