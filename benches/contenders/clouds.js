/** Word clouds: the same words, weights, frames and font for each; how long from weights to places, and what is lost. */
import cloud from 'd3-cloud';
import * as echarts from 'echarts';
import 'echarts-wordcloud';
import WordCloud from 'wordcloud';
import { initSync, Session } from '../../www/pkg/chengyan.js';

const FONT = 'sans-serif';
const PADDING = 2;

/** The area of a word follows its weight, as all of them are told. */
const sizeOf = (weight, most, { min, max }) => min + (max - min) * Math.sqrt(weight / most);

const canvasOf = ({ width, height }) => Object.assign(document.createElement('canvas'), { width, height });

let session;

export function start(module) {
  initSync({ module });
  session = new Session();
}

/** Each: words ([text, weight], heaviest first) and a frame to how many were placed. */
export const layouts = {
  chengyan(words, frame) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `100px ${FONT}`;
    const boxes = new Float64Array(words.length * 3);
    words.forEach(([word, weight], at) => {
      const size = pen.measureText(word);
      const height = size.fontBoundingBoxAscent + size.fontBoundingBoxDescent;
      boxes.set([size.width / 100, height / 100, weight], at * 3);
    });
    const { width, height, min, max } = frame;
    const layout = session.layout({ boxes, width, height, minSize: min, maxSize: max, padding: PADDING });
    return layout.placed.length / 4;
  },
  'd3-cloud': (words, frame) =>
    new Promise((done) => {
      const most = words[0][1];
      cloud()
        .canvas(() => document.createElement('canvas'))
        .size([frame.width, frame.height])
        .words(words.map(([text, weight]) => ({ text, size: sizeOf(weight, most, frame) })))
        .padding(PADDING)
        .rotate(0)
        .font(FONT)
        .fontSize((word) => word.size)
        .on('end', (placed) => done(placed.length))
        .start();
    }),
  wordcloud2: (words, frame) =>
    new Promise((done) => {
      const canvas = canvasOf(frame);
      const most = words[0][1];
      let nPlaced = 0;
      canvas.addEventListener('wordclouddrawn', (event) => {
        if (event.detail.drawn) nPlaced += 1;
      });
      canvas.addEventListener('wordcloudstop', () => done(nPlaced));
      const list = words.map(([text, weight]) => [text, sizeOf(weight, most, frame)]);
      WordCloud(canvas, { list, fontFamily: FONT, rotateRatio: 0, gridSize: 4, shuffle: false, wait: 0, shrinkToFit: false });
    }),
  'echarts-wordcloud': (words, frame) =>
    new Promise((done) => {
      const node = document.createElement('div');
      document.body.append(node);
      const chart = echarts.init(node, null, { width: frame.width, height: frame.height });
      // It lays out on a canvas that it makes for itself and tells only that canvas when it is done.
      const create = document.createElement;
      let nPlaced = 0;
      document.createElement = (name) => {
        const made = create.call(document, name);
        made.addEventListener('wordclouddrawn', (event) => (nPlaced += event.detail.drawn ? 1 : 0));
        made.addEventListener('wordcloudstop', () => {
          document.createElement = create;
          chart.dispose();
          node.remove();
          done(nPlaced);
        });
        return made;
      };
      chart.setOption({
        animation: false,
        series: [
          {
            type: 'wordCloud',
            width: '100%',
            height: '100%',
            gridSize: 4,
            sizeRange: [frame.min, frame.max],
            rotationRange: [0, 0],
            textStyle: { fontFamily: FONT },
            layoutAnimation: false,
            data: words.map(([name, value]) => ({ name, value })),
          },
        ],
      });
    }),
};
