import type { Guard } from "../guard.ts";

const oauth = "src/accounts/federation/oauth";
const taking = "src/accounts/commands/sign-in/take-server-sign-in.ts";
const servers = { project: "federation-sqlite", file: "src/accounts/pages/sign-in/by-server.fed.test.ts" } as const;

/** Whose account it is that somebody signs in with at their own server. */
export const signInGuards: readonly Guard[] = [
  {
    rows: [18],
    does: "A server vouches for its own accounts alone",
    without: [
      {
        file: `${oauth}/vouched-account.ts`,
        text: ".find((named) => isOf(exchange.server, named))",
        becomes: '.find((named) => typeof named === "string")',
      },
      { file: `${oauth}/vouched-account.ts`, text: "isOf(exchange.server, found.value.uri) && ", becomes: "" },
    ],
    shownBy: { ...servers, named: "that answers with somebody else's account is refused" },
  },
  {
    rows: [18],
    does: "The account must be called as the server calls it, proven by WebFinger",
    without: [
      { file: `${oauth}/vouched-account.ts`, text: " && isNamed(found.value, claimed.value.username)", becomes: "" },
    ],
    shownBy: { ...servers, named: "that calls its own account by another's name at WebFinger is refused" },
  },
  {
    rows: [18],
    does: "Each server has a return address of its own, so that the answer of one is never taken for another's",
    without: [{ file: taking, text: " || new URL(begun.server).host !== host", becomes: "" }],
    shownBy: { ...servers, named: "that sends its answer to the return address of another server is refused" },
  },
  {
    rows: [18],
    does: "An answer that names another issuer is refused",
    without: [
      {
        file: `${oauth}/sign-in-at-server.ts`,
        text: 'if (visit.issuer !== undefined && visit.issuer.replace(/\\/$/, "") !== server)',
        becomes: "if (visit.issuer === server)",
      },
    ],
    shownBy: { ...servers, named: "that names another issuer in its answer is refused" },
  },
  {
    rows: [18],
    does: "An answer counts in the browser alone that began",
    without: [{ file: taking, text: "begun.browser_hash !== browserHash || ", becomes: "" }],
    shownBy: { ...servers, named: "in another browser is refused, and worth nothing in the first one either" },
  },
  {
    rows: [18],
    does: "A code is worth nothing without the secret of the sign-in that it answers",
    without: [
      {
        file: `${oauth}/sign-in-at-server.ts`,
        text: 'return derivedToken(secret, "pkce", state);',
        becomes: 'return derivedToken(secret, "pkce", state.slice(0, 0));',
      },
    ],
    shownBy: { ...servers, named: "with somebody else's code gives nothing, since the verifier fits another" },
  },
];
