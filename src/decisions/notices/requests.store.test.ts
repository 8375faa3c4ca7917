import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../testing/decision-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { draftRequest } from "../commands/requests/draft-request.ts";
import { moveRequest } from "../commands/requests/move-request.ts";
import { decisionCatalogues } from "../messages/catalogue.ts";
import { requestNotices } from "./requests.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;
let audience: "everyone" | "members";
let requestId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
beforeEach(() => {
  audience = "everyone";
});
afterAll(() => cast.close());

async function drafted(): Promise<void> {
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
  const threadId = await cast.thread(ada, communityId, { audience });
  const input = { communityId, threadId, title: "Shared words", text: "We say instance." };
  requestId = valueOf(await cast.application.execute(draftRequest, input, byPerson(grace))).requestId;
}

/** Who is told, and by which message, when somebody moves it. */
async function move(person: PersonId, to: "comments" | "last-call" | "final" | "withdrawn") {
  valueOf(await cast.application.execute(moveRequest, { communityId, requestId, to }, byPerson(person)));
  return notices();
}

async function notices() {
  const event = cast.events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  const sources = requestNotices.filter(({ events }) => events.includes(event.name));
  const told = (await Promise.all(sources.map((source) => source.notices(cast.application, event)))).flat();
  for (const { key } of told) expect(decisionCatalogues.de[key]).toBeDefined();
  return told.map(({ personId, key }) => `${personId === ada ? "ada" : "grace"} ${key.split(".").at(-1) ?? ""}`);
}

test("a request moved by a steward is told to its author; what its author moves is not told to themselves", async () => {
  await drafted();
  expect(await move(ada, "comments")).toEqual(["grace moved"]);
  expect(await move(grace, "last-call")).toEqual([]);
});

test("a request among members is told to each of them, since nobody reads it at their own server", async () => {
  audience = "members";
  await drafted();
  expect(await move(grace, "comments")).toEqual(["ada moved"]);
  expect(await move(grace, "last-call")).toEqual(["ada last-call"]);
  expect(await move(grace, "withdrawn")).toEqual([]);
});

test("a last call that is over is told to whoever wrote the request", async () => {
  await drafted();
  await move(grace, "comments");
  await move(grace, "last-call");
  cast.clock.pass({ hours: 24 * 14 });
  await cast.pumpClock();
  expect(await notices()).toEqual(["grace over"]);
});
