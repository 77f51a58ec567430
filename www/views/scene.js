/**
 * A view as it stands on the page, taken down as a flat list of shapes and texts: from this list files are made, so that no
 * picture has to be loaded and the strictest policy of a page suffices. What is there to be pressed is left out, gradients
 * become their first colour, hatching becomes stripes (`hatch`), and what needs a filter, a mask or a picture is not drawn.
 */
import { stripes } from './hatch.js';

/** @typedef {[number, number, number, number, number, number]} Matrix as SVG has it: a b c d e f */
/**
 * @typedef {object} Paint
 * @property {string | null} fill as #rrggbb
 * @property {number} fillOpacity
 * @property {string | null} stroke
 * @property {number} strokeOpacity
 * @property {number} strokeWidth
 * @property {number[]} dash
 * @property {boolean} strokeFirst a halo lies under its letters
 * @property {number} opacity
 */
/** @typedef {{ family: string, size: number, weight: string, style: string, anchor: 'start' | 'middle' | 'end', baseline: 'alphabetic' | 'middle' | 'hanging' }} Type */
/**
 * @typedef {object} Item
 * @property {'rect' | 'circle' | 'ellipse' | 'line' | 'path' | 'polygon' | 'polyline' | 'text'} tag
 * @property {Record<string, number | string>} at its measures, as SVG names them
 * @property {Paint} paint
 * @property {Matrix | null} matrix null where it is at its place already
 * @property {string} [text]
 * @property {Type} [type]
 */
/** @typedef {{ width: number, height: number, items: Item[] }} Scene */

/** What is there to be pressed or folded out, and not part of the picture. */
const LEFT_OUT = 'details, fieldset, select, input, textarea, .chips, .more, .hint, .unseen, .take, [hidden]';

/** The measures of each shape. @type {Record<string, string[]>} */
const MEASURES = {
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
};
const POINTS = ['d', 'points'];

/** @param {string} css a computed colour @returns {{ colour: string, alpha: number } | null} null for none, and for what is no plain colour */
export function colourOf(css) {
  const rgb = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:[,/ ]+([\d.]+))?\)/.exec(css);
  const srgb = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)/.exec(css);
  const found = rgb ?? srgb;
  const alpha = Number(found?.[4] ?? 1);
  if (!found || alpha === 0) return null;
  const parts = found.slice(1, 4).map((part) => Math.round(Math.min(255, Math.max(0, Number(part) * (srgb ? 255 : 1)))));
  return { colour: `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`, alpha };
}

/** @param {Partial<Paint>} paint @returns {Paint} */
export function painted(paint) {
  return { fill: null, fillOpacity: 1, stroke: null, strokeOpacity: 1, strokeWidth: 1, dash: [], strokeFirst: false, opacity: 1, ...paint };
}

/** @param {HTMLElement} root @returns {Scene} */
export function sceneOf(root) {
  const document = root.ownerDocument;
  const baseline = baselineBy(document.createElement('canvas').getContext('2d'));
  const origin = root.getBoundingClientRect();
  /** @type {Item[]} */
  const items = [];
  const walk = (/** @type {Node} */ node, /** @type {number} */ opacity) => {
    if (node instanceof Text) {
      if (node.parentElement) items.push(...textLines(node, getComputedStyle(node.parentElement), origin, opacity, baseline));
      return;
    }
    if (!(node instanceof Element) || node.matches(LEFT_OUT)) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden' || isClipped(node, style)) return;
    const seen = opacity * Number(style.opacity);
    if (node instanceof SVGElement && !(node instanceof SVGSVGElement)) {
      const isText = node instanceof SVGTextElement;
      items.push(...(isText ? svgText(node, style, origin, seen) : svgShape(node, style, origin, seen)));
      if (isText || ['defs', 'clipPath', 'mask', 'title', 'desc', 'style'].includes(node.localName)) return;
    } else {
      items.push(...boxOf(node, style, origin, seen));
    }
    for (const child of node.childNodes) walk(child, seen);
  };
  walk(root, 1);
  const extent = extentOf(root, origin);
  return { ...extent, items };
}

/** What only a screen reader says. @param {Element} node @param {CSSStyleDeclaration} style */
function isClipped(node, style) {
  return style.clipPath !== 'none' && node.getBoundingClientRect().width <= 1;
}

/** As wide as what stands in it, where a box of it scrolls. @param {Element} root @param {DOMRect} origin */
function extentOf(root, origin) {
  const parts = [...root.querySelectorAll('table, svg')].filter((node) => !node.closest(LEFT_OUT)).map((node) => node.getBoundingClientRect());
  const bottoms = [...root.children].filter((node) => !node.matches(LEFT_OUT)).map((node) => node.getBoundingClientRect().bottom);
  return {
    width: Math.ceil(Math.max(root.clientWidth, ...parts.map(({ right }) => right - origin.left))),
    height: Math.ceil(Math.max(0, ...bottoms.map((bottom) => bottom - origin.top))),
  };
}

/** Ground and borders of an element of the page. @param {Element} node @param {CSSStyleDeclaration} style @param {DOMRect} origin @param {number} opacity @returns {Item[]} */
function boxOf(node, style, origin, opacity) {
  const box = node.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) return [];
  const [x, y] = [box.left - origin.left, box.top - origin.top];
  const rect = (/** @type {string} */ css, /** @type {number[]} */ [left, top, width, height], rx = 0) => {
    const fill = colourOf(css);
    return fill ? [plain('rect', { x: left, y: top, width, height, rx }, painted({ fill: fill.colour, fillOpacity: fill.alpha, opacity }))] : [];
  };
  const hatch = hatchOf(style.backgroundImage);
  const radius = parseFloat(style.borderTopLeftRadius) || 0;
  const ground = [...rect(hatch?.first ?? '', [x, y, box.width, box.height]), ...rect(style.backgroundColor, [x, y, box.width, box.height], radius)];
  const second = colourOf(hatch?.second ?? '');
  if (hatch && second && hatch.pitch > 0) {
    const half = hatch.pitch / 2;
    const d = stripes({ x, y, width: box.width, height: box.height }, { pitch: hatch.pitch, from: half, wide: half });
    ground.push(plain('path', { d }, painted({ fill: second.colour, fillOpacity: second.alpha, opacity })));
  }
  const wide = (/** @type {'Top' | 'Right' | 'Bottom' | 'Left'} */ side) => (style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]));
  const [top, right, bottom, left] = [wide('Top'), wide('Right'), wide('Bottom'), wide('Left')];
  const borders = [
    top > 0 ? rect(style.borderTopColor, [x, y, box.width, top]) : [],
    bottom > 0 ? rect(style.borderBottomColor, [x, y + box.height - bottom, box.width, bottom]) : [],
    left > 0 ? rect(style.borderLeftColor, [x, y, left, box.height]) : [],
    right > 0 ? rect(style.borderRightColor, [x + box.width - right, y, right, box.height]) : [],
  ];
  return [...ground, ...borders.flat()];
}

/** The colours of a ground that is a gradient, and how far it is to the next stripe where it repeats itself. @param {string} css of a background picture */
function hatchOf(css) {
  const colours = css.includes('gradient(') ? (css.match(/(?:rgba?|color)\([^)]*\)/g) ?? []) : [];
  const pitch = css.startsWith('repeating-linear-gradient') ? Number(/([\d.]+)px\)$/.exec(css)?.[1] ?? 0) : 0;
  return colours.length > 0 ? { first: colours[0], second: colours[colours.length - 1], pitch } : null;
}

/** @param {Item['tag']} tag @param {Item['at']} at @param {Paint} paint @returns {Item} */
function plain(tag, at, paint) {
  return { tag, at, paint, matrix: null };
}

/** @param {CSSStyleDeclaration} style @returns {Pick<Type, 'family' | 'size' | 'weight' | 'style'>} */
function typeOf(style) {
  return { family: style.fontFamily, size: parseFloat(style.fontSize), weight: style.fontWeight, style: style.fontStyle };
}

/**
 * How far down a line of some type its baseline is, as a share of the line; each type is measured once.
 * @param {CanvasRenderingContext2D | null} pen
 */
function baselineBy(pen) {
  /** @type {Map<string, number>} */
  const known = new Map();
  return (/** @type {Pick<Type, 'family' | 'size' | 'weight' | 'style'>} */ type) => {
    const font = `${type.style} ${type.weight} ${type.size}px ${type.family}`;
    let share = known.get(font);
    if (share === undefined) {
      if (pen) pen.font = font;
      const { fontBoundingBoxAscent: ascent = 0.88, fontBoundingBoxDescent: descent = 0.12 } = pen?.measureText('国') ?? {};
      share = ascent / (ascent + descent);
      known.set(font, share);
    }
    return share;
  };
}

/**
 * A text of the page, line by line as it is broken there.
 * @param {Text} node @param {CSSStyleDeclaration} style @param {DOMRect} origin @param {number} opacity
 * @param {ReturnType<typeof baselineBy>} baseline @returns {Item[]}
 */
function textLines(node, style, origin, opacity, baseline) {
  if (node.data.trim() === '') return [];
  const type = typeOf(style);
  const fill = colourOf(style.color);
  const down = baseline(type);
  const ends = /^(right|end)$/.test(style.textAlign);
  return linesOf(node).flatMap(({ text, left, right, top, bottom }) => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown === '' || !fill || right - left <= 1) return [];
    const at = { x: (ends ? right : left) - origin.left, y: top - origin.top + (bottom - top) * down };
    const item = plain('text', at, painted({ fill: fill.colour, fillOpacity: fill.alpha, opacity }));
    return [{ ...item, text: shown, type: { ...type, anchor: ends ? /** @type {const} */ ('end') : /** @type {const} */ ('start'), baseline: /** @type {const} */ ('alphabetic') } }];
  });
}

/** @typedef {{ text: string, left: number, right: number, top: number, bottom: number }} Line */

/** @param {Text} node @returns {Line[]} */
function linesOf(node) {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  const boxes = [...range.getClientRects()];
  if (boxes.length === 0) return [];
  const isOne = boxes.every(({ top }) => Math.abs(top - boxes[0].top) < 2);
  if (isOne) {
    const { top, bottom } = boxes[0];
    return [{ text: node.data, left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)), top, bottom }];
  }
  /** @type {Line[]} */
  const lines = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    const last = lines[lines.length - 1];
    if (!box || box.width === 0) {
      if (last) last.text += letter;
    } else if (last && Math.abs(last.top - box.top) < 3) {
      Object.assign(last, { text: last.text + letter, right: Math.max(last.right, box.right) });
    } else {
      lines.push({ text: letter, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
  }
  return lines;
}

/** @param {SVGElement} node @param {DOMRect} origin @returns {Matrix} */
function matrixOf(node, origin) {
  const { a, b, c, d, e, f } = (node instanceof SVGGraphicsElement && node.getScreenCTM()) || { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  return [a, b, c, d, e - origin.left, f - origin.top];
}

/** @param {CSSStyleDeclaration} style @param {number} opacity */
function paintOf(style, opacity) {
  const [fill, stroke] = [colourOf(style.fill), colourOf(style.stroke)];
  return painted({
    fill: fill?.colour ?? null,
    fillOpacity: (fill?.alpha ?? 1) * Number(style.fillOpacity),
    stroke: stroke?.colour ?? null,
    strokeOpacity: (stroke?.alpha ?? 1) * Number(style.strokeOpacity),
    strokeWidth: parseFloat(style.strokeWidth) || 1,
    dash: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map((part) => parseFloat(part)).filter((part) => part >= 0),
    strokeFirst: style.paintOrder.startsWith('stroke'),
    opacity,
  });
}

/** @param {SVGElement} node @param {CSSStyleDeclaration} style @param {DOMRect} origin @param {number} opacity @returns {Item[]} */
function svgShape(node, style, origin, opacity) {
  const tag = /** @type {Item['tag']} */ (node.localName);
  const names = MEASURES[tag];
  const points = POINTS.find((name) => ['path', 'polygon', 'polyline'].includes(tag) && node.hasAttribute(name));
  if (!names && !points) return [];
  /** @type {Item['at']} */
  const at = points ? { [points]: node.getAttribute(points) ?? '' } : {};
  for (const name of names ?? []) at[name] = /** @type {any} */ (node)[name]?.baseVal?.value ?? 0;
  const matrix = matrixOf(node, origin);
  const shape = { tag, at, paint: paintOf(style, opacity), matrix };
  const pattern = tag === 'rect' && /^url\(["']?#([\w-]+)/.exec(style.fill);
  return pattern ? [shape, ...patternOf(node, pattern[1], at, matrix, opacity)] : [shape];
}

/**
 * The hatching of a box: of a pattern that is one line in the middle of which its tile begins, so that half of it is seen.
 * @param {SVGElement} node @param {string} id @param {Item['at']} at @param {Matrix} matrix @param {number} opacity @returns {Item[]}
 */
function patternOf(node, id, at, matrix, opacity) {
  const pattern = node.ownerSVGElement?.querySelector(`pattern[id="${id}"]`);
  const line = pattern?.querySelector('line');
  if (!pattern || !line) return [];
  const { stroke, strokeOpacity, strokeWidth } = paintOf(getComputedStyle(line), opacity);
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(at[name]));
  const d = stripes({ x, y, width, height }, { pitch: Number(pattern.getAttribute('width')), from: 0, wide: strokeWidth / 2 });
  return [{ tag: 'path', at: { d }, paint: painted({ fill: stroke, fillOpacity: strokeOpacity, opacity }), matrix }];
}

/** @param {SVGTextElement} node @param {CSSStyleDeclaration} style @param {DOMRect} origin @param {number} opacity @returns {Item[]} */
function svgText(node, style, origin, opacity) {
  const matrix = matrixOf(node, origin);
  const isSimple = node.childElementCount === 0 && !node.hasAttribute('dx') && !node.hasAttribute('dy');
  const anchor = /** @type {Type['anchor']} */ (style.textAnchor);
  const baseline = /** @type {Type['baseline']} */ ({ central: 'middle', middle: 'middle', hanging: 'hanging' }[style.dominantBaseline] ?? 'alphabetic');
  const item = (/** @type {string} */ text, /** @type {{ x: number, y: number }} */ { x, y }, /** @type {Type} */ type, /** @type {CSSStyleDeclaration} */ own) =>
    /** @type {Item} */ ({ tag: 'text', at: { x, y }, paint: paintOf(own, opacity), matrix, text, type });
  if (isSimple) {
    const start = { x: node.x.baseVal[0]?.value ?? 0, y: node.y.baseVal[0]?.value ?? 0 };
    return [item(node.textContent ?? '', start, { ...typeOf(style), anchor, baseline }, style)];
  }
  /** @type {Item[]} */
  const items = [];
  const texts = node.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let at = 0; texts.nextNode(); ) {
    const { data, parentElement } = /** @type {Text} */ (texts.currentNode);
    if (data !== '' && at < node.getNumberOfChars() && parentElement) {
      const own = getComputedStyle(parentElement);
      items.push(item(data, node.getStartPositionOfChar(at), { ...typeOf(own), anchor: 'start', baseline: 'alphabetic' }, own));
    }
    at += data.length;
  }
  return items;
}
