import { contactOf } from "../../accounts/index.ts";
import { membersOf } from "../../communities/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { requestStates, type RequestState } from "../model/requests/request.ts";
import { requestById, type CommentRequest } from "../store/requests/requests.read.ts";
import { threadById } from "../store/threads/threads.read.ts";

const PEOPLE_AT_ONCE = 500;

/** Moves of which everybody hears; the others are told to whoever wrote the request. */
const toldToAll: readonly RequestState[] = ["comments", "last-call", "final"];

/** A request that moved on: told to members who would not read it at their own server, and always to its author. */
const moveNotices: NoticeSource = {
  name: "decisions/requests",
  events: ["request-moved"],
  async notices(application, event) {
    const request = await requestIn(application, event);
    const thread = request === undefined ? undefined : await threadById(application.read, request.threadId);
    const { person, place } = event.payload;
    const to = requestStates.find((state) => state === event.payload["to"]);
    if (request === undefined || thread === undefined || to === undefined || typeof place !== "number") return [];
    const told: Told = {
      matter: `request:${request.id}:${place}`,
      key: to === "last-call" ? "decisions.request.notice.last-call" : "decisions.request.notice.moved",
      values: {
        state: { key: `decisions.request.state.${to}` },
        ...(request.lastCallEndsAt !== undefined && { until: { instant: request.lastCallEndsAt.toString() } }),
      },
    };
    const notices: Notice[] = [];
    if (person !== request.authorId) notices.push(noticeTo(request, request.authorId, told));
    if (!toldToAll.includes(to)) return notices;
    for await (const member of everyMember(application, request.communityId)) {
      if (member === person || member === request.authorId) continue;
      const way = (await contactOf(application.read, member))?.ways.decisions;
      const reads = way === "fediverse" && thread.audience === "everyone";
      if (way !== undefined && way !== "none" && !reads) notices.push(noticeTo(request, member, told));
    }
    return notices;
  },
};

/** A last call that is over: its author makes it final or goes on. */
const overNotices: NoticeSource = {
  name: "decisions/last-calls-over",
  events: ["request-last-call-over"],
  async notices(application, event) {
    const request = await requestIn(application, event);
    if (request?.state !== "last-call") return [];
    const told: Told = { matter: `request-over:${request.id}`, key: "decisions.request.notice.over", values: {} };
    return [noticeTo(request, request.authorId, told)];
  },
};

/** What requests for comments tell people. */
export const requestNotices: readonly NoticeSource[] = [moveNotices, overNotices];

type Told = Pick<Notice, "matter" | "key" | "values">;

async function requestIn({ read }: Application, event: LoggedEvent): Promise<CommentRequest | undefined> {
  const id = event.payload["request"];
  return typeof id === "string" ? requestById(read, id) : undefined;
}

async function* everyMember({ read }: Application, communityId: string): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const members = await membersOf(read, communityId, { after, limit: PEOPLE_AT_ONCE });
    yield* members.map(({ personId }) => personId);
    after = members.at(-1)?.personId ?? "";
    if (members.length < PEOPLE_AT_ONCE) return;
  }
}

function noticeTo(request: CommentRequest, personId: string, told: Told): Notice {
  return {
    ...told,
    personId,
    kind: "decisions",
    from: request.communityId,
    values: { number: request.number, title: request.title, ...told.values },
    path: `/requests/${request.id}`,
    urgent: false,
  };
}
