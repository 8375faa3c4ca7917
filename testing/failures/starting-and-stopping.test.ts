import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import type { Engine } from "../../src/kernel/database/database.ts";
import { openDatabase } from "../../src/kernel/database/open-database.ts";
import { startForeignServer } from "../foreign-server.ts";
import { browserOf, foundLeague, type League } from "./league.ts";
import { makePlace, type Place } from "./place.ts";
import { runProgram, startServer, type RunningProgram } from "./program.ts";
import { announcedHandles, lookInto } from "./record.ts";

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

const newPlace = async (engine: Engine = "sqlite"): Promise<Place> => {
  const place = await makePlace(engine);
  cleanUp.push(() => place.discard());
  return place;
};
const start = async (place: Place): Promise<RunningProgram> => {
  const server = await startServer(place.variables);
  cleanUp.push(server.crash);
  return server;
};

describe("a data folder", () => {
  test("is refused to a second server, which says who holds it and since when, and the first goes on", async () => {
    const place = await newPlace();
    const first = await start(place);
    const other = await newPlace();
    const second = await runProgram(["start"], { ...other.variables, KOINON_DATA: place.folder });
    expect(second.code).toBe(2);
    expect(second.output).toMatch(/^koinon: .* is in use by process \d+, started \d{4}-\d\d-\d\dT[\d:]+Z\./m);
    expect(second.output).not.toContain("    at ");
    expect((await browserOf(place).get("/")).status).toBe(200);
    expect((await first.stop()).code).toBe(0);
  });

  test("whose owner died without a word is taken over at once", async () => {
    const place = await newPlace();
    await (await start(place)).crash();
    const next = await start(place);
    expect((await next.stop()).code).toBe(0);
  });

  test("is free again when its server was told to stop", async () => {
    const place = await newPlace();
    expect((await (await start(place)).stop()).code).toBe(0);
    expect((await runProgram(["migrate"], place.variables)).output).toBe("The database is up to date.\n");
  });
});

test("a server told to stop answers the form that is still coming in, and keeps what it asked for", async () => {
  const foreign = await startForeignServer({ address: "127.0.0.66" });
  cleanUp.push(() => foreign.stop());
  const place = await newPlace();
  const league = await foundLeague(place, foreign);
  const server = await start(place);
  const slow = await beginForm(place, league, "last_of_all");
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await slow.finish()).toBe(303);
  expect((await stopped).code).toBe(0);
  expect(await lookInto(place, announcedHandles)).toContain("last_of_all");
});

test.each(["sqlite", "postgres"] satisfies Engine[])(
  "an older program refuses the records of a newer one on %s",
  async (engine) => {
    const place = await newPlace(engine);
    expect((await runProgram(["migrate"], place.variables)).code).toBe(0);
    const handle = openDatabase(place.configuration.database);
    await handle.write((transaction) =>
      sql`insert into schema_steps (name) values ('halls/0009-of-tomorrow')`.execute(transaction),
    );
    await handle.close();
    const refused = await runProgram(["start"], place.variables);
    expect(refused.code).toBe(2);
    expect(refused.output).toMatch(
      /^koinon: The database was written by a newer version of Koinon \(it has the step halls\/0009-of-tomorrow\)/,
    );
  },
);

describe("what the operator must mend first is told in lines, and ends with 2:", () => {
  const refusal = async (words: readonly string[], variables: Readonly<Record<string, string>>) => {
    const place = await newPlace();
    const { code, output } = await runProgram(words, { ...place.variables, ...variables });
    expect(output).not.toContain("    at ");
    expect(code, output).toBe(2);
    return output;
  };

  test("settings, all of them at once", async () => {
    const output = await refusal(["start"], { PORT: "70000", DATABASE_URL: "mysql://x", KOINON_FEDERATION: "maybe" });
    for (const name of ["PORT", "DATABASE_URL", "KOINON_FEDERATION"])
      expect(output).toMatch(new RegExp(`^koinon: ${name}: must be`, "m"));
  });

  test("an address that is taken", async () => {
    const place = await newPlace();
    await start(place);
    const output = await refusal(["start"], { PORT: place.variables["PORT"] ?? "" });
    expect(output).toMatch(/^koinon: Cannot listen on 127\.0\.0\.1:\d+/m);
  });

  test("a database that is not there", async () => {
    expect(await refusal(["start"], { DATABASE_URL: "postgres://koinon@127.0.0.1:1/none" })).toContain(
      "koinon: the database cannot be reached",
    );
  });

  test("a data folder that cannot be made", async () => {
    expect(await refusal(["start"], { KOINON_DATA: "/dev/null/koinon" })).toContain("koinon: ");
  });

  test("a file that is no database", async () => {
    const place = await newPlace();
    writeFileSync(
      `${place.folder}/koinon.sqlite`,
      "these are not records, but words, and more of them than a header is long. ".repeat(20),
    );
    expect(await refusal(["start"], { KOINON_DATA: place.folder })).toContain("koinon: ");
  });

  test("a backup that is none, and one that is not there", async () => {
    expect(await refusal(["restore", "/nowhere/koinon.backup"], {})).toContain(
      "koinon: /nowhere/koinon.backup cannot be read as a backup",
    );
    expect(await refusal(["restore", import.meta.filename], {})).toContain("cannot be read as a backup");
    expect(await refusal(["restore"], {})).toContain("needs the name of a file");
    expect(await refusal(["restore", import.meta.dirname], {})).toContain("cannot be read as a backup");
  });

  test("a backup of nothing, and one that cannot be written", async () => {
    expect(await refusal(["backup", "koinon.backup"], {})).toContain("koinon: There are no records in ");
    expect(await refusal(["log", "verify"], {})).toContain("koinon: There are no records in ");
    const place = await newPlace();
    await runProgram(["migrate"], place.variables);
    const output = await refusal(["backup", "/nowhere/koinon.backup"], place.variables);
    expect(output).toContain("koinon: /nowhere/koinon.backup cannot be written");
  });

  test("a command that there is not", async () => {
    expect(await refusal(["dance"], {})).toContain("usage:");
  });
});

/** Sends half of a form; `finish` sends the rest and gives the status of the answer. */
async function beginForm(place: Place, league: League, handle: string) {
  const page = await league.organiser.get(`${league.announcing}/new`);
  const hidden = league.organiser.formOn(page, league.announcing);
  const typed = { title: "Last of all", purpose: "Meet.", handle, language: "en", zone: "UTC" };
  const body = new URLSearchParams({ ...hidden, ...typed }).toString();
  const sending = request(new URL(league.announcing, place.origin), {
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": body.length,
      Origin: place.origin.origin,
      Cookie: [...league.organiser.cookies].map((pair) => pair.join("=")).join("; "),
    },
  });
  const answered = once(sending, "response");
  sending.write(body.slice(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    finish: async (): Promise<number> => {
      sending.end(body.slice(20));
      // The edge of node:http: the event's one argument is the answer.
      const [{ statusCode }] = (await answered) as [{ readonly statusCode: number }];
      return statusCode;
    },
  };
}
