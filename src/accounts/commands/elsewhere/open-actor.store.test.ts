import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { claimHandle, holderOfHandle, type PersonId } from "../../../communities/index.ts";
import { communityOfActor } from "../../../communities/store/communities.read.ts";
import { personActorByHandle, personActorOf } from "../../store/elsewhere/person-actors.read.ts";
import { joinInto } from "../people/join-people.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { z } from "zod";
import { leave } from "../people/leave.ts";
import { openActor } from "./open-actor.ts";

const open = openActor((context, claim) => context.execute(claimHandle, { ...claim, communityId: null }));

/** Joins two people as the page does, without the sign-ins that it asks for. */
const join = defineCommand({
  name: "test/join",
  input: z.object({ kept: z.string(), joined: z.string() }),
  chain: () => "server",
  authorise: async () => undefined,
  async run(context, { kept, joined }) {
    await joinInto(context, [], kept as PersonId, joined as PersonId);
    return accepted(null);
  },
});

let cast: CommunityCast;
beforeAll(async () => {
  cast = await openCommunityCast();
});
afterAll(() => cast.close());

const opens = (personId: PersonId, handle: string) =>
  cast.application.execute(open, { handle, name: "Some Name" }, byPerson(personId));

describe("the name by which a person is known elsewhere", () => {
  test("is no other actor's, in whatever letters, and keeps the rules of all handles", async () => {
    const ada = await cast.person("Ada");
    await cast.community(ada, { handle: "plum_league" });
    const bo = await cast.person("Bo");
    expect(await opens(bo, "Plum_League")).toMatchObject({
      ok: false,
      refusal: { kind: "handle-taken", field: "handle" },
    });
    for (const [handle, problem] of [
      ["koinon", "handle-reserved"],
      ["b", "handle-malformed"],
      ["bo.b", "handle-malformed"],
    ]) {
      const answer = await opens(bo, handle ?? "");
      expect(answer).toMatchObject({ ok: false, refusal: { problems: [{ field: "handle", problem }] } });
    }
    valueOf(await opens(bo, "@Bo_B"));
    const actor = await personActorOf(cast.application.read, bo);
    expect(actor?.handle).toBe("bo_b");
    expect(await holderOfHandle(cast.application.read, "bo_b")).toBe(actor?.id);
    expect(await communityOfActor(cast.application.read, actor?.id ?? "")).toBeUndefined();
    const cy = await cast.person("Cy");
    expect(await opens(cy, "bo_b")).toMatchObject({ ok: false, refusal: { kind: "handle-taken" } });
  });

  test("is given to nobody else when its person has left", async () => {
    const dan = await cast.person("Dan");
    valueOf(await opens(dan, "dan"));
    valueOf(await cast.application.execute(leave([]), { sure: "yes" }, byPerson(dan)));
    expect(await personActorByHandle(cast.application.read, "dan")).toMatchObject({ isGone: true, name: "" });
    const eli = await cast.person("Eli");
    expect(await opens(eli, "dan")).toMatchObject({ ok: false, refusal: { kind: "handle-taken" } });
  });
});

describe("two who turn out to be one person", () => {
  test("go on under the name of whichever had one", async () => {
    const [fay, fay2] = [await cast.person("Fay"), await cast.person("Fay", "other.example")];
    valueOf(await opens(fay2, "fay"));
    valueOf(await cast.application.execute(join, { kept: fay, joined: fay2 }, byPerson(fay)));
    expect((await personActorOf(cast.application.read, fay))?.handle).toBe("fay");
  });

  test("keep the first name when both had one; the other ends", async () => {
    const [gus, gus2] = [await cast.person("Gus"), await cast.person("Gus", "other.example")];
    valueOf(await opens(gus, "gus"));
    valueOf(await opens(gus2, "gus_2"));
    valueOf(await cast.application.execute(join, { kept: gus, joined: gus2 }, byPerson(gus)));
    expect((await personActorOf(cast.application.read, gus))?.handle).toBe("gus");
    expect(await personActorByHandle(cast.application.read, "gus_2")).toMatchObject({ isGone: true });
  });
});
