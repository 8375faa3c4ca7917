import { communityById, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { proposalById, type Proposal } from "../../store/proposals/proposals.read.ts";
import { threadById, type Thread } from "../../store/threads/threads.read.ts";
import { guestByToken, type Guest } from "../../store/voice/guests.read.ts";

/** A request by the link of a guest: it opens one proposal, and nothing else that is among members. */
export interface GuestVisit {
  readonly c: PageContext;
  readonly application: Application;
  readonly community: Community;
  readonly thread: Thread;
  readonly proposal: Proposal;
  readonly guest: Guest;
  readonly token: string;
}

/** Handles a route with the parameters `proposal` and `token`; a link that is not one of that proposal leads nowhere. */
export function visitingAsGuest(application: Application, answer: (visit: GuestVisit) => Response | Promise<Response>) {
  return async (c: PageContext): Promise<Response> => {
    const { read } = application;
    const token = c.req.param("token") ?? "";
    const guest = await guestByToken(read, hashOfToken(token));
    if (guest === undefined || guest.proposalId !== c.req.param("proposal")) return showNotFound(c);
    const proposal = await proposalById(read, guest.proposalId);
    const thread = proposal === undefined ? undefined : await threadById(read, proposal.threadId);
    const community = proposal === undefined ? undefined : await communityById(read, proposal.communityId);
    if (proposal === undefined || thread === undefined || community === undefined) return showNotFound(c);
    // The address is all that it takes to answer: no copy of the page stays behind.
    c.header("Cache-Control", "no-store");
    return answer({ c, application, community, thread, proposal, guest, token });
  };
}
