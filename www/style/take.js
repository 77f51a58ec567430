/** Beneath each view: figures and picture as files, and what to write under them. */
export const take = /* css */ `
.take { margin-top: 1em; color: var(--muted); font-size: .875em; }
.take summary { width: fit-content; min-height: 2em; padding-block: .3em; cursor: pointer; }
.take summary:hover { color: var(--ink); }
.take .buttons { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; margin-top: .25em; color: var(--ink); }
.take .buttons button { min-height: 2.4em; padding: .2em .9em; }
.take .buttons .link { padding: 0 .5em; }
.caption { max-width: 60em; margin-top: .6em; padding-inline-start: .9em; border-inline-start: 2px solid var(--rule); }
.caption p { margin: .15em 0; }
.caption-title { color: var(--ink); font-weight: 600; }

/* While a picture is made: nothing pinned, and no room for what is there to be pressed. */
.taken :is(th, td) { position: static !important; }
.taken :is(details, fieldset, select, .chips, .more, .hint) { display: none !important; }

@container chengyan (max-width: 36em) {
  .take summary, .take .buttons button { min-height: 2.75em; }
}
@media print { .take .buttons { display: none; } }
`;
