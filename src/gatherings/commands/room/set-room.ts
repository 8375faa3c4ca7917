import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { readRoomLink, type NotARoomLink } from "../../model/room/room-link.ts";
import { dropRoom, putRoom } from "../../store/room/rooms.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

type Refusal = StandingRefusal | NotARoomLink;

/**
 * Gives a gathering the link to its video room, or takes it away when the link is empty.
 *
 * The link is shown to those alone who may enter; it is neither in the log nor in what other servers are told.
 */
export const setRoom = defineCommand({
  name: "gatherings/set-room",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    link: z.string().trim().max(2000).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { link, ...about }): Promise<Result<{ readonly hasRoom: boolean }, Refusal>> {
    const gathering = await gatheringOf(context, about);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const hasRoom = link !== "";
    if (hasRoom) {
      const room = readRoomLink(link);
      if (!room.ok) return room;
      await putRoom(context.db, gathering.id, room.value);
    } else {
      await dropRoom(context.db, gathering.id);
    }
    context.emit({ name: "room-set", version: 1, payload: { gathering: gathering.id, hasRoom } });
    return accepted({ hasRoom });
  },
});
