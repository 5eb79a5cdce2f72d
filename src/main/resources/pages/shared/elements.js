/** Makes elements of a page. Text goes in as text only, so nothing of a chart or an answer can become markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. A function among the attributes listens to the event of its name; what is null or false is left out. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for an element of SVG. */
export function shape(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** The element of the page that has this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Puts text into the element of the page that has this id. */
export function write(id, text) {
  byId(id).textContent = text;
}

/** Replaces what is in the element of the page that has this id. */
export function fill(id, ...children) {
  byId(id).replaceChildren(...children);
}

/** Shows the element of the page that has this id, or hides it. */
export function show(id, visible) {
  byId(id).hidden = !visible;
}

/** A number with its noun, as "1 card" or "3 cards". */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** An outside address that a reader may follow, or null: whatever is no web address becomes no link. */
export function webAddress(given) {
  try {
    const url = new URL(given);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** A link to the outside, or its bare words where there is no usable address. */
export function outside(words, given) {
  const href = webAddress(given);
  return href === null
    ? element('span', {}, words)
    : element('a', {href, target: '_blank', rel: 'noopener noreferrer'}, words,
      element('span', {class: 'unseen'}, ' (opens in a new tab)'));
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}
