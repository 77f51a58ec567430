/**
 * Colours and type. Whatever the page around may set, `all: initial` on the wrapper undoes; only the custom properties
 * that begin with --cy- come through. Lengths are in em of the reader's own font size, since rem belongs to the page.
 *
 * Every text colour keeps 4.5:1 on its ground in light and dark. The eight colours of places differ in lightness as
 * well as in hue; they never speak alone, since every cloud and column bears its name.
 */
export const tokens = /* css */ `
:host { display: block; }
:host([hidden]) { display: none; }

.root {
  all: initial;
  display: block;
  direction: ltr;
  unicode-bidi: isolate;
  container: chengyan / inline-size;

  --texts: var(--cy-font, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif);
  --sans: var(--texts);
  --serif: var(--cy-font-heading, Charter, "Iowan Old Style", Georgia, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun, serif);

  --ink: var(--cy-ink, #1e1c19);
  --muted: var(--cy-muted, #625c53);
  --shared: var(--cy-shared, #6b665e);
  --paper: var(--cy-paper, #fcfbf7);
  --tint: var(--cy-tint, #f3f0e8);
  --rule: var(--cy-rule, #dcd6c9);
  --edge: var(--cy-edge, #8d867a);
  --accent: var(--cy-accent, #a5281b);
  --on-accent: var(--cy-on-accent, #ffffff);
  --mark: var(--cy-mark, #ffe9a3);
  --city-1: var(--cy-city-1, #1167b1);
  --city-2: var(--cy-city-2, #b54404);
  --city-3: var(--cy-city-3, #006b52);
  --city-4: var(--cy-city-4, #8a1560);
  --city-5: var(--cy-city-5, #5a4500);
  --city-6: var(--cy-city-6, #096f83);
  --city-7: var(--cy-city-7, #33268f);
  --city-8: var(--cy-city-8, #5a6772);

  color-scheme: light;
  color: var(--ink);
  background: var(--paper);
  font: 1em/1.65 var(--sans);
  font-size: medium;
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}

.root.dark {
  --ink: var(--cy-ink, #ece7dc);
  --muted: var(--cy-muted, #a9a294);
  --shared: var(--cy-shared, #a29b8f);
  --paper: var(--cy-paper, #171614);
  --tint: var(--cy-tint, #22201d);
  --rule: var(--cy-rule, #3a3733);
  --edge: var(--cy-edge, #7d776c);
  --accent: var(--cy-accent, #f08a72);
  --on-accent: var(--cy-on-accent, #171614);
  --mark: var(--cy-mark, #6b5410);
  --city-1: var(--cy-city-1, #5aa9ee);
  --city-2: var(--cy-city-2, #f08a45);
  --city-3: var(--cy-city-3, #35b78c);
  --city-4: var(--cy-city-4, #f0a8d6);
  --city-5: var(--cy-city-5, #f0d68a);
  --city-6: var(--cy-city-6, #7fdbe8);
  --city-7: var(--cy-city-7, #bdb6ff);
  --city-8: var(--cy-city-8, #8fa3b3);
  color-scheme: dark;
}

/* Chinese quotation marks and dashes come right only if the Chinese font is asked first. */
.root:lang(zh) {
  --serif: var(--cy-font-heading, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun, Georgia, serif);
}

/* Traditional characters have forms and fonts of their own; the texts themselves stay what they are. */
.root:lang(zh-TW) {
  --sans: var(--cy-font, system-ui, -apple-system, "Segoe UI", "PingFang TC", "Microsoft JhengHei", "Source Han Sans TC", "Noto Sans CJK TC", "Noto Sans TC", sans-serif);
  --serif: var(--cy-font-heading, "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", PMingLiU, "Source Han Serif SC", "Noto Serif CJK SC", Georgia, serif);
}
:where(.root:lang(zh-TW) [lang="zh"]) { font-family: var(--texts); }

.c0 { --city: var(--shared); }
.c1 { --city: var(--city-1); }
.c2 { --city: var(--city-2); }
.c3 { --city: var(--city-3); }
.c4 { --city: var(--city-4); }
.c5 { --city: var(--city-5); }
.c6 { --city: var(--city-6); }
.c7 { --city: var(--city-7); }
.c8 { --city: var(--city-8); }
.apart { --city: var(--muted); }

/* Pictures keep the colours that they are given: here those of the system, whatever the page around has set. */
@media (forced-colors: active) {
  .root, .root.dark {
    --ink: CanvasText; --muted: CanvasText; --shared: CanvasText; --edge: CanvasText; --rule: GrayText;
    --paper: Canvas; --tint: Canvas; --mark: Canvas; --accent: LinkText; --on-accent: Canvas;
    --city-1: CanvasText; --city-2: CanvasText; --city-3: CanvasText; --city-4: CanvasText;
    --city-5: CanvasText; --city-6: CanvasText; --city-7: CanvasText; --city-8: CanvasText;
  }
  /* Else a plate of the ground is put behind letters that have the colour of the ground. */
  .primary, .chip[aria-pressed="true"], .segments input:checked + span { forced-color-adjust: none; }
}
`;
