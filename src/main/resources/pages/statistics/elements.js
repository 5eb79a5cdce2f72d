/** Makes elements of a page. Text goes in as text only, so nothing of an answer can become markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element with attributes and children; a string among the children becomes text. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for an element of SVG. */
export function shape(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
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

/** The element of the page that has this id. */
export function byId(id) {
  return document.getElementById(id);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
