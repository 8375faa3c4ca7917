import { contactOf } from "../../accounts/index.ts";
import { listenerByUri } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import type { Proposal } from "../store/proposals/proposals.read.ts";
import { electorsOf } from "../store/proposals/stances.read.ts";
import type { Thread } from "../store/threads/threads.read.ts";

const ELECTORS_AT_ONCE = 500;

/** Those who may answer, chose to hear by the fediverse, and would not see it: they do not follow, or it is among members. */
export async function* reachedByCopy(application: Application, proposal: Proposal, thread: Thread) {
  let after = "";
  for (;;) {
    const electors = await electorsOf(application.read, proposal.id, { after, limit: ELECTORS_AT_ONCE });
    for (const { personId } of electors) {
      const contact = await contactOf(application.read, personId);
      const uri = contact?.actorUri;
      if (uri === undefined || contact?.ways.decisions !== "fediverse") continue;
      const follows = (await listenerByUri(application.read, proposal.communityId, uri)) !== undefined;
      if (thread.audience === "members" || !follows) yield { personId, uri };
    }
    const last = electors.at(-1);
    if (last === undefined || electors.length < ELECTORS_AT_ONCE) return;
    after = last.personId;
  }
}
