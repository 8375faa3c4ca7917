import type { Guard } from "../guard.ts";

const inbox = "src/kernel/federation/inbox";
const signatures = "src/kernel/federation/signatures";
const proof = { project: "federation-sqlite", file: `${inbox}/inbox-proof.fed.test.ts` } as const;
const heads = { project: "rules", file: `${signatures}/signature-head.test.ts` } as const;
const fastLane = {
  project: "federation-sqlite",
  file: "src/kernel/federation/fast-lane/fast-lane.fed.test.ts",
} as const;

/** Who sent a request, and whether it is still the one they signed. */
export const requestGuards: readonly Guard[] = [
  {
    rows: [1],
    does: "A request without a signature is refused",
    without: [
      {
        file: `${inbox}/intake.ts`,
        text: "if (!signer.ok) return answerToSignature(options, actorUri, document, signer.refusal);",
        becomes: "if (!signer.ok) return taken;",
      },
    ],
    shownBy: { ...proof, named: "unsigned" },
  },
  {
    rows: [1],
    does: "A signature must cover the request's target",
    without: [{ file: `${signatures}/signature-head.ts`, text: 'covers("(request-target)") && ', becomes: "" }],
    shownBy: { ...heads, named: "a signature that leaves out" },
  },
  {
    rows: [1],
    does: "A signature must cover the host it was made for",
    without: [{ file: `${signatures}/signature-head.ts`, text: 'covers("host") && ', becomes: "" }],
    shownBy: { ...heads, named: "a signature that leaves out" },
  },
  {
    rows: [1],
    does: "A signature must cover its time",
    without: [{ file: `${signatures}/signature-head.ts`, text: 'covers("date", "(created)") && ', becomes: "" }],
    shownBy: { ...heads, named: "a signature that leaves out" },
  },
  {
    rows: [1, 5],
    does: "A signature must cover the digest of the body",
    without: [{ file: `${signatures}/signature-head.ts`, text: '(!hasBody || covers("digest"))', becomes: "true" }],
    shownBy: { ...heads, named: "a signature that leaves out" },
  },
  {
    rows: [1],
    does: "A signature by RFC 9421 must cover the method",
    without: [{ file: `${signatures}/signature-head.ts`, text: 'covers("@method") && target', becomes: "target" }],
    shownBy: { ...heads, named: "nor, by RFC 9421, one that leaves out" },
  },
  {
    rows: [1],
    does: "A signature by RFC 9421 must cover the target",
    without: [
      { file: `${signatures}/signature-head.ts`, text: 'covers("@method") && target', becomes: 'covers("@method")' },
    ],
    shownBy: { ...heads, named: "nor, by RFC 9421, one that leaves out" },
  },
  {
    rows: [1, 5],
    does: "A signature by RFC 9421 must cover the digest of the body",
    without: [
      { file: `${signatures}/signature-head.ts`, text: '(!hasBody || covers("content-digest"))', becomes: "true" },
    ],
    shownBy: { ...heads, named: "nor, by RFC 9421, one that leaves out" },
  },
  {
    rows: [1],
    does: "A signature made for another host does not fit",
    without: [{ file: `${signatures}/verify-request.ts`, text: 'headers.set("host", request.url.host);', becomes: "" }],
    shownBy: { ...proof, named: "signed for another host" },
  },
  {
    rows: [1],
    does: "A signature by a key that is not the actor's does not verify",
    without: [{ file: `${signatures}/verify-request.ts`, text: "return verdict.verified;", becomes: "return true;" }],
    shownBy: { ...proof, named: "signed by nobody's key" },
  },
  {
    rows: [1, 6],
    does: "A signature older or newer than half a day is refused",
    without: [
      {
        file: `${signatures}/verify-request.ts`,
        text: "Temporal.Duration.from({ hours: 12 })",
        becomes: "Temporal.Duration.from({ hours: 120 })",
      },
    ],
    shownBy: { ...proof, named: "of thirteen hours ago" },
  },
  {
    rows: [1],
    does: "With federation switched off there is no inbox",
    without: [
      {
        file: "src/kernel/federation/federation.ts",
        text: "if (!options.isEnabled) return new Response(null, { status: 404 });",
        becomes: "",
      },
    ],
    shownBy: { ...proof, named: "with federation switched off an inbox is not there" },
  },
  {
    rows: [1],
    does: "A signature of which a parameter is given twice is not read",
    without: [
      {
        file: `${signatures}/signature-head.ts`,
        text: "if (name === undefined || parameters.has(name)) return undefined;",
        becomes: "if (name === undefined) return undefined;",
      },
    ],
    shownBy: { ...heads, named: "signatures that programs read differently are not read at all" },
  },
  {
    rows: [2],
    does: "The key must be of the actor's own server, before anything is fetched",
    without: [
      {
        file: `${signatures}/prove-signer.ts`,
        text: 'if (!isSameOrigin(head.keyId, uri)) return refused({ kind: "not-the-actor" });',
        becomes: "if (!isSameOrigin(head.keyId, uri)) uri = head.keyId.replace(/#.*$/s, '');",
      },
    ],
    shownBy: { ...proof, named: "an activity of one actor signed by another is refused before anything is done" },
  },
  {
    rows: [2],
    does: "The key must stand in the actor's own document under the name it signs by",
    without: [
      {
        file: `${signatures}/prove-signer.ts`,
        text: "known.keys.find(({ id }) => id === keyId)",
        becomes: "known.keys[0]",
      },
    ],
    shownBy: { ...proof, named: "a key counts only under the name by which its actor shows it" },
  },
  {
    rows: [2],
    does: "A signature inside an activity proves nothing about who sent it",
    without: [
      {
        file: `${inbox}/intake.ts`,
        text: "if (!signer.ok) return answerToSignature(options, actorUri, document, signer.refusal);",
        becomes:
          'if (!signer.ok && document["signature"] === undefined) return answerToSignature(options, actorUri, document, signer.refusal);\n  if (!signer.ok) return taken;',
      },
    ],
    shownBy: { ...proof, named: "a signature inside the activity proves nothing" },
  },
  {
    rows: [2],
    does: "Nobody is kept as known before a signature of theirs was good",
    without: [
      {
        file: "src/kernel/federation/remote-actors/remote-actors.ts",
        text: "if (before !== undefined) await keepActor(application, known);",
        becomes: "await keepActor(application, known);",
      },
    ],
    shownBy: { ...proof, named: "signed by nobody's key" },
  },
  {
    rows: [1, 2],
    does: "The fast lane takes nothing that the key of the actor's own server did not sign",
    without: [
      {
        file: "src/kernel/federation/fast-lane/create-fast-lane.ts",
        text: "isSameOrigin(signed.keyId, actorUri) ? await nearActor(actorUri) : undefined",
        becomes: "await nearActor(signed.keyId.replace(/#.*$/s, ''))",
      },
    ],
    shownBy: { ...fastLane, named: "a vote of one actor signed by another is not taken" },
  },
  {
    rows: [1],
    does: "The fast lane takes nothing whose signature does not fit",
    without: [
      {
        file: "src/kernel/federation/fast-lane/create-fast-lane.ts",
        text: "key !== undefined && isSignedWith(signed, key) ? known : undefined",
        becomes: "key !== undefined ? known : undefined",
      },
    ],
    shownBy: { ...fastLane, named: "signed for another host" },
  },
  {
    rows: [1, 6],
    does: "The fast lane takes nothing signed more than half a day away",
    without: [
      {
        file: "src/kernel/federation/fast-lane/plain-signature.ts",
        text: ' || !isTimely(post.header("date"), now)',
        becomes: "",
      },
    ],
    shownBy: { ...fastLane, named: "a signature outside the allowed time is not taken" },
  },
  {
    rows: [5],
    does: "The body must be the one whose digest was signed",
    without: [{ file: `${signatures}/verify-request.ts`, text: "return verdict.verified;", becomes: "return true;" }],
    shownBy: { ...proof, named: "a body swapped under a valid signature is refused" },
  },
  {
    rows: [5],
    does: "The fast lane takes no other body than the one whose digest was signed",
    without: [
      {
        file: "src/kernel/federation/fast-lane/create-fast-lane.ts",
        text: "if (!isBodyOf(signed, body)) return undefined;",
        becomes: "",
      },
    ],
    shownBy: { ...fastLane, named: "a body that was swapped under a valid signature is not taken" },
  },
];
