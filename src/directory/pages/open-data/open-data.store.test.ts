import { z } from "zod";
import jsonLd from "@fedify/vocab-runtime/jsonld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { changesStep } from "../../store/migrations/0040-changes.ts";
import { replacedClaimsStep } from "../../store/migrations/0061-replaced-claims.ts";
import { toldOfPlacesStep } from "../../store/migrations/0071-told-of-places.ts";
import { changeTables } from "../../store/open-data/changes.tables.ts";
import { collectivesSchema } from "./collectives-schema.ts";
import { changesShape, listShape, recordShape } from "./shapes.ts";

/** The library that Fedify brings, which has no types of its own. */
const library: unknown = jsonLd;
type Expanded = readonly Readonly<Record<string, unknown>>[];
interface LinkedData {
  readonly expand: (document: unknown, options: object) => Promise<Expanded>;
}
const linkedData = z.custom<LinkedData>((it) => it instanceof Object && "expand" in it).parse(library);

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
/** A schema that was served, for the validator; whatever it is, the validator finds out. */
const validatorOf = (schema: unknown) => z.fromJSONSchema(schema as JsonSchema);

let cast: DirectoryCast;
let ada: PersonId;
let operator: PersonId;
beforeAll(async () => {
  cast = await openDirectoryCast();
  ada = await cast.person("Ada");
  operator = await cast.operator("Olga");
});
afterAll(() => cast.close());

const read = async (path: string): Promise<unknown> => JSON.parse((await cast.browser().get(path)).html);
const takeOver = (list: string, called = "a list") =>
  cast.browser(operator).submit("/directory/lists/new", "/directory/lists", { from: "given", list, called });
const changesFrom = async (after: number) => changesShape.parse(await read(`/directory/changes.json?after=${after}`));
/** The number of the last change there is. */
async function lastNumber(): Promise<number> {
  let page = await changesFrom(0);
  while (page.next !== null) page = await changesFrom(page.last);
  return page.last;
}
const add = async (domain: string, fields: Readonly<Record<string, string>> = {}) => {
  const said = { domain, certainty: "medium", source: `https://${domain}/about`, ...fields };
  const added = await cast.browser(ada).submit("/directory/new", "/directory", said);
  return added.location?.split("?")[0] ?? "";
};

describe("the changes of the directory", () => {
  test("tell in their order what was added, said, said otherwise and taken back", async () => {
    const before = await lastNumber();
    const page = await add("steps.example", { fee: "1 EUR" });
    const say = { fee: "2 EUR", source: "https://steps.example/fees", certainty: "high" };
    await cast.browser(ada).submit(`${page}/claims/new`, `${page}/claims`, say);
    const saidLast = (await changesFrom(before)).changes.find(({ type }) => type === "claim-replaced");
    expect(saidLast?.claim).toMatchObject({ value: "2 EUR", by: "person", sources: ["https://steps.example/fees"] });
    await cast.browser(ada).submit(page, `${page}/claims/removal`, { field: "fee" });
    const { changes, last } = await changesFrom(before);
    const fee = changes.filter(({ field }) => field === "fee");
    expect(changes[0]?.type).toBe("entry-added");
    expect(changes[0]?.entry).toContain(page);
    expect(fee.map(({ type }) => type)).toEqual(["claim-said", "claim-replaced", "retraction"]);
    expect(fee.map(({ claim }) => claim)).toEqual([null, null, null]);
    expect(fee[2]?.claimId).toBe(fee[1]?.claimId);
    expect(changes.map(({ number }) => number)).toEqual(changes.map((_, index) => before + 1 + index));
    expect((await changesFrom(last)).changes).toEqual([]);
  });

  test("leave a tombstone of a place that is gone, which names it nowhere", async () => {
    const before = await lastNumber();
    const page = await add("vanished.example", { name: "Vanished", summary: "Once upon a time" });
    await cast.browser(operator).submit(`${page}/removal`, `${page}/removal`, { why: "opted-out" });
    const { changes } = await changesFrom(before);
    expect(changes).toEqual([expect.objectContaining({ type: "tombstone", field: null, claimId: null, claim: null })]);
    expect(changes[0]?.entry).toContain(page);
    const whole = [await read("/directory/changes.json"), (await cast.browser().get("/directory/changes.atom")).html];
    expect(JSON.stringify(whole)).not.toMatch(/vanished|once upon/i);
    expect(whole[1]).toContain("<title>A place is no longer listed</title>");
  });

  test("come in parts that join, each change once", async () => {
    const before = await lastNumber();
    const rows = Array.from({ length: 130 }, (_, place) => `Part ${place},part${place}.example`);
    await takeOver(["name,domain", ...rows].join("\n"), "parts");
    const seen: number[] = [];
    let page = await changesFrom(before);
    expect(page.next).toContain(`after=${page.last}`);
    for (;;) {
      seen.push(...page.changes.map(({ number }) => number));
      if (page.next === null) break;
      page = changesShape.parse(await read(page.next));
    }
    // Each place is added, named and said to be an instance.
    expect(seen).toEqual(Array.from({ length: 130 * 3 }, (_, index) => before + 1 + index));
  });

  test("have been told before of what a directory held when they began to be kept", async () => {
    const page = await add("old.example", { fee: "3 EUR" });
    const before = await lastNumber();
    await cast.application.database.write(async (transaction) => {
      await transaction.schema.dropTable("directory_changes").execute();
      await changeTables(transaction).deleteFrom("directory_counts").where("of", "=", "changes").execute();
      await changesStep.up(transaction, cast.application.database.engine);
      await replacedClaimsStep.up(transaction, cast.application.database.engine);
      await toldOfPlacesStep.up(transaction, cast.application.database.engine);
    });
    const told: z.infer<typeof changesShape>["changes"] = [];
    for (let part = await changesFrom(0); ; part = await changesFrom(part.last)) {
      told.push(...part.changes);
      if (part.next === null) break;
    }
    expect(told.length).toBeLessThanOrEqual(before);
    expect(told.map(({ number }) => number)).toEqual(told.map((_, index) => index + 1));
    const old = told.filter(({ entry }) => entry.endsWith(page));
    expect(old[0]?.type).toBe("entry-added");
    expect(old.find(({ field }) => field === "fee")).toMatchObject({ type: "claim-said", claim: { value: "3 EUR" } });
    await add("after-that.example");
    expect((await changesFrom(told.length)).changes[0]).toMatchObject({ number: told.length + 1, type: "entry-added" });
  });
});

describe("the data of the directory", () => {
  test("are what their description says, to the letter", async () => {
    await takeOver(
      "name,domain,country,status,bylaws\nShaped,shaped.example,IT,active,https://shaped.example/law\n",
      "shapes",
    );
    const page = await add("shape2.example", { ownership: "member_coop", country: "ES" });
    await cast.browser(operator).submit(`${page}/claims/new`, `${page}/claims`, {
      ownership: "association",
      source: "https://other.example/",
      certainty: "low",
    });
    const list = listShape.parse(await read("/directory.json?q=shape2"));
    expect(Object.keys(list.entries[0]?.contradictions ?? {})).toEqual(["ownership"]);
    listShape.parse(await read("/directory.json"));
    recordShape.parse(await read(`${page}/record.json`));
    const api = z
      .object({
        paths: z.record(z.string(), z.unknown()),
        components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
      })
      .parse(await read("/directory/openapi.json"));
    for (const path of Object.keys(api.paths)) {
      const address = path.replace("/directory/{entry}", page);
      expect([address, (await cast.browser().get(address)).status]).toEqual([address, 200]);
    }
    const described = validatorOf(api.components.schemas["Record"]);
    expect(described.safeParse(await read(`${page}/record.json`)).success).toBe(true);
    expect(described.safeParse({ ...recordShape.parse(await read(`${page}/record.json`)), licence: "" }).success).toBe(
      false,
    );
  });

  test("are sent once to whoever has them, and say under which licence", async () => {
    await add("cached.example");
    for (const path of ["/directory.json", "/directory.csv", "/directory/changes.json", "/directory/changes.atom"]) {
      const first = await cast.browser().get(path);
      expect(first.headers.get("Link")).toContain(
        '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"',
      );
      expect(first.headers.get("Cache-Control")).toBe("public, max-age=60");
      const again = await cast.browser().get(path, { "If-None-Match": first.headers.get("ETag") ?? "" });
      expect([path, again.status, again.html]).toEqual([path, 304, ""]);
    }
    const before = (await cast.browser().get("/directory.json?q=cached")).headers.get("ETag") ?? "";
    await add("cached2.example");
    expect((await cast.browser().get("/directory.json?q=cached", { "If-None-Match": before })).status).toBe(200);
    const [header = [], row = []] = rowsFrom((await cast.browser().get("/directory.csv?q=cached2")).html);
    expect(row[header.indexOf("license")]).toBe("https://creativecommons.org/publicdomain/zero/1.0/");
  });

  test("mean the same to every reader of linked data", async () => {
    const page = await add("linked.example", { name: "Linked", ownership: "worker_coop", country: "FR" });
    const context = await read("/directory/context.jsonld");
    const documentLoader = async (url: string) => {
      if (!url.endsWith("/directory/context.jsonld")) throw new Error(`not to be fetched: ${url}`);
      return { document: context as object, documentUrl: url, contextUrl: undefined };
    };
    const served = await cast.browser().get(`${page}/record.jsonld`);
    expect(served.headers.get("Content-Type")).toBe("application/ld+json");
    const [expanded] = await linkedData.expand(JSON.parse(served.html), { documentLoader, safe: true });
    const own = (name: string) => `urn:uuid:5f0b7a52-3f0e-4a0c-9d7e-0c8f3a6b1e94#${name}`;
    expect(expanded?.["@id"]).toContain(page);
    expect(expanded?.["@type"]).toEqual(["https://schema.org/Organization", own("Collective")]);
    expect(expanded?.["https://schema.org/name"]).toEqual([{ "@value": "Linked" }]);
    expect(expanded?.[own("ownership")]).toEqual([{ "@value": "worker_coop" }]);
    const provenance = expanded?.[own("provenance")] as readonly Readonly<Record<string, unknown>>[];
    const ofOwnership = provenance.find((one) => JSON.stringify(one[own("field")]) === '[{"@value":"ownership"}]');
    expect(ofOwnership?.["https://schema.org/citation"]).toEqual([{ "@id": "https://linked.example/about" }]);
    const list: unknown = JSON.parse((await cast.browser().get("/directory.jsonld?q=linked")).html);
    const [directory] = await linkedData.expand(list, { documentLoader, safe: true });
    expect(directory?.[own("entry")]).toHaveLength(1);
  });
});

describe("a profile for Murmurations", () => {
  const own = validatorOf(collectivesSchema("https://koinon.example/schema"));

  test("is valid by the schemas that it names, with whatever is known of a place", async () => {
    const schema = await read("/directory/schemas/fediverse_collectives_schema-v1.0.0.json");
    const served = validatorOf(schema);
    await cast.browser(operator).submit("/directory/lists/new", "/directory/lists", { from: "program" });
    const { entries } = listShape.parse(await read("/directory.json"));
    expect(entries.length).toBeGreaterThan(20);
    for (const { id } of entries) {
      const profile = await read(`${new URL(id).pathname}/murmurations.json`);
      const wrong = [organizations, served].flatMap((one) => one.safeParse(profile).error?.issues ?? []);
      expect([id, wrong]).toEqual([id, []]);
    }
  });

  test("has a scope in the place of a country that is none, and leaves out a code that the library lacks", async () => {
    const wide = await add("wide.example", { country: "international, XK, ES", ownership: "association" });
    const profile = await read(`${wide}/murmurations.json`);
    expect(profile).toMatchObject({
      linked_schemas: ["organizations_schema-v1.0.0", "fediverse_collectives_schema-v1.0.0"],
      primary_url: "https://wide.example/",
      country_iso_3166: "ES",
      geographic_scope: "international",
      ownership: "association",
    });
    expect(own.safeParse({ ...z.record(z.string(), z.unknown()).parse(profile), ownership: "king" }).success).toBe(
      false,
    );
  });
});

/**
 * What `organizations_schema-v1.0.0` asks of the fields that we give, put together from its definition and those of its fields in
 * https://github.com/MurmurationsNetwork/MurmurationsLibrary (`schemas/`, `fields/`), where they are apart.
 */
const organizations = z.fromJSONSchema({
  type: "object",
  properties: {
    linked_schemas: { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
    name: { type: "string" },
    primary_url: { type: "string", maxLength: 2000, pattern: "^https?://.*" },
    description: { type: "string" },
    status: { type: "string", enum: ["active", "completed", "cancelled", "on_hold", "in_planning"] },
    country_iso_3166: { type: "string", pattern: "^(?!XK)[A-Z]{2}$" },
    geographic_scope: { type: "string", enum: ["local", "regional", "national", "international"] },
    unique_id: { type: "string" },
  },
  required: ["linked_schemas", "name"],
});
