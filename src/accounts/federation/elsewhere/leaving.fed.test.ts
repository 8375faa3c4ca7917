import { afterAll, beforeAll, expect, test } from "vitest";
import { foundingOrganiser } from "../../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../../testing/koinon.ts";
import { startMailServer, type MailServer } from "../../../../testing/mail-server.ts";
import { personElsewhere } from "../../../../testing/person-elsewhere.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import { countFollowers } from "../../../communities/index.ts";
import { standingOf, personByActor } from "../../index.ts";
import { personActorByHandle } from "../../store/elsewhere/person-actors.read.ts";

let mail: MailServer;
let there: RunningKoinon;
let home: RunningKoinon;

beforeAll(async () => {
  mail = await startMailServer();
  [there, home] = await Promise.all([
    startKoinon({ address: "127.0.0.43" }),
    startKoinon({ address: "127.0.0.44", variables: { SMTP_URL: mail.url } }),
  ]);
}, 60_000);
afterAll(async () => {
  await home?.stop();
  await there?.stop();
  await mail?.stop();
});

const patience = { deadlineMs: 20_000, intervalMs: 100 };

test(
  "who leaves at home is gone elsewhere too, and their actor answers that it is gone",
  { timeout: 60_000 },
  async () => {
    const { communityId } = await foundingOrganiser(there.koinon);
    const { read } = there.koinon.application;
    const dora = await personElsewhere(home, mail, "Dora");
    await dora.follow(`@plum@${new URL(there.origin).host}`);
    const isHeard = async () => (await countFollowers(read, communityId)) === 1;
    await waitFor("Dora listens there", isHeard, patience);
    const actor = await personActorByHandle(home.koinon.application.read, "dora");
    const uri = `${home.origin}/actors/${actor?.id}`;
    const asServer = { headers: { accept: "application/activity+json" } };
    const document = (await (await fetch(uri, asServer)).json()) as Record<string, unknown>;
    expect(document).toMatchObject({
      type: "Person",
      preferredUsername: "dora",
      name: "Dora",
      discoverable: false,
      indexable: false,
      manuallyApprovesFollowers: true,
      publicKey: { id: `${uri}#main-key` },
      assertionMethod: [{ id: `${uri}#ed25519-key` }],
      endpoints: { sharedInbox: `${home.origin}/inbox` },
    });
    expect((await fetch(uri, { redirect: "manual" })).headers.get("location")).toBe(
      `${home.origin}/people/${actor?.id}`,
    );

    await dora.write(`@plum@${new URL(there.origin).host}`, "join");
    const person = await waitFor("Dora is known there", () => personByActor(read, uri), patience);
    await dora.browser.submit("/me/leave", "/me/leave", { sure: "yes" });
    await waitFor("Dora is forgotten there", async () => (await personByActor(read, uri)) === undefined, patience);
    expect(await standingOf(read, person)).toBe("left");
    expect((await fetch(uri, asServer)).status).toBe(410);
    const finger = `${home.origin}/.well-known/webfinger?resource=acct:dora@${new URL(home.origin).host}`;
    expect((await (await fetch(finger)).text()).includes("Dora")).toBe(false);
  },
);
