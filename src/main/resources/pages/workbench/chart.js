/**
 * The hook request that the page works on: how it is kept apart from the requests of other visitors,
 * and changed. Nothing here touches the page.
 */

const CONSULTATION = 'org.omscds.consultation';
const CATEGORIES = 'http://terminology.hl7.org/CodeSystem/observation-category';
const DAY = 24 * 60 * 60 * 1000;

/** The same request under a patient id that nobody else has. */
export function withFreshPatient(request) {
  const old = request.context.patientId;
  const fresh = `${old.replaceAll(/[^A-Za-z0-9.-]/g, '-').slice(0, 40)}-${randomHex(8)}`;
  const copy = renamed(request, old, fresh);
  copy.context.patientId = fresh;
  if (copy.prefetch.patient?.id === old) {
    copy.prefetch.patient.id = fresh;
  }
  return copy;
}

/** The request as this service wants it: with the context of its hook and an instance of its own. */
export function forService(request, service) {
  const copy = structuredClone(request);
  copy.hook = service.hook;
  copy.hookInstance = randomUuid();
  const wants = needs(service.hook);
  if (!wants.drafts) {
    delete copy.context.draftOrders;
  }
  if (service.hook !== 'order-select') {
    delete copy.context.selections;
  } else if (copy.context.selections === undefined) {
    copy.context.selections = resources(copy.context.draftOrders).map(referenceTo);
  }
  if (!wants.problem) {
    delete copy.context.conditions;
  }
  return copy;
}

/** What the context of a hook must hold beside user and patient. */
export function needs(hook) {
  return {
    drafts: hook === 'order-select' || hook === 'order-sign',
    problem: hook === 'problem-list-item-create',
    encounter: hook === 'encounter-start' || hook === 'encounter-discharge',
  };
}

/** Every resource of the chart but the patient, with the words by which it can be removed. */
export function entriesOf(request, hook) {
  const wants = needs(hook);
  const inChart = Object.entries(request.prefetch).filter(([key]) => key !== 'patient').flatMap(([, value]) =>
    resources(value).map(resource => ({resource, draft: false})));
  const drafts = (wants.drafts ? resources(request.context.draftOrders) : [])
    .map(resource => ({resource, draft: true}));
  const problems = (wants.problem ? resources(request.context.conditions) : [])
    .map(resource => ({resource, draft: true}));
  return [...drafts, ...problems, ...inChart];
}

/** The prefetch key under which a service wants resources of this type, by its discovery document. */
export function keyFor(service, type) {
  return Object.entries(service?.prefetch ?? {}).find(([, template]) => template.startsWith(`${type}?`))?.[0];
}

/** Puts every resource of chart and context through a change; one that becomes null is taken out. */
export function changeEach(request, change) {
  for (const holder of [request.context, request.prefetch]) {
    for (const [key, at] of Object.entries(holder)) {
      if (Array.isArray(at) && key !== 'selections') {
        holder[key] = at.map(change).filter(each => each !== null);
      } else if (Array.isArray(at?.entry)) {
        at.entry = at.entry.map(entry => ({...entry, resource: change(entry.resource)}))
          .filter(entry => entry.resource !== null);
        count(at);
      } else if (isResource(at)) {
        holder[key] = change(at);
        if (holder[key] === null) {
          delete holder[key];
        }
      }
    }
  }
}

/** Takes a resource out of the chart. */
export function remove(request, resource) {
  changeEach(request, each => each === resource ? null : each);
  if (Array.isArray(request.context.selections)) {
    request.context.selections = request.context.selections.filter(each => each !== referenceTo(resource));
  }
}

/** Adds an observation of a finding in words. */
export function addFinding(request, service, {name, words}, speaker, daysAgo) {
  const date = dayBefore(today(request), daysAgo);
  return add(request, service, {
    resourceType: 'Observation',
    id: freshId(request, 'finding'),
    status: 'final',
    category: [{coding: [{system: CATEGORIES, code: 'exam'}]}],
    code: {text: speaker === 'family' ? `Mother reports: ${name.toLowerCase()}` : name},
    subject: subject(request),
    effectiveDateTime: date,
    performer: [{reference: speaker === 'family' ? 'RelatedPerson/mother' : request.context.userId ?? 'Practitioner/p1'}],
    valueString: words,
  });
}

/** Adds a drug that the patient takes since today. */
export function addDrug(request, service, name) {
  return add(request, service, {
    resourceType: 'MedicationRequest',
    id: freshId(request, 'drug'),
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {text: name},
    subject: subject(request),
    authoredOn: today(request),
  });
}

/** Adds an order that is being written. */
export function addDraft(request, {type, name}) {
  const words = {text: name};
  const draft = {
    resourceType: type,
    id: freshId(request, 'draft'),
    status: 'draft',
    intent: 'order',
    subject: subject(request),
    ...type === 'ServiceRequest' ? {code: words} : {medicationCodeableConcept: words},
  };
  request.context.draftOrders = added(request.context.draftOrders, draft, 'collection');
  if (Array.isArray(request.context.selections)) {
    request.context.selections.push(referenceTo(draft));
  }
  return draft;
}

/** Adds a problem that was just put on the list. */
export function addProblem(request, {name, coding}) {
  const problem = {
    resourceType: 'Condition',
    id: freshId(request, 'problem'),
    subject: subject(request),
    code: {coding: [coding], text: name},
    category: [{coding: [{
      system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'problem-list-item'}]}],
    clinicalStatus: {coding: [{
      system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active'}]},
    verificationStatus: {coding: [{
      system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed'}]},
    recordedDate: today(request),
  };
  request.context.conditions = added(request.context.conditions, problem, 'collection');
  return problem;
}

/** The day as of which the chart is read. */
export function today(request) {
  return request.extension?.[CONSULTATION]?.date ?? new Date().toISOString().slice(0, 10);
}

/** Reads the chart as of this day. */
export function setToday(request, day) {
  request.extension = {...request.extension, [CONSULTATION]: {date: day}};
}

/** The age on a day, in words; empty where the birth date is not whole. */
export function age(birthDate, day) {
  const [year, month, date] = (birthDate ?? '').split('-').map(Number);
  const [toYear, toMonth, toDate] = day.split('-').map(Number);
  if (!year || !month || !date) {
    return '';
  }
  const months = (toYear - year) * 12 + toMonth - month - (toDate < date ? 1 : 0);
  return months < 0 ? 'not yet born' : months < 36 ? `${months} months` : `${Math.floor(months / 12)} years`;
}

/** The resources of a Bundle, of a list, or the one resource. */
export function resources(given) {
  if (given === null || typeof given !== 'object') {
    return [];
  }
  if (Array.isArray(given)) {
    return given.filter(isResource);
  }
  if (given.resourceType === 'Bundle') {
    return (Array.isArray(given.entry) ? given.entry : []).map(entry => entry?.resource).filter(isResource);
  }
  return isResource(given) ? [given] : [];
}

/** A UUID, also where the page has no secure context. */
export function randomUuid() {
  const hex = randomHex(32);
  const variant = '89ab'[Number.parseInt(hex[16], 16) % 4];
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)]
    .join('-');
}

/** Puts a resource into the chart, where the service reads it. */
export function add(request, service, resource) {
  const key = keyFor(service, resource.resourceType);
  request.prefetch[key] = added(request.prefetch[key], resource, 'searchset');
  return resource;
}

/** The holder of resources with one more. */
export function added(holder, resource, type) {
  if (Array.isArray(holder)) {
    return [...holder, resource];
  }
  const bundle = holder?.resourceType === 'Bundle'
    ? holder
    : {resourceType: 'Bundle', type, entry: resources(holder).map(each => ({resource: each}))};
  bundle.entry = [...Array.isArray(bundle.entry) ? bundle.entry : [], {resource}];
  count(bundle);
  return bundle;
}

function count(bundle) {
  if (bundle.total !== undefined) {
    bundle.total = bundle.entry.length;
  }
}

function subject(request) {
  return {reference: `Patient/${request.context.patientId}`};
}

/** How other resources name this one. */
export function referenceTo(resource) {
  return `${resource.resourceType}/${resource.id}`;
}

/** An id that the request does not hold yet. */
export function freshId(request, stem) {
  const text = JSON.stringify(request);
  let number = 1;
  while (text.includes(`"${stem}-${number}"`)) {
    number++;
  }
  return `${stem}-${number}`;
}

function dayBefore(day, days) {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}

function renamed(request, old, fresh) {
  const reference = new RegExp(`(^|/)Patient/${old.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?=$|/)`);
  return replaced(request, text => text.replace(reference, `$1Patient/${fresh}`));
}

/** The value with every text in it changed. */
export function replaced(value, change) {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map(each => replaced(each, change));
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, change)]))
    : value;
}

export function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function isResource(value) {
  return isObject(value) && typeof value.resourceType === 'string';
}

function randomHex(digits) {
  return [...crypto.getRandomValues(new Uint8Array(digits / 2))]
    .map(byte => byte.toString(16).padStart(2, '0')).join('');
}
