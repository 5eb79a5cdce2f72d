/** Reads a text as a hook request, or says what is wrong with it and where. Nothing here touches the page. */

import {added, isObject, isResource, keyFor, randomUuid, replaced, resources} from './chart.js';
import {flaw} from './json.js';

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
  for (const [key, template] of Object.entries(service?.prefetch ?? {})) {
    if (keyFor(service, template.split('?')[0]) === key) {
      prefetch[key] = {resourceType: 'Bundle', type: 'searchset', total: 0, entry: []};
    }
  }
  for (const resource of all) {
    const key = keyFor(service, resource.resourceType);
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

function unreadable(place, text) {
  return new Unreadable([{place, text}]);
}
