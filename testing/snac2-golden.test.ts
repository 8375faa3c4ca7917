import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import type { ForeignActor } from "./foreign-actor.ts";
import { startForeignServer, type ForeignServer, type ReceivedActivity } from "./foreign-server.ts";
import { sendRequest, type Headers } from "./http-exchange.ts";
import { startSnac, type Snac } from "./snac2.ts";

const golden = resolve(import.meta.dirname, "../src/kernel/federation/golden/snac2");

let snac: Snac<"ana" | "ben">;
let koinon: ForeignServer;
let picnic: ForeignActor;
let pollId: string;

beforeAll(async () => {
  [snac, koinon] = await Promise.all([startSnac({ users: ["ana", "ben"] }), startForeignServer()]);
  picnic = koinon.addActor("picnic", {
    type: "Group",
    document: { endpoints: { sharedInbox: `${koinon.origin}/inbox` } },
  });
  pollId = `${koinon.origin}/polls/1`;
});
afterAll(() => Promise.all([snac.stop(), koinon.stop()]));

/** An activity of the picnic's, sent to everybody on the snac2. */
async function publish(type: string, object: Json): Promise<void> {
  const id = `${koinon.origin}/activities/${type}`;
  const activity = { "@context": "https://www.w3.org/ns/activitystreams", type, id, actor: picnic.id, object };
  await koinon.send(picnic, `${snac.origin}/shared-inbox`, activity);
}

function poll(): Json {
  const now = Temporal.Now.instant();
  const option = (name: string) => ({ type: "Note", name, replies: { type: "Collection", totalItems: 0 } });
  return {
    type: "Question",
    id: pollId,
    attributedTo: picnic.id,
    content: "<p>When?</p>",
    to: ["https://www.w3.org/ns/activitystreams#Public"],
    cc: [`${picnic.id}/followers`],
    published: now.toString({ smallestUnit: "second" }),
    endTime: now.add({ hours: 24 }).toString({ smallestUnit: "second" }),
    anyOf: [option("Mon 10:00 UTC"), option("Tue 19:00 UTC")],
  };
}

/** The text of a document with `.example` hosts, and with what differs from one run to the next made equal. */
function asExample(document: unknown): string {
  const hosts: readonly (readonly [string, string])[] = [
    [snac.origin, "https://snac.example"],
    [new URL(snac.origin).host, "snac.example"],
    [koinon.origin, "https://koinon.example"],
    [new URL(koinon.origin).host, "koinon.example"],
  ];
  const named = hosts.reduce(
    (text, [real, example]) => text.replaceAll(real, example),
    JSON.stringify(document, null, 2),
  );
  return `${named
    .replace(/\d{10}\.\d{6}/g, "1795302240.523743")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "2026-11-21T23:04:00Z")
    .replace(/(?<![\w])\d{10}(?=[0-9a-f]{32})/g, "1795302240")
    .replace(/[0-9a-f]{32}/g, "ad22a9cd6af7a093061ab99be7209b24")
    .replace(
      /-----BEGIN PUBLIC KEY-----.*-----END PUBLIC KEY-----/g,
      "-----BEGIN PUBLIC KEY-----\\n…\\n-----END PUBLIC KEY-----",
    )
    .replace(/"id": "\d{16}"/g, '"id": "1795302240523743"')}\n`;
}

const sample = (name: string) => resolve(golden, `${name}.json`);

/** The activity that arrives next, as an example; `accept` tells it from others of its type. */
async function sent(type: string, accept?: (arrived: ReceivedActivity) => boolean): Promise<string> {
  return asExample((await koinon.waitForActivity(type, accept)).activity);
}

/** Whether the activity carries the object `id`. */
const carries = (id: string) => (arrived: ReceivedActivity) =>
  JSON.stringify(arrived.activity["object"]).includes(`"${id}"`);

describe("what snac2 sends still looks like its samples", { timeout: 20_000 }, () => {
  it("follow, and accepting a follow", async () => {
    const { ana } = snac.users;
    await ana.follow(picnic.id);
    await expect(await sent("Follow")).toMatchFileSnapshot(sample("follow"));
    const { activity } = await koinon.waitForActivity("Follow");
    await publish("Accept", activity);
    await ana.waitFor("the picnic accepts", async () => (await ana.followState(picnic.id)) === "accepted");
    await publish("Follow", ana.actorUrl);
    await expect(await sent("Accept")).toMatchFileSnapshot(sample("accept-follow"));
  });

  it("votes by an app with content, votes on a page without, each with a name", async () => {
    const { ana, ben } = snac.users;
    await publish("Create", poll());
    await ana.waitFor("the poll is there", () => ana.object(pollId));
    const by = (actorUrl: string) => (arrived: ReceivedActivity) => arrived.activity["actor"] === actorUrl;
    await ana.vote(pollId, ["Tue 19:00 UTC"]);
    await expect(await sent("Create", by(ana.actorUrl))).toMatchFileSnapshot(sample("vote-by-app"));
    await ben.voteOnPage(pollId, ["Tue 19:00 UTC"]);
    await expect(await sent("Create", by(ben.actorUrl))).toMatchFileSnapshot(sample("vote-on-page"));
  });

  it("replies and messages", async () => {
    const { ana } = snac.users;
    const inPublic = await ana.reply(pollId, "add me");
    await expect(await sent("Create", carries(inPublic))).toMatchFileSnapshot(sample("reply-public"));
    const inPrivate = await ana.reply(pollId, "yes, two of us", "mentioned");
    await expect(await sent("Create", carries(inPrivate))).toMatchFileSnapshot(sample("reply-direct"));
    const message = await ana.directMessage(picnic.id, "STOP");
    await expect(await sent("Create", carries(message))).toMatchFileSnapshot(sample("direct-message"));
  });

  it("posts, polls, and what becomes of them", async () => {
    const { ana } = snac.users;
    const note = await ana.post("the well is open");
    await expect(await sent("Create", carries(note))).toMatchFileSnapshot(sample("create-note"));
    const inside = await ana.post("just us", { visibility: "followers" });
    await expect(await sent("Create", carries(inside))).toMatchFileSnapshot(sample("create-note-to-followers"));
    const choice = { options: ["yes", "no"], isMultiple: false, endsInSeconds: 3600 };
    const question = await ana.post("tea?", { poll: choice });
    await expect(await sent("Create", carries(question))).toMatchFileSnapshot(sample("create-question"));
    await ana.edit(note, "the well is closed");
    await expect(await sent("Update", carries(note))).toMatchFileSnapshot(sample("update-note"));
    await ana.delete(note);
    await expect(await sent("Delete")).toMatchFileSnapshot(sample("delete"));
    await ana.boost(pollId);
    await expect(await sent("Announce")).toMatchFileSnapshot(sample("announce"));
    await ana.like(pollId);
    await expect(await sent("Like")).toMatchFileSnapshot(sample("like"));
  });

  it("moving away, and following no longer", async () => {
    const { ana, ben } = snac.users;
    await ana.moveTo(ben);
    await expect(await sent("Move")).toMatchFileSnapshot(sample("move"));
    await ana.unfollow(picnic.id);
    await expect(await sent("Undo")).toMatchFileSnapshot(sample("undo-follow"));
  });
});

describe("what snac2 serves still looks like its samples", { timeout: 20_000 }, () => {
  const get = async (path: string, headers: Headers = {}): Promise<unknown> =>
    JSON.parse((await sendRequest({ url: `${snac.origin}${path}`, headers })).text);

  it("people and how they are found", async () => {
    const { ben } = snac.users;
    await expect(asExample(await get("/ben", { accept: "application/activity+json" }))).toMatchFileSnapshot(
      sample("served-person"),
    );
    await expect(asExample(await get(`/.well-known/webfinger?resource=acct:${ben.handle}`))).toMatchFileSnapshot(
      sample("served-webfinger"),
    );
    await expect(asExample(await get("/.well-known/nodeinfo"))).toMatchFileSnapshot(sample("served-nodeinfo-links"));
  });

  it("a registered app", async () => {
    const asked = { client_name: "Koinon", redirect_uris: "https://koinon.example/sign-in/return" };
    const headers = { "content-type": "application/json" };
    const url = `${snac.origin}/api/v1/apps`;
    const answered = await sendRequest({ method: "POST", url, headers, body: JSON.stringify(asked) });
    await expect(asExample(JSON.parse(answered.text))).toMatchFileSnapshot(sample("served-app"));
  });
});
