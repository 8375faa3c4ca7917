/** What a line of the process's log may hold beside its name: ids, counts and names of kinds. Never a text that somebody wrote. */
export type LogFacts = Readonly<Record<string, string | number | undefined>>;

/** The log of the running process, for its operator: what went wrong and where, one line each. */
export interface ProcessLog {
  /** Something worth knowing. */
  note(event: string, facts?: LogFacts): void;
  /** Something failed. Of the cause, only what it is and where it was thrown is told: its message may quote what people wrote. */
  failure(event: string, cause: unknown, facts?: LogFacts): void;
}

/** A log that writes lines of JSON. */
export function processLog(write: (line: string) => void, clock: () => Temporal.Instant): ProcessLog {
  const line = (event: string, facts: LogFacts) => {
    write(JSON.stringify({ at: clock().round("millisecond").toString(), event, ...redacted(facts) }));
  };
  return {
    note: (event, facts = {}) => line(event, facts),
    failure: (event, cause, facts = {}) => line(event, { ...facts, ...describe(cause) }),
  };
}

/** An error's own class, code and place; its message only where it is one of the system's, which quote no input. */
function describe(cause: unknown): LogFacts {
  if (!(cause instanceof Error)) return { cause: typeof cause };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  return { cause: cause.name, code, message: redactedText(cause.message), where: placeOf(cause) };
}

function placeOf(cause: Error): string | undefined {
  const frame = cause.stack?.split("\n").find((candidate) => candidate.trimStart().startsWith("at "));
  return frame?.trim().slice(3, 200);
}

function redacted(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === "string" ? redactedText(value) : value]),
  );
}

// Whatever looks like a secret or an address is left out, wherever it comes from: tokens are 43 characters of base64url, hashes
// longer, and codes stand in no message of ours.
const secrets = /[A-Za-z0-9_-]{40,}/g;
const addresses = /[^\s<>"@/]+@[^\s<>"@/]+\.[^\s<>"@/]+/g;

/** A text without what looks like a token or an e-mail address, cut to a length that fits a line. */
function redactedText(text: string): string {
  return text.slice(0, 500).replaceAll(secrets, "[secret]").replaceAll(addresses, "[address]").replaceAll("\n", " ").slice(0, 300);
}
