import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openCommunityWeb, type CommunityWeb } from "../../../../testing/community-pages.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { verifyExport } from "../../../kernel/activity-log/export.ts";
import { logTables } from "../../../kernel/activity-log/log.tables.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { joinCommunity } from "../../commands/membership/join-community.ts";
import { endMembership } from "../../commands/membership/end-membership.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";

let web: CommunityWeb;
let ada: PersonId;
let grace: PersonId;
beforeAll(async () => {
  web = await openCommunityWeb();
  ada = await web.person("Ada");
  grace = await web.person("Grace");
});
afterAll(() => web.close());

async function withHistory(handle: string, memberList = "everyone"): Promise<CommunityId> {
  const communityId = await web.community(ada, { handle, memberList });
  await web.join(communityId, grace);
  const end = { communityId, personId: grace, reason: "Moved away." };
  valueOf(await web.application.execute(endMembership, end, byPerson(ada)));
  return communityId;
}

describe("the record of a community", () => {
  test("tells members who did what, and why where power moved", async () => {
    await withHistory("told");
    const { words } = await web.browser(ada).get("/communities/told/log");
    expect(words).toContain("Ada founded the community.");
    expect(words).toContain("Grace joined.");
    expect(words).toContain("Ada ended the membership of Grace. Why: Moved away.");
    expect(words).toContain("The 3 entries on this page fit together without a gap.");
  });

  test("names nobody to members who may not see who the members are", async () => {
    const communityId = await withHistory("discreet", "stewards");
    const emmy = await web.person("Emmy");
    await web.join(communityId, emmy);
    const { words } = await web.browser(emmy).get("/communities/discreet/log");
    expect(words).toContain("Somebody joined.");
    expect(words).not.toContain("Grace");
  });

  test("names nobody where it must not be known who did something", async () => {
    const communityId = await withHistory("unnamed");
    await happens(communityId, { command: "communities/close-quietly", event: "report-resolved" });
    const { words } = await web.browser(ada).get("/communities/unnamed/log");
    expect(words).toContain("Somebody closed a report.");
  });

  test("tells that something happened even where it has no words for it", async () => {
    const communityId = await withHistory("later");
    await happens(communityId, { command: "orchard/pick", event: "plums-picked" });
    const { words } = await web.browser(ada).get("/communities/later/log");
    expect(words).toContain("An act of another kind: plums-picked");
  });

  test("shows which entry was changed behind its back", async () => {
    const communityId = await withHistory("changed");
    await web.application.database.write(async (transaction) => {
      const entry = logTables(transaction)
        .updateTable("log_entries")
        .set({ actor: `person:${ada}` });
      await entry.where("chain", "=", communityId).where("sequence", "=", 2).execute();
    });
    const { words } = await web.browser(ada).get("/communities/changed/log");
    expect(words).toContain("Entry 2 does not fit the one before it.");
  });

  test("goes on over many pages, each checked against the one before", async () => {
    const communityId = await web.community(ada, { handle: "long" });
    for (let count = 0; count < 60; count++) await web.join(communityId, await web.person(`P${count}`));
    const first = await web.browser(ada).get("/communities/long/log");
    expect(first.words).toContain("The 50 entries on this page fit together");
    const older = /href="(\/communities\/long\/log\?before=\d+)" rel="next"/.exec(first.html)?.[1] ?? "";
    const second = await web.browser(ada).get(older);
    expect(second.words).toContain("The 11 entries on this page fit together");
    expect(second.words).toContain("Ada founded the community.");
  });

  test("is a file that anybody can check, without the words that are not for all members", async () => {
    const communityId = await web.community(ada, { handle: "filed", joining: "approval" });
    const asked = { communityId, reason: "A private matter." };
    valueOf(await web.application.execute(joinCommunity, asked, byPerson(grace)));
    const { html } = await web.browser(ada).get("/communities/filed/log/record.jsonl");
    expect(html).not.toContain("A private matter.");
    const verdict = await verifyExport(inOnePiece(html));
    expect(verdict).toMatchObject({ isWhole: true, chain: communityId, entries: 2, erased: 1 });
    expect(await verifyExport(inOnePiece(html.replace("Plum League", "Pear League")))).toMatchObject({
      isWhole: false,
    });
  });
});

/** Something that another version of the program, or a capability that these pages lack, tells of without saying who did it. */
async function happens(communityId: CommunityId, told: { readonly command: string; readonly event: string }) {
  const command = defineCommand({
    name: told.command,
    input: z.object({}),
    chain: () => communityId,
    authorise: async () => undefined,
    async run(context) {
      context.emitUnnamed({ name: told.event, version: 1, payload: {} });
      return accepted(null);
    },
  });
  valueOf(await web.application.execute(command, {}, byPerson(ada)));
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
