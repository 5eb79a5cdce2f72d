/** Tables of the page, each in a frame that scrolls by itself where the page is too narrow. */

import {element} from './elements.js';

/**
 * A table with a caption. A column has a head, the text of its cell for a row, and a kind. The first
 * column names the row.
 */
export function table(caption, columns, rows) {
  const made = element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...columns.map(head))),
    element('tbody', {}, ...rows.map(row => line(columns, row))));
  return framed(made, caption);
}

/** A column of words. */
export function text(head, cell) {
  return {head, cell, kind: 'words'};
}

/** A column of what is short and stays on one line, such as a code or a day. */
export function code(head, cell) {
  return {head, cell, kind: 'code'};
}

/** A column of numbers. */
export function figure(head, cell) {
  return {head, cell, kind: 'number'};
}

function head(column) {
  return element('th', {scope: 'col', class: column.kind}, column.head);
}

function line(columns, row) {
  return element('tr', {}, ...columns.map((column, index) =>
    index === 0
      ? element('th', {scope: 'row', class: column.kind}, column.cell(row))
      : element('td', {class: column.kind}, column.cell(row))));
}

/** The frame takes the keyboard's focus only while there is something to scroll. */
function framed(made, caption) {
  const frame = element('div', {class: 'frame'}, made);
  new ResizeObserver(() => {
    if (frame.scrollWidth > frame.clientWidth) {
      frame.tabIndex = 0;
      frame.role = 'region';
      frame.ariaLabel = `Table to scroll: ${caption}`;
    } else {
      frame.removeAttribute('tabindex');
      frame.role = null;
      frame.ariaLabel = null;
    }
  }).observe(frame);
  return frame;
}
