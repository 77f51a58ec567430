/** Of a place with too little text no word of a cloud is in its colour: that would be a claim. */
const colours = Array.from({ length: 8 }, (_, at) => `c${at + 1}`);
/** @param {(colour: string) => string} selector */
const all = (selector) => colours.map(selector).join(', ');
const words = all((one) => `.clouds[data-little~="${one}"] :is(.word.strong.${one}, figure.${one} .word.strong:not([class*=" c"]))`);
const lines = all((one) => `.clouds[data-little~="${one}"] .home.${one}`);

export const little = /* css */ `
.little-note { display: block; color: var(--muted); font-size: .8125em; font-weight: 400; white-space: normal; }
figure .little-note { padding-top: .4em; }
thead th .little-note { min-width: 4.5em; }
${words} { fill: var(--shared); font-weight: 400; }
${lines} { display: none; }
@media (forced-colors: active) { ${words} { fill: CanvasText; text-decoration: none; } }
`;
