/** Shows how the cards of a request came about: what was read, what it was taken for, what followed. */

import {counted, element} from '../shared/elements.js';
import {table, text} from '../shared/tables.js';
import {sign, timeline} from './timeline.js';

const STATES = new Map([
  ['PRESENT', 'Present'], ['POSSIBLE', 'Possible'], ['ABSENT', 'Absent'], ['UNKNOWN', 'Unknown'],
]);
const TIERS = new Map([
  ['T0', 'no suspicion'], ['T1', 'a red flag'], ['T2', 'suspected'], ['T3', 'three of four criteria'],
]);
const VERDICTS = new Map([
  ['MET', 'met'], ['MET_ALTERNATIVE_RECORDED', 'met, but'], ['INDETERMINATE', 'open'], ['NOT_MET', 'not met'],
  ['CRITERIA_MET', 'met'],
]);
const REASONS = new Map([
  ['OUTRANKED', 'another card comes first'],
  ['LIMIT', 'as many cards as may be shown at once are there'],
  ['PENDING', 'it is under way'],
  ['SNOOZED', 'snoozed by an answer'],
  ['ACCEPTED', 'accepted before'],
  ['DECEASED', 'the patient is dead'],
  ['TEST_PATIENT', 'a test patient'],
  ['BREAK_GLASS', 'the chart is under special protection'],
  ['AUDIENCE', 'not for who asks'],
  ['PRESSING', 'something more pressing goes first'],
  ['OTHER_HOOK', 'belongs to another hook'],
]);
const GAPS = new Map([
  ['NOT_SUPPLIED', 'did not come'], ['FAILED', 'the client could not get it'], ['PARTIAL', 'came in part'],
  ['UNREADABLE', 'could not be read'], ['OTHER_PATIENT', 'belongs to another patient'],
]);

/** The whole explanation, as the children of a place. */
export function explain(place, said) {
  const drawing = element('div', {class: 'plot', id: 'timeline-plot'});
  place.replaceChildren(
    assessmentOf(said, factsOf(said)),
    element('section', {'aria-labelledby': 'pillars-title'},
      element('h2', {id: 'pillars-title'}, 'Findings by pillar'),
      element('p', {class: 'quiet'}, 'Unknown is not absent: what nobody wrote down is never counted as normal.'),
      element('div', {class: 'pillars'}, ...list(said.pillars).map(pillarOf))),
    timelineOf(said, drawing),
    aside(said),
    recommendationsOf(said, factsOf(said)),
    chartOf(said));
  if (list(said.timeline).length > 0) {
    timeline(drawing, list(said.timeline), said.date);
  }
}

/** Why a card was held back, in words. */
export function heldBack(recommendation) {
  return [REASONS.get(recommendation.reason) ?? words(recommendation.reason), recommendation.detail]
    .filter(Boolean).join(': ') + (recommendation.until ? `, until ${day(recommendation.until)}` : '');
}

function assessmentOf({assessment = {}, date, knowledgeVersion, service}, facts) {
  const tier = assessment.tier ?? '';
  const criteria = assessment.criteria ?? {};
  const figures = [
    ['Suspicion', tier || 'none', TIERS.get(tier) ?? ''],
    ['Criteria', VERDICTS.get(criteria.verdict) ?? words(criteria.verdict),
      Number.isInteger(criteria.count) ? `${criteria.count} of 4` : ''],
    ['Onset', assessment.onset ?? 'not dated', 'first sign of the episode'],
    ['Age', Number.isInteger(assessment.ageInMonths) ? ageOf(assessment.ageInMonths) : 'not known', `on ${date ?? ''}`],
  ];
  const rules = list(assessment.rules);
  const held = list(assessment.facts);
  return element('section', {'aria-labelledby': 'assessment-title'},
    element('h2', {id: 'assessment-title'}, 'Assessment'),
    element('dl', {class: 'totals'}, ...figures.map(([name, figure, note]) => element('div', {},
      element('dt', {}, name), element('dd', {}, element('strong', {}, figure), element('span', {}, note))))),
    rules.length === 0 ? element('p', {}, 'No rule of suspicion holds.') : element('ul', {class: 'rules'},
      ...rules.map(rule => element('li', {}, element('b', {}, `Rule ${rule.id}`), ` ${rule.wording ?? ''} `,
        rule.proposal ? element('span', {class: 'tag'}, 'proposal') : null))),
    held.length === 0 ? null : element('details', {},
      element('summary', {}, `All that was concluded: ${counted(held.length, 'fact')}`), facts(held)),
    element('p', {class: 'quiet small'},
      `Service ${service ?? ''}; chart read as of ${date ?? ''}; knowledge ${knowledgeVersion ?? ''}.`));
}

function pillarOf(pillar) {
  const state = STATES.has(pillar.state) ? pillar.state : 'UNKNOWN';
  return element('article', {class: 'pillar', 'data-state': state.toLowerCase()},
    element('h3', {}, element('span', {class: 'letter', 'aria-hidden': 'true'}, pillar.pillar),
      element('span', {class: 'unseen'}, `${pillar.pillar} `), words(pillar.label)),
    element('p', {class: 'state'}, STATES.get(state), pillar.reason ? `: ${pillar.reason}` : ''),
    list(pillar.evidence).length === 0 ? null
      : element('ul', {class: 'evidence'}, ...distinct(pillar.evidence).map(evidenceOf)));
}

/** A resource may say a finding in several of its elements; the reader needs it once. */
function distinct(evidence) {
  const seen = new Map();
  for (const each of evidence) {
    const key = [each.finding, each.reference, each.words, each.date, each.certainty].join('|');
    seen.set(key, seen.get(key) ?? each);
  }
  return [...seen.values()];
}

function evidenceOf(evidence) {
  return element('li', {},
    element('p', {}, element('b', {}, words(evidence.label)),
      evidence.certainty && evidence.certainty !== 'present' ? ` (${evidence.certainty})` : ''),
    element('p', {class: 'quote'}, (evidence.words ?? '').replace(/^"(.*)"$/, '$1')),
    evidence.reason ? element('p', {class: 'reason'}, `Why not: ${evidence.reason}`) : null,
    element('p', {class: 'quiet small'}, [
      evidence.date ?? 'no date', evidence.speaker ? `said by ${evidence.speaker}` : '',
    ].filter(Boolean).join(' · ')), place(evidence.reference, evidence.element));
}

function place(reference, part) {
  return element('code', {}, [reference, part].filter(Boolean).join(' → '));
}

function timelineOf({timeline: all, date}, drawing) {
  const entries = list(all);
  return element('section', {'aria-labelledby': 'timeline-title'},
    element('h2', {id: 'timeline-title'}, 'Time line'),
    entries.length === 0 ? element('p', {class: 'quiet'}, 'No finding has been read.') : null,
    entries.length === 0 ? null : element('ul', {class: 'legend', 'aria-label': 'Legend'},
      ...['present', 'possible', 'absent', 'not-counted'].map(state =>
        element('li', {}, sign(state), words(state)))),
    drawing,
    entries.length === 0 ? null : element('details', {},
      element('summary', {}, 'Table: the same findings'),
      table(`Findings up to ${date ?? 'today'}`, [
        text('Finding', entry => words(entry.label)),
        text('Date', entry => entry.date ?? 'no date'),
        text('Pillar', entry => entry.pillar ?? 'none'),
        text('State', entry => words(entry.state)),
        text('Words', entry => entry.words ?? ''),
        text('Resource', entry => element('code', {}, entry.reference ?? '')),
      ], entries)));
}

function aside({notCounted, supporting}) {
  const weighed = list(supporting);
  return element('div', {class: 'pair'},
    element('section', {'aria-labelledby': 'not-counted-title'},
      element('h2', {id: 'not-counted-title'}, 'Seen, not counted'),
      list(notCounted).length === 0 ? element('p', {class: 'quiet'}, 'Everything that was seen was counted.')
        : element('ul', {class: 'evidence'}, ...distinct(notCounted).map(evidenceOf))),
    weighed.length === 0 ? null : element('section', {'aria-labelledby': 'supporting-title'},
      element('h2', {id: 'supporting-title'}, 'Also weighed'),
      element('ul', {class: 'evidence'}, ...distinct(weighed).map(evidenceOf))));
}

function recommendationsOf({recommendations}, facts) {
  const all = list(recommendations);
  const shown = all.filter(each => each.state === 'SHOWN');
  const held = all.filter(each => each.state === 'HELD_BACK');
  const rest = all.filter(each => each.state === 'NOT_CALLED_FOR');
  return element('section', {'aria-labelledby': 'recommendations-title', id: 'recommendations'},
    element('h2', {id: 'recommendations-title'}, 'Recommendations considered'),
    group('Shown', shown, 'No card was called for.', each =>
      each.row ? element('span', {class: 'quiet'}, `by row ${each.row}`) : null),
    group('Held back', held, 'No card was held back.', each => heldBack(each)),
    element('details', {},
      element('summary', {}, `Not called for: ${counted(rest.length, 'card')}`),
      rest.length === 0 ? null : table('Cards that the chart does not call for', [
        text('Card', each => titled(each)),
        text('Missing', each => each.reason && list(each.missing).length === 0
          ? [REASONS.get(each.reason) ?? words(each.reason), each.detail].filter(Boolean).join(': ')
          : facts(each.missing)),
        text('Forbidden by', each => facts(each.forbidding)),
      ], rest)));
}

function group(name, all, none, said) {
  return element('div', {class: 'group'},
    element('h3', {}, name),
    all.length === 0 ? element('p', {class: 'quiet'}, none) : element('ul', {class: 'considered'},
      ...all.map(each => element('li', {}, element('b', {}, titled(each)), ' ', said(each),
        list(each.leftOut).length > 0
          ? element('p', {class: 'quiet small'}, `Left out of it: ${list(each.leftOut).join(', ')}`) : null))));
}

function titled({card, title}) {
  return [card, title].filter(Boolean).join(' ');
}

function chartOf({chart = {}}) {
  const entries = list(chart.entries);
  const gaps = list(chart.gaps);
  return element('section', {'aria-labelledby': 'chart-title'},
    element('h2', {id: 'chart-title'}, 'Read from the chart'),
    gaps.length === 0 ? null : element('div', {class: 'gaps'},
      element('h3', {}, 'Could not be looked at'),
      element('ul', {}, ...gaps.map(gap => element('li', {}, element('b', {}, words(gap.what)), ' ',
        GAPS.get(gap.reason) ?? words(gap.reason), gap.detail ? `: ${gap.detail}` : '')))),
    entries.length === 0 ? element('p', {class: 'quiet'}, 'The chart holds nothing but the patient.')
      : table(counted(entries.length, 'entry', 'entries'), [
        text('Words', entry => entry.words ?? ''),
        text('Kind', entry => words(entry.kind)),
        text('Date', entry => entry.date ?? ''),
        text('State', entry => entry.status ?? ''),
        text('Resource', entry => element('code', {}, entry.reference ?? '')),
      ], entries));
}

function list(given) {
  return Array.isArray(given) ? given : [];
}

/** Shows facts by name, each with its sentence. */
function factsOf({facts: meanings = {}}) {
  return given => list(given).length === 0 ? '–' : element('ul', {class: 'facts'}, ...given.map(name =>
    element('li', {}, element('b', {}, words(name)), Object.hasOwn(meanings, name) ? `: ${meanings[name]}` : '')));
}

/** Names of the program as words: OMS_CRITERIA_MET becomes "OMS criteria met". */
function words(name) {
  if (typeof name !== 'string' || name === '') {
    return '–';
  }
  if (/^[A-Z0-9_]+$/.test(name)) {
    const lower = name.toLowerCase().replaceAll('_', ' ').replaceAll(/\boms\b/g, 'OMS').replaceAll(/\bmibg\b/g, 'MIBG')
      .replaceAll(/\bivig\b/g, 'IVIG').replaceAll(/\bcsf\b/g, 'CSF').replaceAll(/\bmri\b/g, 'MRI');
    return lower[0].toUpperCase() + lower.slice(1);
  }
  const plain = name.replace('not-counted', 'not counted');
  return plain[0].toUpperCase() + plain.slice(1);
}

function ageOf(months) {
  return months < 36 ? `${months} months` : `${Math.floor(months / 12)} years`;
}

/** A time as day and minute; a day as it is. */
function day(given) {
  return given.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1, $2 UTC');
}
