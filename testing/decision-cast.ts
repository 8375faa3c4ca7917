import type { CommunityId, PersonId } from "../src/communities/index.ts";
import { circlesSchema } from "../src/circles/store/circles-schema.ts";
import { decisions } from "../src/decisions/capability.ts";
import { giveStance } from "../src/decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../src/decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../src/decisions/commands/threads/open-thread.ts";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import type { AnyRefusal, Result } from "../src/kernel/base/result.ts";
import { interfaceCatalogues } from "../src/ui/messages/catalogue.ts";
import { openCommunityCast, valueOf, type CommunityCast } from "./community-cast.ts";
import { servePages, type Browser } from "./page-visits.ts";
import { byPerson, pumpJobs } from "./test-application.ts";

/** What every command about one proposal is told. */
export interface CastProposal {
  readonly communityId: string;
  readonly proposalId: string;
}

/** A cast of communities and people who decide together. */
export interface DecisionCast extends CommunityCast {
  /** A thread that this member opens. Gives its id. */
  thread(author: PersonId, communityId: CommunityId, said?: Readonly<Record<string, unknown>>): Promise<string>;
  /** A proposal in a thread of its own, by stances and open for a week, unless `said` says otherwise. */
  proposal(author: PersonId, communityId: CommunityId, said?: Readonly<Record<string, unknown>>): Promise<CastProposal>;
  /** Somebody answers on the web. */
  answer(person: PersonId, about: CastProposal, ballot: Json, reason?: string): Promise<Result<Json, AnyRefusal>>;
  /** Lets the clock do what is due. */
  pumpClock(): Promise<void>;
  /** Somebody's browser; without a person, a visitor's. */
  browser(person?: PersonId, name?: string): Browser;
}

/** The places of the fixed options of `stance`. */
export const agree = { choice: 0 };
export const abstain = { choice: 1 };
export const disagree = { choice: 2 };
export const block = { choice: 3 };

/** Opens an empty database for communities and decisions; the test closes it. */
export async function openDecisionCast(): Promise<DecisionCast> {
  const cast = await openCommunityCast({
    schema: [...circlesSchema, ...decisions.schema],
    messages: [interfaceCatalogues, decisions.messages],
  });
  const { application, clock } = cast;
  const open = servePages(
    application,
    decisions.pages === undefined ? [] : [decisions.pages],
    [],
    decisions.formsWithUploads,
  );
  const thread: DecisionCast["thread"] = async (author, communityId, said = {}) => {
    const input = { communityId, title: "A shared moderator", text: "Could we?", language: "en", ...said };
    return valueOf(await application.execute(openThread, input, byPerson(author))).threadId;
  };
  return {
    ...cast,
    thread,
    async proposal(author, communityId, said = {}) {
      const threadId = await thread(author, communityId);
      const closesAt = clock
        .now()
        .add({ hours: 24 * 7 })
        .toString();
      const rules = { title: "Pay a shared moderator", method: "stance", zone: "Europe/Rome", closesAt };
      const opened = await application.execute(
        openProposal,
        { communityId, threadId, ...rules, ...said },
        byPerson(author),
      );
      return { communityId, proposalId: valueOf(opened).proposalId };
    },
    answer: (person, about, ballot, reason = "") =>
      application.execute(giveStance, { ...about, ballot, reason, by: "web" }, byPerson(person)),
    pumpClock: () => pumpJobs(application, decisions.jobs ?? []),
    browser: (id, name = "Somebody") => open(id === undefined ? undefined : { id, name }),
  };
}
