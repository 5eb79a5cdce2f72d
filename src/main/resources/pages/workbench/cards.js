/** Shows cards as an EHR would, and tells what a reader answers to them. */

import {counted, element, outside} from '../shared/elements.js';
import {markdown} from './markdown.js';
import {concept, kindOf, wordsOf} from './resources.js';

const INDICATORS = new Map([['info', 'Information'], ['warning', 'Warning'], ['critical', 'Critical']]);
const ACTIONS = new Map([['create', 'Creates'], ['update', 'Changes'], ['delete', 'Removes']]);
const SHOWN_IN_LINE = 4;

/** One card. Its answer goes to the listener: an entry of feedback, what it says in words, and the actions that were taken. */
export function cardElement(card, index, answered) {
  const title = `card-${index}-title`;
  const indicator = INDICATORS.has(card.indicator) ? card.indicator : 'info';
  const problem = element('p', {class: 'problem', role: 'alert'});
  const suggestions = suggestionsOf(card, index);
  const override = overrideOf(card, index, given => answered(card, given));
  return element('article', {class: `card ${indicator}`, 'aria-labelledby': title, 'data-card': card.uuid ?? null},
    element('p', {class: 'badge'}, element('span', {class: 'sign', 'aria-hidden': 'true'}), INDICATORS.get(indicator),
      rulesOf(card.extension?.['org.omscds.explanation']?.card)),
    element('h3', {id: title}, card.summary ?? ''),
    sourceOf(card.source),
    card.detail
      ? element('details', {class: 'detail', open: index === 0},
        element('summary', {}, 'Detail', unseen(title)), markdown(card.detail))
      : null,
    suggestions?.made,
    linksOf(card.links),
    card.uuid === undefined ? null : element('div', {class: 'answer'},
      problem,
      element('div', {class: 'buttons'},
        suggestions === null ? null : element('button', {type: 'button', class: 'primary', click: () => {
          const chosen = suggestions.chosen();
          problem.textContent = chosen.length === 0 ? 'Choose a suggestion first.' : '';
          if (chosen.length > 0) {
            answered(card, {
              feedback: {outcome: 'accepted', acceptedSuggestions: chosen.map(({uuid}) => ({id: uuid}))},
              said: `You accepted: ${chosen.map(({label}) => label).join('; ')}.`,
              actions: chosen.flatMap(({actions}) => actions ?? []),
            });
          }
        }}, 'Accept', unseen(title)),
        override?.button,
        element('button', {type: 'button', click: () =>
          answered(card, {feedback: {outcome: 'overridden'}, said: 'You dismissed it without a reason.'})}, 'Dismiss', unseen(title))),
      override?.form));
}

/** Words for a screen reader that tell apart controls of the same name. */
function unseen(title) {
  return element('span', {class: 'unseen'}, ` – card ${Number(/\d+/.exec(title)[0]) + 1}`);
}

/** The way to the rules and sources of a card, on this service's own page of the knowledge. */
function rulesOf(id) {
  return typeof id === 'string'
    ? element('span', {class: 'id'}, outside(`${id}: rules and sources`, new URL(`knowledge#card/${id}`, document.baseURI)))
    : null;
}

function sourceOf(source) {
  return source?.label
    ? element('p', {class: 'source'}, 'Source: ', outside(source.label, source.url),
      source.topic ? ` · ${concept({coding: [source.topic]})}` : null)
    : null;
}

function linksOf(links) {
  return links?.length > 0
    ? element('ul', {class: 'links', 'aria-label': 'Links'}, ...links.map(link => element('li', {},
      link.type === 'smart' ? element('span', {}, `${link.label} (SMART app, starts in an EHR only)`)
        : outside(link.label, link.url))))
    : null;
}

/** The suggestions with a box for each; one only where the card says so. */
function suggestionsOf(card, index) {
  if (!(card.suggestions?.length > 0)) {
    return null;
  }
  const one = card.selectionBehavior === 'at-most-one';
  const boxes = card.suggestions.map((suggestion, at) => element('input', {
    type: one ? 'radio' : 'checkbox',
    name: `card-${index}-suggestion`,
    id: `card-${index}-suggestion-${at}`,
    checked: suggestion.isRecommended === true,
  }));
  const rows = card.suggestions.map((suggestion, at) => suggestionOf(suggestion, boxes[at]));
  const rest = rows.slice(SHOWN_IN_LINE);
  return {
    made: element('fieldset', {class: 'suggestions'},
      element('legend', {}, one ? 'Suggestions: at most one' : 'Suggestions'),
      ...rows.slice(0, SHOWN_IN_LINE),
      rest.length > 0 ? element('details', {class: 'more'},
        element('summary', {}, `${counted(rest.length, 'more suggestion')}`, unseen(`card-${index}`)), ...rest) : null),
    chosen: () => card.suggestions.filter((_, at) => boxes[at].checked),
  };
}

function suggestionOf(suggestion, box) {
  const actions = suggestion.actions ?? [];
  return element('div', {class: 'suggestion'},
    element('div', {class: 'choice'}, box,
      element('label', {for: box.id}, suggestion.label ?? ''),
      suggestion.isRecommended ? element('span', {class: 'tag'}, 'recommended') : null),
    actions.length === 0 ? null : element('details', {},
      element('summary', {}, counted(actions.length, 'draft'), element('span', {class: 'unseen'},
        ` of ${suggestion.label}`)),
      element('ol', {class: 'actions'}, ...actions.map(actionOf))));
}

function actionOf(action) {
  const resource = action.resource;
  return element('li', {},
    element('p', {}, element('b', {}, `${ACTIONS.get(action.type) ?? action.type}: `), action.description ?? ''),
    action.resourceId ? element('p', {class: 'quiet small'}, [action.resourceId].flat().join(', ')) : null,
    resource ? resourceOf(resource) : null);
}

/** A draft resource as a reader wants it; whatever it holds beyond stands in its JSON. */
function resourceOf(resource) {
  const facts = [
    ['Resource', `${resource.resourceType} (${kindOf(resource).toLowerCase()})`],
    ['What', wordsOf(resource)],
    ['Codes', codesOf(resource)],
    ['State', [resource.status, resource.intent, resource.priority].filter(Boolean).join(', ')],
    ['Because of', referencesOf(resource.reasonReference)],
    ['Note', [resource.note].flat().map(note => note?.text).filter(Boolean).join(' ')],
  ].filter(([, said]) => said !== '');
  return element('div', {class: 'resource'},
    element('dl', {}, ...facts.flatMap(([name, said]) => [element('dt', {}, name), element('dd', {}, said)])),
    element('details', {}, element('summary', {}, 'As JSON',
      element('span', {class: 'unseen'}, `: ${wordsOf(resource)}`)),
    element('pre', {tabindex: 0, role: 'group', 'aria-label': `JSON of ${wordsOf(resource)}`},
      JSON.stringify(resource, null, 2))));
}

function codesOf(resource) {
  const concepts = [resource.code, resource.medicationCodeableConcept].filter(Boolean);
  return concepts.flatMap(each => each.coding ?? [])
    .map(coding => [coding.code, coding.display].filter(Boolean).join(' ')).join('; ');
}

function referencesOf(given) {
  return [given].flat().map(each => each?.reference).filter(Boolean).join(', ');
}

/** The menu of reasons, closed at first. */
function overrideOf(card, index, send) {
  const reasons = card.overrideReasons ?? [];
  if (reasons.length === 0) {
    return null;
  }
  const id = `card-${index}-override`;
  const menu = element('select', {id: `${id}-reason`}, ...reasons.map((reason, at) =>
    element('option', {value: at}, reason.display ?? reason.code)));
  const comment = element('input', {id: `${id}-comment`, type: 'text', autocomplete: 'off', maxlength: 1000});
  const form = element('form', {id, class: 'override', submit: event => {
    event.preventDefault();
    const {code, system, display} = reasons[menu.value];
    const userComment = comment.value.trim();
    send({
      feedback: {
        outcome: 'overridden',
        overrideReason: {reason: {code, system, display}, ...userComment === '' ? {} : {userComment}},
      },
      said: `You overrode it: ${display ?? code}.`,
    });
  }},
  element('div', {class: 'field'}, element('label', {for: menu.id}, 'Reason'), menu),
  element('div', {class: 'field'}, element('label', {for: comment.id}, 'Comment, if you like'), comment),
  element('button', {type: 'submit'}, 'Send this answer', unseen(id)));
  form.hidden = true;
  const button = element('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': id, click: () => {
    form.hidden = !form.hidden;
    button.setAttribute('aria-expanded', !form.hidden);
    if (!form.hidden) {
      menu.focus();
    }
  }}, 'Override …', unseen(id));
  return {button, form};
}
