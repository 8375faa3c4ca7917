import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { servePages, type OpenBrowser } from "../../../../testing/page-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { accountCatalogues } from "../../../accounts/messages/catalogue.ts";
import { circlesSchema } from "../../../circles/store/circles-schema.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { communityCatalogues } from "../../../communities/messages/catalogue.ts";
import { decisions } from "../../../decisions/capability.ts";
import { reopenThread } from "../../../decisions/commands/threads/reopen-thread.ts";
import { closeThread } from "../../../decisions/commands/threads/close-thread.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { interfaceCatalogues } from "../../../ui/messages/catalogue.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { hearThreadClosed } from "../../commands/contests/hear-thread-closed.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { withdrawClaim } from "../../commands/withdraw-claim.ts";
import { directoryCatalogues } from "../../messages/catalogue.ts";
import { contestsOf } from "../../store/contests/contests.read.ts";
import { directorySchema } from "../../store/directory-schema.ts";
import { changesShape } from "../open-data/shapes.ts";
import { directoryRoutes } from "../directory-routes.tsx";

let cast: CommunityCast;
let open: OpenBrowser;
let ada: PersonId;
let bob: PersonId;
let communityId: CommunityId;

beforeAll(async () => {
  cast = await openCommunityCast({
    schema: [...circlesSchema, ...decisions.schema, ...directorySchema],
    messages: [interfaceCatalogues, accountCatalogues, communityCatalogues, decisions.messages, directoryCatalogues],
  });
  const pages = decisions.pages === undefined ? [] : [decisions.pages];
  open = servePages(cast.application, [(web, served) => directoryRoutes(web, served), ...pages]);
  ada = await cast.person("Ada");
  bob = await cast.person("Bob");
  communityId = await cast.community(ada);
  await cast.join(communityId, bob);
});
beforeEach(() => cast.clock.pass({ hours: 1 }));
afterAll(() => cast.close());

const browser = (person?: PersonId) => open(person && { id: person, name: "Somebody" });

let places = 0;
/** A place of which Ada says that it is an association. */
async function place() {
  places += 1;
  const said = { ownership: "association", source: "https://wiki.example/", certainty: "medium" } as const;
  const domain = `mill${places}.example`;
  const { entryId } = valueOf(await cast.application.execute(addEntry, { domain, ...said }, byPerson(ada)));
  const page = `/directory/${entryId}`;
  return { domain, entryId, page, contests: `${page}/contests` };
}

type Place = Awaited<ReturnType<typeof place>>;
const why = "It is one person, as its own page says.";
const contest = (of: Place, person: PersonId, given: Readonly<Record<string, string>> = {}) =>
  browser(person).submit(`${of.contests}/new`, of.contests, {
    field: "ownership",
    community: communityId,
    why,
    ...given,
  });
const threadOf = async (of: Place) => (await contestsOf(cast.application.read, of.entryId))[0]?.threadId ?? "";

describe("what is said of a place", () => {
  test("is contested in a thread that names it, and the entry says so and leads there", async () => {
    const mill = await place();
    const opened = await contest(mill, bob);
    const threadId = await threadOf(mill);
    expect(opened.location).toBe(`/threads/${threadId}`);
    const thread = await browser().get(`/threads/${threadId}`);
    expect(thread.words).toContain(why);
    expect(thread.words).toContain("Whose it is: Association");
    expect(thread.html).toContain(`https://gather.example${mill.page}`);
    const entry = await browser().get(mill.page);
    expect(entry.words).toContain(`Contested; talked over at ${mill.domain}: Whose it is`);
    expect(entry.html).toContain(`href="/threads/${threadId}"`);
    const record: unknown = JSON.parse((await browser().get(`${mill.page}/record.json`)).html);
    const contested = [{ field: "ownership", thread: `https://gather.example/threads/${threadId}` }];
    expect(record).toMatchObject({ ownership: "association", contested });
  });

  test("is contested until the thread is closed", async () => {
    const mill = await place();
    await contest(mill, bob);
    const about = { communityId, threadId: await threadOf(mill), reason: "Agreed." };
    valueOf(await cast.application.execute(closeThread, about, byPerson(ada)));
    expect((await browser().get(mill.page)).words).not.toContain("Contested");
  });

  test("is contested in the table and in the feed of changes, until the thread is closed, and again when it is opened", async () => {
    const mill = await place();
    await contest(mill, bob);
    const threadId = await threadOf(mill);
    const thread = `https://gather.example/threads/${threadId}`;
    const contestedInTable = async () => {
      const [header, row] = rowsFrom((await browser().get(`/directory.csv?q=${mill.domain}`)).html);
      return row?.[header?.indexOf("contested") ?? -1];
    };
    const told = async () => {
      const { changes } = changesShape.parse(JSON.parse((await browser().get("/directory/changes.json")).html));
      return changes.filter((change) => change.thread === thread).map(({ type, field }) => [type, field]);
    };
    expect(await contestedInTable()).toBe(`ownership ${thread}`);
    expect(await told()).toEqual([["contested", "ownership"]]);
    const about = { communityId, threadId };
    const hear = async () => {
      const event = cast.events.at(-1);
      const write = event && (await hearThreadClosed.handle(cast.application, event));
      if (typeof write !== "function") throw new Error("nothing is to be told");
      await cast.application.database.write(write);
    };
    valueOf(await cast.application.execute(closeThread, { ...about, reason: "Agreed." }, byPerson(ada)));
    await hear();
    expect(await contestedInTable()).toBe("");
    valueOf(await cast.application.execute(reopenThread, { ...about, reason: "New facts." }, byPerson(ada)));
    await hear();
    expect(await told()).toEqual([
      ["contested", "ownership"],
      ["contest-ended", "ownership"],
      ["contested", "ownership"],
    ]);
    expect(await contestedInTable()).toBe(`ownership ${thread}`);
    expect((await browser().get("/directory/changes.atom")).html).toContain("Whose it is is no longer contested");
  });

  test("is contested until nobody says it any more", async () => {
    const mill = await place();
    await contest(mill, bob);
    const withdrawn = { entryId: mill.entryId, field: "ownership" } as const;
    valueOf(await cast.application.execute(withdrawClaim, withdrawn, byPerson(ada)));
    expect((await browser().get(mill.page)).words).not.toContain("Contested");
  });

  test("is not contested twice in one community at a time", async () => {
    const mill = await place();
    await contest(mill, bob);
    const again = await contest(mill, ada);
    expect(again.words).toContain("talked over in that community already");
    expect(again.html).toContain(why);
    expect(await contestsOf(cast.application.read, mill.entryId)).toHaveLength(1);
  });

  test("is contested by members, in their own communities, and by nobody else", async () => {
    const mill = await place();
    const stranger = await cast.person("Stranger");
    const page = `${mill.contests}/new`;
    expect((await browser(stranger).get(page)).words).toContain("You belong to no community on this server yet");
    const forged = await browser(stranger).send("/directory/new", mill.contests, {
      field: "ownership",
      community: communityId,
      why,
    });
    expect(forged.status).toBe(422);
    expect((await browser().get(page)).location).toContain("/sign-in");
    const visitor = await browser().send("/directory/new", mill.contests, { field: "ownership" });
    expect(visitor.location).toContain("/sign-in");
    expect(await contestsOf(cast.application.read, mill.entryId)).toEqual([]);
  });

  test("is contested only where something is said, and with a reason", async () => {
    const mill = await place();
    expect((await contest(mill, bob, { why: " " })).status).toBe(422);
    expect((await contest(mill, bob, { field: "fee" })).status).toBe(404);
    expect((await contest(mill, bob, { field: "elsewhere" })).status).toBe(422);
    expect(await contestsOf(cast.application.read, mill.entryId)).toEqual([]);
  });

  test("takes its contests along when the place is taken off the list, and leaves the threads", async () => {
    const mill = await place();
    await contest(mill, bob);
    const threadId = await threadOf(mill);
    valueOf(await cast.application.execute(removeEntry, { entryId: mill.entryId, why: "mistaken" }, byPerson(ada)));
    expect(await contestsOf(cast.application.read, mill.entryId)).toEqual([]);
    expect((await browser().get(`/threads/${threadId}`)).status).toBe(200);
  });
});
