/** Shows the Markdown of a card. What comes out is cleaned, whatever went in. */

import DOMPurify from '/webjars/dompurify/3.3.3/dist/purify.es.mjs';
import {Marked} from '/webjars/marked/17.0.1/lib/marked.esm.js';
import {element, webAddress} from '../shared/elements.js';

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'br', 'hr', 'blockquote', 'del', 'h4', 'h5',
    'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** HTML in Markdown stays words: no card of this service holds any. */
const READER = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({text}) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  },
});

/** The Markdown as an element. */
export function markdown(text) {
  const clean = DOMPurify.sanitize(READER.parse(lowered(text)), ALLOWED);
  for (const link of clean.querySelectorAll('a')) {
    if (webAddress(link.getAttribute('href')) === null) {
      link.replaceWith(...link.childNodes);
    } else {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
  }
  return element('div', {class: 'markdown'}, clean);
}

/** Headings of a card stand below those of the page. */
function lowered(text) {
  return text.replaceAll(/^#{1,6}(?= )/gm, '####');
}
