import type { Guard } from "../guard.ts";

const federation = "src/kernel/federation";
const actors = `${federation}/remote-actors`;
const remote = { project: "federation-sqlite", file: `${actors}/remote-actors.fed.test.ts` } as const;
const queue = { project: "store-sqlite", file: `${federation}/queue/message-queue.store.test.ts` } as const;
const hosts = { project: "store-sqlite", file: `${federation}/deliveries/failing-hosts.store.test.ts` } as const;
const newcomers = { project: "store-sqlite", file: "src/accounts/federation/person-for-actor.store.test.ts" } as const;
const streams = { project: "store-sqlite", file: "src/kernel/activity-log/live-streams.sqlite.test.ts" } as const;

/** How much strangers can make this server keep or do, however many they invent. */
export const boundGuards: readonly Guard[] = [
  {
    rows: [31],
    does: "What strangers make the process remember has an end",
    without: [
      {
        file: `${federation}/bounded-map.ts`,
        text: "entries.size >= most ? entries.keys().next() : undefined",
        becomes: "entries.size < 0 ? entries.keys().next() : undefined",
      },
    ],
    shownBy: {
      project: "rules",
      file: `${federation}/bounded-map.test.ts`,
      named: "a hundred thousand strangers are not remembered",
    },
  },
  {
    rows: [31],
    does: "Actors who prove nothing are not kept",
    without: [
      {
        file: `${actors}/remote-actors.ts`,
        text: "if (before !== undefined) await keepActor(application, known);",
        becomes: "await keepActor(application, known);",
      },
    ],
    shownBy: { ...remote, named: "a hundred strangers who prove nothing are not kept" },
  },
  {
    rows: [31],
    does: "Of each server only so many actors are kept",
    without: [
      {
        file: `${actors}/kept-actors.ts`,
        text: "for (const { host } of crowded) await dropBeyond(transaction, quota.perHost, host);",
        becomes: "",
      },
    ],
    shownBy: { ...remote, named: "a hundred strangers who prove nothing are not kept" },
  },
  {
    rows: [31],
    does: "Actors that nobody asks about any more are forgotten",
    without: [
      {
        file: `${actors}/kept-actors.ts`,
        text: 'await actors.deleteFrom("remote_actors").where("used_at", "<", oldest).execute();',
        becomes: "void oldest;",
      },
    ],
    shownBy: { ...remote, named: "a hundred strangers who prove nothing are not kept" },
  },
  {
    rows: [31],
    does: "An actor is asked about again only after five minutes, however many bad signatures arrive",
    without: [
      {
        file: `${actors}/remote-actors.ts`,
        text: 'return isSoon ? refused({ kind: "unreachable" }) : ask(uri);',
        becomes: 'return isSoon === null ? refused({ kind: "unreachable" }) : ask(uri);',
      },
    ],
    shownBy: {
      ...remote,
      named: "an actor is not asked again within five minutes, however many bad signatures arrive",
    },
  },
  {
    rows: [31],
    does: "A server fills its own share of the queue and nobody else's",
    without: [
      {
        file: `${federation}/queue/message-queue.ts`,
        text: 'if (host !== "" && (await isBeyond(host, quota.perHost))) throw new QueueFull(name, host);',
        becomes: "",
      },
    ],
    shownBy: { ...queue, named: "a host that floods fills its own quota and nobody else's" },
  },
  {
    rows: [31],
    does: "However many servers are invented, the queue has an end",
    without: [
      {
        file: `${federation}/queue/message-queue.ts`,
        text: 'if (await isBeyond(undefined, quota.all)) throw new QueueFull(name, "");',
        becomes: "",
      },
    ],
    shownBy: { ...queue, named: "and a hundred thousand hosts fill no more than all" },
  },
  {
    rows: [31],
    does: "A server whose share is full is told to wait",
    without: [
      {
        file: `${federation}/inbox/intake.ts`,
        text: 'if (cause instanceof QueueFull) return { status: 429, reason: "too much at once", retryAfter: 600 };',
        becomes: "if (cause instanceof QueueFull) return taken;",
      },
    ],
    shownBy: {
      project: "federation-sqlite",
      file: `${federation}/inbox/inbox-limits.fed.test.ts`,
      named: "a flood from one host is told to wait",
    },
  },
  {
    rows: [31],
    does: "Of failing servers only so many are remembered",
    without: [{ file: `${federation}/prune.ts`, text: "if (beyond !== undefined)", becomes: "if (beyond === null)" }],
    shownBy: { ...hosts, named: "a hundred thousand failing hosts are not remembered" },
  },
  {
    rows: [31],
    does: "A server that fails again and again is left alone, so that sending to it costs little",
    without: [
      {
        file: `${federation}/deliveries/claim-deliveries.ts`,
        text: "and (host.closed_until is null or host.closed_until <= ${now})",
        becomes: "",
      },
    ],
    shownBy: { ...hosts, named: "after five failures in a row a host is left alone for half an hour" },
  },
  {
    rows: [31],
    does: "Of one server only so many newcomers are met a day",
    without: [
      {
        file: "src/accounts/commands/people/count-newcomer.ts",
        text: "{ limit: limits.newcomersOfHost, of: host.toLowerCase() },",
        becomes: "",
      },
    ],
    shownBy: { ...newcomers, named: "a server that invents accounts makes this one keep no more people a day" },
  },
  {
    rows: [31],
    does: "However many servers are invented, only so many newcomers are met a day",
    without: [
      {
        file: "src/accounts/commands/people/count-newcomer.ts",
        text: "ofEveryone(limits.newcomersOfEveryone),",
        becomes: "",
      },
    ],
    shownBy: { ...newcomers, named: "a hundred thousand invented servers make this one keep no more" },
  },
  {
    rows: [31],
    does: "Open streams are limited for each address and in all",
    without: [
      {
        file: "src/kernel/activity-log/live-streams.ts",
        text: 'if (ofAddress >= most.ofAddress) return c.text("", 429, { "Retry-After": "60" });',
        becomes: "",
      },
    ],
    shownBy: { ...streams, named: "streams are limited per address and in all" },
  },
];
