/** The entries of the document by address, who refers to whom, and the search. No page in here. */

import {KINDS} from './wording.js';

const REFERENCE = /^#([a-z]+)\/(\S+)$/;
const BORDER = /[^\p{L}\p{N}]/u;

/** What a match is worth. */
const WORTH = {id: 400, idStart: 45, code: 300, title: 200, titleStart: 60, titleWord: 40, phrase: 160, start: 12, inside: 3};

/** Which kinds come first where two entries fit equally well. */
const FIRST = ['card', 'finding', 'criterion', 'mimic', 'order', 'trigger', 'result', 'check', 'source', 'antibody',
  'cancer', 'pillar', 'drug', 'risk', 'agent', 'rule', 'override', 'setting', 'fact', 'concept'];

/** Whether a text is a reference to an entry. */
export function isReference(value) {
  return typeof value === 'string' && REFERENCE.test(value);
}

/** Lower case, without accents, hyphens and underscores. */
export function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-‐‑–_]/g, ' ').replace(/\s+/g, ' ').trim();
}

export class Catalogue {
  constructor(document) {
    this.version = document.version;
    this.status = document.status;
    this.byKind = new Map();
    this.byAddress = new Map();
    for (const [kind, entries] of Object.entries(document.entries)) {
      const items = entries.map(entry => new Item(kind, entry));
      this.byKind.set(kind, items);
      items.forEach(item => this.byAddress.set(item.address, item));
    }
    const proposals = new Set(document.proposals);
    const toVerify = new Set(document.toVerify);
    for (const item of this.byAddress.values()) {
      item.proposal = proposals.has(item.address);
      item.toVerify = toVerify.has(item.address);
      for (const address of item.references) {
        this.byAddress.get(address)?.usedBy.add(item);
      }
    }
    for (const item of this.byAddress.values()) {
      item.readConcepts(this);
    }
  }

  /** The entry at an address, if there is one. */
  at(address) {
    return this.byAddress.get(address);
  }

  /** All entries of a kind. */
  of(kind) {
    return this.byKind.get(kind) ?? [];
  }

  get size() {
    return this.byAddress.size;
  }

  /** What fits, best first, each with the words in which it was found. */
  find(query, kind, mark) {
    const whole = plain(query);
    const words = whole.split(' ').filter(word => word !== '');
    const pool = kind === '' ? [...this.byAddress.values()] : this.of(kind);
    const hits = pool.filter(item => item.isMarked(mark)).map(item => item.match(whole, words)).filter(hit => hit !== null);
    return words.length === 0 ? hits : hits.sort((one, other) =>
      other.score - one.score || rank(one.item) - rank(other.item));
  }
}

function rank(item) {
  const place = FIRST.indexOf(item.kind);
  return place < 0 ? FIRST.length : place;
}

/** An entry with what the search knows of it. */
class Item {
  constructor(kind, entry) {
    this.kind = kind;
    this.entry = entry;
    this.id = entry.id;
    this.title = entry.title;
    this.address = `#${kind}/${entry.id}`;
    this.references = new Set();
    this.usedBy = new Set();
    this.proposal = false;
    this.toVerify = false;
    this.texts = [];
    this.codes = new Set();
    this.gather(entry);
    this.plainId = plain(entry.id);
    this.plainTitle = plain(entry.title);
    this.isNamedById = this.plainId === this.plainTitle;
  }

  gather(value, key = '') {
    if (isReference(value)) {
      this.references.add(value);
    } else if (typeof value === 'string') {
      this.read(value, key);
    } else if (Array.isArray(value)) {
      value.forEach(each => this.gather(each, key));
    } else if (value !== null && typeof value === 'object') {
      Object.entries(value).forEach(([name, each]) => this.gather(each, name));
    }
  }

  read(value, key) {
    if (key === 'code') {
      this.codes.add(plain(value));
    }
    if (key !== 'id' && key !== 'title' && key !== 'provenance') {
      this.texts.push({said: value, plain: plain(value)});
    }
  }

  /** What is shown by a concept is found by the codes of the concept, too. */
  readConcepts(catalogue) {
    if (this.kind === 'concept') {
      return;
    }
    for (const address of this.references) {
      const concept = catalogue.at(address);
      if (concept?.kind === 'concept') {
        for (const code of concept.entry.codes ?? []) {
          this.texts.push({said: `${code.code} ${code.display ?? code.text ?? ''}`.trim(), plain: plain(code.code)});
        }
      }
    }
  }

  isMarked(mark) {
    switch (mark) {
      case 'proposal': return this.proposal;
      case 'verify': return this.toVerify;
      case 'any': return this.proposal || this.toVerify;
      default: return true;
    }
  }

  /** How well it fits, and where; null if a word of the query is nowhere. */
  match(whole, words) {
    if (words.length === 0) {
      return {item: this, score: 0, where: ''};
    }
    let score = this.matchWhole(whole);
    let where = '';
    for (const word of words) {
      const named = Math.max(worth(this.plainId, word, WORTH.titleWord, WORTH.start),
        worth(this.plainTitle, word, WORTH.titleWord, WORTH.start));
      const text = named > 0 ? null : this.texts.find(each => worth(each.plain, word, 1, 0) > 0)
        ?? this.texts.find(each => each.plain.includes(word));
      if (named === 0 && text == null) {
        return null;
      }
      score += named > 0 ? named : worth(text.plain, word, WORTH.start, WORTH.inside);
      where ||= text?.said ?? '';
    }
    const phrase = this.texts.find(each => each.plain === whole) ?? this.texts.find(each => each.plain.includes(whole));
    if (phrase) {
      score += phrase.plain === whole ? WORTH.phrase : WORTH.start;
      where = where && phrase.said;
    }
    return {item: this, score, where};
  }

  matchWhole(whole) {
    let score = 0;
    if (!this.isNamedById && this.plainId === whole) {
      score += WORTH.id;
    } else if (!this.isNamedById && this.plainId.startsWith(whole)) {
      score += WORTH.idStart;
    }
    if (this.plainTitle === whole) {
      score += WORTH.title;
    } else if (this.plainTitle.startsWith(whole)) {
      score += WORTH.titleStart;
    }
    return score + (this.codes.has(whole) ? WORTH.code : 0);
  }
}

/** What a word is worth in a text: at the beginning of a word, or inside one. */
function worth(text, word, atStart, inside) {
  let place = text.indexOf(word);
  if (place < 0) {
    return 0;
  }
  while (place >= 0) {
    if (place === 0 || BORDER.test(text[place - 1])) {
      return atStart;
    }
    place = text.indexOf(word, place + 1);
  }
  return inside;
}

/** What a kind is called: one, many, and what they are for. */
export function kindOf(name) {
  return KINDS.get(name) ?? [name, name, ''];
}
