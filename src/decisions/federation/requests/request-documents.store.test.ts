import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { draftRequest } from "../../commands/requests/draft-request.ts";
import { moveRequest } from "../../commands/requests/move-request.ts";
import { writeRequest } from "../../commands/requests/write-request.ts";
import { requestById } from "../../store/requests/requests.read.ts";
import { decisionOutbox } from "../outbox.ts";
import { requestAt } from "./request-addresses.ts";
import { requestInbox } from "./request-inbox.ts";

let cast: DecisionCast;
let ada: PersonId;
let communityId: CommunityId;
beforeAll(async () => {
  cast = await openDecisionCast();
  cast.clock.set("2027-02-01T10:00:00Z");
  ada = await cast.person("Ada");
  communityId = await cast.community(ada);
});
afterAll(() => cast.close());

async function drafted(audience: "everyone" | "members"): Promise<string> {
  const threadId = await cast.thread(ada, communityId, { audience });
  const input = { communityId, threadId, title: "Shared words", text: "We say *instance*." };
  return valueOf(await cast.application.execute(draftRequest, input, byPerson(ada))).requestId;
}

const move = async (requestId: string, to: "comments" | "last-call" | "withdrawn") =>
  valueOf(await cast.application.execute(moveRequest, { communityId, requestId, to }, byPerson(ada)));

/** What goes out to all for the last event of this name, with the ids that `FEDERATION.md` gives to such things. */
async function published(name: string, requestId: string): Promise<readonly unknown[]> {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = decisionOutbox.filter((publisher) => publisher.events.includes(name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  const thread = (await requestById(cast.application.read, requestId))?.threadId ?? "";
  const text = JSON.stringify(outgoing.map(({ activity }) => activity))
    .replaceAll(communityId, "019440a0-0000-7000-8000-000000000001")
    .replaceAll(requestId, "019440a0-0000-7000-8000-00000000000f")
    .replaceAll(thread, "019440a0-0000-7000-8000-00000000000a");
  return JSON.parse(text.replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/")) as readonly unknown[];
}

test("a request goes out as an Article when it first asks for comments, and then as the document shows", async () => {
  const id = await drafted("everyone");
  expect(await published("request-drafted", id)).toEqual([]);
  await move(id, "comments");
  expect(await published("request-moved", id)).toEqual([federationExample("out", "request-for-comments")]);
  await move(id, "last-call");
  const [update, note] = await published("request-moved", id);
  expect(update).toMatchObject({ type: "Update", object: { type: "Article" } });
  expect(note).toEqual(federationExample("out", "request-in-last-call"));
});

test("new words of a request that is out are an Update, and a draft that is taken back is told to nobody", async () => {
  const id = await drafted("everyone");
  const write = { communityId, requestId: id, title: "Shared words", text: "We say *server*." };
  valueOf(await cast.application.execute(writeRequest, write, byPerson(ada)));
  expect(await published("request-written", id)).toEqual([]);
  await move(id, "comments");
  valueOf(await cast.application.execute(writeRequest, { ...write, text: "We say *place*." }, byPerson(ada)));
  const [update] = await published("request-written", id);
  expect(update).toMatchObject({ type: "Update", object: { type: "Article" } });
  expect(JSON.stringify(update)).toContain("place");
  const unsaid = await drafted("everyone");
  await move(unsaid, "withdrawn");
  expect(await published("request-moved", unsaid)).toEqual([]);
});

test("a request among members goes out to nobody", async () => {
  const id = await drafted("members");
  await move(id, "comments");
  expect(await published("request-moved", id)).toEqual([]);
});

test("a public reply to a request, or to what told of its move, is a comment in its thread", async () => {
  const id = await drafted("everyone");
  await move(id, "comments");
  const { origin, read } = cast.application;
  const recognised = (inReplyTo: string, isPublic = true) =>
    requestInbox[0]?.recognise(
      {
        type: "Create",
        object: { id: "https://social.example/notes/7", text: "Yes.", inReplyTo, isPublic, name: undefined },
      } as never,
      { origin, read },
    );
  const page = new URL(`/requests/${id}`, origin).href;
  const threadId = (await requestById(read, id))?.threadId;
  const input = { communityId, threadId, parentId: "", text: "Yes.", sourceUri: "https://social.example/notes/7" };
  expect(await recognised(page)).toMatchObject({ input });
  expect(await recognised(`${page}/moves/1`)).toMatchObject({ input });
  expect(await recognised(page, false)).toBeUndefined();
  expect(await recognised("https://social.example/notes/1")).toBeUndefined();
  expect(requestAt(origin, `${page}/edit`)).toBeUndefined();
});
