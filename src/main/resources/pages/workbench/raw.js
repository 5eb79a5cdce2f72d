/** Shows request and answer as they went over the wire, and as a command for curl. */

import {counted, element} from '../shared/elements.js';
import {resources} from './chart.js';
import {table, text} from '../shared/tables.js';

/** Everything about an exchange, as the children of a place. */
export function showRaw(place, {service, request, exchange, explanation}) {
  const path = `cds-services/${service.id}`;
  const address = new URL(path, document.baseURI).href;
  const sent = JSON.stringify(request, null, 2);
  const received = exchange.json === null ? exchange.text : JSON.stringify(exchange.json, null, 2);
  const curl = `curl -sS -X POST '${address}' \\\n  -H 'Content-Type: application/json' \\\n  --data-binary @- <<'JSON'\n`
    + `${sent}\nJSON\n`;
  const said = element('p', {class: 'status', role: 'status'});
  place.replaceChildren(
    element('section', {'aria-labelledby': 'exchange-title'},
      element('h2', {id: 'exchange-title'}, 'The call'),
      element('p', {class: 'call'}, element('code', {}, `POST /${path}`)),
      element('dl', {class: 'totals'},
        figure('Status', exchange.status === 0 ? 'none' : String(exchange.status), exchange.status === 200 ? 'as it should be' : ''),
        figure('Time', `${exchange.milliseconds ?? '–'}\u00a0ms`, 'from here and back'),
        figure('Request', size(new TextEncoder().encode(JSON.stringify(request)).length), 'sent'),
        figure('Answer', size(exchange.bytes ?? 0), 'received')),
      element('div', {class: 'buttons'},
        copy('Copy as curl', curl, said), copy('Copy the request', sent, said), copy('Copy the answer', received, said)),
      said),
    prefetchOf(service, request, exchange.json),
    json('Request', 'request', sent),
    json('Answer', 'answer', received),
    json('As curl', 'curl', curl, false),
    explanation ? json('Explanation', 'explanation', JSON.stringify(explanation, null, 2), false) : '');
}

function figure(name, value, note) {
  return element('div', {}, element('dt', {}, name),
    element('dd', {}, element('strong', {}, value), element('span', {}, note)));
}

function json(name, id, words, open = true) {
  return element('section', {class: 'json', 'aria-label': name},
    element('details', {open}, element('summary', {}, element('h2', {}, name),
      element('span', {class: 'quiet'}, counted(words.trimEnd().split('\n').length, 'line'))),
    element('pre', {id: `raw-${id}`, tabindex: 0, role: 'group', 'aria-label': `${name} as text`}, words)));
}

/** Copies, or says how to do it by hand where the browser does not let a page copy. */
function copy(name, words, said) {
  return element('button', {type: 'button', click: async () => {
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = `${name.replace('Copy', 'Copied')}.`;
    } catch {
      said.textContent = 'This browser does not let the page copy: select the text below and copy it yourself.';
    }
  }}, name);
}

function prefetchOf(service, request, answer) {
  const gaps = new Map((answer?.extension?.['org.omscds.gaps']?.gaps ?? []).map(gap => [gap.what, gap]));
  const templates = Object.entries(service.prefetch ?? {});
  const own = Object.keys(request.prefetch).filter(key => !(key in (service.prefetch ?? {}))).map(key => [key, '']);
  const known = new Set([...templates, ...own].map(([key]) => key));
  const others = [...gaps.values()].filter(gap => !known.has(gap.what));
  return element('section', {'aria-labelledby': 'prefetch-title'},
    element('h2', {id: 'prefetch-title'}, 'Prefetch'),
    element('p', {class: 'quiet'}, 'What the discovery document asks clients to send along, and what this request brought.'),
    others.length === 0 ? null : element('ul', {}, ...others.map(gap =>
      element('li', {}, `${gap.what}: ${gapSaid(gap)}`))),
    table('Keys', [
      text('Key', ([key]) => key),
      text('In the request', ([key]) => brought(request.prefetch, key)),
      text('Gap', ([key]) => gaps.has(key) ? gapSaid(gaps.get(key)) : '–'),
      text('Template', ([, template]) => template === '' ? 'not asked for'
        : element('code', {}, template.length > 120 ? `${template.slice(0, 119)}…` : template)),
    ], [...templates, ...own]));
}

function brought(prefetch, key) {
  if (!(key in prefetch)) {
    return 'missing';
  }
  const value = prefetch[key];
  if (value === null) {
    return 'null';
  }
  return value.resourceType === 'Bundle' ? counted(resources(value).length, 'entry', 'entries') : value.resourceType;
}

function gapSaid({reason, detail}) {
  return [(reason ?? '').toLowerCase().replaceAll('_', ' '), detail].filter(Boolean).join(': ');
}

function size(bytes) {
  return bytes < 1024 ? `${bytes}\u00a0B` : `${(bytes / 1024).toFixed(1)}\u00a0kB`;
}
