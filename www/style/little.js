/** The words of a place with too little text have its colour, which says what was counted, and not the weight of what sets places apart. */
const colours = Array.from({ length: 8 }, (_, at) => `c${at + 1}`);
/** @param {(colour: string) => string} selector */
const all = (selector) => colours.map(selector).join(', ');
const words = all((one) => `.clouds[data-little~="${one}"] :is(.word.strong.${one}, figure.${one} .word.strong:not([class*=" c"]))`);

export const little = /* css */ `
.little-note { display: block; color: var(--muted); font-size: .8125em; font-weight: 400; white-space: normal; }
figure .little-note { padding-top: .4em; }
thead th .little-note { min-width: 4.5em; }
${words} { font-weight: 400; }
`;
