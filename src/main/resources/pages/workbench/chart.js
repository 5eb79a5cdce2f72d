/**
 * The hook request that the page works on: how it is read from text, kept apart from the requests
 * of other visitors, and changed. Nothing here touches the page.
 */

import {flaw} from './json.js';

const CONSULTATION = 'org.omscds.consultation';
const CATEGORIES = 'http://terminology.hl7.org/CodeSystem/observation-category';
const DAY = 24 * 60 * 60 * 1000;

/** What is wrong with a text that should be a chart, each with its place. */
export class Unreadable extends Error {
  constructor(problems) {
    super(problems.map(({place, text}) => `${place}: ${text}`).join(' '));
    this.problems = problems;
  }
}

/** A hook request from the text of a hook request or of a Bundle. The services know what goes where. */
export function read(text, services) {
  const json = parsed(text);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw unreadable('The whole text', 'is no JSON object. Paste a FHIR Bundle or a hook request.');
  }
  if (json.resourceType === 'Bundle') {
    return ofBundle(json, services);
  }
  if (json.resourceType !== undefined) {
    throw unreadable('resourceType', `is ${JSON.stringify(json.resourceType)}. Paste a Bundle that holds the Patient and `
      + 'the resources of the chart.');
  }
  return checked(json, services);
}

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
  const inChart = Object.entries(request.prefetch).filter(([key]) => key !== 'patient').flatMap(([key, value]) =>
    resources(value).map(resource => ({key, resource, draft: false})));
  const drafts = (wants.drafts ? resources(request.context.draftOrders) : [])
    .map(resource => ({key: 'draftOrders', resource, draft: true}));
  const problems = (wants.problem ? resources(request.context.conditions) : [])
    .map(resource => ({key: 'conditions', resource, draft: true}));
  return [...drafts, ...problems, ...inChart];
}

/** Takes a resource out of the chart. */
export function remove(request, entry) {
  const holder = entry.draft ? request.context : request.prefetch;
  const at = holder[entry.key];
  if (Array.isArray(at)) {
    holder[entry.key] = at.filter(each => each !== entry.resource);
  } else if (Array.isArray(at?.entry)) {
    at.entry = at.entry.filter(each => each.resource !== entry.resource);
    count(at);
  } else {
    delete holder[entry.key];
  }
  if (Array.isArray(request.context.selections)) {
    const gone = referenceTo(entry.resource);
    request.context.selections = request.context.selections.filter(each => each !== gone);
  }
}

/** Adds an observation of a finding in words. */
export function addFinding(request, {name, words}, speaker, daysAgo) {
  const date = dayBefore(today(request), daysAgo);
  return add(request, 'observations', {
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
export function addDrug(request, name) {
  return add(request, 'medicationRequests', {
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

// Reading.

function parsed(text) {
  if (text.trim() === '') {
    throw unreadable('The text', 'is empty. Paste a FHIR Bundle or a hook request.');
  }
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new Unreadable([placeOf(text) ?? {place: 'The text', text: `is no JSON: ${problem.message}`}]);
  }
}

function placeOf(text) {
  const found = flaw(text);
  return found && {
    place: `Line ${found.line}, column ${found.column}`,
    text: `is no JSON: here should stand ${found.expected}.`,
    excerpt: found.excerpt,
  };
}

function checked(json, services) {
  const problems = [];
  const say = (place, text) => problems.push({place, text});
  const hooks = services.map(service => service.hook);
  if (typeof json.hook !== 'string') {
    say('hook', `is missing. Give one of ${hooks.join(', ')}; or paste a Bundle instead.`);
  } else if (hooks.length > 0 && !hooks.includes(json.hook)) {
    say('hook', `is ${JSON.stringify(json.hook)}, which this service does not know. It knows ${hooks.join(', ')}.`);
  }
  if (!isObject(json.context)) {
    say('context', 'is missing or no object.');
  } else if (typeof json.context.patientId !== 'string' || json.context.patientId === '') {
    say('context.patientId', 'is missing or no text.');
  }
  if (!isObject(json.prefetch)) {
    say('prefetch', 'is missing or no object: this page sends charts whole, and cannot fetch them.');
  } else {
    if (json.prefetch.patient?.resourceType !== 'Patient') {
      say('prefetch.patient', 'is no Patient resource.');
    }
    for (const [key, value] of Object.entries(json.prefetch)) {
      checkBundle(`prefetch.${key}`, value, say);
    }
  }
  if (problems.length > 0) {
    throw new Unreadable(problems);
  }
  return json;
}

function checkBundle(place, value, say) {
  if (value === null) {
    return;
  }
  if (!isResource(value)) {
    say(`${place}.resourceType`, 'is missing: a prefetch key holds a resource or a Bundle.');
  } else if (value.resourceType === 'Bundle' && value.entry !== undefined) {
    if (!Array.isArray(value.entry)) {
      say(`${place}.entry`, 'is no list.');
    } else {
      value.entry.forEach((entry, index) => {
        if (!isResource(entry?.resource)) {
          say(`${place}.entry[${index}].resource`, 'is missing, or has no resourceType.');
        }
      });
    }
  }
}

function ofBundle(bundle, services) {
  const problems = [];
  checkBundle('Bundle', bundle, (place, text) => problems.push({place, text}));
  const all = problems.length > 0 ? [] : resources(bundle);
  const patients = all.filter(resource => resource.resourceType === 'Patient');
  if (problems.length === 0 && patients.length !== 1) {
    problems.push({place: 'Bundle.entry', text: patients.length === 0
      ? 'holds no Patient. The chart needs one.'
      : `holds ${patients.length} Patients. Leave one in.`});
  } else if (problems.length === 0 && typeof patients[0].id !== 'string') {
    const index = bundle.entry.findIndex(entry => entry.resource === patients[0]);
    problems.push({place: `Bundle.entry[${index}].resource.id`, text: 'is missing. The Patient needs an id.'});
  }
  if (problems.length > 0) {
    throw new Unreadable(problems);
  }
  return requestOf(bundle, all, patients[0], services[0]);
}

function requestOf(bundle, all, patient, service) {
  const prefetch = {patient};
  const keys = new Map();
  for (const [key, template] of Object.entries(service?.prefetch ?? {})) {
    const type = template.split(/[?/]/)[0];
    if (template.includes('?') && !keys.has(type)) {
      keys.set(type, key);
      prefetch[key] = {resourceType: 'Bundle', type: 'searchset', total: 0, entry: []};
    }
  }
  for (const resource of all) {
    const key = keys.get(resource.resourceType);
    if (key !== undefined) {
      prefetch[key] = added(prefetch[key], resource, 'searchset');
    }
  }
  const request = {
    hook: service?.hook ?? 'patient-view',
    hookInstance: randomUuid(),
    context: {userId: 'Practitioner/p1', patientId: patient.id, encounterId: 'e1'},
    prefetch,
  };
  const url = bundle.entry.find(entry => entry.resource === patient)?.fullUrl;
  return typeof url === 'string' && url.startsWith('urn:')
    ? replaced(request, text => text === url ? `Patient/${patient.id}` : text)
    : request;
}

// Changing.

function add(request, key, resource) {
  request.prefetch[key] = added(request.prefetch[key], resource, 'searchset');
  return resource;
}

function added(holder, resource, type) {
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

function referenceTo(resource) {
  return `${resource.resourceType}/${resource.id}`;
}

function freshId(request, stem) {
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

function replaced(value, change) {
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

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isResource(value) {
  return isObject(value) && typeof value.resourceType === 'string';
}

function unreadable(place, text) {
  return new Unreadable([{place, text}]);
}

function randomHex(digits) {
  return [...crypto.getRandomValues(new Uint8Array(digits / 2))]
    .map(byte => byte.toString(16).padStart(2, '0')).join('');
}
