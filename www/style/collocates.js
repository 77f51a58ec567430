/** What stands with a word: a table as narrow as its figures. */
export const collocates = /* css */ `
.collocates table { width: auto; margin-top: .75em; }
.collocates th, .collocates td { padding-inline-end: 1.25em; text-align: end; vertical-align: baseline; white-space: nowrap; }
.collocates th:first-child { padding-inline-start: 0; text-align: start; }
.collocates tbody th { font-weight: 600; }
.collocates thead .name, .collocates thead .size { display: block; }
.collocates .size { color: var(--muted); font-size: .875em; font-weight: 400; }
.collocates .zero { color: var(--muted); }
.collocates td button { min-height: 1.9em; padding: 0 .3em; border: 0; color: inherit; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.collocates td button:hover { text-decoration-color: currentColor; }
.word-choice { display: inline-flex; align-items: baseline; gap: .5em; margin-top: .75em; }
@container chengyan (max-width: 480px) {
  .collocates td button { min-height: 2.75em; }
}
`;
