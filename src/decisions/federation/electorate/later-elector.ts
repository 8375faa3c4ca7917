import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/**
 * What is said to somebody who is not on the list of a proposal and will be on those of later ones: the message, and from which day, where the
 * proposal was agreed. Undefined where no day mends it; of why, a message that other servers can read says nothing then.
 */
export function toLaterElector(
  refusal: AnyRefusal,
  { zone }: Proposal,
): { readonly key: string; readonly from: string } | undefined {
  const { why, from } = refusal as AnyRefusal & {
    readonly why?: unknown;
    readonly from?: { readonly instant?: unknown };
  };
  if ((why !== "waiting" && why !== "came-later") || typeof from?.instant !== "string") return undefined;
  const day = Temporal.Instant.from(from.instant).toZonedDateTimeISO(zone).toPlainDate();
  return { key: `decisions.electorate.reply.${why}`, from: day.toString() };
}
