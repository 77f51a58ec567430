/** A wide table of small signs: the finding stays in sight, what fails is grey and says so in a sign of its own. */
export const robustness = /* css */ `
.robustness { margin-top: 2.5em; }
.robustness-key { margin-top: .75em; color: var(--muted); font-size: .875em; }
.robustness-box { position: relative; width: fit-content; max-width: 100%; max-height: 40em; margin-top: .75em; overflow: auto; overscroll-behavior-x: contain; border-block: 2px solid var(--ink); }
.robustness-table { width: auto; font-size: .9375em; }
.robustness-table th, .robustness-table td { padding: .2em .6em; border-bottom: 1px solid var(--rule); text-align: center; }
.robustness-table thead th { position: sticky; top: 0; z-index: 2; min-width: 5.2em; max-width: 7em; padding-block: .5em; background: var(--paper); font-size: .875em; line-height: 1.3; vertical-align: bottom; white-space: normal; box-shadow: 0 1px 0 var(--rule); }
.robustness-table th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; max-width: none; padding-inline: 0 .75em; background: var(--paper); text-align: start; white-space: nowrap; box-shadow: 1px 0 0 var(--rule); }
.robustness-table thead th:first-child { z-index: 3; }
.robustness-table tbody th { font-weight: 400; }
.robustness-table .first th, .robustness-table .first td { border-top: 1px solid var(--edge); }
.robustness-table .place { display: inline-block; min-width: 4.2em; padding-inline-start: .5em; border-inline-start: 4px solid var(--city); color: var(--muted); font-size: .875em; }
.robustness-table th button { min-height: 2.2em; padding: 0 .2em; border: 0; color: inherit; font-weight: 600; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; }
.robustness-table th button:hover { text-decoration-color: currentColor; }
.robustness-table .direction { color: var(--muted); font-size: .8125em; }
.robustness-table .fails th button, .robustness-table .fails td { color: var(--muted); font-weight: 400; }
.robustness-table .fails td.no { color: var(--ink); font-weight: 700; }
.robustness > button { margin-top: .75em; }

@container chengyan (max-width: 36em) {
  .robustness-table thead th { min-width: 4.6em; font-size: .8125em; }
  .robustness-table th:first-child { min-width: 7em; padding-inline-end: .4em; white-space: normal; }
  .robustness-table .direction, .robustness-table th button { white-space: nowrap; }
  .robustness-table .place { display: block; }
  .robustness-table th button { min-height: 2.75em; }
}
`;
