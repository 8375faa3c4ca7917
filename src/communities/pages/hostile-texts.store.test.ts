import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainCommunity, valueOf } from "../../../testing/community-cast.ts";
import { openCommunityWeb, type CommunityWeb } from "../../../testing/community-pages.ts";
import { hostileTexts } from "../../../testing/hostile-texts.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { announce } from "../commands/announcements/announce.ts";
import { changeProfile } from "../commands/community/change-profile.ts";
import { changeRules } from "../commands/community/change-rules.ts";
import { joinCommunity } from "../commands/membership/join-community.ts";
import { fileReport } from "../commands/moderation/file-report.ts";
import type { CommunityId, PersonId } from "../model/community.ts";

let web: CommunityWeb;
let communityId: CommunityId;
let steward: PersonId;
beforeAll(async () => {
  web = await openCommunityWeb();
  steward = await web.person("Steward");
  communityId = await web.community(steward, { handle: "sturdy", joining: "approval", memberList: "everyone" });
});
afterAll(() => web.close());

const pages = ["", "/join", "/members", "/admissions", "/settings", "/reports", "/report", "/blocks", "/log", "/leave"];
const short = (text: string) => text.trim().slice(0, 80) || "x";

/** What a browser would run, or fetch from elsewhere, in a page. */
function runnable(html: string): readonly string[] {
  const ours = html.replace(/<script type="module" src="\/assets\/[a-z.]+"><\/script>/g, "");
  const tags = ours.match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter((tag) => {
    // Quoted values are text; what is left are names of elements and attributes, and unquoted values.
    const bare = tag.replace(/"[^"]*"/g, '""');
    const leads = /\s(?:href|src|action|formaction|data)="\s*(?:javascript|vbscript|data:text|file|blob|\/\/)/i.test(
      tag,
    );
    return (
      /^<(?:script|iframe|object|embed|svg\s+onload|style|base|meta\s+http)/i.test(bare) ||
      /\son[a-z]+\s*=/i.test(bare) ||
      leads
    );
  });
}

describe("hostile words in every field of a community (row 15)", () => {
  test("stay words on every page", async () => {
    const found: string[] = [];
    for (const [place, text] of hostileTexts.entries()) {
      if (place % 13 !== 0) continue;
      await write(text);
      for (const page of ["/", "/communities", ...pages.map((path) => `/communities/sturdy${path}`)]) {
        const { html, status } = await web.browser(steward, text).get(page);
        expect(status).toBe(200);
        found.push(...runnable(html).map((tag) => `${page}: ${tag}`));
      }
    }
    expect(found).toEqual([]);
  }, 120_000);

  test("would be found if they were more than words", () => {
    expect(runnable("<p><img src=x onerror=alert(1)></p>")).toHaveLength(1);
    expect(runnable('<a href="javascript:alert(1)">x</a>')).toHaveLength(1);
    expect(runnable("<script>alert(1)</script>")).toHaveLength(1);
    expect(runnable('<p title="<script>alert(1)</script>">x</p>')).toEqual([]);
  });
});

async function write(text: string): Promise<void> {
  const { execute } = web.application;
  const by = () => byPerson(steward);
  const profile = {
    ...plainCommunity,
    communityId,
    name: short(text),
    purpose: { en: text.trim().slice(0, 200) || "x" },
    description: { en: text },
    codeOfConduct: { en: text },
    links: [{ label: short(text), url: "https://wiki.example/?q=\"'><script>" }],
  };
  valueOf(await execute(changeProfile, profile, by()));
  const reason = text.trim() === "" ? "x" : text;
  for (const joining of ["open", "approval"]) {
    valueOf(await execute(changeRules, { communityId, joining, memberList: "everyone", reason }, by()));
  }
  const applicant = await web.person(short(text), `host-${crypto.randomUUID()}.example`);
  valueOf(await execute(joinCommunity, { communityId, reason }, byPerson(applicant)));
  valueOf(await execute(announce, { communityId, language: "en", text: reason }, by()));
  const report = { communityId, account: reason.slice(0, 400), objects: [reason.slice(0, 1_000)], text: reason };
  valueOf(await execute(fileReport, report, byPerson(applicant)));
}
