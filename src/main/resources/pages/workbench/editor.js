/** The simple controls by which a visitor changes the chart. */

import * as chart from './chart.js';
import {byId, counted, element} from '../shared/elements.js';
import {dateOf, kindOf, statusOf, wordsOf} from './resources.js';

const FINDINGS = [
  {label: 'Opsoclonus', name: 'Eye movements', words: 'Opsoclonus'},
  {label: 'Nystagmus', name: 'Eye movements', words: 'Horizontal nystagmus'},
  {label: 'No opsoclonus', name: 'Eye movements', words: 'No opsoclonus'},
  {label: 'Ataxia', name: 'Gait', words: 'Ataxia, wide-based gait'},
  {label: 'Myoclonus', name: 'Movements', words: 'Myoclonus of arms and legs'},
  {label: 'Rage attacks', name: 'Behaviour', words: 'Rage attacks and inconsolable crying, new'},
  {label: 'Sleep disturbance', name: 'Sleep', words: 'Sleep disturbance, new'},
  {label: 'Fever', name: 'Temperature', words: 'Fever'},
];
const DRUGS = ['Prednisolone', 'Dexamethasone', 'Rituximab', 'Pseudoephedrine', 'Labetalol'];
const DRAFTS = [
  {label: 'Rituximab', type: 'MedicationRequest', name: 'Rituximab'},
  {label: 'IVIG', type: 'MedicationRequest', name: 'Immune globulin intravenous'},
  {label: 'MMR vaccine', type: 'MedicationRequest', name: 'MMR vaccine'},
  {label: 'MIBG scan', type: 'ServiceRequest', name: 'MIBG scintigraphy'},
];
const PROBLEMS = [
  {name: 'Opsoclonus-myoclonus syndrome', coding: {system: 'http://snomed.info/sct', code: '230350000'}},
  {name: 'Neuroblastoma', coding: {system: 'http://snomed.info/sct', code: '432328008'}},
];

/** Binds the controls. `current` gives request and service, `changed` hears what was done, in words. */
export function editor({current, changed, hookChosen, ask}) {
  const chip = (label, act) => element('button', {type: 'button', class: 'chip', click: act}, label);
  const done = said => {
    draw();
    changed(said);
  };
  const addFinding = finding => {
    chart.addFinding(current().request, current().service, finding, byId('speaker').value, Number(byId('when').value));
    done(`Added: ${finding.words}.`);
  };
  const addDrug = name => {
    chart.addDrug(current().request, current().service, name);
    done(`Added: ${name}.`);
  };

  byId('findings').replaceChildren(...FINDINGS.map(finding => chip(finding.label, () => addFinding(finding))));
  byId('drugs').replaceChildren(...DRUGS.map(name => chip(name, () => addDrug(name))));
  onWords('words', words => addFinding({name: 'Examination', words}));
  onWords('drug', addDrug);
  byId('birth').addEventListener('change', () => {
    if (byId('birth').value !== '' && current().request.prefetch.patient) {
      current().request.prefetch.patient.birthDate = byId('birth').value;
      done(`Birth date: ${byId('birth').value}.`);
    }
  });
  byId('today').addEventListener('change', () => {
    if (byId('today').value !== '') {
      chart.setToday(current().request, byId('today').value);
      done(`Today is ${byId('today').value}.`);
    }
  });
  byId('service').addEventListener('change', () => {
    hookChosen(byId('service').value);
    done(`Hook: ${current().service.hook}.`);
  });
  byId('fire').addEventListener('click', ask);

  function onWords(id, act) {
    byId(`${id}-form`).addEventListener('submit', event => {
      event.preventDefault();
      const words = byId(id).value.trim();
      if (words !== '') {
        byId(id).value = '';
        act(words);
      }
    });
  }

  function draw() {
    const {request, service} = current();
    const patient = request.prefetch.patient ?? {};
    const day = chart.today(request);
    byId('birth').value = /^\d{4}-\d\d-\d\d$/.test(patient.birthDate ?? '') ? patient.birthDate : '';
    byId('today').value = day;
    byId('service').value = service.id;
    const entries = chart.entriesOf(request, service.hook);
    byId('whose').textContent = [
      patient.gender === 'female' || patient.gender === 'male' ? patient.gender : 'patient',
      chart.age(patient.birthDate, day), counted(entries.length, 'entry', 'entries'),
    ].filter(Boolean).join(', ');
    byId('entries').replaceChildren(...entries.map((entry, index) => entryOf(entry, index)));
    byId('entries-note').textContent = entries.length === 0 ? 'Nothing but the patient.' : '';
    byId('context').replaceChildren(...contextOf(request, service.hook));
  }

  function entryOf(entry, index) {
    const {resource, draft} = entry;
    const words = wordsOf(resource);
    return element('li', {'data-reference': `${resource.resourceType}/${resource.id}`},
      element('div', {},
        element('p', {class: 'what'}, words),
        element('p', {class: 'quiet small'},
          [draft ? 'New in this hook' : '', kindOf(resource), dateOf(resource), statusOf(resource)]
            .filter(Boolean).join(' · '))),
      element('button', {type: 'button', class: 'remove', 'aria-label': `Remove ${words}`, click: () => {
        chart.remove(current().request, resource);
        done(`Removed: ${words}.`);
        const left = byId('entries').querySelectorAll('.remove');
        (left[Math.min(index, left.length - 1)] ?? byId('editor-summary')).focus();
      }}, 'Remove'));
  }

  function contextOf(request, hook) {
    const wants = chart.needs(hook);
    const chips = (label, all, act) => [element('div', {class: 'field'},
      element('p', {class: 'label', id: 'context-label'}, label),
      element('div', {class: 'chips', role: 'group', 'aria-labelledby': 'context-label'}, ...all.map(each =>
        chip(each.label ?? each.name, () => {
          act(request, each);
          done(`Added: ${each.name}.`);
        }))))];
    if (wants.drafts) {
      return chips('Add an order that is being written', DRAFTS, chart.addDraft);
    }
    if (wants.problem) {
      return chips('Add a problem to the list', PROBLEMS, chart.addProblem);
    }
    if (wants.encounter) {
      const input = element('input', {id: 'encounter', type: 'text', autocomplete: 'off',
        value: request.context.encounterId ?? '', change: () => {
          request.context.encounterId = input.value.trim();
          changed(`Visit: ${input.value.trim()}.`);
        }});
      return [element('div', {class: 'field'}, element('label', {for: 'encounter'}, 'Visit (encounterId)'), input)];
    }
    return [];
  }

  return {draw};
}
