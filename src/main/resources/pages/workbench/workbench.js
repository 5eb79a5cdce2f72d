/** The workbench: takes a chart, asks the service, and shows cards, reasons and what went over the wire. */

import {accept} from './acceptance.js';
import {cardElement} from './cards.js';
import * as chart from './chart.js';
import {editor} from './editor.js';
import {byId, counted, element, show} from '../shared/elements.js';
import {showRaw} from './raw.js';
import {Unreadable, read as readChart} from './reading.js';
import {kindOf, wordsOf} from './resources.js';
import {Failure, post, read} from './service.js';
import {tabs} from './tabs.js';
import {explain, heldBack} from './why.js';

const WIDE = matchMedia('(min-width: 60rem)');
const LARGEST = 8 * 1024 * 1024;

/** What the page works on: the chart, the service that is asked, and what it answered last. */
const state = {services: [], request: null, service: null, cards: [], explanation: null, turn: 0};

let ready = null;

const edit = editor({
  current: () => state,
  changed: said => {
    show('take-back', false);
    show('stale', byId('cards').childElementCount > 0 || !byId('failure').hidden);
    say(said);
  },
  hookChosen: id => {
    state.service = state.services.find(service => service.id === id);
  },
  ask: () => ask(),
});

const choose = tabs(document.querySelector('[role=tablist]'), name => {
  history.replaceState(null, '', name === 'try' ? location.pathname + location.search : `#${name}`);
});

// Taking a chart.

async function showSample(name) {
  try {
    await loaded();
    const request = await read(`samples/${encodeURIComponent(name)}`);
    byId('sample').value = name;
    await take(request);
  } catch (problem) {
    fail(problem);
  }
}

async function showText(text) {
  byId('paste-problem').replaceChildren();
  byId('text').removeAttribute('aria-invalid');
  try {
    await loaded();
    await take(readChart(text, state.services));
  } catch (problem) {
    if (problem instanceof Unreadable) {
      refuse(problem.problems);
    } else {
      fail(problem);
    }
  }
}

/** Says what is wrong with a text, and where. */
function refuse(problems) {
  byId('own').open = true;
  byId('text').setAttribute('aria-invalid', 'true');
  byId('paste-problem').replaceChildren(element('div', {class: 'notice bad'},
    element('p', {}, element('strong', {}, 'This is no chart yet.')),
    element('ul', {}, ...problems.map(({place, text, excerpt}) => element('li', {},
      element('b', {}, place), ` ${text}`, excerpt ? element('pre', {}, excerpt) : null)))));
  byId('text').focus();
}

async function take(request) {
  state.request = chart.withFreshPatient(request);
  state.service = state.services.find(service => service.hook === request.hook) ?? state.services[0];
  byId('paste-problem').replaceChildren();
  show('changes', false);
  show('editor', true);
  edit.draw();
  await ask();
}

// Asking.

async function ask(before = null) {
  const turn = ++state.turn;
  const service = state.service;
  const request = chart.forService(state.request, service);
  if (before === null) {
    show('changes', false);
  }
  show('failure', false);
  show('stale', false);
  show('nothing', false);
  say('Asking the service …');
  byId('result').setAttribute('aria-busy', 'true');
  try {
    const exchange = await post(`cds-services/${service.id}`, request);
    if (turn === state.turn) {
      state.cards = Array.isArray(exchange.json?.cards) ? exchange.json.cards : [];
      showCards(exchange);
      await explained(service, request, exchange, turn);
      return true;
    }
  } catch (problem) {
    if (turn === state.turn) {
      fail(problem);
      noReasons(problem, 'There is nothing to explain');
      raw(service, request, problem.exchange ?? {status: problem.status ?? 0, json: null, text: ''}, null);
    }
  } finally {
    if (turn === state.turn) {
      byId('result').removeAttribute('aria-busy');
    }
  }
  return false;
}

async function explained(service, request, exchange, turn) {
  let said = null;
  let problem = null;
  try {
    said = (await post(`explanations/${service.id}`, request)).json;
  } catch (caught) {
    problem = caught;
  }
  if (turn !== state.turn) {
    return;
  }
  raw(service, request, exchange, said);
  if (said === null) {
    noReasons(problem, 'The reasons could not be had');
  } else {
    state.explanation = said;
    show('why-empty', false);
    show('why-failure', false);
    show('why-body', true);
    explain(byId('why-body'), said);
  }
}

function noReasons(problem, title) {
  state.explanation = null;
  show('why-empty', false);
  show('why-body', false);
  byId('why-failure').replaceChildren(...failureOf(problem, title));
  show('why-failure', true);
}

function raw(service, request, exchange, explanation) {
  show('raw-empty', false);
  show('raw-body', true);
  showRaw(byId('raw-body'), {service, request, exchange, explanation});
}

function showCards(exchange) {
  byId('cards').replaceChildren(...state.cards.map((card, index) => cardElement(card, index, answer)));
  if (state.cards.length === 0) {
    byId('cards').replaceChildren(element('div', {class: 'empty'}, element('p', {}, 'No card.'),
      element('p', {class: 'quiet'}, 'This service has nothing to say to this chart at this moment. ',
        element('b', {}, 'Why'), ' tells what it looked at.')));
  }
  const gaps = exchange.json?.extension?.['org.omscds.gaps']?.gaps ?? [];
  if (gaps.length > 0) {
    byId('cards').append(element('p', {class: 'quiet small'},
      `Not looked at: ${gaps.map(gap => gap.what).join(', ')}.`));
  }
  say(`${state.cards.length === 0 ? 'No card' : counted(state.cards.length, 'card')} in ${exchange.milliseconds}\u00a0ms, `
    + `hook ${state.service.hook}`);
}

// Answering.

async function answer(card, {feedback, said, actions = []}) {
  const before = state.cards;
  const request = state.request;
  const chartBefore = structuredClone(request);
  try {
    await post(`cds-services/${state.service.id}/feedback`, {
      feedback: [{card: card.uuid, ...feedback, outcomeTimestamp: new Date().toISOString()}],
    });
  } catch (problem) {
    fail(problem, 'Your answer was not taken');
    byId('failure').scrollIntoView({block: 'nearest'});
    return;
  }
  if (request !== state.request) {
    return;
  }
  const done = accept(request, state.service, actions);
  edit.draw();
  if (await ask(before)) {
    showChanges(card, said, before, done, chartBefore);
  }
}

/** Takes an answer back: the chart as it was, for a patient of whom the service remembers no answer. */
async function takeBack(chartBefore) {
  state.request = chart.withFreshPatient(chartBefore);
  edit.draw();
  if (await ask()) {
    say('The chart is as it was, of a patient for whom nothing was answered yet.');
    byId('result').focus();
  }
}

function showChanges(card, said, before, done, chartBefore) {
  const now = new Set(state.cards.map(each => each.uuid));
  const then = new Set(before.map(each => each.uuid));
  const gone = before.filter(each => !now.has(each.uuid));
  const fresh = state.cards.filter(each => !then.has(each.uuid));
  const kept = state.cards.filter(each => then.has(each.uuid) && each.uuid !== card.uuid).length;
  byId('changes-list').replaceChildren(
    element('li', {}, said),
    ...listed('In the chart now', done.filed),
    ...listed('No longer in the chart', done.removed),
    ...listed('Left to the EHR, as this service does not ask for its kind', done.outside),
    ...gone.map(each => element('li', {}, element('b', {}, titleOf(each)), ` is not shown: ${reasonFor(each)}.`)),
    ...now.has(card.uuid) ? [element('li', {}, element('b', {}, titleOf(card)), ' is still shown.')] : [],
    ...fresh.map(each => element('li', {}, element('b', {}, titleOf(each)), ' is shown now.')),
    ...kept > 0 ? [element('li', {}, `${counted(kept, 'card')} as before.`)] : []);
  byId('take-back').onclick = () => takeBack(chartBefore);
  show('take-back', true);
  show('changes', true);
  byId('changes').focus();
}

function listed(title, resources) {
  return resources.map(each =>
    element('li', {}, element('b', {}, `${title}: `), `${wordsOf(each)} (${kindOf(each).toLowerCase()}).`));
}

function titleOf(card) {
  const id = idOf(card);
  const known = state.explanation?.recommendations?.find(each => each.card === id);
  return known ? `${known.card} ${known.title}` : id || card.summary;
}

function reasonFor(card) {
  const known = state.explanation?.recommendations?.find(each => each.card === idOf(card));
  return known?.state === 'HELD_BACK' ? heldBack(known) : 'your answer, or what followed from it, put it away';
}

function idOf(card) {
  return card.extension?.['org.omscds.explanation']?.card;
}

// Saying.

function say(words) {
  byId('status').textContent = words;
}

function fail(problem, title = 'The service gave no cards') {
  if (!(problem instanceof Failure)) {
    console.error(problem);
  }
  say('');
  show('nothing', false);
  if (title !== 'Your answer was not taken') {
    byId('cards').replaceChildren();
  }
  byId('failure').replaceChildren(...failureOf(problem, title));
  show('failure', true);
}

function failureOf(problem, title) {
  if (!(problem instanceof Failure)) {
    return [element('h3', {}, title), element('p', {}, 'The answer is not what this page knows how to show.')];
  }
  return [
    element('h3', {}, `${title}: ${problem.title.toLowerCase()}`),
    problem.advice === '' ? null : element('p', {}, problem.advice),
    ...problem.issues.map(issue => element('p', {}, element('b', {}, issue.text), ' ', issue.diagnostics)),
  ].filter(each => each !== null);
}

// The start.

/** Knows services and samples, or asks for them; after a failure it asks again. */
async function loaded() {
  ready ??= start();
  try {
    await ready;
  } catch (problem) {
    ready = null;
    throw problem;
  }
}

async function start() {
  const [discovery, samples] = await Promise.all([read('cds-services'), read('samples')]);
  state.services = Array.isArray(discovery.services) ? discovery.services : [];
  byId('service').replaceChildren(...state.services.map(service =>
    element('option', {value: service.id}, `${service.hook}`)));
  byId('sample').replaceChildren(...(Array.isArray(samples.samples) ? samples.samples : []).map(name =>
    element('option', {value: name, selected: name === 'typical-toddler'}, sampleTitle(name))));
}

function sampleTitle(name) {
  const words = name.replaceAll('-', ' ').replaceAll(/\b(mibg|mmr|ivig|oms|vma)\b/g, short => short.toUpperCase());
  return words[0].toUpperCase() + words.slice(1);
}

async function takeFile(file) {
  if (file === undefined) {
    return;
  }
  if (file.size > LARGEST) {
    refuse([{place: file.name, text: 'is larger than this service reads.'}]);
    return;
  }
  const text = await file.text();
  byId('text').value = text;
  await showText(text);
}

function busy(button, work) {
  byId(button).addEventListener('click', async () => {
    await work();
    revealResult();
  });
}

/** On a narrow screen the cards stand below the controls. */
function revealResult() {
  if (!WIDE.matches) {
    byId('result').scrollIntoView({block: 'start'});
  }
}

busy('typical', () => showSample('typical-toddler'));
busy('again', () => ask());
byId('stories').addEventListener('click', async event => {
  const story = event.target.closest('button');
  if (story !== null) {
    await showSample(story.dataset.sample);
    byId('result').focus();
    revealResult();
  }
});
byId('fire').addEventListener('click', revealResult);
byId('samples').addEventListener('submit', async event => {
  event.preventDefault();
  await showSample(byId('sample').value);
  revealResult();
});
byId('paste').addEventListener('submit', event => {
  event.preventDefault();
  showText(byId('text').value);
});
byId('file').addEventListener('change', async () => {
  await takeFile(byId('file').files[0]);
  byId('file').value = '';
});
document.addEventListener('dragover', event => {
  if (event.dataTransfer.types.includes('Files')) {
    event.preventDefault();
    document.body.classList.add('dropping');
  }
});
document.addEventListener('dragleave', event => {
  if (event.relatedTarget === null) {
    document.body.classList.remove('dropping');
  }
});
document.addEventListener('drop', event => {
  if (event.dataTransfer.types.includes('Files')) {
    event.preventDefault();
    document.body.classList.remove('dropping');
    takeFile(event.dataTransfer.files[0]);
  }
});
byId('editing').open = WIDE.matches;
if (location.hash === '#why' || location.hash === '#raw') {
  choose(location.hash.slice(1));
}
loaded().catch(fail);
