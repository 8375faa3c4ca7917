import type { Guard } from "../guard.ts";

const house = { project: "store-sqlite", file: "src/main/private-things.store.test.ts" } as const;
const byNoRoute = { ...house, named: "come to a member of another community by no route of any capability" } as const;
const communities = { project: "store-sqlite", file: "src/communities/pages/private-things.store.test.ts" } as const;
const serving = { project: "federation-sqlite", file: "src/kernel/federation/serving/serving.fed.test.ts" } as const;
const visits = "src/communities/pages/visit.ts";

/** Who may read what is not for everybody. */
export const readerGuards: readonly Guard[] = [
  {
    rows: [28],
    does: "What stewards keep to themselves is on no page of anybody else: reports, applications, invitations",
    without: [
      {
        file: visits,
        text: 'if (visit.role === "steward") return answer(visit);',
        becomes: "if (visit) return answer(visit);",
      },
    ],
    shownBy: byNoRoute,
  },
  {
    rows: [28],
    does: "The same holds for members who are no stewards",
    without: [
      {
        file: visits,
        text: 'if (visit.role === "steward") return answer(visit);',
        becomes: "if (visit.role !== undefined) return answer(visit);",
      },
    ],
    shownBy: { ...communities, named: "reach a plain member only as the record shows them" },
  },
  {
    rows: [28],
    does: "Who belongs to a community, and who listens to it, is shown to those whom its rules name",
    without: [
      {
        file: "src/communities/pages/community/community-view.ts",
        text: 'if (community.memberList === "everyone" || role === "steward") return true;',
        becomes: "if (community) return true;",
      },
    ],
    shownBy: { ...communities, named: "do not reach a passer-by by any route" },
  },
  {
    rows: [28],
    does: "Notes to those who organise a gathering are on no page of anybody else",
    without: [
      {
        file: "src/gatherings/pages/visit.ts",
        text: "if (visit.standing.organises) return answer(visit);",
        becomes: "if (visit.standing) return answer(visit);",
      },
    ],
    shownBy: byNoRoute,
  },
  {
    rows: [28],
    does: "The operator's pages are on no page of anybody else",
    without: [
      {
        file: "src/accounts/pages/operator/operating.tsx",
        text: 'if (!(await isOperator(services.application.read, person.id))) return refusalPage(c, { kind: "not-allowed" });',
        becomes: "",
      },
    ],
    shownBy: byNoRoute,
  },
  {
    rows: [28],
    does: "One's own calendar is closed while one is suspended",
    without: [
      {
        file: "src/gatherings/pages/calendar/calendar-routes.tsx",
        text: ' || (await standingOf(read, owner)) !== "active"',
        becomes: "",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/gatherings/pages/calendar/calendar.store.test.ts",
      named: "is closed while its owner is suspended",
    },
  },
  {
    rows: [28],
    does: "A private object is served to a proven signer alone",
    without: [
      {
        file: "src/kernel/federation/serving/serve.ts",
        text: "if (!signer.ok) return undefined;\n  const found = await options.findObject(path, signer.value.actor.uri);",
        becomes:
          'const claimed = /keyId="([^"#]*)/.exec(request.headers.get("signature") ?? "")?.[1];\n  const found = await options.findObject(path, signer.ok ? signer.value.actor.uri : claimed);',
      },
    ],
    shownBy: { ...serving, named: "a private object is for a proven signer alone" },
  },
  {
    rows: [28],
    does: "What was said to one person is neither in an outbox nor at an address for all",
    without: [
      {
        file: "src/kernel/federation/serving/objects.ts",
        text: "if (row.is_public === 0 && !isFor(activity, requester)) return undefined;",
        becomes: "",
      },
    ],
    shownBy: {
      ...serving,
      named: "what was said to all is in the outbox and at its own address, what was said to one is not",
    },
  },
  {
    rows: [28],
    does: "An outbox holds what was said to all, and nothing else",
    without: [
      {
        file: "src/kernel/federation/serving/collections.ts",
        text: '.where("is_public", "=", 1)',
        becomes: "",
      },
    ],
    shownBy: {
      ...serving,
      named: "what was said to all is in the outbox and at its own address, what was said to one is not",
    },
  },
  {
    rows: [28],
    does: "Followers are counted, not named",
    without: [
      {
        file: "src/kernel/federation/serving/collections.ts",
        text: 'type: "OrderedCollection", totalItems };',
        becomes: 'type: "OrderedCollection", totalItems, orderedItems: [] };',
      },
    ],
    shownBy: { ...serving, named: "followers are counted, not named" },
  },
  {
    rows: [28],
    does: "A stream of events is opened to those alone who may see what it tells of",
    without: [
      {
        file: "src/kernel/activity-log/live-streams.ts",
        text: "if (!(await source.mayFollow(application, topic.slice(colon + 1), personId))) return false;",
        becomes: "",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/kernel/activity-log/live-streams.sqlite.test.ts",
      named: "what is not open to a reader has no stream",
    },
  },
];
