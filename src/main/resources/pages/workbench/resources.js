/** Says what a FHIR resource is about, in few words. */

const KINDS = new Map([
  ['Condition', 'Problem'], ['Observation', 'Observation'], ['MedicationRequest', 'Drug'],
  ['MedicationStatement', 'Drug'], ['MedicationAdministration', 'Drug given'], ['Procedure', 'Procedure'],
  ['DiagnosticReport', 'Report'], ['ImagingStudy', 'Imaging'], ['ServiceRequest', 'Order'],
  ['AllergyIntolerance', 'Allergy'], ['Immunization', 'Vaccination'], ['Encounter', 'Visit'],
  ['ClinicalImpression', 'Impression'], ['QuestionnaireResponse', 'Answers'], ['DocumentReference', 'Note'],
  ['PractitionerRole', 'Who asks'], ['Task', 'Task'], ['CommunicationRequest', 'Message'],
  ['Appointment', 'Appointment'], ['CarePlan', 'Care plan'],
]);

const DATES = ['effectiveDateTime', 'onsetDateTime', 'performedDateTime', 'performedPeriod', 'effectivePeriod',
  'occurrenceDateTime', 'authoredOn', 'started', 'date', 'recordedDate', 'issued', 'period', 'authored'];

/** The kind of a resource, for people. */
export function kindOf(resource) {
  return KINDS.get(resource.resourceType) ?? resource.resourceType;
}

/** What a resource says: its name, and its value where it has one. */
export function wordsOf(resource) {
  const name = nameOf(resource);
  const value = valueOf(resource);
  return value === '' ? name : `${name}: ${value}`;
}

/** The name of what a resource is about. */
export function nameOf(resource) {
  return concept(resource.code)
    || concept(resource.medicationCodeableConcept)
    || concept(resource.vaccineCode)
    || concept(resource.type)
    || concept(resource.serviceType)
    || string(resource.title)
    || string(resource.description)
    || string(resource.summary)
    || concept(Array.isArray(resource.category) ? resource.category[0] : resource.category)
    || string(resource.medicationReference?.display)
    || resource.id
    || 'without a name';
}

/** The day of a resource, as far as it says one. */
export function dateOf(resource) {
  for (const name of DATES) {
    const at = resource[name];
    const text = string(at) || string(at?.start);
    if (text !== '') {
      return text.slice(0, 10);
    }
  }
  return '';
}

/** The state of a resource: its status, or how a problem stands. */
export function statusOf(resource) {
  return [string(resource.status), code(resource.clinicalStatus), code(resource.verificationStatus)]
    .filter(word => word !== '').join(', ');
}

/** A concept in words. */
export function concept(given) {
  if (given === null || typeof given !== 'object') {
    return '';
  }
  const codings = Array.isArray(given.coding) ? given.coding : [];
  return string(given.text)
    || codings.map(each => string(each?.display)).find(word => word !== '')
    || codings.map(each => string(each?.code)).find(word => word !== '')
    || '';
}

function valueOf(resource) {
  const quantity = resource.valueQuantity;
  return string(resource.valueString)
    || concept(resource.valueCodeableConcept)
    || (quantity && typeof quantity === 'object' ? `${quantity.value ?? ''} ${quantity.unit ?? ''}`.trim() : '')
    || (typeof resource.valueBoolean === 'boolean' ? String(resource.valueBoolean) : '')
    || string(resource.conclusion);
}

function code(given) {
  return string(given?.coding?.[0]?.code);
}

function string(value) {
  return typeof value === 'string' ? value : '';
}
