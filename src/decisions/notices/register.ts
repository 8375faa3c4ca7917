import { contactOf, describePerson } from "../../accounts/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../../kernel/notifications/notice.ts";
import type { Task } from "../model/register/task.ts";
import { decisionById, type AdoptedDecision } from "../store/consent/adopted.read.ts";
import { electorsOf } from "../store/proposals/stances.read.ts";
import { taskById } from "../store/register/tasks.read.ts";

const PEOPLE_AT_ONCE = 500;

/** What a proposal decided is written down: told to those on its list who would not read it at their own server. */
const recordNotices: NoticeSource = {
  name: "decisions/records",
  events: ["decision-adopted"],
  async notices(application, event) {
    const decision = await decisionById(application.read, textIn(event, "decision"));
    if (decision?.proposalId === undefined) return [];
    const notices: Notice[] = [];
    for await (const personId of electorate(application, decision.proposalId)) {
      const way = (await contactOf(application.read, personId))?.ways.decisions;
      const reads = way === "fediverse" && decision.audience === "everyone";
      if (way === undefined || way === "none" || reads || event.actor === `person:${personId}`) continue;
      notices.push({
        ...aboutDecision(decision, personId),
        kind: "decisions",
        matter: `decision-recorded:${decision.id}`,
        key: "decisions.register.notice.recorded",
        values: { title: decision.title, review: { day: decision.reviewOn.toString() } },
        urgent: false,
      });
    }
    return notices;
  },
};

/** What somebody is asked to take on. */
const askedNotices: NoticeSource = {
  name: "decisions/task-proposals",
  events: ["decision-task-proposed"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId, proposerId }) => [
      told(ownerId, "asked", "asked", { by: await nameOf(application, proposerId) }),
    ]),
};

/** Whoever proposed it hears what came of it. */
const answerNotices: NoticeSource = {
  name: "decisions/task-answers",
  events: ["decision-task-accepted", "decision-task-declined"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId, proposerId }) => {
      if (ownerId === proposerId) return [];
      const key = event.name === "decision-task-accepted" ? "accepted" : "declined";
      return [told(proposerId, event.id, key, { owner: await nameOf(application, ownerId) })];
    }),
};

/** What its owner said of it by message is told back; on the web the page itself says it. */
const notedNotices: NoticeSource = {
  name: "decisions/tasks-noted",
  events: [
    "decision-task-accepted",
    "decision-task-declined",
    "decision-task-done",
    "decision-task-dropped",
    "decision-task-moved",
    "decision-task-resumed",
  ],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId }) => {
      if (event.payload["via"] !== "federated") return [];
      const noted = told(ownerId, event.id, `noted-${event.name.slice("decision-task-".length)}`, {});
      return [{ ...noted, urgent: true }];
    }),
};

const withdrawalNotices: NoticeSource = {
  name: "decisions/task-withdrawals",
  events: ["decision-task-withdrawn"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId }) =>
      textIn(event, "by") === ownerId ? [] : [told(ownerId, "withdrawn", "withdrawn", {})],
    ),
};

/** How did it go? On its day. */
const questionNotices: NoticeSource = {
  name: "decisions/task-questions",
  events: ["decision-task-asked-after"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId, state }) => {
      // Answered since the clock asked: then there is nothing to ask any more.
      if (state !== "accepted") return [];
      const asked = told(ownerId, `asked-after:${textIn(event, "day")}`, "asked-after", {});
      return [{ ...asked, kind: "reminders" }];
    }),
};

/** What the register tells people. */
export const registerNotices: readonly NoticeSource[] = [
  recordNotices,
  askedNotices,
  answerNotices,
  notedNotices,
  withdrawalNotices,
  questionNotices,
];

/** The task that a message about it is to be answered for; undefined for messages of other matters. */
export function taskOfMatter(matter: string): string | undefined {
  return /^decision-task:([0-9a-f-]{36}):/.exec(matter)?.[1];
}

type Tell = (personId: string, what: string, key: string, values: Readonly<Record<string, NoticeValue>>) => Notice;

async function about(
  application: Application,
  event: LoggedEvent,
  tell: (told: Tell, task: Task) => Promise<readonly Notice[]>,
): Promise<readonly Notice[]> {
  const task = await taskById(application.read, textIn(event, "task"));
  const decision = task === undefined ? undefined : await decisionById(application.read, task.decisionId);
  if (task === undefined || decision === undefined) return [];
  const told: Tell = (personId, what, key, values) => ({
    ...aboutDecision(decision, personId),
    kind: "replies",
    matter: `decision-task:${task.id}:${what}`,
    key: `decisions.register.notice.task-${key}`,
    values: { title: decision.title, what: task.what, due: { day: task.due.toString() }, ...values },
    urgent: false,
  });
  return tell(told, task);
}

function aboutDecision(decision: AdoptedDecision, personId: string) {
  return { personId, from: decision.communityId, path: `/decisions/${decision.id}` };
}

async function* electorate(application: Application, proposalId: string): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const electors = await electorsOf(application.read, proposalId, { after, limit: PEOPLE_AT_ONCE });
    yield* electors.map(({ personId }) => personId);
    after = electors.at(-1)?.personId ?? "";
    if (electors.length < PEOPLE_AT_ONCE) return;
  }
}

async function nameOf(application: Application, personId: string): Promise<NoticeValue> {
  return (await describePerson(application.read, personId))?.name ?? { key: "decisions.people.gone" };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
