/** Speaks with the service: every call, how long it took, and what an error says. */

const PATIENCE = 30_000;

/** What to do about a status; 0 stands for no answer at all. */
const ADVICE = new Map([
  [0, 'The service cannot be reached, or did not answer in time. Check your connection, then try again.'],
  [401, 'This service lets in only clients that authenticate. Load this page again and log in with the name and password '
    + 'of an operator; or run an open instance of your own.'],
  [403, 'This service does not let this page do that.'],
  [412, 'The chart lacks what this hook needs.'],
  [413, 'The chart is larger than this service reads.'],
  [429, 'Too many requests came at once. Wait a minute, then try again.'],
]);

/** Says that this page sends the request: only then does the service take an operator's password for it. */
const FROM_THIS_PAGE = {'X-OMS-CDS-Workbench': '1'};

/** Why a call came to nothing. */
export class Failure extends Error {
  constructor(status, issues) {
    super(issues.map(issue => issue.text).join(' '));
    this.status = status;
    this.issues = issues;
    this.advice = ADVICE.get(status) ?? '';
  }

  get title() {
    return this.status === 0 ? 'No answer' : `Status ${this.status}`;
  }
}

/** The answer to a GET, as JSON. */
export async function read(path) {
  return (await call(path, {headers: {Accept: 'application/json', ...FROM_THIS_PAGE}})).json;
}

/** Posts JSON, and tells what came back: status, text, json, bytes and milliseconds. */
export function post(path, body) {
  return call(path, {
    method: 'POST', headers: {'Content-Type': 'application/json', ...FROM_THIS_PAGE}, body: JSON.stringify(body),
  });
}

async function call(path, options) {
  const start = performance.now();
  let answer;
  let text;
  try {
    answer = await fetch(path, {...options, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE)});
    text = await answer.text();
  } catch {
    throw new Failure(0, []);
  }
  const exchange = {
    status: answer.status,
    text,
    json: parsed(text),
    bytes: new TextEncoder().encode(text).length,
    milliseconds: Math.round(performance.now() - start),
  };
  if (!answer.ok) {
    throw Object.assign(new Failure(answer.status, issuesOf(exchange.json)), {exchange});
  }
  if (exchange.json === null && text !== '') {
    throw Object.assign(new Failure(answer.status, [{text: 'The answer is no JSON.', diagnostics:
      'Something between this page and the service may have answered in its place.'}]), {exchange});
  }
  return exchange;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an OperationOutcome says, if the answer is one. */
function issuesOf(json) {
  const issues = Array.isArray(json?.issue) ? json.issue : [];
  return issues.map(issue => ({
    text: said(issue?.details?.text) || said(issue?.code),
    diagnostics: said(issue?.diagnostics),
  }));
}

function said(value) {
  return typeof value === 'string' ? value : '';
}
