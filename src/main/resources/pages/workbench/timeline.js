/**
 * The findings on a line of time, one lane for each pillar, drawn anew whenever the width of its
 * place changes. The same stands in a table beside it; no meaning rests on colour alone.
 */

import {counted, shape} from '../shared/elements.js';

const DAY = 24 * 60 * 60 * 1000;
const LANES = [['A', 'A eyes'], ['B', 'B motor'], ['C', 'C behaviour'], ['D', 'D tumour'], ['', 'Other']];
const ROW = 24;
const MARK = 6;
const SIDE = MARK + 6;
const PAD = 12;
const NARROW = 560;
const STEPS = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1825];
const PEN = document.createElement('canvas').getContext('2d');

/** Draws findings up to a day. */
export function timeline(place, entries, today) {
  let drawn = -1;
  new ResizeObserver(([{contentRect}]) => {
    const width = Math.floor(contentRect.width);
    if (width > 0 && width !== drawn) {
      drawn = width;
      place.replaceChildren(...drawing(distinct(entries), today, width));
    }
  }).observe(place);
}

/** The sign of a state, for a legend. */
export function sign(state) {
  return shape('svg', {width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true'}, mark(state, 8, 8));
}

function distinct(entries) {
  const seen = new Map();
  for (const each of entries) {
    const key = [each.date, each.pillar, each.label, each.reference, each.state].join('|');
    seen.set(key, seen.get(key) ?? each);
  }
  return [...seen.values()];
}

function drawing(all, today, width) {
  const dated = all.filter(entry => timeOf(entry.date) !== null);
  const last = timeOf(today) ?? Math.max(...dated.map(entry => timeOf(entry.date)));
  if (dated.length === 0) {
    return [note('No finding has a date.')];
  }
  PEN.font = `14px ${getComputedStyle(document.body).fontFamily}`;
  const narrow = width < NARROW;
  const left = narrow ? PAD : 112;
  const right = width - PAD;
  const first = Math.min(...dated.map(entry => timeOf(entry.date)), last - 6 * DAY) - DAY;
  const end = Math.max(last, ...dated.map(entry => timeOf(entry.date)));
  const x = time => left + (time - first) / (end - first) * (right - left);
  const parts = [];
  let y = 26;
  for (const [pillar, name] of LANES) {
    const inLane = dated.filter(entry => (entry.pillar ?? '') === pillar)
      .toSorted((one, other) => timeOf(one.date) - timeOf(other.date));
    if (inLane.length === 0) {
      continue;
    }
    if (narrow) {
      parts.push(shape('text', {x: left, y: y + 15, class: 'strong'}, name));
      y += 20;
    }
    const rows = placed(inLane, x, left, right);
    const height = rows.count * ROW + 6;
    if (!narrow) {
      parts.push(shape('text', {x: 0, y: y + 20, class: 'strong'}, name));
    }
    parts.push(shape('line', {x1: narrow ? left : 0, x2: right, y1: y + height, y2: y + height, class: 'grid'}));
    rows.all.forEach(row => parts.push(finding(row, y + 3 + row.row * ROW + ROW / 2)));
    y += height + 4;
  }
  const ticks = [shape('line', {x1: x(last), x2: x(last), y1: 20, y2: y, class: 'today'}),
    ...ticksOf(first, last, x, right, y)];
  const undated = all.length - dated.length;
  const label = `Time line of ${counted(dated.length, 'finding')} from ${dayOf(first + DAY)} to ${dayOf(end)}. `
    + 'The table below holds the same.';
  return [
    shape('svg', {width, height: y + 2, viewBox: `0 0 ${width} ${y + 2}`, role: 'img', 'aria-label': label},
      ...ticks, ...parts),
    ...undated > 0 ? [note(`${counted(undated, 'finding')} without a date: see the table.`)] : [],
  ];
}

/** Puts each finding on the first row where its words meet no other. */
function placed(entries, x, left, right) {
  const ends = [];
  const all = entries.map(entry => {
    const at = x(timeOf(entry.date));
    const name = capital(entry.label);
    const room = {right: right - at - SIDE, left: at - SIDE - left};
    const toLeft = PEN.measureText(name).width > room.right && room.left > room.right;
    const words = fitted(name, toLeft ? room.left : room.right);
    const wide = SIDE + PEN.measureText(words).width;
    const start = toLeft ? at - wide : at - MARK;
    const stop = toLeft ? at + MARK : at + wide;
    let row = ends.findIndex(taken => taken.every(([from, to]) => stop + 6 < from || start - 6 > to));
    if (row < 0) {
      row = ends.length;
      ends.push([]);
    }
    ends[row].push([start, stop]);
    return {entry, at, words, row, toLeft};
  });
  return {all, count: ends.length};
}

function finding({entry, at, words, toLeft}, y) {
  return shape('g', {'data-state': entry.state, 'data-reference': entry.reference ?? ''},
    shape('title', {}, `${entry.date}: ${entry.label}, ${(entry.state ?? '').replace('-', ' ')}`),
    mark(entry.state, at, y),
    shape('text', {x: toLeft ? at - SIDE : at + SIDE, y: y + 5, 'text-anchor': toLeft ? 'end' : 'start',
      class: entry.state === 'present' ? '' : 'quiet'}, words));
}

function mark(state, x, y) {
  switch (state) {
    case 'present':
      return shape('circle', {cx: x, cy: y, r: MARK, class: 'mark present'});
    case 'possible':
      return shape('path', {d: `M${x} ${y - MARK}a${MARK} ${MARK} 0 0 0 0 ${2 * MARK}z`
        + `M${x} ${y - MARK}a${MARK} ${MARK} 0 1 1 0 ${2 * MARK}a${MARK} ${MARK} 0 1 1 0 ${-2 * MARK}`,
      class: 'mark possible'});
    case 'absent':
      return shape('circle', {cx: x, cy: y, r: MARK - 1, class: 'mark absent'});
    default:
      return shape('path', {d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`, class: 'mark not-counted'});
  }
}

/** Days back from today, as many as have room; the last is the first day of all. */
function ticksOf(first, today, x, right, bottom) {
  const apart = DAY * (STEPS.find(days => x(first + days * DAY) - x(first) >= 130) ?? Infinity);
  const times = [today];
  for (let time = today - apart; time > first; time -= apart) {
    times.push(time);
  }
  let free = Infinity;
  return times.flatMap(time => {
    const words = time === today ? `${dayOf(time)}, today` : dayOf(time);
    const wide = PEN.measureText(words).width;
    const end = time === today || x(time) + wide / 2 > right;
    const stop = x(time) + (end ? 0 : wide / 2);
    if (stop > free || stop - wide < 0) {
      return [];
    }
    free = stop - wide - 12;
    return [
      ...time === today ? [] : [shape('line', {x1: x(time), x2: x(time), y1: 20, y2: bottom, class: 'grid'})],
      shape('text', {x: x(time), y: 14, 'text-anchor': end ? 'end' : 'middle', class: 'small quiet'}, words),
    ];
  });
}

function fitted(words, width) {
  let cut = words;
  while (cut.length > 1 && PEN.measureText(cut).width > width) {
    cut = `${cut.slice(0, -2).trimEnd()}…`;
  }
  return cut;
}

function note(words) {
  const made = document.createElement('p');
  made.className = 'quiet small';
  made.textContent = words;
  return made;
}

function capital(words) {
  return words ? words[0].toUpperCase() + words.slice(1) : '–';
}

/** A day in time; the first day of a month or year that stands alone. */
function timeOf(date) {
  const time = Date.parse((date ?? '').slice(0, 10));
  return Number.isNaN(time) ? null : time;
}

function dayOf(time) {
  return new Date(time).toISOString().slice(0, 10);
}
