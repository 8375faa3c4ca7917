import type { Guard } from "../guard.ts";

const looking = "src/directory/federation/look-up";
const proving = "src/directory/commands/verification";
const looks = { project: "rules", file: `${looking}/look-at-place.test.ts` } as const;
const verified = {
  project: "store-sqlite",
  file: "src/directory/pages/verification/verification.store.test.ts",
} as const;
const following = { project: "rules", file: "src/kernel/federation/egress/follow.test.ts" } as const;

/** What servers and strangers could make of a directory that looks at places and lets them verify. */
export const directoryGuards: readonly Guard[] = [
  {
    rows: [10, 12],
    does: "What a look is led to on another host is not asked for",
    without: [
      {
        file: `${looking}/asking.ts`,
        text: "if (next.origin !== origin) return leadTo(next.href);",
        becomes: "if (next.origin !== origin) leadTo(next.href);",
      },
    ],
    shownBy: { ...looks, named: "leads us to no other host, which is only named" },
  },
  {
    rows: [12],
    does: "A redirect that is only to be told is not followed",
    without: [
      {
        file: "src/kernel/federation/egress/follow.ts",
        text: 'errand.redirects !== "told" && ',
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "a redirect that is only to be told leads nowhere" },
  },
  {
    rows: [13],
    does: "A look that takes long is ended, even if each answer comes in time",
    without: [
      {
        file: `${looking}/asking.ts`,
        text: "if (away || requests >= mostRequests || elapsedMs() > endsAt)",
        becomes: "if (away || requests >= mostRequests)",
      },
    ],
    shownBy: { ...looks, named: "that always answers at the last moment is left after a while" },
  },
  {
    rows: [3, 10],
    does: "What a place names on another host is neither its own nor asked for",
    without: [
      {
        file: `${looking}/asking.ts`,
        text: "return url?.origin === origin ? url.href : undefined;",
        becomes: "return url?.href;",
      },
    ],
    shownBy: { ...looks, named: "goes nowhere that its documents name, and takes for its own what is" },
  },
  {
    rows: [4],
    does: "What a place says of itself counts by no other type than it was asked for",
    without: [
      {
        file: `${looking}/asking.ts`,
        text: 'return egress.fetch({ url, accepts, redirects: "told" });',
        becomes:
          'return egress.fetch({ url, accepts: [...accepts, { type: "text/html" }, { type: "image/png" }], redirects: "told" });',
      },
    ],
    shownBy: { ...looks, named: "gives nothing that is kept where it is" },
  },
  {
    rows: [12],
    does: "A place that leads from one address to the next is followed a few steps alone",
    without: [{ file: `${looking}/asking.ts`, text: "const REDIRECTS = 3;", becomes: "const REDIRECTS = 100;" }],
    shownBy: { ...looks, named: "leads us around for a few steps, and is then asked for the rest" },
  },
  {
    rows: [31],
    does: "Few hosts are looked at side by side, and few wait, however many are named",
    without: [
      {
        file: `${looking}/bounded-looks.ts`,
        text: 'if (waiting.length >= bounds.waiting) return "busy";',
        becomes: "",
      },
    ],
    shownBy: { ...looks, named: "go on a few at a time, one of each host, and none again at once" },
  },
  {
    rows: [31],
    does: "One person cannot have any number of servers looked at",
    without: [
      {
        file: `${looking}/bounded-looks.ts`,
        text: 'if (personId !== undefined && !mayAsk(personId)) return "enough";',
        becomes: "",
      },
    ],
    shownBy: { ...looks, named: "are thirty an hour for one person, and go on for others" },
  },
  {
    rows: [2],
    does: "An account on another server is nobody's contact, whoever names it",
    without: [
      {
        file: "src/directory/federation/verification/contact-now.ts",
        text: 'if (!isSameOrigin(uri, whereIs(host))) return "none";',
        becomes: "",
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/directory/federation/verification/contact-now.test.ts",
      named: "is none where it lives on another server, under whatever name",
    },
  },
  {
    rows: [9],
    does: "What a place says of itself is read as strictly as what arrives",
    without: [
      {
        file: `${looking}/asking.ts`,
        text: "return read.ok ? { json: read.value, url: answer.url } : undefined;",
        becomes: "return { json: read.ok ? read.value : JSON.parse(answer.text), url: answer.url };",
      },
    ],
    shownBy: { ...looks, named: "is not read at all where two programs would read it differently" },
  },
  {
    rows: [16],
    does: "A name that a server gives itself cannot turn the direction of what is read",
    without: [
      {
        file: "src/directory/model/look-up/look.ts",
        text: '.replaceAll(/[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\uFEFF]/g, "")',
        becomes: "",
      },
    ],
    shownBy: { ...looks, named: "is believed in what can be, without its tricks" },
  },
  {
    rows: [2],
    does: "Only the account that was written to answers for a place",
    without: [
      {
        file: `${proving}/confirm-by-contact.ts`,
        text: 'if (proof.account?.uri !== uri) return refused({ kind: "not-the-contact" });',
        becomes: "",
      },
    ],
    shownBy: {
      ...verified,
      named: "is believed only where it is the one that was asked, has not moved, and has the same key",
    },
  },
  {
    rows: [30],
    does: "An account that moved does not answer for the place it left",
    without: [
      {
        file: `${proving}/confirm-by-contact.ts`,
        text: 'if (hasMoved) return refused({ kind: "account-moved" });',
        becomes: "",
      },
    ],
    shownBy: {
      ...verified,
      named: "is believed only where it is the one that was asked, has not moved, and has the same key",
    },
  },
  {
    rows: [30],
    does: "An account that shows another key than when it was asked does not answer for its place",
    without: [
      {
        file: `${proving}/confirm-by-contact.ts`,
        text: 'if (isLater(changedAt, proof.askedAt)) return refused({ kind: "other-key" });',
        becomes: "",
      },
    ],
    shownBy: {
      ...verified,
      named: "is believed only where it is the one that was asked, has not moved, and has the same key",
    },
  },
  {
    rows: [3],
    does: "A domain is proved by the code of its own entry alone",
    without: [
      {
        file: "src/directory/model/verification/proofs.ts",
        text: "look.shown.find((one) => one.code === code)",
        becomes: 'look.shown.find((one) => one.code !== "" || one.code === code)',
      },
    ],
    shownBy: { ...verified, named: "is proved by nobody's code but the place's own" },
  },
  {
    rows: [30],
    does: "A place whose account shows another key than then is no longer verified by it",
    without: [
      {
        file: "src/directory/model/verification/proofs.ts",
        text: 'if (isLater(contact.keyChangedAt, provedAt)) return { kind: "not-shown", because: "other-key" };',
        becomes: "",
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/directory/model/verification/proofs.test.ts",
      named: "of an account holds with the key it had then, and no other",
    },
  },
  {
    rows: [30],
    does: "A place whose server names another account by now is no longer verified by the first",
    without: [
      {
        file: "src/directory/model/verification/proofs.ts",
        text: 'if (contact.uri !== account.uri) return { kind: "not-shown", because: "another-account" };',
        becomes: "",
      },
    ],
    shownBy: { ...verified, named: "goes stale when its server " },
  },
  {
    rows: [29],
    does: "A place that did not want to be listed is not asked again, whoever names it",
    without: [
      {
        file: "src/directory/pages/look-up/show-found.tsx",
        text: 'if (await isOptedOut({ db: read }, host)) return { kind: "opted-out", field: "domain" };',
        becomes: "",
      },
    ],
    shownBy: { ...verified, named: "hears that a place does not want to be listed, and never asks it again" },
  },
];
