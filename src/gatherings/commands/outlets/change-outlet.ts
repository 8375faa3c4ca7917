import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { deleteOutlet, updateNews, updateStanding } from "../../store/outlets/outlets.write.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { outletOf } from "./keep-outlets.ts";
import { aboutOutlet, newsInput } from "./outlet-input.ts";

/** Chooses which news an outlet gets. */
export const chooseNews = defineCommand({
  name: "gatherings/choose-news",
  input: z.object({ ...aboutOutlet, news: newsInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, outletId, news }): Promise<Result<null, StandingRefusal>> {
    const outlet = await outletOf(context, gatheringId, outletId);
    if (outlet === undefined) return refused({ kind: "not-found" });
    await updateNews(context.db, outlet.id, news);
    context.emit({
      name: "outlet-news-chosen",
      version: 1,
      payload: { gathering: gatheringId, outlet: outlet.id, news },
    });
    return accepted(null);
  },
});

/** Takes an outlet away, with its secret; what is on its way there is not sent any more. */
export const removeOutlet = defineCommand({
  name: "gatherings/remove-outlet",
  input: z.object(aboutOutlet),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, outletId }): Promise<Result<null, StandingRefusal>> {
    const outlet = await outletOf(context, gatheringId, outletId);
    if (outlet === undefined) return refused({ kind: "not-found" });
    await deleteOutlet(context.db, outlet.id);
    context.emit({ name: "outlet-removed", version: 1, payload: { gathering: gatheringId, outlet: outlet.id } });
    return accepted(null);
  },
});

/** Lets a paused outlet hear again of what happens from now on. */
export const resumeOutlet = defineCommand({
  name: "gatherings/resume-outlet",
  input: z.object(aboutOutlet),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, outletId }): Promise<Result<null, StandingRefusal>> {
    const outlet = await outletOf(context, gatheringId, outletId);
    if (outlet === undefined) return refused({ kind: "not-found" });
    const { takenAt } = outlet;
    await updateStanding(context.db, outlet.id, { failures: 0, trouble: undefined, takenAt, pausedAt: undefined });
    context.emit({ name: "outlet-resumed", version: 1, payload: { gathering: gatheringId, outlet: outlet.id } });
    return accepted(null);
  },
});
