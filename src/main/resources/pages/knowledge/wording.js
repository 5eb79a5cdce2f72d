/** How the page calls what the document holds. */

/** The kinds of entries, in groups, as the front of the page explains them. */
export const GROUPS = [
  ['What a card says', ['card', 'rule', 'fact', 'override']],
  ['What is looked for', ['criterion', 'pillar', 'finding', 'mimic', 'trigger', 'result', 'antibody', 'cancer']],
  ['What is ordered, and checked before', ['order', 'group', 'check', 'agent', 'risk', 'drug']],
  ['How a chart is read, and sources', ['concept', 'words', 'setting', 'source']],
];

/** A kind by its name: what one is called, what many are, and what they are for. */
export const KINDS = new Map([
  ['card', ['Card', 'Cards', 'What a clinician sees: when, the sentences with their sources, what is offered, what can be answered.']],
  ['rule', ['Rule', 'Rules', 'The decision table: which facts call for which card, and how urgently.']],
  ['fact', ['Fact', 'Facts', 'What the rules ask about a patient, and everything that depends on the answer.']],
  ['override', ['Override reason', 'Override reasons', 'What can be answered to a card, and for how long that holds.']],
  ['criterion', ['Criterion', 'Criteria', 'The tiers of suspicion, in their wording.']],
  ['pillar', ['Pillar', 'Pillars', 'The four items of the criteria of childhood, and the findings that belong to each.']],
  ['finding', ['Finding', 'Findings', 'Signs and diagnoses, with the codes and phrases that show them.']],
  ['mimic', ['Mimic', 'Mimics', 'Other diagnoses that may explain the signs, and what tells them apart.']],
  ['trigger', ['Trigger', 'Triggers', 'What may have come before: context, which lowers nothing.']],
  ['result', ['Result', 'Results', 'Tests whose results matter, and how their values are read.']],
  ['antibody', ['Antibody', 'Antibodies', 'Neuronal antibodies, and the cancers behind them.']],
  ['cancer', ['Cancer', 'Cancers', 'The cancers of the search in adults.']],
  ['order', ['Order', 'Orders', 'What can be ordered, with codes, reasons, and what counts as done.']],
  ['group', ['Order group', 'Order groups', 'Orders that go together.']],
  ['check', ['Safety check', 'Safety checks', 'Which risk matters for which drug or scan, and how much.']],
  ['agent', ['Checked order', 'Checked orders', 'How a draft is recognised as something to check.']],
  ['risk', ['Risk', 'Risks', 'How each risk is seen in the chart.']],
  ['drug', ['Drug class', 'Drug classes', 'Ingredients and names by class.']],
  ['concept', ['Concept', 'Concepts', 'Codes of the terminologies, with what is known about each.']],
  ['words', ['Word list', 'Word lists', 'Words around a finding or in a report that change what it says.']],
  ['setting', ['Window', 'Windows', 'Numbers of days and the like, as this site has set them.']],
  ['source', ['Source', 'Sources', 'Where each statement comes from.']],
]);

const LABELS = new Map(Object.entries({
  abbreviations: 'Abbreviations, beside a second term of the syndrome',
  advice: 'Advice',
  after: 'After what they act on',
  afterList: 'After a whole list',
  afterOnset: 'Only results since the onset count',
  agent: 'Checked order',
  allergyWords: 'Words in an allergy',
  also: 'Also offered while due',
  before: 'Before what they act on',
  broaderSuggests: 'Broader codes make it possible',
  cancerRisk: 'How often a cancer is found',
  card: 'Card',
  clues: 'Clues',
  codes: 'Codes',
  codesBeginningWith: 'Codes that begin with',
  concepts: 'Concepts',
  conceptsBySpecimen: 'Concepts, by specimen',
  confidence: 'Confidence',
  countedFrom: 'Counted from',
  days: 'Days back',
  doneBy: 'Done when there is',
  doneByResults: 'Done when there is a result of',
  drug: 'Drug',
  drugClass: 'Drug class',
  drugClasses: 'Drug classes',
  drugDays: 'Drug taken within (days)',
  drugs: 'Drugs',
  drugsEnded: 'Drugs that ended',
  effects: 'What it does',
  evidence: 'Evidence',
  explains: 'Pillars it may explain when confirmed',
  findings: 'Findings',
  firmPhrases: 'Phrases of which a doubt touches the cause only',
  fitsOms: 'A type known with the syndrome',
  fromDays: 'From day',
  fromMonths: 'Youngest age at onset (months)',
  hold: 'Holds',
  hooks: 'Hooks',
  hours: 'Hours',
  id: 'Id',
  immunotherapy: 'Immunotherapy of the syndrome',
  inEveryPanel: 'In every panel',
  indicator: 'Indicator',
  insideTitles: 'Inside titles',
  lift: 'Shown again earlier by a new',
  links: 'Links',
  lookBackDays: 'Look-back (days)',
  low: 'Results below the range',
  madeFor: 'Made for',
  mayBeEmitted: 'May be emitted',
  means: 'What it means',
  missing: 'Missing results of',
  namesFindings: 'Findings named in the wording',
  needs: 'Only beside',
  needsComment: 'Needs a comment',
  negativeWords: 'Words that say no',
  notProblems: 'Other conditions that hold one of these words',
  notRoutes: 'Routes that do not count',
  notWith: 'Not named beside',
  notWords: 'Words that keep a look-alike out',
  offer: 'Label of the offer',
  omsException: 'Definite in PNS-Care whatever the antibody',
  openWords: 'Words that leave it open',
  orders: 'Orders',
  ordersNeed: 'Orders only with one of',
  overrides: 'Override reasons',
  painPhrases: 'Phrases that make it possible beside weakness or pain',
  pastCounts: 'A condition that is over counts too',
  personal: 'Only for who answered',
  phrases: 'Phrases',
  positive: 'Positive results',
  positiveResults: 'Positive results',
  positiveWords: 'Words that say yes',
  problems: 'Words in active conditions',
  recognisedBy: 'Recognised by',
  recordedBy: 'Recorded as',
  remainderLabel: 'Label for the remainder',
  replaces: 'Replaces',
  replacesOwn: 'Replaces the own code',
  resource: 'Kind of order',
  searches: 'Searches that it calls for',
  sections: 'Parts written from the chart',
  shownBy: 'Shown by',
  shownOrders: 'Orders offered there',
  shownWhen: 'Shown when',
  source: 'Source named on the card',
  specifies: 'Gives the code to',
  specimenWords: 'Names, where the specimen is said',
  standard: 'Standard',
  suggestedBy: 'Made possible by',
  suppresses: 'Takes the place of',
  test: 'What tells it apart',
  toDays: 'To day',
  toMonths: 'Oldest age at onset (months)',
  tumours: 'Tumours that fit it',
  unless: 'Unless',
  url: 'Read it at',
  urlOfSite: 'Read it at, in this site',
  value: 'Set to',
  weakPhrases: 'Everyday phrases that make it possible',
  when: 'When',
  wholeNames: 'Short names, alone only',
  why: 'Why',
}));

const SYSTEMS = new Map(Object.entries({
  'http://snomed.info/sct': 'SNOMED CT',
  'http://loinc.org': 'LOINC',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://id.who.int/icd/release/11/mms': 'ICD-11',
  'http://www.cms.gov/Medicare/Coding/ICD10': 'ICD-10-PCS',
  'http://human-phenotype-ontology.org': 'HPO',
  'https://www.orpha.net': 'Orphanet',
  'http://www.orpha.net': 'Orphanet',
  'http://purl.obolibrary.org/obo/mondo.owl': 'Mondo',
  'http://terminology.hl7.org/CodeSystem/icd-o-3': 'ICD-O-3',
  'http://www.whocc.no/atc': 'ATC',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
}));

const CONFIDENCE = new Map([['H', 'high'], ['M', 'medium'], ['L', 'low']]);

/** What a field is called. */
export function labelOf(key) {
  const words = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return LABELS.get(key) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A short name of a code system; its own address where none is known. */
export function systemOf(uri) {
  return SYSTEMS.get(uri) ?? uri;
}

/** What a short value means. */
export function valueOf(key, value) {
  if (value === true) {
    return 'yes';
  }
  return key === 'confidence' ? `${CONFIDENCE.get(value) ?? value} (${value})` : String(value);
}
