/** Why a text cannot be the handle of an actor; also the name of the problem beside the form's field. */
export type HandleProblem = "handle-malformed" | "handle-reserved";

const shortestHandle = 2;
const longestHandle = 30;

// Small letters, digits and the low line are what every fediverse program takes in a name. Mastodon also allows dots and
// hyphens inside (app/models/account.rb, USERNAME_RE), others do not.
const handleShape = /^[a-z][a-z0-9_]*[a-z0-9]$/;

// Names that would make people believe that the server or its operator speaks, or that address everybody.
const reservedHandles = new Set([
  "abuse",
  "admin",
  "administrator",
  "all",
  "everyone",
  "help",
  "here",
  "instance",
  "koinon",
  "moderation",
  "moderator",
  "operator",
  "operators",
  "postmaster",
  "relay",
  "root",
  "security",
  "server",
  "steward",
  "support",
  "system",
  "webmaster",
]);

/** A handle as it is kept and compared: without a leading `@`, in small letters. `normalHandle("@Plum_League")` is `plum_league`. */
export function normalHandle(typed: string): string {
  return typed.trim().replace(/^@/, "").toLowerCase();
}

/**
 * What is wrong with a normal handle, if anything: 2 to 30 small letters, digits and low lines, beginning with a letter and not
 * ending with a low line, and none of the names that seem to speak for the server.
 */
export function handleProblem(handle: string): HandleProblem | undefined {
  if (handle.length < shortestHandle || handle.length > longestHandle || !handleShape.test(handle))
    return "handle-malformed";
  return reservedHandles.has(handle) ? "handle-reserved" : undefined;
}
