/** Tables of the page, each in a frame that scrolls by itself where the page is too narrow. */

import {element} from './elements.js';

/** A table with a caption; its columns have a head and the cell for a row, the first names the row. */
export function table(caption, columns, rows) {
  const made = element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...columns.map(column => element('th', {scope: 'col'}, column.head)))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map((column, index) =>
      element(index === 0 ? 'th' : 'td', {scope: index === 0 ? 'row' : null}, column.cell(row)))))));
  const frame = element('div', {class: 'frame'}, made);
  new ResizeObserver(() => reachable(frame, caption)).observe(frame);
  return frame;
}

/** A column. */
export function text(head, cell) {
  return {head, cell};
}

/** The frame takes the keyboard's focus only while there is something to scroll. */
function reachable(frame, caption) {
  if (frame.scrollWidth > frame.clientWidth) {
    frame.tabIndex = 0;
    frame.role = 'region';
    frame.ariaLabel = `Table to scroll: ${caption}`;
  } else {
    frame.removeAttribute('tabindex');
    frame.role = null;
    frame.ariaLabel = null;
  }
}
