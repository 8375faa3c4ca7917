import { z } from "zod";
import { membersNamed, namesIn, votingRulesOf } from "../../../communities/index.ts";
import { circleById } from "../../../circles/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { electorateKinds, mostChallengeDays, mostNamed } from "../../model/electorate/electorate.ts";
import { electorateChosen, namedPeople, type Electorate } from "../../store/electorate/electorates.read.ts";
import { writeElectorate } from "../../store/electorate/electorates.write.ts";

const who = {
  circleId: z.string().max(64).default(""),
  /** Handles and names, one on each line. */
  people: z.string().max(50_000).default(""),
};

/** What a proposal says of whom it asks. */
export const electorateInput = {
  electorate: z.enum(electorateKinds).default("members"),
  ...who,
  /** Left out, what the community has chosen. */
  challengeDays: z.coerce.number().int().min(0).max(mostChallengeDays).optional(),
};

/** What a draft for consent says of whom it asks. */
export const circleInput = { electorate: z.enum(electorateKinds).default("members"), ...who };

interface Said {
  readonly communityId: string;
  readonly electorate: Electorate["kind"];
  readonly circleId: string;
  readonly people: string;
  readonly challengeDays?: number | undefined;
}

/** Whom it asks cannot be told: the circle is not this community's, or names mean nobody. */
export interface ElectorateRefusal extends AnyRefusal {
  readonly kind: "unknown-circle" | "people-unknown" | "nobody-may-answer";
  readonly field: "circleId" | "people" | "electorate";
}

/**
 * Writes down whom a proposal or a draft asks, under its id. Nobody is put on a list yet: see `freezeElectorate`.
 *
 * Refuses `unknown-circle` and `people-unknown`, the latter with what names no member.
 */
export async function chooseElectorate(
  context: CommandContext,
  id: string,
  said: Said,
): Promise<Result<null, ElectorateRefusal>> {
  const challengeDays = said.challengeDays ?? (await votingRulesOf(context.db, said.communityId)).challengeDays;
  const kind = said.electorate;
  const circle = kind === "circle" ? await circleById(context.db, said.circleId) : undefined;
  if (kind === "circle" && circle?.communityId !== said.communityId) {
    return refused({ kind: "unknown-circle", field: "circleId" });
  }
  const named = kind === "people" ? namesIn(said.people) : [];
  const { found, unknown } = await membersNamed(context.db, said.communityId, named.slice(0, mostNamed));
  const [first] = [...unknown, ...named.slice(mostNamed)];
  if (first !== undefined) return refused({ kind: "people-unknown", field: "people", name: first });
  if (kind === "people" && found.length === 0) return refused({ kind: "nobody-may-answer", field: "people" });
  const chosen = { kind, circleId: circle?.id ?? "", circleName: circle?.name ?? "", challengeDays };
  await writeElectorate(context.db, id, chosen, found);
  return accepted(null);
}

/** What was chosen for one is chosen for another that takes its place. */
export async function copyElectorate(db: Database, from: string, to: string): Promise<void> {
  await writeElectorate(db, to, await electorateChosen(db, from), await namedPeople(db, from));
}
