/**
 * Plots as SVG, drawn anew whenever the width of their place changes. Each is one picture with a
 * name for screen readers; the numbers stand in a table beside it. Colours come from the style
 * sheet, and no meaning rests on colour alone. Lengths are in sixteenths of the page's font size.
 */

import {shape} from '../shared/elements.js';

const NARROW = 560;
const TEXT = 14;
const SMALL = 13;
const LINE = 19;
const BAR = 14;
const GAP = 16;
const DRAWN = new WeakMap();
const PEN = document.createElement('canvas').getContext('2d');

/** Stacked columns: each entry has a tick, a year, a title and one value for each of the kinds. */
export function columns(place, name, entries, kinds) {
  keepDrawn(place, name, width => stackedColumns(place.id, entries, kinds, width));
}

/**
 * Lying bars in groups, each with a title or none. An entry has a name, a note, a value, the value
 * as text, and a detail. Marks are lines across the bars, each with a value, a kind and a label.
 */
export function bars(place, name, groups, largest, marks = []) {
  keepDrawn(place, name, width => lyingBars(place.id, groups, largest, marks, width));
}

/** What a kind of bar or line looks like, for a legend. */
export function swatch(kind) {
  const id = `swatch-${kind}`;
  const sample = kind.startsWith('mark-')
    ? [shape('line', {x1: 9, y1: 0, x2: 9, y2: 14, class: kind})]
    : [hatch(id), block(id, kind, 1, 1, 16, 12)];
  return shape('svg', {width: 18, height: 14, 'aria-hidden': 'true', focusable: 'false'}, ...sample);
}

function keepDrawn(place, name, draw) {
  DRAWN.get(place)?.disconnect();
  let drawn = 0;
  const drawAnew = () => {
    const width = place.clientWidth;
    if (width > 0 && width !== drawn) {
      drawn = width;
      place.replaceChildren(picture(name, width, draw));
    }
  };
  drawAnew();
  const observer = new ResizeObserver(drawAnew);
  observer.observe(place);
  DRAWN.set(place, observer);
}

function picture(name, width, draw) {
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const inner = width / unit;
  const {height, shapes} = draw(inner);
  return shape('svg', {
    role: 'img',
    'aria-label': name,
    width,
    height: height * unit,
    viewBox: `0 0 ${inner} ${height}`,
  }, ...shapes);
}

// Stacked columns.

function stackedColumns(id, entries, kinds, width) {
  const area = {left: 34, top: 22, width: width - 34, height: 200};
  const largest = Math.max(1, ...entries.map(total));
  const step = tickStep(largest);
  const top = Math.ceil(largest / step) * step;
  const pitch = area.width / entries.length;
  return {
    height: area.top + area.height + 44,
    shapes: [
      hatch(id),
      ...grid(area, top, step),
      ...entries.flatMap((entry, index) =>
        column(id, entry, kinds, area.left + index * pitch, pitch, area, area.height / top)),
      ...ticks(entries, area, pitch),
    ],
  };
}

function total(entry) {
  return entry.values.reduce((sum, value) => sum + value, 0);
}

/** A step of 1, 2 or 5 times a power of ten that gives at most five lines. */
function tickStep(largest) {
  const power = 10 ** Math.floor(Math.log10(largest));
  const fits = [0.1, 0.2, 0.5, 1, 2].map(times => times * power).find(step => largest / step <= 5);
  return Math.max(1, fits ?? power);
}

function grid(area, top, step) {
  const lines = [];
  for (let value = 0; value <= top; value += step) {
    const y = area.top + area.height * (1 - value / top);
    lines.push(
      shape('line', {
        x1: area.left, x2: area.left + area.width, y1: y, y2: y, class: value === 0 ? 'axis' : 'grid',
      }),
      words(value, area.left - 8, y + 4, 'small quiet', 'end'));
  }
  return lines;
}

function column(id, entry, kinds, x, pitch, area, scale) {
  const width = Math.min(44, Math.max(1, pitch * 0.72));
  const left = x + (pitch - width) / 2;
  let y = area.top + area.height;
  const blocks = kinds.flatMap((kind, index) => {
    const height = entry.values[index] * scale;
    y -= height;
    return height > 0 ? [block(id, kind, left, y, width, height)] : [];
  });
  const sum = total(entry);
  const label = sum > 0 && pitch >= 22 ? [words(sum, x + pitch / 2, y - 6, 'small', 'middle')] : [];
  return [shape('g', {'data-name': entry.name}, shape('title', {}, entry.title), ...blocks, ...label)];
}

/** As many ticks as there is room for, with the year where it begins. */
function ticks(entries, area, pitch) {
  const every = Math.ceil(38 / pitch);
  let year = '';
  return entries.flatMap((entry, index) => {
    if (index % every !== 0) {
      return [];
    }
    const x = Math.min(area.left + (index + 0.5) * pitch, area.left + area.width - 16);
    const y = area.top + area.height + 18;
    const made = [words(entry.tick, x, y, 'small', 'middle')];
    if (entry.year !== year) {
      year = entry.year;
      made.push(words(year, x, y + 17, 'small quiet', 'middle'));
    }
    return made;
  });
}

// Lying bars.

function lyingBars(id, groups, largest, marks, width) {
  const layout = width < NARROW ? below(width) : beside(width);
  const top = marks.length > 0 ? 24 : 0;
  const shapes = [hatch(id)];
  const spans = [];
  let y = top;
  for (const group of groups) {
    if (group.title) {
      const lines = wrapped(group.title, width, `600 ${TEXT}px`);
      shapes.push(...lines.map((line, index) => words(line, 0, y + 14 + index * LINE, 'strong')));
      y += lines.length * LINE + 6;
    }
    for (const entry of group.entries) {
      const row = layout.row(id, entry, y, largest);
      shapes.push(row.group);
      spans.push(row.span);
      y += row.height + GAP;
    }
    y += group.title ? 10 : 0;
  }
  const height = Math.max(1, y - GAP);
  const lines = layout.whole ? [{from: top - 5, to: height}] : spans;
  return {height, shapes: [...shapes, ...marks.flatMap(mark => crossing(mark, layout, largest, lines))]};
}

/** The name above its bar, for a narrow page. */
function below(width) {
  const area = {left: 0, width: width - 1};
  return {
    area,
    whole: false,
    row(id, entry, y, largest) {
      const more = [entry.detail, entry.note].filter(Boolean);
      const lines = wrapped(more.length > 0 ? entry.name : `${entry.name}: ${entry.text}`, width, `${TEXT}px`);
      const said = more.length > 0
        ? wrapped([entry.text, ...more].join(' · '), width, `${entry.note ? 600 : 400} ${SMALL}px`)
        : [];
      const bar = y + (lines.length + said.length) * LINE + 3;
      return {
        group: grouped(entry,
          ...lines.map((line, index) => words(line, 0, y + 14 + index * LINE, '')),
          ...said.map((line, index) =>
            words(line, 0, y + 14 + (lines.length + index) * LINE, entry.note ? 'small strong' : 'small')),
          ...drawnBar(id, entry, area, bar, largest)),
        span: {from: bar - 2, to: bar + BAR + 2},
        height: bar + BAR - y,
      };
    },
  };
}

/** The name at the left of its bar and the value at its right. */
function beside(width) {
  const name = Math.min(300, width * 0.36);
  const value = 96;
  const area = {left: name + 16, width: width - name - 16 - value};
  return {
    area,
    whole: true,
    row(id, entry, y, largest) {
      const lines = wrapped(entry.name, name, `${TEXT}px`);
      const notes = entry.note ? [words(entry.note, 0, y + 14 + lines.length * LINE, 'small strong')] : [];
      const details = entry.detail ? [words(entry.detail, width, y + 14 + LINE, 'small quiet', 'end')] : [];
      const height = Math.max(lines.length + notes.length, 1 + details.length) * LINE;
      return {
        group: grouped(entry,
          ...lines.map((line, index) => words(line, 0, y + 14 + index * LINE, '')),
          ...notes,
          words(entry.text, width, y + 14, 'strong', 'end'),
          ...details,
          ...drawnBar(id, entry, area, y + 2, largest)),
        span: {from: y, to: y + height},
        height,
      };
    },
  };
}

function grouped(entry, ...shapes) {
  return shape('g', {'data-name': entry.name, 'data-value': entry.value}, ...shapes);
}

function drawnBar(id, entry, area, y, largest) {
  const track = shape('rect', {x: area.left, y, width: area.width, height: BAR, class: 'track'});
  if (entry.value === 0) {
    return [track];
  }
  const width = Math.max(2, (entry.value / largest) * area.width);
  return [track, block(id, entry.note ? 'marked' : 'plain', area.left, y, width, BAR)];
}

function crossing(mark, layout, largest, spans) {
  const x = layout.area.left + (mark.value / largest) * layout.area.width;
  return [
    words(mark.label, x, 13, 'small quiet', 'middle'),
    ...spans.map(span =>
      shape('line', {x1: x, x2: x, y1: span.from, y2: span.to, class: mark.kind})),
  ];
}

// What both are made of.

/** A filled piece; what was overridden is hatched as well, so that it differs without colour. */
function block(id, kind, x, y, width, height) {
  const made = shape('rect', {x, y, width, height, class: `block ${kind}`});
  if (kind !== 'overridden' && kind !== 'marked') {
    return made;
  }
  return shape('g', {}, made, shape('rect', {x, y, width, height, fill: `url(#${id}-hatch)`}));
}

function hatch(id) {
  return shape('defs', {}, shape('pattern', {
    id: `${id}-hatch`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
  }, shape('rect', {width: 2, height: 6, class: 'hatching'})));
}

function words(text, x, y, kind, anchor = 'start') {
  return shape('text', {x, y, class: kind, 'text-anchor': anchor}, String(text));
}

/** Cuts a text into lines that fit; a word that is too long alone stays whole. */
function wrapped(text, width, font) {
  PEN.font = `${font} ${getComputedStyle(document.body).fontFamily}`;
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && PEN.measureText(longer).width <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
