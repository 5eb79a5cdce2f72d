/** Shows an answer of the service on the page. */

import {byId, counted, element, fill, show, write} from '../shared/elements.js';
import {hours, hoursAndDays, mondayOf, number, percent, weekOf, weeksBetween} from './figures.js';
import {bars, columns, swatch} from './plots.js';
import {code, figure, table, text} from '../shared/tables.js';

const ANSWERS = ['accepted', 'overridden', 'ignored'];
const PROPOSAL = '[PROPOSAL]';
const DRAFT = 'Research draft without clinical sign-off.';

const COUNTS = [
  figure('Shown', row => number(row.shown)),
  figure('Cards', row => number(row.cards)),
  figure('Accepted', row => number(row.accepted)),
  figure('Overridden', row => number(row.overridden)),
  figure('Ignored', row => number(row.ignored)),
];

/** Shows everything that the answer holds. */
export function showReport(report) {
  const some = report.totals.shown > 0;
  show('empty', !some);
  show('numbers', some);
  show('missed', true);
  showAttention(report);
  showMissed(report.missedCases);
  showOrigin(report);
  if (some) {
    showTotals(report.totals);
    showWeeks(report);
    showShares(report);
    showReasons(report.byCard);
    showHours(report.byCard);
    showGroups(report);
  }
}

/** Takes everything off the page that an earlier answer has put there. */
export function hideReport() {
  for (const id of ['empty', 'numbers', 'missed', 'attention']) {
    show(id, false);
  }
  write('origin', DRAFT);
}

function showAttention(report) {
  const points = [...storePoints(report.store), ...reviewPoints(report.byCard), ...missedPoints(report.missedCases)];
  fill('attention-list', ...points.map(point => element('li', {}, ...point)));
  show('attention', points.length > 0);
}

function storePoints(store) {
  const points = [];
  if (store.state !== 'UP') {
    points.push([`The store of these numbers is ${store.state}: what happens now may be missing. `
      + 'Tell the operator of this service.']);
  }
  if (store.dropped > 0) {
    points.push([`${counted(store.dropped, 'event was', 'events were')} not stored, so the numbers are too low.`]);
  }
  return points;
}

function reviewPoints(cards) {
  return cards.filter(card => card.needsReview).map(card => [
    `Card ${nameOf(card)} needs a review: `,
    `${shareOf(card)} overridden (${overriddenOf(card)}). `,
    element('a', {href: '#shares-title'}, 'See the cards'),
  ]);
}

function missedPoints(cases) {
  return cases.length === 0 ? [] : [[
    `${counted(cases.length, 'patient', 'patients')} for the missed-case review. `,
    element('a', {href: '#missed-title'}, 'See the list'),
  ]];
}

function showTotals(totals) {
  fill('totals',
    tile('Shown', number(totals.shown), 'times'),
    tile('Different cards', number(totals.cards), 'each counted once'),
    ...ANSWERS.map(answer =>
      tile(capital(answer), number(totals[answer]), shareOfCards(totals[answer], totals.cards))));
}

function tile(term, value, aside) {
  return element('div', {},
    element('dt', {}, term),
    element('dd', {}, element('strong', {}, value), ' ', element('span', {}, aside)));
}

function shareOfCards(count, cards) {
  return cards > 0 ? `${percent(count / cards)} of the cards` : '';
}

function showWeeks(report) {
  const weeks = allWeeks(report);
  const highest = weeks.reduce((most, week) => (answered(week) > answered(most) ? week : most));
  legend('weeks-legend', ANSWERS.map(answer => [answer, capital(answer)]));
  columns(
    byId('weeks-plot'),
    `Stacked bars of ${counted(weeks.length, 'week', 'weeks')}. The highest is ${highest.key} with `
      + `${counted(answered(highest), 'card', 'cards')}. The table below has all numbers.`,
    weeks.map(week => ({
      name: week.key,
      tick: week.key.slice(5),
      year: week.key.slice(0, 4),
      title: `${week.key}: ${ANSWERS.map(answer => `${week[answer]} ${answer}`).join(', ')}`,
      values: ANSWERS.map(answer => week[answer]),
    })),
    ANSWERS);
  fill('weeks-table', table('Cards by week',
    [code('Week', week => week.key), code('Monday', week => mondayOf(week.key)), ...COUNTS], weeks));
}

/** Every week of the days asked for: one without a card is a week too. */
function allWeeks(report) {
  const known = new Map(report.byWeek.map(week => [week.key, week]));
  const keys = [...known.keys(), ...[report.from, report.to].filter(Boolean).map(weekOf)].sort();
  return weeksBetween(keys[0], keys.at(-1)).map(key =>
    known.get(key) ?? {key, shown: 0, cards: 0, accepted: 0, overridden: 0, ignored: 0});
}

function answered(week) {
  return ANSWERS.reduce((sum, answer) => sum + week[answer], 0);
}

function showShares(report) {
  const {overriddenShare, reviewShare} = report.targets;
  const cards = report.byCard.filter(card => card.overriddenShare !== null);
  const target = percent(overriddenShare);
  const review = percent(reviewShare);
  legend('shares-legend', [
    ['mark-target', `Target: at most ${target} overridden ${PROPOSAL}`],
    ['mark-review', `Review: from ${review} on ${PROPOSAL}`],
    ['marked', 'Needs review'],
  ]);
  bars(
    byId('shares-plot'),
    `Bars of the share overridden for ${counted(cards.length, 'card', 'cards')}, with lines at the target of ${target} `
      + `and at ${review} for review. The table below has all numbers.`,
    [{title: '', entries: byValue(cards.map(shareEntry))}],
    1,
    [
      {value: overriddenShare, kind: 'mark-target', label: `target ${target}`},
      {value: reviewShare, kind: 'mark-review', label: `review ${review}`},
    ]);
  fill('shares-table', table('Answers by card', [
    code('Card', card => card.key),
    text('Title', card => card.title),
    figure('Share overridden', shareOf),
    code('Review', card => (card.needsReview ? 'needs review' : 'no')),
    ...COUNTS,
  ], report.byCard));
}

function shareEntry(card) {
  return {
    name: nameOf(card),
    value: card.overriddenShare,
    text: shareOf(card),
    detail: overriddenOf(card),
    note: card.needsReview ? 'needs review' : '',
  };
}

function showReasons(cards) {
  const reasoned = cards.filter(card => card.reasons.length > 0);
  const largest = Math.max(1, ...reasoned.flatMap(card => card.reasons.map(reason => reason.count)));
  offer('reasons', reasoned.length > 0, 'How often each reason was given.', 'Nobody gave a reason in these days.');
  bars(
    byId('reasons-plot'),
    `Bars of the reasons for overriding ${counted(reasoned.length, 'card', 'cards')}. The table below has all numbers.`,
    reasoned.map(card => ({title: nameOf(card), entries: byValue(card.reasons.map(reasonEntry))})),
    largest);
  fill('reasons-table', table('Reasons for overriding, by card', [
    code('Card', row => row.card),
    text('Reason', row => row.display),
    figure('Times', row => number(row.count)),
    code('Code', row => row.code),
  ], reasoned.flatMap(card => card.reasons.map(reason => ({card: card.key, ...reason})))));
}

function reasonEntry(reason) {
  return {name: reason.display, value: reason.count, text: number(reason.count), detail: '', note: ''};
}

function showHours(cards) {
  const accepted = cards.filter(card => card.medianHoursToAcceptance !== null);
  offer('hours', accepted.length > 0,
    'Median hours from the first time that a card was shown until it was accepted; the longest comes first.',
    'No card was accepted in these days.');
  bars(
    byId('hours-plot'),
    `Bars of the median hours to acceptance for ${counted(accepted.length, 'card', 'cards')}. The table below has all `
      + 'numbers.',
    [{title: '', entries: byValue(accepted.map(hoursEntry))}],
    Math.max(0, ...accepted.map(card => card.medianHoursToAcceptance)));
  fill('hours-table', table('Time to acceptance, by card', [
    code('Card', card => card.key),
    text('Title', card => card.title),
    figure('Median', card => hoursAndDays(card.medianHoursToAcceptance)),
    figure('Accepted', card => number(card.accepted)),
  ], accepted));
}

function hoursEntry(card) {
  const value = card.medianHoursToAcceptance;
  return {name: nameOf(card), value, text: hours(value), detail: '', note: ''};
}

function showGroups(report) {
  for (const [id, caption, head, rows] of [
    ['tiers-table', 'Cards by tier', 'Tier', report.byTier],
    ['clients-table', 'Cards by client', 'Client', report.byClient],
    ['hooks-table', 'Cards by hook', 'Hook', report.byHook],
  ]) {
    fill(id, table(caption, [text(head, row => row.key), ...COUNTS], rows));
  }
}

function showMissed(cases) {
  fill('missed-table', cases.length === 0
    ? element('p', {}, 'There is no such patient in these days.')
    : table(`Patients to audit: ${cases.length}`, [
      text('Patient (pseudonym)', row => row.patient),
      text('Client', row => row.client),
      code('First seen', row => row.firstSeen),
      code('Diagnosed', row => row.diagnosed),
      code('Last card', row => row.lastCard ?? 'none'),
    ], cases));
}

function showOrigin(report) {
  write('origin', `${DRAFT} Knowledge version ${report.knowledgeVersion}. `
    + `Store: ${report.store.state}, ${counted(report.store.dropped, 'event', 'events')} dropped.`);
}

function legend(id, items) {
  fill(id, ...items.map(([kind, said]) => element('li', {}, swatch(kind), said)));
}

/** Shows a plot with its table, or says why there is none. */
function offer(id, some, said, otherwise) {
  write(`${id}-text`, some ? said : otherwise);
  show(`${id}-plot`, some);
  show(`${id}-details`, some);
}

function byValue(entries) {
  return entries.toSorted((one, other) => other.value - one.value);
}

function nameOf(card) {
  return `${card.key} ${card.title}`;
}

function shareOf(card) {
  return card.overriddenShare === null ? 'no answer' : percent(card.overriddenShare);
}

function overriddenOf(card) {
  return `${card.overridden} of ${counted(card.accepted + card.overridden, 'answer', 'answers')}`;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
