import { describe, expect, test } from "vitest";
import { remoteActor } from "../../../../testing/remote-actor.ts";
import { accepted, refused } from "../../../kernel/base/result.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import type { Look } from "../../model/look-up/look.ts";
import { contactReader } from "./contact-now.ts";

const uri = "https://plum.example/users/ana";
const look: Look = {
  outcome: "found",
  at: Temporal.Instant.from("2027-02-01T10:00:00Z"),
  facts: [],
  contact: "https://plum.example/@ana",
  leadsTo: undefined,
  shown: [],
  sawAllWays: true,
};
const whereIs = (host: string) => `https://${host}`;
const finding = (actor: RemoteActor) => contactReader({ whereIs, lookUpActor: async () => accepted(actor) });
const failing = (kind: string) => contactReader({ whereIs, lookUpActor: async () => refused({ kind }) });

describe("the account that a server names", () => {
  test("is described as its own server does", async () => {
    expect(await finding(remoteActor(uri))("plum.example", look)).toMatchObject({ uri, hasMoved: false });
    const moved = { ...remoteActor(uri), movedTo: "https://new.example/users/ana" };
    expect(await finding(moved)("plum.example", look)).toMatchObject({ hasMoved: true });
  });

  test("is none where it lives on another server, under whatever name", async () => {
    const elsewhere = { ...remoteActor("https://other.example/users/ana"), handle: "@ana@plum.example" };
    expect(await finding(elsewhere)("plum.example", look)).toBe("none");
  });

  test("is none where there is none, and nobody knows where nobody answers", async () => {
    expect(await failing("no-such-actor")("plum.example", look)).toBe("none");
    expect(await failing("unreachable")("plum.example", look)).toBe("no-answer");
    const unnamed = { ...look, contact: undefined };
    expect(await failing("unreachable")("plum.example", unnamed)).toBe("none");
    expect(await failing("unreachable")("plum.example", { ...unnamed, sawAllWays: false })).toBe("no-answer");
  });
});
