import { z } from "zod";
import { isSteward, membersNamed, namesIn } from "../../communities/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { mostCircles, mostInCircle, type CircleId } from "../model/circle.ts";
import { circleById, circlesOf, peopleInCircle } from "../store/circles.read.ts";
import { deletePerson, insertCircle, insertPeople, rewriteCircle } from "../store/circles.write.ts";

/** Who keeps circles, and what a circle cannot be. */
export interface CircleRefusal extends AnyRefusal {
  readonly kind:
    | "sign-in-needed"
    | "only-stewards"
    | "not-found"
    | "circle-exists"
    | "too-many-circles"
    | "circle-people-unknown";
}

/** Stewards keep the circles of their community, until circles keep themselves. */
export async function mustBeSteward(
  context: CommandContext,
  { communityId }: { readonly communityId: string },
): Promise<CircleRefusal | undefined> {
  if (context.actor.kind !== "person") return { kind: "sign-in-needed" };
  const may = await isSteward(context.db, communityId, context.actor.personId);
  return may ? undefined : { kind: "only-stewards" };
}

/**
 * A steward founds a circle, or, with its id, says anew what it is called, what it is for and who is in it.
 *
 * Refuses `circle-exists` for a name that another has, `too-many-circles`, `circle-people-unknown` with what names no member, `not-found`
 * for a circle of another community, and `only-stewards`.
 */
export const keepCircle = defineCommand({
  name: "circles/keep-circle",
  input: z.object({
    communityId: z.string().min(1).max(64),
    circleId: z.string().max(64).default(""),
    name: z.string().trim().min(1).max(80),
    aim: z.string().trim().min(1).max(500),
    /** Handles and names, one on each line. */
    people: z.string().max(100_000).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(
    context,
    { communityId, circleId, name, aim, people },
  ): Promise<Result<{ readonly circleId: CircleId }, CircleRefusal>> {
    const circles = await circlesOf(context.db, communityId);
    const before = circleId === "" ? undefined : circles.find(({ id }) => id === circleId);
    if (circleId !== "" && before === undefined) return refused({ kind: "not-found" });
    if (before === undefined && circles.length >= mostCircles) return refused({ kind: "too-many-circles" });
    const rival = circles.find((each) => each.id !== circleId && each.name.toLowerCase() === name.toLowerCase());
    if (rival !== undefined) return refused({ kind: "circle-exists", field: "name" });
    const named = namesIn(people);
    const { found, unknown } = await membersNamed(context.db, communityId, named.slice(0, mostInCircle));
    const [first] = [...unknown, ...named.slice(mostInCircle)];
    if (first !== undefined) return refused({ kind: "circle-people-unknown", field: "people", name: first });
    const id = before?.id ?? context.ids.next<"circle">();
    const circle = { id, communityId, name, aim };
    if (before === undefined) await insertCircle(context.db, circle);
    else await rewriteCircle(context.db, circle);
    await setPeople(context, id, found);
    const payload = { communityId, circleId: id, people: found.length };
    context.emit({ name: before === undefined ? "circle-founded" : "circle-changed", version: 1, payload });
    return accepted({ circleId: id });
  },
});

async function setPeople(context: CommandContext, circleId: string, people: readonly string[]): Promise<void> {
  const before = await peopleInCircle(context.db, circleId);
  for (const person of before) {
    if (!people.includes(person)) await deletePerson(context.db, circleId, person);
  }
  await insertPeople(context.db, circleId, people, context.now);
}

/** The circle, if it is this community's. */
export async function circleOf(
  context: CommandContext,
  about: { readonly communityId: string; readonly circleId: string },
) {
  const circle = await circleById(context.db, about.circleId);
  return circle?.communityId === about.communityId ? circle : undefined;
}
