import type { Guard } from "../guard.ts";

const inbox = "src/kernel/federation/inbox";
const standing = { project: "federation-sqlite", file: `${inbox}/inbox-standing.fed.test.ts` } as const;
const moderation = "src/communities/commands/moderation/moderation.store.test.ts";
const blocks = { project: "store-sqlite", file: moderation } as const;
const codes = { project: "store-sqlite", file: "src/accounts/pages/sign-in/by-code.store.test.ts" } as const;
const newcomers = { project: "store-sqlite", file: "src/accounts/federation/person-for-actor.store.test.ts" } as const;

/** By which ways whoever was shut out could come in again. */
export const shutOutGuards: readonly Guard[] = [
  {
    rows: [29],
    does: "Eleven kinds of activities of a blocked account, or from a blocked server, are refused at the door, boosts included",
    without: [
      {
        file: `${inbox}/intake.ts`,
        text: 'if (await options.people.isBlocked({ uri: actorUri, host })) return refuse(options, actorUri, 403, "blocked");',
        becomes: "",
      },
    ],
    shownBy: { ...standing, named: "of a blocked account, or from a blocked host, does not get in" },
  },
  {
    rows: [29],
    does: "A block that comes while an activity waits keeps it out",
    without: [{ file: `${inbox}/router.ts`, text: "if (await people.isBlocked({ uri, host })) return;", becomes: "" }],
    shownBy: { ...standing, named: "a block that comes while an activity waits keeps it out" },
  },
  {
    rows: [29],
    does: "The fast lane hears nothing of the blocked either",
    without: [{ file: `${inbox}/router.ts`, text: "if (await people.isBlocked({ uri, host })) return;", becomes: "" }],
    shownBy: {
      project: "federation-sqlite",
      file: "src/kernel/federation/fast-lane/both-lanes.fed.test.ts",
      named: "nothing is heard of somebody who was blocked meanwhile",
    },
  },
  {
    rows: [29],
    does: "What a blocked account wrote does not come in by another's forwarding",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'return "the object is attributed to somebody else";',
        becomes: "return undefined;",
      },
    ],
    shownBy: { ...standing, named: "a forged object, deletion or undoing is refused before anything is kept" },
  },
  {
    rows: [29],
    does: "Nothing is delivered to a blocked server, what was said before included",
    without: [
      {
        file: "src/kernel/federation/deliveries/attempt.ts",
        text: "if (await isShutOut(options, claimed)) {",
        becomes: "if (false) {",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/kernel/federation/deliveries/deliver.store.test.ts",
      named: "nothing goes to a host once it is blocked",
    },
  },
  {
    rows: [29],
    does: "Nothing is asked of a blocked server, nor by a redirect that leads to it",
    without: [
      {
        file: "src/kernel/federation/egress/follow.ts",
        text: "if (await way.isShutOut(url.hostname)) return notThere(`the host ${url.hostname}, which is blocked here`);",
        becomes: "",
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/kernel/federation/egress/create-egress.test.ts",
      named: "nothing is asked of a host that is blocked here",
    },
  },
  {
    rows: [29],
    does: "A block of a server is one of everything below it",
    without: [
      {
        file: "src/accounts/model/blocked-host.ts",
        text: 'return labels.map((_, place) => labels.slice(place).join("."));',
        becomes: 'return [labels.join(".")];',
      },
    ],
    shownBy: { ...newcomers, named: "a blocked server is blocked with all below it" },
  },
  {
    rows: [29],
    does: "A server is blocked by the host of its accounts' addresses too, whatever their handles say",
    without: [
      {
        file: "src/accounts/store/refused-actors.read.ts",
        text: "new Set([actor.host, URL.parse(actor.uri)?.hostname ?? actor.host])",
        becomes: "new Set([actor.host])",
      },
    ],
    shownBy: { ...newcomers, named: "a blocked server is blocked with all below it" },
  },
  {
    rows: [29],
    does: "Nothing is heard of somebody who is suspended",
    without: [
      {
        file: "src/accounts/store/refused-actors.read.ts",
        text: "return isActorSuspended(read, actor.uri);",
        becomes: "return false;",
      },
    ],
    shownBy: { ...newcomers, named: "nothing is heard of somebody who is suspended" },
  },
  {
    rows: [29],
    does: "Nobody of a blocked server signs in",
    without: [
      {
        file: "src/accounts/commands/sign-in/settle-proof.ts",
        text: 'if (proof.kind === "actor" && (await isFromBlockedHost(context, proof.actor))) {',
        becomes: 'if (proof.kind === "actor" && addsTo === undefined) {',
      },
    ],
    shownBy: { ...codes, named: "somebody whose server is blocked meanwhile, or who is suspended, is not let in" },
  },
  {
    rows: [19, 29],
    does: "Nobody who is suspended signs in",
    without: [
      {
        file: "src/accounts/commands/sign-in/settle-proof.ts",
        text: 'if (known !== undefined && (await standingOf(context.db, known)) === "suspended") {',
        becomes: "if (known === null) {",
      },
      { file: "src/accounts/store/sessions.read.ts", text: '.where("person.suspended_at", "is", null)', becomes: "" },
    ],
    shownBy: { ...codes, named: "somebody whose server is blocked meanwhile, or who is suspended, is not let in" },
  },
  {
    rows: [29],
    does: "Nobody moves to a blocked server",
    without: [
      {
        file: "src/accounts/commands/people/move-identity.ts",
        text: 'if (await isHostBlocked(context.db, to.host)) return refused({ kind: "account-host-blocked" });',
        becomes: "",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/accounts/commands/people/move-identity.store.test.ts",
      named: "to a blocked server stays where it was",
    },
  },
  {
    rows: [29],
    does: "A server that a community blocks neither listens nor joins, sub-domains and other ports included",
    without: [
      {
        file: "src/communities/commands/listening/start-listening.ts",
        text: 'if (level === "block") return refused({ kind: "kept-out" });',
        becomes: "",
      },
    ],
    shownBy: { ...blocks, named: "neither listens nor joins, nor do its subdomains and whatever port it uses" },
  },
  {
    rows: [29],
    does: "A server that a community blocks does not come in with a report",
    without: [
      {
        file: "src/communities/commands/moderation/take-report.ts",
        text: 'if (level === "block") return refused({ kind: "kept-out" });',
        becomes: "",
      },
    ],
    shownBy: { ...blocks, named: "does not come in by an invitation or with a report" },
  },
  {
    rows: [29],
    does: "Posts from a server that a community blocks are not passed on, members' included",
    without: [
      {
        file: "src/communities/commands/announcements/share-post.ts",
        text: " || onlyHost !== undefined",
        becomes: "",
      },
    ],
    shownBy: { ...blocks, named: "does not have its members' posts passed on" },
  },
  {
    rows: [29],
    does: "Whoever a community keeps out takes part in none of its gatherings",
    without: [
      {
        file: "src/gatherings/commands/standing.ts",
        text: '? { kind: "kept-out" }',
        becomes: "? undefined",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/gatherings/commands/gathering-life.store.test.ts",
      named: "takes nobody whom the community keeps out",
    },
  },
];
