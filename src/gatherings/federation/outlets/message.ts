import { createHash } from "node:crypto";
import type { Fetched, FetchFailure } from "../../../kernel/federation/egress/egress.ts";
import type { ToTell } from "../../commands/outlets/sending-job.ts";
import type { Trouble } from "../../model/outlets/outlet.ts";
import type { Sent } from "../../model/outlets/sending.ts";

/** What is told to an outlet, as both kinds of them need it. */
export interface OutletMessage {
  /** The same however often it is sent, by which whoever gets it twice knows it. */
  readonly id: string;
  readonly kind: ToTell["kind"];
  readonly title: string;
  readonly url: string;
  readonly text: string;
  readonly at: string;
}

/** Names what an outlet is told of one cause: 32 hexadecimal digits. */
export function messageId({ outletId, cause }: Pick<ToTell, "outletId" | "cause">): string {
  return createHash("sha256").update(`${outletId}\n${cause}`).digest("hex").slice(0, 32);
}

/** A request that brought no answer, as what came of it. */
export function unanswered(failure: FetchFailure): Sent {
  return { kind: "not-taken", trouble: troubleOf[failure.kind] };
}

const troubleOf: Readonly<Record<FetchFailure["kind"], Trouble>> = {
  refused: "not-allowed-there",
  "too-large": "odd-answer",
  "wrong-type": "odd-answer",
  unreachable: "unreachable",
  "timed-out": "too-slow",
};

/** What a status says that means the same everywhere; others say nothing here. */
export function answered({ status, headers }: Pick<Fetched, "status" | "headers">, waitSeconds?: number): Sent {
  if (status >= 200 && status < 300) return { kind: "taken" };
  if (status === 429) return { kind: "not-taken", trouble: "busy", waitSeconds: waitSeconds ?? retryAfter(headers) };
  if (status === 410) return { kind: "not-taken", trouble: "gone" };
  return { kind: "not-taken", trouble: status >= 500 ? "failing" : "odd-answer" };
}

/** Retry-After in seconds (RFC 9110, section 10.2.3); a date or nonsense asks for nothing. */
function retryAfter(headers: Fetched["headers"]): number {
  const seconds = Number(headers["retry-after"] ?? "0");
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
