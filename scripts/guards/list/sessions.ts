import type { Guard } from "../guard.ts";

const forms = { project: "rules", file: "src/ui/form-guard.test.tsx" } as const;
const formsWithFiles = { project: "rules", file: "src/ui/form-with-file.test.tsx" } as const;
const tokens = { project: "rules", file: "src/ui/form-token.test.ts" } as const;
const session = "src/accounts/pages/session";
const signIn = "src/accounts/commands/sign-in";
const sessions = { project: "store-sqlite", file: `${session}/sessions.store.test.ts` } as const;
const links = { project: "store-sqlite", file: "src/accounts/pages/sign-in/by-link.store.test.ts" } as const;

/** Who sends a form, who is signed in, and what strangers may learn or set off by asking to sign in. */
export const sessionGuards: readonly Guard[] = [
  {
    rows: [17],
    does: "A form is taken only when its browser does not say that another site sent it",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: 'if (site !== undefined && site !== "same-origin" && site !== "none") return true;',
        becomes: "",
      },
    ],
    shownBy: { ...forms, named: "is refused with a good token if" },
  },
  {
    rows: [17],
    does: "A form is taken only from our own origin",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: "return origin !== undefined && origin !== c.var.frame.site.origin.origin;",
        becomes: "return origin === null;",
      },
    ],
    shownBy: { ...forms, named: "is refused with a good token if" },
  },
  {
    rows: [17],
    does: "A form needs the token of a page that was shown to the same browser",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: "if (!tokens.isGood(textOf(form, formTokenField), c.var.formBinding)) return expiredForm(c, form);",
        becomes: "",
      },
    ],
    shownBy: { ...forms, named: "is refused without a token, with a forged one, and with another browser's" },
  },
  {
    rows: [17],
    does: "What is not sent as a form is no form, JSON and plain text included",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: 'if (type !== "application/x-www-form-urlencoded") return refused({ kind: "form-unreadable" });',
        becomes: "",
      },
    ],
    shownBy: { ...forms, named: "which is no form of ours" },
  },
  {
    rows: [17],
    does: "A form with a file is taken only where one is awaited",
    without: [{ file: "src/ui/form-guard.ts", text: " && c.var.takesFiles === true", becomes: "" }],
    shownBy: { ...formsWithFiles, named: "is no form where none with files is awaited" },
  },
  {
    rows: [17],
    does: "Every method that changes something is guarded",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: 'if (c.req.method === "GET" ||',
        becomes: 'if (c.req.method === "DELETE" || c.req.method === "GET" ||',
      },
    ],
    shownBy: { ...forms, named: "by any other unsafe method is guarded just as well" },
  },
  {
    rows: [17],
    does: "A form's token is signed by this server for one browser",
    without: [
      {
        file: "src/ui/form-token.ts",
        text: "return expected.length === given.length && timingSafeEqual(expected, given);",
        becomes: "return expected.length === given.length;",
      },
    ],
    shownBy: { ...tokens, named: "another browser's token is not good" },
  },
  {
    rows: [17],
    does: "A form sent by another site does nothing, seen in a browser",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: 'if (isFromElsewhere(c)) return refusalPage(c, { kind: "form-from-elsewhere" });',
        becomes: "",
      },
    ],
    shownBy: { project: "journeys", file: "journeys/house-style.spec.ts", named: "sent by another site does nothing" },
  },
  {
    rows: [17, 19],
    does: "Other sites cannot send the session's cookie, scripts cannot read it, and it travels over TLS alone",
    without: [
      {
        file: `${session}/session-cookie.ts`,
        text: 'return { path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure(c) } as const;',
        becomes: 'return { path: "/", httpOnly: true, sameSite: "None", secure: isSecure(c) } as const;',
      },
    ],
    shownBy: { ...sessions, named: "lies in a cookie that scripts cannot read and other sites cannot send" },
  },
  {
    rows: [19],
    does: "A cookie that was planted before is not the one that signs in",
    without: [
      {
        file: `${session}/signing-in-browser.ts`,
        text: 'const token = derivedToken(secret, "session", `${c.var.formBinding}\\n${act}`);\n  const replaced = sessionToken(c);',
        becomes:
          'const replaced = sessionToken(c);\n  const token = replaced ?? derivedToken(secret, "session", `${c.var.formBinding}\\n${act}`);',
      },
    ],
    shownBy: { ...sessions, named: "that somebody put into the browser before is not the one that signs in" },
  },
  {
    rows: [19],
    does: "Signing out ends the session on the server, not only in the browser",
    without: [
      {
        file: `${signIn}/end-session.ts`,
        text: "const ended = await dropSessionByToken(context.db, tokenHash);",
        becomes: "const ended = tokenHash === null ? await dropSessionByToken(context.db, tokenHash) : undefined;",
      },
    ],
    shownBy: { ...sessions, named: "ends by signing out, in the browser and on the server" },
  },
  {
    rows: [19],
    does: "A session that ended closes what it left open",
    without: [
      {
        file: `${session}/read-session.ts`,
        text: "return () => isSessionLive(application.read, tokenHash, application.clock());",
        becomes: "return async () => true;",
      },
    ],
    shownBy: { ...sessions, named: "and the old one is dead with what it left open" },
  },
  {
    rows: [19],
    does: "A suspension ends every session of its person",
    without: [
      {
        file: "src/accounts/commands/server/suspend-person.ts",
        text: "for (const sessionId of await dropSessionsOf(context.db, id)) emitSessionEnded(context, personId, sessionId);",
        becomes: "",
      },
      { file: "src/accounts/store/sessions.read.ts", text: '.where("person.suspended_at", "is", null)', becomes: "" },
    ],
    shownBy: { ...sessions, named: "ends with the suspension of its person, everywhere at once" },
  },
  {
    rows: [19],
    does: "A session ends by itself",
    without: [
      {
        file: "src/accounts/store/sessions.read.ts",
        text: '.where("session.ends_at", ">", microsecondsFromInstant(now))',
        becomes: "",
      },
    ],
    shownBy: { ...sessions, named: "ends by itself after thirty days without use" },
  },
  {
    rows: [19],
    does: "Nobody ends a session of somebody else",
    without: [
      {
        file: "src/accounts/store/sessions.write.ts",
        text: '.where("person_id", "=", personId)\n    .where("id", "=", sessionId)',
        becomes: '.where("id", "=", sessionId)',
      },
    ],
    shownBy: { ...sessions, named: "lets nobody end a session of somebody else" },
  },
  {
    rows: [19],
    does: "An open stream of events ends with the right to it",
    without: [
      {
        file: "src/kernel/activity-log/live-streams.ts",
        text: "else stream.end();",
        becomes: 'else stream.send("data: {}\\n\\n");',
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/kernel/activity-log/live-streams.sqlite.test.ts",
      named: "whoever may not follow any more, or is signed out unheard, is found within half a minute",
    },
  },
  {
    rows: [43],
    does: "A link by e-mail is asked for without looking whether anybody has the address",
    without: [
      {
        file: `${signIn}/request-link.ts`,
        text: "if (!isWithin) return accepted({ isSent: false });",
        becomes: 'if (!isWithin) return refused({ kind: "link-used-up" });',
      },
      {
        file: `${signIn}/request-link.ts`,
        text: "import { accepted, type Result }",
        becomes: "import { accepted, refused, type Result }",
      },
    ],
    shownBy: { ...links, named: "the answer is the same for a known address, an unknown one" },
  },
  {
    rows: [43],
    does: "The letter goes out after the answer, so that the time of the answer tells nothing",
    without: [
      {
        file: "src/accounts/pages/sign-in/by-link.tsx",
        text: "services.inBackground(sendMail(letter(c, services, email, token)));",
        becomes: "await sendMail(letter(c, services, email, token));",
      },
    ],
    shownBy: { ...links, named: "the answer does not wait for the letter, so that its time tells nothing" },
  },
  {
    rows: [43],
    does: "A mailbox gets at most five letters an hour",
    without: [{ file: `${signIn}/request-link.ts`, text: "{ limit: limits.linksToMailbox, of: email },", becomes: "" }],
    shownBy: { ...links, named: "a mailbox gets at most five letters an hour" },
  },
  {
    rows: [43],
    does: "A network address, or the block that one household holds, sets off at most twenty letters an hour",
    without: [{ file: `${signIn}/request-link.ts`, text: "ofAddress(limits.linksOfAddress, address),", becomes: "" }],
    shownBy: { ...links, named: "a network address gets at most twenty letters sent an hour" },
  },
  {
    rows: [43],
    does: "Only a trusted proxy may say whose address it is",
    without: [{ file: "src/main/client-address.ts", text: "if (!isTrusted(peer)) return peer;", becomes: "" }],
    shownBy: {
      project: "rules",
      file: "src/main/client-address.test.ts",
      named: "a spoofed header from an address that is no trusted proxy is not believed",
    },
  },
];
