/** The page of statistics: asks the service for the days of the form and shows what it answers. */

import {byId, counted, show, write} from '../shared/elements.js';
import {hideReport, showReport} from './report.js';

const PATIENCE = 30_000;
const TITLE = document.title;

/** What to do about a status; 0 stands for no answer at all. */
const ADVICE = new Map([
  [0, 'The service cannot be reached, or did not answer in time. Check your connection, then try again.'],
  [400, 'Check the two days above, then try again.'],
  [401, 'You are not signed in. Sign in as your site has set it up, then try again.'],
  [403, 'You may not see these numbers. Ask the operator of this service for access.'],
  [404, 'The statistics are not switched on here. Ask the operator of this service.'],
  [429, 'Too many requests came at once. Wait a minute, then try again.'],
  [503, 'The store of these numbers is not available. Wait a minute, then try again; if that does not help, tell the '
    + 'operator of this service.'],
]);
const OTHER_ADVICE = 'Try again. If that does not help, tell the operator of this service the status and the time.';

let running = new AbortController();

/** Why there is nothing to show. */
class Failure extends Error {
  constructor(status, said) {
    super(said);
    this.status = status;
  }
}

async function load() {
  running.abort();
  const mine = new AbortController();
  running = mine;
  const days = daysOfForm();
  begin(days);
  try {
    const report = await ask(days, AbortSignal.any([mine.signal, AbortSignal.timeout(PATIENCE)]));
    if (running === mine) {
      succeed(report);
    }
  } catch (problem) {
    if (running === mine) {
      fail(problem instanceof Failure ? problem : unexpected(problem));
    }
  }
}

function unexpected(problem) {
  console.error(problem);
  return new Failure(200, 'The answer is not what this page knows how to show.');
}

async function ask(days, signal) {
  let answer;
  let body;
  try {
    answer = await fetch(address('statistics.json', days), {
      headers: {Accept: 'application/json'}, cache: 'no-store', signal,
    });
    body = await answer.text();
  } catch {
    throw new Failure(0, '');
  }
  const json = parsed(body);
  if (!answer.ok) {
    throw new Failure(answer.status, explanation(json));
  }
  if (json === null) {
    throw new Failure(answer.status, 'The answer is no JSON: something between this page and the service may have '
      + 'answered in its place, such as a page to sign in.');
  }
  return json;
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** What an OperationOutcome says, if the answer is one. */
function explanation(json) {
  const issue = json?.issue?.[0];
  return [issue?.details?.text, issue?.diagnostics].filter(said => typeof said === 'string').join(' ');
}

function begin(days) {
  byId('main').setAttribute('aria-busy', 'true');
  byId('csv').href = address('statistics.csv', days);
  write('status', 'Loading the statistics …');
  show('failure', false);
}

function succeed(report) {
  const days = {from: report.from ?? '', to: report.to ?? ''};
  byId('from').value = days.from;
  byId('to').value = days.to;
  byId('csv').href = address('statistics.csv', days);
  showReport(report);
  document.title = `${TITLE}, ${said(days)}`;
  end(`From ${said(days)}: ${report.totals.shown === 0
    ? 'no card was issued.'
    : `${counted(report.totals.cards, 'card was', 'different cards were')} shown.`}`);
}

function fail(failure) {
  hideReport();
  write('failure-title', failure.status === 0
    ? 'The statistics could not be loaded: no answer'
    : `The statistics could not be loaded: status ${failure.status}`);
  write('failure-advice', ADVICE.get(failure.status) ?? OTHER_ADVICE);
  write('failure-detail', failure.message);
  show('failure', true);
  document.title = TITLE;
  end('');
}

function end(said) {
  write('status', said);
  byId('main').removeAttribute('aria-busy');
}

function said(days) {
  return `${days.from || 'the first day'} to ${days.to || 'today'}`;
}

/** An address with the days that are set. */
function address(path, days) {
  const query = new URLSearchParams(Object.entries(days).filter(([, day]) => day !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
}

function daysOfForm() {
  return {from: byId('from').value, to: byId('to').value};
}

/** The days of the page's own address, so that it can be kept as a bookmark. */
function takeDaysOfAddress() {
  const query = new URLSearchParams(location.search);
  byId('from').value = query.get('from') ?? '';
  byId('to').value = query.get('to') ?? '';
}

/** Says what is wrong with the days, if something is. */
function daysAreInOrder() {
  const {from, to} = daysOfForm();
  const wrong = from !== '' && to !== '' && from > to;
  write('days-problem', wrong ? 'The first day comes after the last. Change one of them.' : '');
  byId('to').ariaInvalid = wrong ? 'true' : null;
  return !wrong;
}

function submit(event) {
  event.preventDefault();
  if (daysAreInOrder()) {
    history.pushState(null, '', address(location.pathname, daysOfForm()));
    load();
  } else {
    byId('to').focus();
  }
}

byId('days').addEventListener('submit', submit);
byId('again').addEventListener('click', () => {
  byId('status').focus();
  load();
});
addEventListener('popstate', () => {
  takeDaysOfAddress();
  load();
});
takeDaysOfAddress();
load();
