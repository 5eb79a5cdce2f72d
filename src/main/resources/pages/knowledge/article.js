/** Shows one entry, all of a kind, or the front of the page. */

import {counted, element} from '../shared/elements.js';
import {code, table, text} from '../shared/tables.js';
import {isReference, kindOf} from './catalogue.js';
import {GROUPS, KINDS, labelOf, systemOf, valueOf} from './wording.js';

/** Said at the head of an entry, so not among its fields again. */
const AT_THE_HEAD = new Set(['id', 'title', 'proposal', 'proposalIn', 'toVerify', 'sources']);

/** The fields of codes, which make a table. */
const CODES = new Set(['codes', 'codesBeginningWith']);

/** Concepts of which an entry shows the codes themselves. */
const BY_CONCEPT = new Set(['shownBy', 'suggestedBy', 'doneBy']);

/** Sentences, also where they are short. */
const SENTENCES = new Set(['advice', 'means', 'note', 'offer', 'test', 'url', 'urlOfSite', 'why']);

/** Kinds with short titles: several stand side by side. */
const NARROW = new Set(['concept', 'drug', 'finding', 'override', 'pillar', 'result', 'risk', 'antibody', 'cancer']);

const LEVELS = new Set(['critical', 'warning', 'info', 'stop', 'warn', 'note']);

/** The front: what is here, by kind. */
export function front(catalogue) {
  return [
    element('h2', {tabindex: '-1'}, 'What is here'),
    element('p', {class: 'status-text'}, catalogue.status),
    element('p', {}, `${counted(catalogue.size, 'entry', 'entries')}, each with an address of its own that others can `
      + 'link to. What is this project’s own choice, without direct literature behind it, is marked ', proposalMark(), '.'),
    ...GROUPS.flatMap(([title, kinds]) => [
      element('h3', {}, title),
      element('ul', {class: 'fronts'}, ...kinds.map(kind => {
        const [, many, about] = kindOf(kind);
        return element('li', {},
          element('a', {href: `#${kind}`}, many),
          ' ', element('span', {class: 'count'}, String(catalogue.of(kind).length)),
          element('span', {class: 'about'}, about));
      })),
    ]),
  ];
}

/** The list of kinds beside the entry. */
export function kindLinks(catalogue) {
  return GROUPS.flatMap(([title, kinds]) => [
    element('p', {}, title),
    element('ul', {}, ...kinds.map(kind => element('li', {},
      element('a', {href: `#${kind}`}, kindOf(kind)[1]),
      element('span', {class: 'count'}, String(catalogue.of(kind).length))))),
  ]);
}

/** Every entry of a kind. */
export function ofKind(catalogue, kind) {
  const [one, many, about] = kindOf(kind);
  const items = catalogue.of(kind);
  return [
    trail(),
    element('h2', {tabindex: '-1'}, many),
    element('p', {class: 'quiet'}, about, ' ', `${counted(items.length, one.toLowerCase(), many.toLowerCase())}.`),
    element('ul', {class: indexOf(items)}, ...items.map(item => element('li', {}, entryLink(item), marks(item), meaning(item)))),
  ];
}

/** Where nothing is. */
export function nothing(address) {
  return [
    trail(),
    element('h2', {tabindex: '-1'}, 'There is no such entry'),
    element('p', {}, 'This knowledge holds nothing at ', element('code', {}, address),
      '. It may have another name in this version: search for it, or begin at the ', element('a', {href: '#'}, 'front'), '.'),
  ];
}

/** One entry with what it holds, its sources, and who uses it. */
export function entry(catalogue, item) {
  const holds = Object.entries(item.entry).filter(([key]) => !AT_THE_HEAD.has(key));
  const short = holds.filter(field => isShort(...field));
  const long = holds.filter(field => !isShort(...field));
  const draw = new Drawing(catalogue, item);
  return [
    trail(item.kind),
    element('p', {class: 'id'}, element('code', {}, item.id), marks(item)),
    element('h2', {tabindex: '-1'}, item.title),
    ...proposedIn(item),
    ...(short.length > 0 ? [draw.short(short)] : []),
    ...long.flatMap(([key, value]) => draw.field(key, value)),
    ...draw.sources(item.entry.sources ?? []),
    ...usedBy(item),
  ];
}

function trail(kind) {
  return element('nav', {class: 'trail', 'aria-label': 'Place'},
    element('a', {href: '#'}, 'Knowledge'),
    ...(kind ? [element('span', {'aria-hidden': 'true'}, '›'), element('a', {href: `#${kind}`}, kindOf(kind)[1])] : []));
}

/** The mark of this project's own choice. */
function proposalMark() {
  return element('span', {class: 'mark proposal'}, '[PROPOSAL]');
}

/** The marks of an entry. */
export function marks(item) {
  const made = element('span', {class: 'marks'});
  if (item.proposal) {
    made.append(' ', item.entry.proposal
      ? proposalMark() : element('span', {class: 'mark proposal'}, '[PROPOSAL] in part'));
  }
  if (item.toVerify) {
    made.append(' ', element('span', {class: 'mark verify'}, 'to be verified'));
  }
  return made;
}

function proposedIn(item) {
  const fields = item.entry.proposalIn ?? [];
  return fields.length === 0 ? [] : [element('p', {class: 'quiet'}, 'This project’s own choice where no source says otherwise: ',
    fields.map(field => labelOf(field).toLowerCase()).join(', '), '.')];
}

/** What a fact means, beside its name. */
function meaning(item) {
  return item.entry.means ? element('span', {class: 'about'}, item.entry.means) : '';
}

/** A link to an entry, by its id and title; by the title alone where both say the same. */
export function entryLink(item) {
  return item.isNamedById && item.title !== item.id
    ? element('a', {href: item.address, class: 'entry'}, item.title)
    : element('a', {href: item.address, class: 'entry'},
      element('code', {}, item.id), item.title === item.id ? '' : ` ${item.title}`);
}

function isShort(key, value) {
  return !SENTENCES.has(key) && typeof value !== 'object' && !(typeof value === 'string' && !isReference(value) && value.length > 60);
}

/** Who refers to an entry; the rows of a card stand above already. */
function usedBy(item) {
  const all = [...item.usedBy].filter(user => user.kind !== 'rule' || !item.references.has(user.address));
  if (all.length === 0) {
    return [];
  }
  const byKind = Map.groupBy(all, user => user.kind);
  const order = [...KINDS.keys()].filter(kind => byKind.has(kind));
  return [
    element('h3', {class: 'used'}, 'Used by'),
    ...order.flatMap(kind => {
      const users = byKind.get(kind);
      return [
        element('h4', {}, kindOf(kind)[users.length === 1 ? 0 : 1]),
        element('ul', {class: indexOf(users)}, ...users.map(user => element('li', {}, entryLink(user), marks(user)))),
      ];
    }),
  ];
}

function indexOf(items) {
  return items.every(item => item && NARROW.has(item.kind)) ? 'index narrow' : 'index';
}

/** Draws the fields of an entry. */
class Drawing {
  constructor(catalogue, item) {
    this.catalogue = catalogue;
    this.item = item;
  }

  /** What is said in a word or a number. */
  short(fields) {
    return element('dl', {class: 'short'}, ...fields.map(([key, value]) => element('div', {},
      element('dt', {}, labelOf(key)),
      element('dd', {}, this.word(key, value),
        ...((this.item.entry.proposalIn ?? []).includes(key) ? [' ', proposalMark()] : [])))));
  }

  word(key, value) {
    if (isReference(value)) {
      return this.link(value);
    }
    if (LEVELS.has(value) && (key === 'indicator' || key === 'level')) {
      return element('span', {class: `level ${value}`}, value);
    }
    return key.startsWith('url') ? outward(value) : valueOf(key, value);
  }

  /** What needs room, under a heading. */
  field(key, value) {
    const head = element('h3', {}, labelOf(key));
    if (CODES.has(key)) {
      return [head, codeTable(`${labelOf(key)} of ${this.item.id}`, value.map(each => [null, each]))];
    }
    if (BY_CONCEPT.has(key)) {
      return [head, ...this.byConcept(key, value)];
    }
    if (key === 'shownWhen') {
      return [head, element('ul', {class: 'parts'}, ...value.map(address => this.row(this.catalogue.at(address))))];
    }
    return [head, this.long(key, value)];
  }

  long(key, value) {
    if (typeof value === 'string') {
      return element('p', {}, key.startsWith('url') ? outward(value) : value);
    }
    if (!Array.isArray(value)) {
      return element('dl', {class: 'short'}, ...Object.entries(value).map(([name, each]) => element('div', {},
        element('dt', {}, labelOf(name)), element('dd', {}, this.inline(name, each)))));
    }
    if (value.every(isReference)) {
      return this.links(value);
    }
    return value.some(each => typeof each === 'object')
      ? element('ul', {class: 'parts'}, ...value.map(each => this.part(each)))
      : words(value, key === 'steps');
  }

  links(addresses) {
    return element('ul', {class: indexOf(addresses.map(address => this.catalogue.at(address)))}, ...addresses.map(address => {
      const item = this.catalogue.at(address);
      return element('li', {}, item ? entryLink(item) : address, ...(item ? [marks(item), meaning(item)] : []));
    }));
  }

  /** A row of the decision table on the page of its card. */
  row(item) {
    const rule = item.entry;
    return element('li', {},
      element('p', {class: 'part-head'}, element('span', {class: `level ${rule.indicator}`}, rule.indicator), ' ',
        element('a', {href: item.address}, element('code', {}, item.id))),
      element('p', {class: 'said'}, rule.title),
      ...this.conditions(rule), ...this.small(rule.sources ?? []));
  }

  /** A part of an entry: a suggestion, a sentence, an ingredient. */
  part(value) {
    if (typeof value !== 'object') {
      return element('li', {}, String(value));
    }
    const {label, text: said, id, recommended, proposal, sources, when, unless, ...rest} = value;
    return element('li', {},
      element('p', {class: said ? 'said' : 'part-head'}, said ?? label ?? '',
        ...(recommended ? [' ', element('span', {class: 'mark'}, 'recommended')] : []),
        ...(proposal ? [' ', proposalMark()] : [])),
      ...Object.entries(rest).map(([key, each]) => element('p', {class: 'inline'},
        element('span', {class: 'name'}, `${labelOf(key)}: `), this.inline(key, each))),
      ...this.conditions({when, unless}),
      ...this.small(sources ?? []));
  }

  conditions({when = [], unless = []}) {
    return [['when', when], ['unless', unless]].filter(([, facts]) => facts.length > 0)
      .map(([key, facts]) => element('p', {class: 'inline'},
        element('span', {class: 'name'}, `${labelOf(key)}: `), ...this.commas(facts, key === 'when' ? ' and ' : ' or ')));
  }

  small(sources) {
    return sources.length === 0 ? [] : [element('p', {class: 'inline'},
      element('span', {class: 'name'}, sources.length === 1 ? 'Source: ' : 'Sources: '), ...this.commas(sources, '; '))];
  }

  /** On one line; briefly, a link is the id alone. */
  inline(key, value, briefly = false) {
    const made = element('span');
    const all = Array.isArray(value) ? value : [value];
    all.forEach((each, place) => {
      if (place > 0) {
        made.append(', ');
      }
      if (isReference(each)) {
        made.append(briefly ? this.idLink(each) : this.link(each));
      } else if (each !== null && typeof each === 'object') {
        const {label, ...rest} = each;
        made.append(label ?? '', ...Object.entries(rest).flatMap(([name, inner]) => [' (', this.inline(name, inner, true), ')']));
      } else {
        made.append(valueOf(key, each));
      }
    });
    return made;
  }

  commas(addresses, between = ', ') {
    return addresses.flatMap((address, place) => [...(place > 0 ? [between] : []), this.link(address)]);
  }

  link(address) {
    const item = this.catalogue.at(address);
    if (!item) {
      return address;
    }
    const withId = ['card', 'order', 'finding', 'criterion', 'result', 'pillar'].includes(item.kind);
    return element('a', {href: address, title: item.entry.means ?? null}, withId ? `${item.id} ${item.title}` : item.title);
  }

  idLink(address) {
    return element('a', {href: address}, this.catalogue.at(address)?.id ?? address);
  }

  /** The codes of the concepts that show an entry, in one table. */
  byConcept(key, addresses) {
    const rows = addresses.flatMap(address => {
      const item = this.catalogue.at(address);
      return (item?.entry.codes ?? []).map(each => [item, each]);
    });
    return [this.links(addresses),
      ...(rows.length > 0 ? [codeTable(`Codes: ${labelOf(key).toLowerCase()}`, rows)] : [])];
  }

  sources(addresses) {
    return addresses.length === 0 ? [] : [
      element('h3', {}, addresses.length === 1 ? 'Source' : 'Sources'),
      element('ul', {class: 'index'}, ...addresses.map(address => {
        const source = this.catalogue.at(address);
        return element('li', {}, entryLink(source), marks(source),
          element('span', {class: 'about'}, source.entry.citation ?? ''));
      })),
    ];
  }
}

function words(all, ordered) {
  return ordered
    ? element('ol', {}, ...all.map(each => element('li', {}, String(each))))
    : element('ul', {class: 'phrases'}, ...all.map(each => element('li', {}, String(each))));
}

/** Codes; the provenance of each stands where its concept is described. */
function codeTable(caption, rows) {
  const ofConcepts = rows.some(([concept]) => concept);
  const columns = [
    code('Code', ([, each]) => each.code),
    code('System', ([, each]) => systemOf(each.system)),
    text('Meaning', ([, each]) => each.display ?? each.text ?? ''),
  ];
  if (new Set(rows.map(([concept]) => concept)).size > 1) {
    columns.push(text('Concept', ([concept]) => element('a', {href: concept.address}, concept.title)));
  }
  if (rows.some(([, each]) => each.relation)) {
    columns.push(
      code('Relation', ([, each]) => each.relation ?? ''),
      code('Verified', ([, each]) => each.verified ? 'yes' : element('span', {class: 'mark verify'}, 'no')));
  }
  if (!ofConcepts && rows.some(([, each]) => each.provenance)) {
    columns.push(
      code('Emitted', ([, each]) => each.mayBeEmitted ? 'may be' : 'no'),
      code('Tier', ([, each]) => each.tier ?? ''),
      text('Provenance', ([, each]) => each.provenance ?? ''));
  }
  return table(caption, columns, rows);
}

/** A link to another site; anything but an address of the web stays text. */
function outward(address) {
  return /^https?:\/\//.test(address)
    ? element('a', {href: address, rel: 'noreferrer'}, address)
    : element('span', {}, address);
}
