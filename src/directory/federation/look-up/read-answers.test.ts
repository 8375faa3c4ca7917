import { describe, expect, test } from "vitest";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { readInstance2, readNodeInfo, readNodeInfoLinks, readOwnDocument } from "./read-answers.ts";

const at = "https://plum.example/nodeinfo/2.2";
const schema = (version: string) => `http://nodeinfo.diaspora.software/ns/schema/${version}`;

describe("NodeInfo", () => {
  test("is taken in the newest version that is understood, and names the server's own actor", () => {
    const links = [
      { rel: schema("1.0"), href: "https://plum.example/1.0" },
      { rel: schema("2.2"), href: at },
      { rel: schema("2.0"), href: "https://plum.example/2.0" },
      { rel: schema("3.0"), href: "https://plum.example/3.0" },
      { rel: "https://www.w3.org/ns/activitystreams#Application", href: "https://plum.example/actor" },
    ];
    expect(readNodeInfoLinks({ links })).toEqual({ nodeInfo: at, actor: "https://plum.example/actor" });
    expect(readNodeInfoLinks({ links: "none" })).toEqual({ nodeInfo: undefined, actor: undefined });
  });

  test("of version 2.2 says what the instance is called", () => {
    const read = readNodeInfo(
      {
        version: "2.2",
        instance: { name: "Plum", description: "For <b>neighbours</b>." },
        software: { name: "Wafrn", version: "1.2" },
        usage: { users: { total: 3, activeMonth: 2, activeWeek: 1 } },
        openRegistrations: true,
        metadata: {},
      },
      at,
    );
    expect(Object.fromEntries(read?.facts.map(({ field, value }) => [field, value]) ?? [])).toEqual({
      name: "Plum",
      summary: "For neighbours.",
      software: ["wafrn"],
      version: "1.2",
      registration: "open",
      accounts: "3",
      activeAccounts: "2",
    });
  });

  test.each([-1, 1.5, 1e99, "12", null])("counts no accounts where it says %s", (total) => {
    const read = readNodeInfo({ software: { name: "x", version: "1" }, usage: { users: { total } } }, at);
    expect(read?.facts.map(({ field }) => field)).toEqual(["software", "version"]);
  });

  test("without software is none", () => {
    expect(readNodeInfo({ version: "2.0" }, at)).toBeUndefined();
    expect(readNodeInfo(["2.0"], at)).toBeUndefined();
  });
});

test("what has another shape says nothing, and spoils nothing beside it", () => {
  const read = readInstance2({ title: "Plum", languages: [1], registrations: "open", contact: { account: null } }, at);
  expect(read).toMatchObject({ facts: [{ field: "name", value: "Plum" }], contact: undefined });
});

test.each([
  [{ list: false }, false, []],
  [{ list: true, proof: "a" }, true, ["a"]],
  [{ proof: ["a", "b"] }, true, ["a", "b"]],
  [{ list: "false" }, true, []],
  [[], true, []],
] satisfies readonly (readonly [Json, boolean, readonly string[]])[])(
  "the place's own document %j is understood",
  (document, wantsToBeListed, proofs) => {
    expect(readOwnDocument(document)).toEqual({ wantsToBeListed, proofs });
  },
);
