/** Finds where a text stops being JSON. Browsers tell it in words of their own, and some not at all. */

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const DEEPEST = 1000;

/** The first place at which a text is no JSON: line, column, what was expected, and an excerpt; null if it is JSON. */
export function flaw(text) {
  const found = new Scan(text).flaw();
  if (found === null) {
    return null;
  }
  const before = text.slice(0, found.at).split('\n');
  const line = text.split('\n')[before.length - 1];
  const column = before.at(-1).length;
  const from = Math.max(0, column - 30);
  return {
    line: before.length,
    column: column + 1,
    expected: found.expected,
    excerpt: `${line.slice(from, column + 30)}\n${' '.repeat(column - from)}^`,
  };
}

class Wrong extends Error {}

class Scan {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  flaw() {
    try {
      this.value(0);
      this.blank();
      this.need(this.at === this.text.length, 'the end of the text');
      return null;
    } catch (wrong) {
      if (wrong instanceof Wrong) {
        return {at: this.at, expected: wrong.message};
      }
      throw wrong;
    }
  }

  value(depth) {
    this.blank();
    this.need(depth < DEEPEST, 'less nesting');
    if (this.takes('{')) {
      this.members('}', () => {
        this.blank();
        this.need(this.matches(STRING), 'a name in quotes');
        this.blank();
        this.need(this.takes(':'), 'a colon');
        this.value(depth + 1);
      });
    } else if (this.takes('[')) {
      this.members(']', () => this.value(depth + 1));
    } else {
      this.need(this.matches(STRING) || this.matches(SCALAR), this.text[this.at] === '"' ? 'a whole string' : 'a value');
    }
  }

  members(end, member) {
    this.blank();
    if (this.takes(end)) {
      return;
    }
    do {
      member();
      this.blank();
    } while (this.takes(','));
    this.need(this.takes(end), `a comma or ${end}`);
  }

  blank() {
    this.matches(BLANK);
  }

  takes(mark) {
    const there = this.text[this.at] === mark;
    this.at += there ? 1 : 0;
    return there;
  }

  matches(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found?.[0].length ?? 0;
    return found !== null;
  }

  need(holds, expected) {
    if (!holds) {
      throw new Wrong(expected);
    }
  }
}
