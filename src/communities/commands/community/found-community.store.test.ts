import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityCast, plainCommunity, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../model/community.ts";
import { communityById, communityByHandle, holderOfHandle } from "../../store/communities.read.ts";
import { roleOf } from "../../store/members.read.ts";
import { claimHandle } from "./claim-handle.ts";
import { changeProfile } from "./change-profile.ts";
import { changeRules } from "./change-rules.ts";
import { foundCommunity } from "./found-community.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
afterAll(() => cast.close());

const founding = (said: object) => ({ ...plainCommunity, communityId: crypto.randomUUID(), ...said });

describe("founding a community", () => {
  test("makes its founder the first steward and puts the rules on record", async () => {
    const communityId = await cast.community(ada, { handle: "Gardens" });
    const community = await communityByHandle(cast.application.read, "gardens");
    expect(community?.id).toBe(communityId);
    expect(community?.purpose).toEqual(plainCommunity.purpose);
    expect(await roleOf(cast.application.read, communityId, ada)).toBe("steward");
    expect(cast.events.at(-1)).toMatchObject({
      name: "community-founded",
      chain: communityId,
      actor: `person:${ada}`,
      payload: { handle: "gardens", founder: ada, rules: { joining: "open" } },
    });
  });

  test("is for operators alone unless the operator opened it", async () => {
    const answer = await cast.application.execute(foundCommunity, founding({ handle: "orchard" }), byPerson(grace));
    expect(answer).toEqual({ ok: false, refusal: { kind: "only-operators-found" } });
  });

  test("is nothing for a visitor", async () => {
    const visitor = by({ kind: "visitor" });
    const answer = await cast.application.execute(foundCommunity, founding({ handle: "orchard" }), visitor);
    expect(answer).toEqual({ ok: false, refusal: { kind: "sign-in-needed" } });
  });

  test("asks for a handle nobody on this server ever had, and else founds nothing", async () => {
    await cast.community(ada, { handle: "vineyard" });
    const again = founding({ handle: "@Vineyard" });
    const answer = await cast.application.execute(foundCommunity, again, byPerson(ada));
    expect(answer).toEqual({ ok: false, refusal: { kind: "handle-taken", field: "handle", handle: "vineyard" } });
    expect(await communityById(cast.application.read, again.communityId)).toBeUndefined();
  });

  test.each([
    ["handle", { handle: "no spaces" }, "handle-malformed"],
    ["handle", { handle: "admin" }, "handle-reserved"],
    ["purpose", { purpose: { en: " " } }, "purpose-missing"],
    ["zone", { zone: "Europe/Nowhere" }, "unknown-zone"],
    ["languages.0", { languages: ["!"] }, "unknown-language"],
    ["links.0.url", { links: [{ label: "x", url: "javascript:alert(1)" }] }, "not-a-web-address"],
    ["name", { name: " " }, "required"],
  ])("says beside “%s” what to mend", async (field, said, problem) => {
    const answer = await cast.application.execute(foundCommunity, founding({ handle: "hops", ...said }), byPerson(ada));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "invalid-input", problems: [{ field, problem }] } });
  });
});

describe("a handle", () => {
  test("stays with its actor for ever", async () => {
    const communityId = await cast.community(ada);
    const claim = (actorId: string) =>
      cast.application.execute(claimHandle, { handle: "spring_fair", actorId, communityId }, by({ kind: "server" }));
    expect(valueOf(await claim("gathering-1"))).toEqual({ handle: "spring_fair" });
    expect(valueOf(await claim("gathering-1"))).toEqual({ handle: "spring_fair" });
    expect(await claim("gathering-2")).toMatchObject({ ok: false, refusal: { kind: "handle-taken" } });
    expect(await holderOfHandle(cast.application.read, "spring_fair")).toBe("gathering-1");
  });

  test("is claimed once when many claim it at the same time", async () => {
    const communityId = await cast.community(ada);
    const claims = Array.from({ length: 20 }, (_, place) =>
      cast.application.execute(
        claimHandle,
        { handle: "rush", actorId: `actor-${place}`, communityId },
        by({ kind: "server" }),
      ),
    );
    const answers = await Promise.all(claims);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe("a change of settings", () => {
  test("of what the community says of itself names what changed", async () => {
    const communityId = await cast.community(ada);
    const change = { ...plainCommunity, communityId, hue: "sea", purpose: { en: "Meet.", de: "Sich treffen." } };
    expect(valueOf(await cast.application.execute(changeProfile, change, byPerson(ada)))).toEqual({
      changed: ["purpose", "hue"],
    });
    expect((await communityById(cast.application.read, communityId))?.purpose).toEqual({
      en: "Meet.",
      de: "Sich treffen.",
    });
    expect(valueOf(await cast.application.execute(changeProfile, change, byPerson(ada)))).toEqual({ changed: [] });
  });

  test("of its rules records before, after and why", async () => {
    const communityId = await cast.community(ada);
    const change = { communityId, joining: "approval", memberList: "members", reason: "We grew." };
    valueOf(await cast.application.execute(changeRules, change, byPerson(ada)));
    expect(cast.events.at(-1)).toMatchObject({
      name: "community-rules-changed",
      actor: `person:${ada}`,
      payload: { before: { joining: "open" }, after: { joining: "approval" }, reason: "We grew." },
    });
    const without = await cast.application.execute(changeRules, { ...change, reason: " " }, byPerson(ada));
    expect(without).toMatchObject({ ok: false, refusal: { problems: [{ field: "reason", problem: "required" }] } });
  });

  test("is the stewards' alone", async () => {
    const communityId = await cast.community(ada);
    await cast.join(communityId, grace);
    const change = { communityId, joining: "invitation", memberList: "stewards", reason: "Mine now." };
    const answer = await cast.application.execute(changeRules, change, byPerson(grace));
    expect(answer).toEqual({ ok: false, refusal: { kind: "only-stewards" } });
  });
});
