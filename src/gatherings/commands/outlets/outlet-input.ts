import { z } from "zod";
import { newsKinds } from "../../model/outlets/outlet.ts";
import { communityInput, gatheringInput } from "../inputs.ts";

/** What every command about one outlet is told. */
export const aboutOutlet = {
  communityId: communityInput,
  gatheringId: gatheringInput,
  outletId: z.string().min(1).max(64),
};

/** At least one kind of news; each counts once. */
export const newsInput = z
  .array(z.enum(newsKinds))
  .min(1)
  .transform((chosen) => newsKinds.filter((kind) => chosen.includes(kind)));
