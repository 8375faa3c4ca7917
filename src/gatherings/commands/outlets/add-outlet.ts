import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import {
  mostOutlets,
  outletKinds,
  readHomeserver,
  readRoomName,
  readWebhook,
  type NotAnOutletAddress,
  type NotARoomName,
  type OutletKind,
} from "../../model/outlets/outlet.ts";
import { outletsOf } from "../../store/outlets/outlets.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { keepOutlet } from "./keep-outlets.ts";
import { newsInput } from "./outlet-input.ts";

type Refusal =
  | StandingRefusal
  | NotAnOutletAddress
  | NotARoomName
  | { readonly kind: "too-many-outlets"; readonly most: number };

/**
 * Lets a gathering's news go to one more place. Its secret comes sealed, and `mark` is a hash by which whoever sealed it knows it again:
 * of the same form sent twice, the value is the first one's.
 *
 * Refuses what standing refuses, `not-an-outlet-address`, `not-a-room-name` and `too-many-outlets`.
 */
export const addOutlet = defineCommand({
  name: "gatherings/add-outlet",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    kind: z.enum(outletKinds),
    address: z.string().trim().min(1).max(1000),
    /** Of Matrix alone. */
    room: z.string().trim().max(300).default(""),
    sealed: z.string().min(1).max(10_000),
    mark: z.string().max(64),
    news: newsInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    { kind, address, room, sealed, mark, news, ...about },
  ): Promise<Result<{ readonly outletId: string; readonly mark: string }, Refusal>> {
    const gathering = await gatheringOf(context, about);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const place = readPlace(kind, address, room);
    if (!place.ok) return place;
    const others = await outletsOf(context.db, gathering.id);
    if (others.length >= mostOutlets) return refused({ kind: "too-many-outlets", most: mostOutlets });
    const outletId = await keepOutlet(context, gathering, { kind, ...place.value, sealed, news });
    return accepted({ outletId, mark });
  },
});

function readPlace(
  kind: OutletKind,
  address: string,
  room: string,
): Result<{ readonly origin: string; readonly room: string }, NotAnOutletAddress | NotARoomName> {
  if (kind === "webhook") {
    const webhook = readWebhook(address);
    return webhook.ok ? accepted({ origin: new URL(webhook.value).origin, room: "" }) : webhook;
  }
  const homeserver = readHomeserver(address);
  if (!homeserver.ok) return homeserver;
  const name = readRoomName(room);
  return name.ok ? accepted({ origin: homeserver.value, room: name.value }) : name;
}
