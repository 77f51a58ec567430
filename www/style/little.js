/** What is said of places with too little text. */
export const little = /* css */ `
.little-note { display: block; color: var(--muted); font-size: .8125em; font-weight: 400; white-space: normal; }
figure .little-note { padding-top: .4em; }
thead th .little-note { min-width: 4.5em; padding-top: .4em; }
`;
