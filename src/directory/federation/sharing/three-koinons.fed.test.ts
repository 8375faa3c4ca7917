import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { startLinkedDirectory, type LinkedDirectory } from "../../../../testing/linked-directories.ts";
import { startMailServer, type MailServer } from "../../../../testing/mail-server.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { removeEntry } from "../../commands/remove-entry.ts";
import { sayOfEntry } from "../../commands/say-of-entry.ts";
import { withdrawClaim } from "../../commands/withdraw-claim.ts";
import { entryByDomain } from "../../store/entries.read.ts";
import { countFollowers } from "../../store/sharing/followers.read.ts";
import { originsIn } from "../../store/sharing/origins.read.ts";

const patience = { deadlineMs: 30_000, intervalMs: 100 };
const unsure = { certainty: "medium", source: "https://wiki.example/places" } as const;

let mail: MailServer;
let rogue: ForeignServer;
let plum: LinkedDirectory;
let pear: LinkedDirectory;
let quince: LinkedDirectory;
let all: readonly LinkedDirectory[];

const readOf = ({ running }: LinkedDirectory) => running.koinon.application.read;
const followedBy = (directory: LinkedDirectory) => originsIn(readOf(directory), ["followed"], 10);

/** What everybody reads of a place there, once `holds` is true of it. */
function reads(directory: LinkedDirectory, domain: string, what: string, holds: (words: string) => boolean) {
  const find = async () => {
    const words = (await directory.entryPage(domain))?.words ?? "";
    return holds(words) ? words : undefined;
  };
  return waitFor(`${domain} at ${directory.host}: ${what}`, find, patience);
}

async function add(directory: LinkedDirectory, domain: string, said: { readonly [field: string]: unknown }) {
  const input = { domain, ...unsure, ...said } as Parameters<typeof addEntry.run>[1];
  const { application } = directory.running.koinon;
  return valueOf(await application.execute(addEntry, input, byPerson(directory.operator))).entryId;
}

async function say(directory: LinkedDirectory, domain: string, said: { readonly [field: string]: unknown }) {
  const entry = await entryByDomain(readOf(directory), domain);
  const input = { entryId: entry?.id ?? "", ...unsure, ...said } as Parameters<typeof sayOfEntry.run>[1];
  valueOf(await directory.running.koinon.application.execute(sayOfEntry, input, byPerson(directory.operator)));
}

async function follow(from: LinkedDirectory, to: LinkedDirectory): Promise<void> {
  const done = await from.browser.submit("/directory/sharing", "/directory/sharing", { directory: to.host });
  expect(done.location).toBe("/directory/sharing?done=directory-asked");
}

beforeAll(async () => {
  mail = await startMailServer();
  rogue = await startForeignServer({ address: "127.0.94.9" });
  plum = await startLinkedDirectory("127.0.94.1", mail);
  pear = await startLinkedDirectory("127.0.94.2", mail);
  quince = await startLinkedDirectory("127.0.94.3", mail);
  all = [plum, pear, quince];
  // What stood before anybody followed.
  await add(plum, "orchard.example", { ownership: "association", summary: "Trees for everybody" });
  for (const from of all) for (const to of all) if (from !== to) await follow(from, to);
  for (const directory of all) {
    const isThere = async () => {
      const followed = await followedBy(directory);
      return followed.length === 2 && followed.every(({ heardAt, isBehind }) => heardAt !== undefined && !isBehind);
    };
    await waitFor(`two directories heard at ${directory.host}`, isThere, patience);
  }
}, 120_000);
afterAll(async () => {
  for (const directory of all ?? []) await directory.running.stop();
  await rogue?.stop();
  await mail?.stop();
});

describe("three directories that follow one another", { timeout: 120_000 }, () => {
  test("show what stood on one of them before, as said by it", async () => {
    for (const other of [pear, quince]) {
      const words = await reads(other, "orchard.example", "the summary", (text) =>
        text.includes("Trees for everybody"),
      );
      expect(words).toContain(`As another directory says: ${plum.host} · attested there by somebody with an account`);
      expect(words).toContain("This entry is listed; the place itself has not verified it");
    }
    expect(await pear.record("orchard.example")).toMatchObject({
      ownership: "association",
      verification: [],
      provenance: {
        ownership: {
          basis: "heard",
          by: `directory:${plum.host}`,
          heard: { from: plum.host, basis: "attested", by: "person" },
          sources: ["https://wiki.example/places"],
        },
      },
    });
  });

  test("hear of a change on one of them, signed and sent by it", async () => {
    await say(plum, "orchard.example", { fee: "Five a month" });
    await add(pear, "granary.example", { ownership: "worker_coop" });
    for (const other of [pear, quince]) {
      await reads(other, "orchard.example", "the fee", (text) => text.includes("Five a month"));
    }
    for (const other of [plum, quince]) {
      const words = await reads(other, "granary.example", "the granary", (text) =>
        text.includes("Co-operative of workers"),
      );
      expect(words).toContain(`As another directory says: ${pear.host}`);
    }
  });

  test("show a contradiction side by side, on all of them", async () => {
    await say(pear, "orchard.example", { ownership: "member_coop" });
    for (const directory of all) {
      const words = await reads(directory, "orchard.example", "both answers", (text) => {
        return text.includes("Association") && text.includes("Co-operative of members");
      });
      expect(words).toContain("Others say");
    }
  });

  test("say only what they say themselves, so that nothing goes in circles", async () => {
    const told = async (directory: LinkedDirectory) =>
      (await followedBy(directory)).map(({ host, claims }) => [host, claims] as const);
    // Of two places: their names, kinds and ownerships; a summary and a fee.
    expect(new Map(await told(quince))).toEqual(
      new Map([
        [plum.host, 5],
        [pear.host, 4],
      ]),
    );
    expect(new Map(await told(plum)).get(quince.host)).toBe(0);
  });

  test("believe nobody who speaks for one of them", async () => {
    const inbox = `${quince.running.origin}/actors/directory/inbox`;
    const actor = `${plum.running.origin}/actors/directory`;
    const mallory = rogue.addActor("directory", { type: "Service" });
    const [followed] = (await followedBy(quince)).filter(({ host }) => host === plum.host);
    const after = followed?.upTo ?? 0;
    const claim = { value: "company", basis: "self-declared", by: "person", at: "2026-01-01T00:00:00Z" };
    const entry = `${plum.running.origin}/directory/e1`;
    const change = { number: after + 1, type: "claim-said", at: claim.at, entry, domain: "orchard.example" };
    const changes = [{ ...change, field: "ownership", claimId: "c1", claim }];
    const forged = (as: string, id: string) => ({
      "@context": "https://www.w3.org/ns/activitystreams",
      id: `${as}/forged-${after}`,
      type: "Update",
      actor: as,
      to: ["https://www.w3.org/ns/activitystreams#Public"],
      object: {
        id,
        type: "Document",
        attributedTo: as,
        content: JSON.stringify({ actor, after, changes, last: after + 1 }),
      },
    });
    const page = `${plum.running.origin}/directory/changes.json?after=${after}`;
    const sent = async (activity: ReturnType<typeof forged>) => (await rogue.send(mallory, inbox, activity)).status;
    // Another's key; another's document; and one whom nobody follows, who is heard and not believed.
    expect(await sent(forged(actor, page))).toBe(401);
    expect(await sent(forged(mallory.id, page))).toBe(403);
    expect(await sent(forged(mallory.id, `${rogue.origin}/directory/changes.json`))).toBe(202);
    await say(plum, "orchard.example", { venue: "The big barn" });
    await reads(quince, "orchard.example", "the venue", (text) => text.includes("The big barn"));
    expect(JSON.stringify(await quince.record("orchard.example"))).not.toContain("company");
  });

  test("hear when something is taken back, or a place removed", async () => {
    const entry = await entryByDomain(readOf(plum), "orchard.example");
    const entryId = entry?.id ?? "";
    const { application } = plum.running.koinon;
    valueOf(await application.execute(withdrawClaim, { entryId, field: "fee" }, byPerson(plum.operator)));
    for (const other of [pear, quince]) {
      const isPast = (text: string) => /said before .*Five a month/.test(text);
      await reads(other, "orchard.example", "a fee of the past", isPast);
      expect(await other.record("orchard.example")).not.toHaveProperty("fee");
    }
    const granary = (await entryByDomain(readOf(pear), "granary.example"))?.id ?? "";
    const removal = { entryId: granary, why: "opted-out" } as const;
    valueOf(await pear.running.koinon.application.execute(removeEntry, removal, byPerson(pear.operator)));
    for (const directory of all) {
      const isGone = async () => (await directory.entryPage("granary.example")) === undefined;
      await waitFor(`the granary gone at ${directory.host}`, isGone, patience);
    }
  });

  test("show nothing any more of one that is followed no longer, and all that others say", async () => {
    await add(plum, "mill.example", { ownership: "collective_unincorporated" });
    await reads(quince, "mill.example", "the mill", (text) => text.includes(plum.host));
    const [followed] = (await followedBy(quince)).filter(({ host }) => host === plum.host);
    const path = `/directory/sharing/${followed?.id}/end`;
    expect((await quince.browser.get(path)).words).toContain(`Follow ${plum.host} no longer?`);
    await quince.browser.submit(path, path);
    expect(await quince.entryPage("mill.example")).toBeUndefined();
    const words = (await quince.entryPage("orchard.example"))?.words ?? "";
    expect(words).toContain("Co-operative of members");
    expect(words).not.toContain(plum.host);
    expect(words).not.toContain("Trees for everybody");
    expect((await quince.browser.get("/directory/changes.json")).html).not.toContain(`directory:${plum.host}`);
    await waitFor("plum told", async () => (await countFollowers(readOf(plum))) === 1, patience);
    expect((await pear.entryPage("mill.example"))?.words).toContain(plum.host);
  });
});
