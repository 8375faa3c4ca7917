/** What a line of the process's log may hold beside its name: ids, counts and names of kinds. Never a text that somebody wrote. */
export type LogFacts = Readonly<Record<string, string | number | undefined>>;

/** The log of the running process, for its operator: what went wrong and where, one line each. */
export interface ProcessLog {
  /** Something worth knowing. */
  note(event: string, facts?: LogFacts): void;
  /** Something failed. Of the cause is told what it is, where it was thrown, and of its message the plain words and ids. */
  failure(event: string, cause: unknown, facts?: LogFacts): void;
}

/**
 * A log that writes lines of JSON.
 *
 * It takes no secrets, whatever it is given: only what is known to be harmless goes through (plain words, small numbers, ids of ours,
 * names of kinds and routes, the origin of an address), and everything else becomes `…`: tokens, codes, e-mail addresses, handles,
 * paths on other servers, and whatever an error's message quotes.
 */
export function processLog(write: (line: string) => void, clock: () => Temporal.Instant): ProcessLog {
  const line = (event: string, facts: LogFacts) => {
    write(JSON.stringify({ at: clock().round("millisecond").toString(), event, ...facts }));
  };
  return {
    note: (event, facts = {}) => line(event, tellable(facts)),
    failure: (event, cause, facts = {}) => line(event, { ...tellable(facts), ...described(cause) }),
  };
}

function tellable(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === "string" ? tellableText(value) : value]),
  );
}

function described(cause: unknown): LogFacts {
  if (!(cause instanceof Error)) return { cause: typeof cause };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return {
    cause: tellableText(cause.name),
    code: errorCode.test(code) ? code : undefined,
    message: tellableText(cause.message),
    where: placeOf(cause),
  };
}

// SQLSTATE, the system's `ECONNRESET` and Node's `ERR_INVALID_ARG_TYPE`.
const errorCode = /^(?:[0-9A-Z]{5}|E[A-Z]{3,20}|[A-Z]{1,20}(?:_[A-Z0-9]{1,20}){1,6})$/;

/** The first place in our own source, else the first at all: that one says little about a failure in a library. */
function placeOf(cause: Error): string | undefined {
  // The message stands before the frames, and may itself look like one.
  const frames = (cause.stack ?? "")
    .replace(cause.message, "")
    .split("\n")
    .filter((frame) => /^ +at /.test(frame));
  const ours = frames.find((frame) => frame.includes("/src/") && !frame.includes("/node_modules/"));
  return (ours ?? frames[0])?.trim().slice(3, 200);
}

const longestText = 1_000;
const longestTold = 300;

// What stands in quotation marks is what somebody sent: `Unexpected token 'h', "hello …" is not valid JSON`.
const quotations = /"[^"]*"?|'[^']*'|`[^`]*`?|“[^”]*”?|«[^»]*»?/g;

function tellableText(text: string): string {
  const words = text.slice(0, longestText).replace(quotations, " … ").split(/\s+/);
  return words
    .map(tellableWord)
    .filter((word, place, all) => word !== "" && !(word === "…" && all[place - 1] === "…"))
    .join(" ")
    .slice(0, longestTold);
}

function tellableWord(word: string): string {
  const [, before = "", core = "", after = ""] = /^([([{]*)(.*?)([)\]},.;:!?]*)$/.exec(word) ?? [];
  if (core === "") return `${before}${after}`;
  if (harmless.some((pattern) => pattern.test(core))) return `${before}${core}${after}`;
  return originOf(core) ?? "…";
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const name = "[a-z]{1,24}(?:[-_][a-z]{1,24}){0,6}";

const harmless: readonly RegExp[] = [
  /^…$/,
  // A word, also in capitals where a library shouts one that is known.
  /^[A-Za-z]?[a-z]{0,24}$/,
  /^(?:UNIQUE|NOT|NULL|SQL|JSON|HTTP|TLS|URL|DNS|E[A-Z]{3,20})$/,
  /^[A-Z][a-z]+(?:[A-Z][a-z]+){1,3}(?:Error|Failure|Exception)?$/,
  /^-?\d{1,5}$/,
  // The reference on a page that failed, by which its line is found.
  /^[0-9a-f]{10}$/,
  new RegExp(`^${uuid}$`),
  // Kinds, hosts and routes: `notices/send`, `social.example`, `/gatherings/:id/answers`.
  new RegExp(`^/?:?${name}(?:[./:]{1,2}${name}){0,8}/?$`),
  // Keys of jobs and ids of events: `0190…/000000000012`.
  new RegExp(`^(?:${uuid}|${name})(?:[/:](?:${uuid}|${name}|\\d{1,12})){1,6}$`),
];

/** Of an address its origin alone: who is meant may be a person, and what follows a secret. */
function originOf(word: string): string | undefined {
  const url = /^https?:\/\//.test(word) ? URL.parse(word) : null;
  return url === null ? undefined : `${url.origin}/…`;
}
