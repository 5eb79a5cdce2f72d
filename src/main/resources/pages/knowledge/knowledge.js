/** The page of the knowledge: asks the service for the document once, then searches and shows it. */

import {byId, counted, element, fill, show, write} from '../shared/elements.js';
import {entry, entryLink, front, kindLinks, marks, nothing, ofKind} from './article.js';
import {Catalogue, kindOf} from './catalogue.js';
import {GROUPS} from './wording.js';

const PATIENCE = 30_000;
const AT_ONCE = 50;
const TITLE = document.title;
const ADVICE = new Map([
  [0, 'The service cannot be reached, or did not answer in time. Check your connection, then try again.'],
  [401, 'You are not signed in. Sign in as your site has set it up, then try again.'],
  [403, 'You may not see this. Ask the operator of this service for access.'],
]);
const OTHER_ADVICE = 'Try again. If that does not help, tell the operator of this service the time and the status';

let catalogue = null;
let hits = [];
let shown = AT_ONCE;
let followed = false;

async function load() {
  show('failure', false);
  write('status', 'Loading the knowledge …');
  let status = 0;
  try {
    const answer = await fetch('knowledge.json', {
      headers: {Accept: 'application/json'}, signal: AbortSignal.timeout(PATIENCE),
    });
    status = answer.status;
    if (answer.ok) {
      begin(new Catalogue(await answer.json()));
      return;
    }
  } catch (problem) {
    if (status !== 0) {
      console.error(problem);
    }
  }
  write('status', '');
  write('failure-advice', ADVICE.get(status) ?? `${OTHER_ADVICE} ${status}.`);
  show('failure', true);
  byId('main').removeAttribute('aria-busy');
}

function begin(loaded) {
  catalogue = loaded;
  write('version', `Version ${catalogue.version}`);
  write('origin', `Knowledge version ${catalogue.version}. ${catalogue.status} Decision support only.`);
  byId('kind').append(...GROUPS.map(([title, kinds]) => element('optgroup', {label: title},
    ...kinds.map(kind => element('option', {value: kind}, kindOf(kind)[1])))));
  fill('kinds', ...kindLinks(catalogue));
  takeAddress();
  find();
  showAddress();
  byId('main').removeAttribute('aria-busy');
}

// The search.

/** The search of the page's own address, so that it can be kept as a bookmark. */
function takeAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of ['q', 'kind', 'mark']) {
    byId(name).value = query.get(name) ?? '';
  }
}

function keepAddress() {
  const query = new URLSearchParams(asked().filter(([, value]) => value !== ''));
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
}

function asked() {
  return ['q', 'kind', 'mark'].map(name => [name, byId(name).value.trim()]);
}

function isAsked() {
  return asked().some(([, value]) => value !== '');
}

function find() {
  const [[, query], [, kind], [, mark]] = asked();
  shown = AT_ONCE;
  hits = isAsked() ? catalogue.find(query, kind, mark) : [];
  list();
  if (!isAsked()) {
    write('status', counted(catalogue.size, 'entry', 'entries'));
  } else if (hits.length === 0) {
    write('status', 'Nothing is found. Try fewer or other words, or all kinds.');
  } else {
    write('status', counted(hits.length, 'entry is found', 'entries are found'));
  }
}

function list() {
  fill('results', ...hits.slice(0, shown).map(result));
  show('results', hits.length > 0);
  show('kinds', !isAsked() && address() !== '');
  show('more', hits.length > shown);
  write('more', `Show ${Math.min(AT_ONCE * 4, hits.length - shown)} more`);
  mark();
}

function result({item, where}) {
  const link = entryLink(item);
  link.prepend(element('span', {class: 'kind'}, kindOf(item.kind)[0], marks(item)));
  if (where) {
    link.append(element('span', {class: 'where'}, shortened(where)));
  }
  return element('li', {}, link);
}

function shortened(text) {
  return text.length > 90 ? `${text.slice(0, 88)} …` : text;
}

/** Marks the result that is shown. */
function mark() {
  for (const link of byId('results').querySelectorAll('a')) {
    link.ariaCurrent = link.getAttribute('href') === address() ? 'page' : null;
  }
}

function search() {
  if (catalogue) {
    keepAddress();
    find();
    view(isAsked() ? 'list' : 'entry');
  }
}

/** On a narrow window there is room for the results or for the entry. */
function view(name) {
  byId('desk').dataset.view = name;
  show('back', name === 'entry' && isAsked() && hits.length > 0);
}

// What is shown.

function address() {
  try {
    return decodeURIComponent(location.hash);
  } catch {
    return location.hash;
  }
}

function showAddress() {
  if (!catalogue) {
    return;
  }
  const at = address();
  const kind = at.slice(1);
  const item = catalogue.at(at);
  if (item) {
    present(entry(catalogue, item), `${item.id} ${item.title}`);
  } else if (kind === '') {
    present(front(catalogue), '');
  } else if (catalogue.of(kind).length > 0) {
    present(ofKind(catalogue, kind), kindOf(kind)[1]);
  } else {
    present(nothing(at), 'There is no such entry');
  }
  show('kinds', !isAsked() && kind !== '');
  mark();
  view(kind === '' && isAsked() ? 'list' : 'entry');
}

function present(children, title) {
  fill('shown', ...children);
  show('shown', true);
  document.title = title === '' ? TITLE : `${title} – ${TITLE}`;
  if (followed) {
    followed = false;
    const place = byId('shown').getBoundingClientRect();
    if (place.top < 0 || place.top > innerHeight / 2) {
      byId('main').scrollIntoView();
    }
    byId('shown').querySelector('h2').focus({preventScroll: true});
  }
}

// The keyboard.

function isTyping(target) {
  return target.matches('input, select, textarea');
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === '/' && !isTyping(event.target)) {
    event.preventDefault();
    byId('q').focus();
    byId('q').select();
  } else if (event.key === 'Escape' && byId('results').contains(event.target)) {
    byId('q').focus();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    step(event, event.key === 'ArrowDown' ? 1 : -1);
  }
}

/** Goes from the search to the results and through them. */
function step(event, by) {
  const links = [byId('q'), ...byId('results').querySelectorAll('a')];
  const place = links.indexOf(event.target);
  if (place >= 0) {
    const next = links[place + by];
    if (next && next.checkVisibility()) {
      event.preventDefault();
      next.focus();
    }
  }
}

/** Enter in the search opens the first result. */
function open(event) {
  event.preventDefault();
  byId('results').querySelector('a')?.click();
}

addEventListener('hashchange', showAddress);
addEventListener('keydown', press);
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.id !== 'skip' && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    followed = true;
    if (link.getAttribute('href') === address() || (link.getAttribute('href') === '#' && address() === '')) {
      showAddress();
    }
  }
});
byId('skip').addEventListener('click', event => {
  event.preventDefault();
  byId('main').focus();
});
byId('search').addEventListener('submit', open);
byId('q').addEventListener('input', search);
byId('kind').addEventListener('change', search);
byId('mark').addEventListener('change', search);
byId('more').addEventListener('click', () => {
  const first = shown;
  shown += AT_ONCE * 4;
  list();
  byId('results').querySelectorAll('a')[first]?.focus();
});
byId('back').addEventListener('click', () => {
  view('list');
  (byId('results').querySelector('a[aria-current]') ?? byId('q')).focus();
});
byId('again').addEventListener('click', load);
addEventListener('popstate', () => {
  if (catalogue) {
    takeAddress();
    find();
  }
});
load();
