import { afterAll, beforeAll, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../testing/community-cast.ts";
import { federationExample } from "../../../testing/federation-examples.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { By } from "../../kernel/commands/execute.ts";
import { announce } from "../commands/announcements/announce.ts";
import { sharePost } from "../commands/announcements/share-post.ts";
import { startListening } from "../commands/listening/start-listening.ts";
import { fileReport } from "../commands/moderation/file-report.ts";
import { forwardReport } from "../commands/moderation/forward-report.ts";
import type { CommunityId, PersonId } from "../model/community.ts";
import { communityOutbox } from "./outbox.ts";

let cast: CommunityCast;
let ada: PersonId;
let communityId: CommunityId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  communityId = await cast.community(ada, { sharesMentions: true });
});
afterAll(() => cast.close());

const ana = "https://social.example/users/ana";
const federated = (): By => ({ actor: { kind: "visitor" }, origin: { from: "federated", key: crypto.randomUUID() } });

/** What goes out for the last event of this name, with the ids that `FEDERATION.md` gives to such things. */
async function published(name: string): Promise<unknown> {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = communityOutbox.filter((publisher) => publisher.events.includes(name));
  const [outgoing] = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  const { announcementId, shareId } = event.payload;
  const shown = (id: unknown, place: number) => (text: string) =>
    typeof id === "string" ? text.replaceAll(id, `019440a0-0000-7000-8000-00000000000${place}`) : text;
  const named = [shown(communityId, 1), shown(announcementId, 4), shown(shareId, 5)];
  const text = named.reduce((so, rename) => rename(so), JSON.stringify(outgoing?.activity));
  return JSON.parse(text.replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/")) as unknown;
}

test("a Follow is answered as the document shows", async () => {
  const listen = {
    communityId,
    actorId: communityId,
    uri: ana,
    inbox: `${ana}/inbox`,
    followId: "https://social.example/3f2a8c1e",
  };
  valueOf(await cast.application.execute(startListening, listen, federated()));
  expect(await published("listening-started")).toEqual(federationExample("out", "accept-follow"));
});

test("an announcement goes out as the document shows", async () => {
  const said = { communityId, language: "en", text: "We meet on **Friday**." };
  valueOf(await cast.application.execute(announce, said, byPerson(ada)));
  expect(await published("announcement-made")).toEqual(federationExample("out", "announcement"));
});

test("a post is passed on as the document shows", async () => {
  const post = { communityId, personId: ada, uri: `${ana}/statuses/116`, authorUri: ana };
  valueOf(await cast.application.execute(sharePost, post, federated()));
  expect(await published("post-shared")).toEqual(federationExample("out", "boost"));
});

test("a report is passed on as the document shows", async () => {
  const objects = ["https://rude.example/posts/1"];
  const complaint = { communityId, account: "@mallory@rude.example", objects, text: "They wrote threats." };
  const { reportId } = valueOf(await cast.application.execute(fileReport, complaint, byPerson(ada)));
  const accountUri = "https://rude.example/users/mallory";
  valueOf(await cast.application.execute(forwardReport, { communityId, reportId, accountUri }, byPerson(ada)));
  expect(await published("report-forwarded")).toEqual(federationExample("out", "report"));
});
