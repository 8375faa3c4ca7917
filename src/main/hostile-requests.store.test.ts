import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseDump } from "../../testing/database-dump.ts";
import type { Browser } from "../../testing/page-visits.ts";
import { openWholeHouse, type WholeHouse } from "../../testing/whole-house.ts";
import { personByEmail } from "../accounts/store/people.read.ts";
import { demoSteward } from "./seed-cast.ts";

let house: WholeHouse;
let mara: Browser;

beforeAll(async () => {
  house = await openWholeHouse();
  const id = (await personByEmail(house.application.read, demoSteward.email)) ?? "";
  mara = house.open({ id, name: demoSteward.name });
});
afterAll(() => house.close());

/** What scanners for injection try, for both engines and for JSON paths and patterns. */
const scanners = [
  "'",
  "''",
  `"`,
  "\\",
  "' or '1'='1",
  "' or 1=1 --",
  '" or ""="',
  "') or ('1'='1",
  "1; drop table people",
  "'; drop table people; --",
  "' union select null, null, null --",
  "' union all select name, sql from sqlite_master --",
  "'||(select version())||'",
  "' and 1=cast((select current_user) as int) --",
  "'; select pg_sleep(5); --",
  "' and (select count(*) from generate_series(1,10000000)) > 0 --",
  "' or randomblob(1000000000) --",
  "1 or sleep(5)#",
  "%",
  "%%%%%%%%%%",
  "_%_%_%_%_%",
  "$",
  "$.*",
  "$[*]",
  "$.people[?(@.id>0)]",
  "{}",
  "[]",
  "\u0000",
  "\ufeff",
  "\ud800",
  "-1",
  "9223372036854775808",
  "1e309",
  "NaN",
  "${7*7}",
  "{{7*7}}",
  "../../../../etc/passwd",
  "%2e%2e%2fetc%2fpasswd",
  "x".repeat(5_000),
];

const prototypeNames = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
  "valueOf",
];
const prototypePayloads = prototypeNames.flatMap((name) => [
  name,
  `${name}.polluted`,
  `${name}[polluted]`,
  `a.${name}`,
  `a[${name}]`,
  `a[${name}][polluted]`,
  ` ${name}`,
  `${name}[]`,
]);

/** A route with this in the place of each of its parameters. */
function filled(route: string, value: string): string {
  return route.replace(/:[a-z]+(?:\{[^}]*\})?/g, encodeURIComponent(value.toWellFormed()));
}

/** Whether it is one of three; what breaks an engine rather than a query is asked of each route. */
function everyThird([address]: readonly [string, unknown], place: number): boolean {
  return place % 3 === 0 || address.includes("%00");
}

async function failing(asked: readonly (readonly [string, () => Promise<{ readonly status: number }>])[]) {
  const failed: string[] = [];
  for (const [what, ask] of asked) {
    const { status } = await ask();
    if (status >= 500) failed.push(`${what}: ${status}`);
  }
  return failed;
}

describe("what scanners send (row 39)", () => {
  test("is only text to every page that reads it from its address or its query", { timeout: 120_000 }, async () => {
    const before = await databaseDump(house.application.read);
    const asked = house.routes("GET").flatMap((route) =>
      scanners.map((text, place) => {
        // Each text in one place of each route, and in another of the next.
        const names = ["find", "after", "before", "kind", "subject", "uri", "token", "next", "topic", "code", "state"];
        const query = new URLSearchParams(
          names.map((name) => [name, scanners[(place + name.length) % scanners.length] ?? ""]),
        );
        const address = `${filled(route, text)}?${query}`;
        return [address, () => mara.get(address)] as const;
      }),
    );
    expect(await failing(asked.filter(everyThird))).toEqual([]);
    expect(await databaseDump(house.application.read)).toBe(before);
  });

  test("finds nobody whom it does not name", async () => {
    for (const text of ["%", "_%", "%%%", "\\", "' or '1'='1"]) {
      const found = await mara.get(`/operator/people?find=${encodeURIComponent(text)}`);
      expect([text, found.words.includes("Jonas Weide")]).toEqual([text, false]);
    }
    expect((await mara.get("/operator/people?find=jonas")).words).toContain("Jonas Weide");
  });

  test("is only text to every form", { timeout: 120_000 }, async () => {
    const names = [
      "name",
      "title",
      "purpose",
      "handle",
      "reason",
      "text",
      "email",
      "server",
      "account",
      "person",
      "host",
    ];
    const asked = house.routes("POST").flatMap((route) =>
      scanners.map((text, place) => {
        const fields = names.map((name) => [name, scanners[(place + name.length) % scanners.length] ?? ""] as const);
        const action = filled(route, text);
        return [action, () => mara.send("/me/leave", action, Object.fromEntries(fields))] as const;
      }),
    );
    expect(await failing(asked.filter(everyThird))).toEqual([]);
  });
});

describe("names that every object has (row 36)", () => {
  test("are at hand in plenty", () => expect(prototypePayloads.length).toBeGreaterThanOrEqual(50));

  test("change nothing for other objects in the query of any page", { timeout: 120_000 }, async () => {
    const query = prototypePayloads.map((name) => `${encodeURIComponent(name)}=polluted`).join("&");
    const asked = house.routes("GET").map((route) => {
      const address = `${filled(route, "__proto__")}?${query}`;
      return [address, () => mara.get(address)] as const;
    });
    expect(await changedByAsking(asked)).toEqual({ failed: [], names: [], isPolluted: false });
  });

  test("change nothing for other objects as fields of any form", { timeout: 120_000 }, async () => {
    const fields = prototypePayloads.map((name) => [name, ["polluted", "twice"]] as const);
    const asked = house.routes("POST").map((route) => {
      const action = filled(route, "constructor");
      return [action, () => mara.send("/me/leave", action, Object.fromEntries(fields))] as const;
    });
    expect(await changedByAsking(asked)).toEqual({ failed: [], names: [], isPolluted: false });
  });
});

/** What failed, what every object has now that it had not, and whether one has what a payload would give it. */
async function changedByAsking(asked: Parameters<typeof failing>[0]) {
  const before = new Set(Object.getOwnPropertyNames(Object.prototype));
  const failed = await failing(asked);
  const names = Object.getOwnPropertyNames(Object.prototype).filter((name) => !before.has(name));
  return { failed, names, isPolluted: "polluted" in {} };
}
