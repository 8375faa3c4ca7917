import { z } from "zod";
import type { Egress, Fetched } from "../../../kernel/federation/egress/egress.ts";
import { jsonDocument } from "../../../kernel/federation/egress/media-type.ts";
import type { Sent } from "../../model/outlets/sending.ts";
import { answered, unanswered, type OutletMessage } from "./message.ts";

/** A room of Matrix, and what opens it. */
export interface MatrixRoom {
  readonly homeserver: string;
  /** An id or an alias. */
  readonly room: string;
  readonly token: string;
}

/**
 * Says something in a Matrix room (Matrix client-server API 1.11, "PUT /rooms/{roomId}/send/{eventType}/{txnId}").
 *
 * The transaction is named by the message, so that a homeserver which gets it twice shows it once. A notice is what programs send, which other
 * programs do not answer; and nobody is mentioned, whatever the title says.
 */
export async function sayInRoom(egress: Egress, into: MatrixRoom, message: OutletMessage): Promise<Sent> {
  const found = await roomIdOf(egress, into);
  if ("kind" in found) return found;
  const path = `/_matrix/client/v3/rooms/${encodeURIComponent(found.roomId)}/send/m.room.message/${message.id}`;
  const answer = await egress.fetch({
    url: `${into.homeserver}${path}`,
    method: "PUT",
    headers: { authorization: `Bearer ${into.token}`, "content-type": "application/json" },
    body: JSON.stringify({ msgtype: "m.notice", body: message.text, "m.mentions": {} }),
    accepts: jsonDocument,
  });
  return answer.ok ? answerOf(answer.value) : unanswered(answer.refusal);
}

const directory = z.object({
  room_id: z
    .string()
    .regex(/^!\S+$/)
    .max(255),
});

/** An alias may move to another room, so it is asked for each time (ibid., "GET /directory/room/{roomAlias}"). */
async function roomIdOf(
  egress: Egress,
  { homeserver, room, token }: MatrixRoom,
): Promise<{ readonly roomId: string } | Sent> {
  if (room.startsWith("!")) return { roomId: room };
  const answer = await egress.fetch({
    url: `${homeserver}/_matrix/client/v3/directory/room/${encodeURIComponent(room)}`,
    headers: { authorization: `Bearer ${token}` },
    accepts: jsonDocument,
  });
  if (!answer.ok) return unanswered(answer.refusal);
  if (answer.value.status !== 200) return answerOf(answer.value);
  const read = directory.safeParse(jsonIn(answer.value));
  return read.success ? { roomId: read.data.room_id } : { kind: "not-taken", trouble: "odd-answer" };
}

const limited = z.object({ retry_after_ms: z.number().nonnegative() });

function answerOf(answer: Fetched): Sent {
  switch (answer.status) {
    case 401:
      return { kind: "not-taken", trouble: "token-refused" };
    case 403:
      return { kind: "not-taken", trouble: "not-in-room" };
    case 404:
      return { kind: "not-taken", trouble: "no-such-room" };
    default: {
      const read = limited.safeParse(answer.status === 429 ? jsonIn(answer) : undefined);
      return answered(answer, read.success ? read.data.retry_after_ms / 1000 : undefined);
    }
  }
}

function jsonIn({ body }: Fetched): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
