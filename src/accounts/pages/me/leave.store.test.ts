import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { signInByMail } from "../../../../testing/signing-in.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { describePerson, personByEmail, standingOf } from "../../store/people.read.ts";

/** A capability in which people write. */
const writeDown = defineCommand({
  name: "walls/write-down",
  input: z.object({ words: z.string() }),
  chain: () => "league",
  authorise: async () => undefined,
  async run(context, { words }) {
    context.emit({ name: "words-written", version: 1, payload: { words } });
    context.emit({ name: "answer-given", version: 1, payload: { answer: "yes" } });
    return accepted(null);
  },
});

const forgotten: string[] = [];
const walls: PersonalData = {
  name: "walls",
  writtenIn: ["words-written"],
  export: async () => ({ writings: [{ words: "=1+1", at: 7 }] }),
  forget: async (_context, personId) => void forgotten.push(personId),
  join: async () => {},
};

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast({ personalData: [walls] });
});
afterAll(() => cast.close());

describe("leaving for good", () => {
  test("asks to be sure, and changes nothing until then", async () => {
    const browser = await signInByMail(cast, "bo@mail.example", "Bo");
    const asked = await browser.submit("/me/leave", "/me/leave");
    expect([asked.status, asked.words.includes("Tick this to go on")]).toEqual([422, true]);
    expect((await browser.get("/me")).status).toBe(200);
  });

  test("leaves a former member: no name, address, session or text of theirs anywhere, and their answers counted", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "Anastasia");
    const personId = (await personByEmail(cast.application.read, "ana@mail.example")) ?? "";
    await browser.submit("/sign-in", "/sign-in/link", { email: "ana@mail.example" });
    await cast.application.execute(writeDown, { words: "my secret garden" }, byPerson(personId));
    expect((await browser.submit("/me/leave", "/me/leave", { sure: "yes" })).location).toBe("/left");
    expect((await browser.get("/me")).status).toBe(303);
    expect(forgotten).toEqual([personId]);
    expect(await standingOf(cast.application.read, personId)).toBe("left");
    expect((await describePerson(cast.application.read, personId))?.name).toBeUndefined();
    cast.clock.pass({ hours: 3 });
    await cast.pumpClock();
    const kept = await databaseDump(cast.application.read);
    const traces = ["ana@mail.example", "Anastasia", "my secret garden"].filter((trace) => kept.includes(trace));
    expect(traces).toEqual([]);
    expect(kept).toContain('"answer-given"');
  });

  test("lets one come back as somebody new", async () => {
    const browser = await signInByMail(cast, "ana@mail.example", "Ana");
    expect((await browser.get("/me")).status).toBe(200);
  });
});

describe("taking one's data along", () => {
  test("gives all of it as JSON, from accounts and from every other capability", async () => {
    const browser = await signInByMail(cast, "cy@mail.example", "Cy");
    const all = JSON.parse((await browser.get("/me/export.json")).html) as Record<string, unknown>;
    expect(all).toMatchObject({
      person: { name: "Cy" },
      accounts: { addresses: [{ address: "cy@mail.example" }], settings: [{ name: "Cy" }] },
      walls: { writings: [{ words: "=1+1", at: 7 }] },
    });
    const [session] = [...browser.cookies.values()];
    expect(JSON.stringify(all)).not.toContain(session);
  });

  test("gives it as a table that no spreadsheet takes for formulas (row 37)", async () => {
    const browser = await signInByMail(cast, "cy@mail.example", "Cy");
    const table = await browser.get("/me/export.csv");
    expect(table.headers.get("Content-Type")).toContain("text/csv");
    expect(table.html).toContain("walls,writings,1,words,'=1+1");
    expect(table.html).toContain("accounts,addresses,1,address,cy@mail.example");
  });

  test("gives nothing to a visitor", async () => {
    for (const path of ["/me/export.json", "/me/export.csv", "/me", "/me/leave", "/me/notices", "/me/about"]) {
      const answer = await cast.browser().get(path);
      expect([path, answer.status, answer.location]).toEqual([path, 303, `/sign-in?next=${encodeURIComponent(path)}`]);
    }
  });
});
