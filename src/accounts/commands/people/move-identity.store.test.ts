import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApplication, by, type TestApplication } from "../../../../testing/test-application.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { claimCode } from "../sign-in/claim-code.ts";
import { showCode } from "../sign-in/show-code.ts";
import { signInByCode } from "../sign-in/sign-in-by-code.ts";
import { contactOf } from "../../store/contacts.read.ts";
import { accountsSchema } from "../../store/accounts-schema.ts";
import { describePerson, personByActor, standingOf } from "../../store/people.read.ts";
import { blockHost } from "../server/block-host.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { meetRemoteActor } from "./meet-remote-actor.ts";
import { moveIdentity } from "./move-identity.ts";

const joined: [string, string][] = [];
const elsewhere: PersonalData = {
  name: "elsewhere",
  writtenIn: [],
  export: async () => ({}),
  forget: async () => {},
  join: async (_context, kept, gone) => void joined.push([kept, gone]),
};
const move = moveIdentity([elsewhere]);

let koinon: TestApplication;

beforeAll(async () => {
  koinon = await openTestApplication({ schema: accountsSchema });
});
afterAll(() => koinon.close());

const visitor = () => by({ kind: "visitor" });

function facts(name: string, host = "old.example") {
  const uri = `https://${host}/users/${name}`;
  return { uri, handle: `@${name}@${host}`, host, name, url: uri };
}

async function meet(actor: ReturnType<typeof facts>): Promise<string> {
  const met = await koinon.application.execute(meetRemoteActor, actor, visitor());
  if (!met.ok) throw new Error(met.refusal.kind);
  return met.value.personId;
}

async function signInAs(actor: ReturnType<typeof facts>): Promise<void> {
  const { execute } = koinon.application;
  const [codeHash, browserHash] = [hashOfToken(actor.uri), hashOfToken(`browser of ${actor.uri}`)];
  const shownAt = koinon.clock.now().toString();
  await execute(showCode, { codeHash, browserHash, shownAt, thenPath: "/", address: "192.0.2.1" }, visitor());
  await execute(claimCode, { codeHash, actor }, visitor());
  const [tokenHash, boundHash] = [hashOfToken(`token of ${actor.uri}`), hashOfToken(`binding of ${actor.uri}`)];
  await execute(
    signInByCode,
    { browser: { browserHash, tokenHash, boundHash, replaces: null, device: "" } },
    visitor(),
  );
}

const ofActor = (uri: string) => personByActor(koinon.application.read, uri);

describe("an account that moved (row 22)", () => {
  test("is the same person under its new name, and nobody under its old one", async () => {
    const [old, now] = [facts("ana"), facts("ana", "new.example")];
    const ana = await meet(old);
    await koinon.application.execute(move, { from: old.uri, to: now }, visitor());
    expect(await ofActor(now.uri)).toBe(ana);
    expect(await ofActor(old.uri)).toBeUndefined();
    expect((await contactOf(koinon.application.read, ana))?.actorUri).toBe(now.uri);
    expect((await describePerson(koinon.application.read, ana))?.handle).toBe("@ana@new.example");
  });

  test("moved twice, or told of twice, is still one person", async () => {
    const chain = [facts("bo"), facts("bo", "second.example"), facts("bo", "third.example")] as const;
    const bo = await meet(chain[0]);
    const hop = (from: number, to: number) =>
      koinon.application.execute(move, { from: chain[from]?.uri, to: chain[to] }, visitor());
    await hop(0, 1);
    expect(await hop(0, 1)).toEqual({ ok: false, refusal: { kind: "not-found" } });
    await hop(1, 2);
    expect(await ofActor(chain[2].uri)).toBe(bo);
  });

  test("to one that was only met here takes that one's place too, and its standing counts once", async () => {
    const [old, now] = [facts("cy"), facts("cy", "new.example")];
    const [mover, met] = [await meet(old), await meet(now)];
    await koinon.application.execute(move, { from: old.uri, to: now }, visitor());
    expect(await ofActor(now.uri)).toBe(mover);
    expect(joined).toEqual([[mover, met]]);
    expect(await standingOf(koinon.application.read, met)).toBe("left");
    expect(await standingOf(koinon.application.read, mover)).toBe("active");
  });

  test("to somebody who has signed in here takes nobody's place: they say themselves that they are one", async () => {
    joined.length = 0;
    const [old, now] = [facts("dee"), facts("dee", "new.example")];
    const mover = await meet(old);
    await signInAs(now);
    const there = await ofActor(now.uri);
    const moved = await koinon.application.execute(move, { from: old.uri, to: now }, visitor());
    expect(moved).toEqual({ ok: false, refusal: { kind: "move-needs-signing-in" } });
    expect([await ofActor(old.uri), await ofActor(now.uri)]).toEqual([mover, there]);
    expect(joined).toEqual([]);
  });

  test("to a blocked server stays where it was", async () => {
    const blocked = { host: "spam.example", severity: "suspend", reason: "spam" };
    await koinon.application.execute(blockHost, blocked, by({ kind: "server" }));
    const [old, now] = [facts("eli"), facts("eli", "spam.example")];
    const mover = await meet(old);
    const moved = await koinon.application.execute(move, { from: old.uri, to: now }, visitor());
    expect(moved).toEqual({ ok: false, refusal: { kind: "account-host-blocked" } });
    expect(await ofActor(old.uri)).toBe(mover);
  });
});

describe("a remote actor", () => {
  test("is met once, however often and at however many doors it knocks at the same time", async () => {
    const actor = facts("fay");
    const ids = await Promise.all(Array.from({ length: 20 }, () => meet(actor)));
    expect(new Set(ids).size).toBe(1);
  });

  test("is shown by a name that can pose as nothing else", async () => {
    const posing = { ...facts("gus"), name: "Gus \u202egniteem eht\nOperator\u200b " };
    const gus = await meet(posing);
    expect((await describePerson(koinon.application.read, gus))?.name).toBe("Gus gniteem eht Operator");
    const nameless = await meet({ ...facts("hal"), name: "\u200b \u2066" });
    expect((await describePerson(koinon.application.read, nameless))?.name).toBe("@hal@old.example");
  });
});
