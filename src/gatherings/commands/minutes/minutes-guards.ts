import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { minutesStanding, type Minutes, type MinutesStanding } from "../../model/minutes/minutes.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { minutesOf } from "../../store/minutes/minutes.read.ts";
import { keepMinutes } from "../../store/minutes/minutes.write.ts";
import { gatheringOf, type AboutGathering, type StandingRefusal } from "../standing.ts";

/** There are no minutes before a gathering was held. */
export interface NotHeldYet {
  readonly kind: "not-held-yet";
}

/** What is published changes only by corrections that stay visible. */
export interface MinutesPublished {
  readonly kind: "minutes-published";
}

/** A gathering with its minutes. */
export interface OpenMinutes {
  readonly gathering: Gathering;
  readonly minutes: Minutes;
  readonly standing: MinutesStanding;
}

/** The minutes of a gathering that was held, published or not; else `not-found` or `not-held-yet`. */
export async function minutesAtHand(
  context: CommandContext,
  about: AboutGathering,
): Promise<Result<OpenMinutes, StandingRefusal | NotHeldYet>> {
  const gathering = await gatheringOf(context, about);
  if (gathering === undefined) return refused({ kind: "not-found" });
  const minutes = await minutesOf(context.db, gathering.id);
  const standing = minutesStanding(minutes, gathering.state, context.now);
  return standing === "not-yet" ? refused({ kind: "not-held-yet" }) : accepted({ gathering, minutes, standing });
}

/** As {@link minutesAtHand}, as long as they are not published; else `minutes-published`. */
export async function draftAtHand(
  context: CommandContext,
  about: AboutGathering,
): Promise<Result<OpenMinutes, StandingRefusal | NotHeldYet | MinutesPublished>> {
  const open = await minutesAtHand(context, about);
  if (!open.ok) return open;
  return open.value.standing === "published" ? refused({ kind: "minutes-published" }) : open;
}

/** The job by which the clock closes the time for corrections; its key is the gathering's id. */
export const closeCorrectionsJob = "gatherings/close-corrections";

/** Notes that what is published of the minutes has changed, so that other servers are told; nothing while they are a draft. */
export async function publishedChanged(context: CommandContext, { gathering, minutes }: OpenMinutes): Promise<void> {
  if (minutes.publishedAt === undefined) return;
  await keepMinutes(context.db, gathering.id, { ...minutes, changedAt: context.now });
  context.emit({ name: "minutes-changed", version: 1, payload: { gathering: gathering.id } });
}
