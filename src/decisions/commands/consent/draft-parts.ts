import type { SilenceKind } from "../../model/consent/silence.ts";
import type { DraftParts } from "../../store/consent/consents.write.ts";
import { roundDaysOf } from "./consent-inputs.ts";

/** What of a draft's form is no word of the version. */
interface DraftSaid {
  readonly title: string;
  readonly need: string;
  readonly aim: string;
  readonly silence: SilenceKind;
  readonly quorumPercent: number;
  readonly clarifyDays: number;
  readonly reactDays: number;
  readonly consentDays: number;
  readonly hidesReactions: "yes" | "no";
  readonly startsOn: Temporal.PlainDate | null;
  readonly endsOn: Temporal.PlainDate | null;
}

/** The draft as it is kept. */
export function draftParts(said: DraftSaid): DraftParts {
  return {
    title: said.title,
    need: said.need,
    aim: said.aim,
    rule: { kind: said.silence, quorumPercent: said.quorumPercent },
    roundDays: roundDaysOf(said),
    hidesReactions: said.hidesReactions === "yes",
    startsOn: said.startsOn ?? undefined,
    endsOn: said.endsOn ?? undefined,
  };
}

export type DayRefusal = { readonly kind: "ends-before-review"; readonly field: "endsOn" };

/** A hard end comes after the review: nothing ends before anybody has looked at it. */
export function refusedDays(
  now: Temporal.Instant,
  said: Pick<DraftSaid, "startsOn" | "endsOn"> & { readonly termMonths: number; readonly zone: string },
): DayRefusal | undefined {
  const today = now.toZonedDateTimeISO(said.zone).toPlainDate();
  const review = (said.startsOn ?? today).add({ months: said.termMonths });
  const isTooSoon = said.endsOn !== null && Temporal.PlainDate.compare(said.endsOn, review) < 0;
  return isTooSoon ? { kind: "ends-before-review", field: "endsOn" } : undefined;
}
