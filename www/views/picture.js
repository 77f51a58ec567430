/** Files of a picture: SVG whose texts are texts and whose styles are attributes, and PNG, drawn by the page's own canvas. */
import { svg } from '../render/build.js';
import { painted } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Item} Item */
/**
 * What is written above and beneath, and the page's own light colours and letters.
 * @typedef {object} Caption
 * @property {string} title
 * @property {string[]} lines
 * @property {string} family
 * @property {string} [ground]
 * @property {string} [ink]
 * @property {string} [muted]
 */

const MARGIN = 24;
const GROUND = '#ffffff';
const INK = '#1e1c19';
const SIZES = { title: 20, line: 12, leading: 18 };
/** Narrower pictures have no room for what is said under them. */
const LEAST_WIDTH = 480;
/** Browsers draw no larger canvas. */
const MOST_PIXELS = 16_000;

/**
 * A scene with a margin, its title above unless it has one, and beneath it what it is.
 * @param {Scene} scene @param {Caption} caption @param {boolean} isTitled
 * @returns {Scene}
 */
export function framed({ width, height, items }, { title, lines, family, ground = GROUND, ink = INK, muted = INK }, isTitled) {
  const whole = Math.max(width, LEAST_WIDTH);
  const pen = document.createElement('canvas').getContext('2d');
  const texts = (/** @type {string[]} */ all, /** @type {number} */ size, /** @type {string} */ weight, /** @type {string} */ fill, /** @type {number} */ from) => {
    if (pen) pen.font = `${weight} ${size}px ${family}`;
    const wrapped = all.flatMap((line) => wrap(line, whole, (text) => pen?.measureText(text).width ?? text.length * size));
    const type = { family, size, weight, style: 'normal', anchor: /** @type {const} */ ('start'), baseline: /** @type {const} */ ('alphabetic') };
    return wrapped.map((text, at) => {
      const y = from + at * Math.max(SIZES.leading, size * 1.4) + size;
      return /** @type {Item} */ ({ tag: 'text', at: { x: MARGIN, y }, paint: painted({ fill }), matrix: null, text, type });
    });
  };
  const head = isTitled ? [] : texts([title], SIZES.title, '700', ink, MARGIN);
  const top = MARGIN + (head.length > 0 ? head.length * SIZES.title * 1.4 + 12 : 0);
  const foot = texts(lines, SIZES.line, '400', muted, top + height + 18);
  const size = { width: whole + 2 * MARGIN, height: Math.ceil(top + height + 18 + foot.length * SIZES.leading + MARGIN) };
  /** @type {Item} */
  const paper = { tag: 'rect', at: { x: 0, y: 0, ...size }, paint: painted({ fill: ground }), matrix: null };
  return {
    ...size,
    items: [paper, ...head, ...items.map((item) => moved(item, MARGIN, top)), ...foot],
  };
}

/** @param {Item} item @param {number} right @param {number} down @returns {Item} */
function moved(item, right, down) {
  const [a, b, c, d, e, f] = item.matrix ?? [1, 0, 0, 1, 0, 0];
  return { ...item, matrix: [a, b, c, d, e + right, f + down] };
}

/** Lines no wider than the picture: between Chinese characters a line may break anywhere. @param {string} text @param {number} width @param {(text: string) => number} measure */
export function wrap(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const piece of text.match(/[“‘（《]?[\p{Script=Han}，。、；：！？）》”’]|[^\s\p{Script=Han}，。、；：！？）》”’“‘（《]+|[“‘（《]|\s+/gu) ?? []) {
    const starts = line === '' || /^[，。、；：！？）》”’]/.test(piece);
    if (!starts && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/** @param {Scene} scene @param {Caption} caption @param {Document} document @returns {string} */
export function svgText({ width, height, items }, { title, lines }, document) {
  const picture = svg(
    document,
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title },
    svg(document, 'title', {}, plainText(title)),
    svg(document, 'desc', {}, plainText(lines.join('\n'))),
    ...items.map((item) => svgItem(item, document)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** XML knows no control characters. @param {string} text */
function plainText(text) {
  return text.replace(/[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/gu, '');
}

/** @param {Item} item @param {Document} document */
function svgItem({ tag, at, paint, matrix, text, type }, document) {
  const measures = Object.fromEntries(Object.entries(at).filter(([name, value]) => value !== 0 || !/^r[xy]$/.test(name)).map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]));
  const isMoved = matrix !== null && matrix.some((part, index) => Math.abs(part - [1, 0, 0, 1, 0, 0][index]) > 0.001);
  const letters = type && {
    'font-family': type.family,
    'font-size': round(type.size),
    'font-weight': type.weight === '400' ? null : type.weight,
    'font-style': type.style === 'normal' ? null : type.style,
    'text-anchor': type.anchor === 'start' ? null : type.anchor,
    'dominant-baseline': type.baseline === 'alphabetic' ? null : type.baseline === 'middle' ? 'central' : type.baseline,
  };
  const attributes = {
    ...measures,
    transform: isMoved ? `matrix(${matrix.map(round).join(' ')})` : null,
    fill: paint.fill ?? 'none',
    'fill-opacity': paint.fillOpacity < 1 ? round(paint.fillOpacity) : null,
    stroke: paint.stroke,
    'stroke-opacity': paint.stroke !== null && paint.strokeOpacity < 1 ? round(paint.strokeOpacity) : null,
    'stroke-width': paint.stroke !== null ? round(paint.strokeWidth) : null,
    'stroke-dasharray': paint.stroke !== null && paint.dash.length > 0 ? paint.dash.join(' ') : null,
    'paint-order': paint.strokeFirst && paint.stroke !== null ? 'stroke' : null,
    opacity: paint.opacity < 1 ? round(paint.opacity) : null,
    ...letters,
  };
  return svg(document, tag, attributes, text === undefined ? null : plainText(text));
}

/**
 * The picture at twice its size; smaller where a browser would draw nothing so large.
 * @param {Scene} scene @param {Document} document
 * @returns {Promise<Blob | null>}
 */
export function png({ width, height, items }, document) {
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  for (const item of items) drawItem(item, scale, pen);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** @param {Item} item @param {number} scale @param {CanvasRenderingContext2D} pen */
function drawItem({ tag, at, paint, matrix, text, type }, scale, pen) {
  const [a, b, c, d, e, f] = matrix ?? [1, 0, 0, 1, 0, 0];
  pen.setTransform(a * scale, b * scale, c * scale, d * scale, e * scale, f * scale);
  if (type) {
    pen.font = `${type.style} ${type.weight} ${type.size}px ${type.family}`;
    pen.textAlign = type.anchor === 'middle' ? 'center' : type.anchor;
    pen.textBaseline = type.baseline;
  }
  const path = type ? null : pathOf(tag, at);
  const fill = () => {
    if (paint.fill === null || tag === 'line') return;
    pen.fillStyle = paint.fill;
    pen.globalAlpha = paint.fillOpacity * paint.opacity;
    if (path) pen.fill(path);
    else pen.fillText(text ?? '', Number(at.x), Number(at.y));
  };
  const stroke = () => {
    if (paint.stroke === null) return;
    pen.strokeStyle = paint.stroke;
    pen.globalAlpha = paint.strokeOpacity * paint.opacity;
    pen.lineWidth = paint.strokeWidth;
    pen.lineJoin = paint.strokeFirst ? 'round' : 'miter';
    pen.setLineDash(paint.dash);
    if (path) pen.stroke(path);
    else pen.strokeText(text ?? '', Number(at.x), Number(at.y));
  };
  for (const part of paint.strokeFirst ? [stroke, fill] : [fill, stroke]) part();
}

/** @param {Item['tag']} tag @param {Item['at']} at */
function pathOf(tag, at) {
  if (tag === 'path') return new Path2D(String(at.d));
  const n = (/** @type {string} */ name) => Number(at[name] ?? 0);
  const path = new Path2D();
  if (tag === 'rect') path.rect(n('x'), n('y'), n('width'), n('height'));
  else if (tag === 'circle') path.arc(n('cx'), n('cy'), n('r'), 0, 2 * Math.PI);
  else if (tag === 'ellipse') path.ellipse(n('cx'), n('cy'), n('rx'), n('ry'), 0, 0, 2 * Math.PI);
  else if (tag === 'line') {
    path.moveTo(n('x1'), n('y1'));
    path.lineTo(n('x2'), n('y2'));
  } else {
    const numbers = String(at.points).trim().split(/[\s,]+/).map(Number);
    for (let index = 0; index + 1 < numbers.length; index += 2) path.lineTo(numbers[index], numbers[index + 1]);
    if (tag === 'polygon') path.closePath();
  }
  return path;
}
