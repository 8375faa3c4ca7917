import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../../kernel/notifications/notice.ts";
import { commitmentById, type HeldCommitment } from "../store/commitments/commitments.read.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { nameOf, noticeFrom, textIn } from "./told-of-gathering.ts";

type Told = Pick<Notice, "kind" | "key" | "urgent"> & {
  /** What of the commitment it is about; one message for each. */
  readonly about: string;
  readonly values?: Readonly<Record<string, NoticeValue>>;
};

/** What somebody is asked to take on, and whether it was understood what they promised by message. */
const proposals: NoticeSource = {
  name: "gatherings/commitment-proposals",
  events: ["commitment-proposed"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId, proposerId }) => {
      if (ownerId === proposerId) return [told(ownerId, { ...answering, about: "confirm", key: "confirm" })];
      const values = { by: await nameOf(application, proposerId) };
      return [told(ownerId, { kind: "replies", about: "asked", key: "asked", urgent: false, values })];
    }),
};

/** Whoever proposed it hears what came of it, and its owner, by message, what we understood. */
const answers: NoticeSource = {
  name: "gatherings/commitment-answers",
  events: ["commitment-accepted", "commitment-declined"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId, proposerId }) => {
      const said = event.name === "commitment-accepted" ? "accepted" : "declined";
      const toOwner = noted(event).map((key) => told(ownerId, { ...answering, about: event.id, key }));
      if (ownerId === proposerId) return toOwner;
      const values = { owner: await nameOf(application, ownerId) };
      return [...toOwner, told(proposerId, { ...answering, about: event.id, key: said, urgent: false, values })];
    }),
};

/** What its owner said of it later, told back where no page did. */
const changes: NoticeSource = {
  name: "gatherings/commitment-changes",
  events: ["commitment-done", "commitment-dropped", "commitment-moved", "commitment-resumed"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId }) =>
      noted(event).map((key) => told(ownerId, { ...answering, about: event.id, key })),
    ),
};

const withdrawals: NoticeSource = {
  name: "gatherings/commitment-withdrawals",
  events: ["commitment-withdrawn"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId }) =>
      textIn(event, "by") === ownerId
        ? []
        : [told(ownerId, { kind: "replies", about: "withdrawn", key: "withdrawn", urgent: false })],
    ),
};

/** How did it go? On its day, and weeks after the gathering. */
const questions: NoticeSource = {
  name: "gatherings/commitment-questions",
  events: ["commitment-asked-after"],
  notices: (application, event) =>
    about(application, event, async (told, { ownerId, state }) => {
      const asked = `asked-after:${textIn(event, "day")}`;
      // Answered since the clock asked: then there is nothing to ask any more.
      if (state !== "accepted") return [];
      return [told(ownerId, { kind: "reminders", about: asked, key: "asked-after", urgent: false })];
    }),
};

/** What commitments tell people. */
export const commitmentNotices: readonly NoticeSource[] = [proposals, answers, changes, withdrawals, questions];

/** The commitment that a message about it is to be answered for; undefined for messages of other matters. */
export function commitmentOfMatter(matter: string): string | undefined {
  return /^commitment:([0-9a-f-]{36}):/.exec(matter)?.[1];
}

const answering = { kind: "replies", urgent: true } as const;

async function about(
  application: Application,
  event: LoggedEvent,
  tell: (
    told: (personId: string, told: Told) => Notice,
    commitment: HeldCommitment,
    gathering: Gathering,
  ) => Promise<readonly Notice[]>,
): Promise<readonly Notice[]> {
  const gathering = await gatheringById(application.read, textIn(event, "gathering"));
  const commitment = await commitmentById(application.read, textIn(event, "commitment"));
  if (gathering === undefined || commitment === undefined) return [];
  const values = { what: commitment.what, due: { day: commitment.due.toString() } };
  const told = (personId: string, { about, key, ...rest }: Told) =>
    noticeFrom(gathering, personId, "commitments", {
      ...rest,
      key: `gatherings.commitments.notice.${key}`,
      matter: `commitment:${commitment.id}:${about}`,
      values: { ...values, ...rest.values },
    });
  return tell(told, commitment, gathering);
}

const notedKeys: Readonly<Record<string, string>> = {
  "commitment-accepted": "noted-accepted",
  "commitment-declined": "noted-declined",
  "commitment-done": "noted-done",
  "commitment-dropped": "noted-dropped",
  "commitment-moved": "noted-moved",
  "commitment-resumed": "noted-resumed",
};

/** What is told back to whoever said something by message; on the web the page itself says it. */
function noted(event: LoggedEvent): readonly string[] {
  const key = notedKeys[event.name];
  return key === undefined || event.payload["via"] !== "federated" ? [] : [key];
}
