/** Tables of the page, each in a frame that scrolls by itself where the page is too narrow. */

import {element} from './elements.js';

/**
 * A table with a caption. A column has a head, the text of its cell for a row, and whether it holds
 * numbers. The first column names the row.
 */
export function table(caption, columns, rows) {
  const made = element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...columns.map(head))),
    element('tbody', {}, ...rows.map(row => line(columns, row))));
  return framed(made, caption);
}

/** A column of text. */
export function text(head, cell) {
  return {head, cell, numeric: false};
}

/** A column of numbers. */
export function figure(head, cell) {
  return {head, cell, numeric: true};
}

function head(column) {
  return element('th', {scope: 'col', ...kind(column)}, column.head);
}

function line(columns, row) {
  return element('tr', {}, ...columns.map((column, index) =>
    index === 0
      ? element('th', {scope: 'row', ...kind(column)}, column.cell(row))
      : element('td', kind(column), column.cell(row))));
}

function kind(column) {
  return column.numeric ? {class: 'number'} : {};
}

/** The frame takes the keyboard's focus only while there is something to scroll. */
function framed(made, caption) {
  const frame = element('div', {class: 'frame'}, made);
  new ResizeObserver(() => {
    const scrolls = frame.scrollWidth > frame.clientWidth;
    for (const [key, value] of [['tabindex', '0'], ['role', 'region'], ['aria-label', caption]]) {
      scrolls ? frame.setAttribute(key, value) : frame.removeAttribute(key);
    }
  }).observe(frame);
  return frame;
}
