/** Does to a chart what an EHR does with a suggestion that was taken. Nothing here touches the page. */

import {add, changeEach, freshId, keyFor, referenceTo, remove, today} from './chart.js';

/**
 * Creates, replaces and removes as the actions say. What is created has an id of the chart, and is signed today. Resources
 * of a type that the service does not ask for have no place in the request: they stay with the EHR.
 *
 * @return what happened: resources that are in the chart now, that are not any more, and that stay outside
 */
export function accept(request, service, actions) {
  const done = {filed: [], removed: [], outside: []};
  for (const action of actions) {
    if (action.type === 'delete') {
      done.removed.push(...removed(request, [action.resourceId].flat()));
    } else if (!action.resource) {
      continue;
    } else if (action.type === 'update') {
      changeEach(request, each => isSame(each, action.resource) ? structuredClone(action.resource) : each);
      done.filed.push(action.resource);
    } else if (keyFor(service, action.resource.resourceType) === undefined) {
      done.outside.push(action.resource);
    } else {
      done.filed.push(add(request, service, signed(request, action.resource)));
    }
  }
  return done;
}

function removed(request, references) {
  const found = [];
  changeEach(request, each => {
    if (references.includes(referenceTo(each))) {
      found.push(each);
    }
    return each;
  });
  found.forEach(each => remove(request, each));
  return found;
}

/** A proposal becomes an active order; any resource gets the day on which it was written. */
function signed(request, draft) {
  return {
    [draft.resourceType === 'Condition' ? 'recordedDate' : 'authoredOn']: today(request),
    ...structuredClone(draft),
    ...draft.intent === 'proposal' ? {status: 'active', intent: 'order'} : {},
    id: freshId(request, 'accepted'),
  };
}

function isSame(one, other) {
  return referenceTo(one) === referenceTo(other);
}
