import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityWeb, type CommunityWeb } from "../../../testing/community-pages.ts";
import { plainCommunity } from "../../../testing/community-cast.ts";
import { applicationOf, invitationOf } from "../store/admissions.read.ts";
import { isBlocked } from "../store/blocks.read.ts";
import { communityByHandle } from "../store/communities.read.ts";
import { isMember, roleOf, stewardsOf } from "../store/members.read.ts";
import { openReports } from "../store/reports.read.ts";
import type { CommunityId, PersonId } from "../model/community.ts";

let web: CommunityWeb;
let ada: PersonId;
let grace: PersonId;
let communities = 0;
beforeAll(async () => {
  web = await openCommunityWeb();
  ada = await web.person("Ada");
  grace = await web.person("Grace");
});
afterAll(() => web.close());

async function community(
  said: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly id: CommunityId; readonly path: string }> {
  communities += 1;
  const handle = `league_${communities}`;
  return { id: await web.community(ada, { handle, ...said }), path: `/communities/${handle}` };
}
const read = () => web.application.read;

describe("founding a community on the web", () => {
  const form = { ...plainCommunity, purpose: "Meet.", description: "", language: "de", handle: "founded" };

  test("takes one form and leads to the new page", async () => {
    await community();
    const answer = await web.browser(ada).submit("/communities/new", "/communities", { ...form, languages: [] });
    expect(answer.location).toBe("/communities/founded?done=founded");
    const page = await web.browser(ada).get("/communities/founded?done=founded");
    expect(page.words).toContain("“Plum League” is founded");
    expect(page.html).toContain("@founded@gather.example");
    expect((await communityByHandle(read(), "founded"))?.purpose).toEqual({ de: "Meet." });
  });

  test("says beside the field what to mend, and keeps what was typed", async () => {
    const typed = { ...form, handle: "no good", purpose: "", languages: [] };
    const answer = await web.browser(ada).submit("/communities/new", "/communities", typed);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('id="field-handle-fault"');
    expect(answer.html).toContain('id="field-purpose-fault"');
    expect(answer.html).toContain('value="no good"');
    expect(answer.html).toContain('value="Plum League"');
  });

  test("is not offered where only operators found", async () => {
    expect((await web.browser(grace).get("/communities/new")).status).toBe(403);
    const home = await web.browser(grace).get("/");
    expect(home.html).not.toContain("/communities/new");
    expect((await web.browser(ada).get("/")).html).toContain("/communities/new");
  });
});

describe("the page of a community", () => {
  test("says what it is, whose, where it stands and what one can do, to a passer-by in their language", async () => {
    const { path } = await community({ purpose: { en: "Meet.", de: "Sich treffen." } });
    const { words, html } = await web.browser().get(`${path}?read-in=de`);
    expect(words).toContain("Sich treffen.");
    expect(words).toContain("Mitmachen");
    expect(words).toContain("Hören zu");
    expect(html).toContain('action="/take-part"');
    expect(html).toContain('lang="de"');
  });

  test("asks a visitor who joins to sign in, and lets them go on", async () => {
    const { path } = await community({ joining: "approval" });
    const answer = await web.browser().submit(path, `${path}/join`, { reason: "Please." });
    expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  test("takes a member in at once where it is open, and says so", async () => {
    const { id, path } = await community();
    const answer = await web.browser(grace).submit(path, `${path}/join`);
    expect(answer.location).toBe(`${path}?done=joined`);
    expect(await isMember(read(), id, grace)).toBe(true);
    expect((await web.browser(grace).get(path)).words).toContain("You are a member.");
  });

  test("asks why where stewards decide, and shows that one waits", async () => {
    const { id, path } = await community({ joining: "approval" });
    const without = await web.browser(grace).submit(path, `${path}/join`, { reason: "" });
    expect([without.status, without.words.includes("Say why you want to join.")]).toEqual([422, true]);
    await web.browser(grace).submit(path, `${path}/join`, { reason: "We run a server." });
    expect((await applicationOf(read(), id, grace))?.reason).toBe("We run a server.");
    expect((await web.browser(grace).get(path)).words).toContain("You have asked to join.");
    await web.browser(grace).submit(path, `${path}/application/withdrawal`);
    expect(await applicationOf(read(), id, grace)).toBeUndefined();
  });

  test("tells announcements to whoever asks here, until they have enough", async () => {
    const { path } = await community();
    await web.browser(grace).submit(path, `${path}/listening`);
    expect((await web.browser(grace).get(path)).words).toContain("Announcements reach you");
    await web.browser(grace).submit(path, `${path}/listening/end`);
    expect((await web.browser(grace).get(path)).words).toContain("Tell me of announcements");
  });

  test("is found whatever the capitals, and nothing else is", async () => {
    const { path } = await community();
    expect((await web.browser().get(path.replace("league", "League"))).status).toBe(200);
    expect((await web.browser().get("/communities/nobody_here")).status).toBe(404);
  });
});

describe("stewards on the web", () => {
  test("take an applicant in, or say no with a reason", async () => {
    const { id, path } = await community({ joining: "approval" });
    await web.browser(grace).submit(path, `${path}/join`, { reason: "We run a server." });
    const steward = web.browser(ada);
    expect((await steward.get(`${path}/admissions`)).words).toContain("We run a server.");
    const decision = `${path}/admissions/applications/${grace}`;
    const no = await steward.submit(decision, decision, { decision: "decline", reason: "" });
    expect(no.status).toBe(422);
    const yes = await steward.submit(decision, decision, { decision: "approve", reason: "" });
    expect(yes.location).toBe(`${path}/admissions?done=approved`);
    expect(await isMember(read(), id, grace)).toBe(true);
  });

  test("invite by handle, and say so when nobody answers to it", async () => {
    const { id, path } = await community({ joining: "invitation" });
    const emmy = await web.person("emmy", "far.example");
    const page = `${path}/admissions`;
    const invite = (invited: string) =>
      web.browser(ada).submit(page, `${page}/invitations`, { invited, note: "Come." });
    expect((await invite("@emmy@far.example")).location).toBe(`${page}?done=invited`);
    expect((await invitationOf(read(), id, emmy))?.note).toBe("Come.");
    const again = await invite("@emmy@far.example");
    expect(again.words).toContain("They are invited already");
    expect((await invite("@nobody@far.example")).words).toContain("Nobody was found under this name");
    const join = await web.browser(emmy).get(`${path}/join`);
    expect(join.words).toContain("Come.");
    await web.browser(emmy).submit(`${path}/join`, `${path}/join`);
    expect(await isMember(read(), id, emmy)).toBe(true);
  });

  test("make a link that is shown once and opens the door", async () => {
    const { id, path } = await community({ joining: "invitation" });
    const page = `${path}/admissions`;
    const made = await web.browser(ada).submit(page, `${page}/links`, { uses: "1", days: "7" });
    const link = /https:\/\/gather\.example(\/communities\/[^"]+\?invitation=[\w-]+)/.exec(made.html)?.[1] ?? "";
    expect((await web.browser(ada).get(page)).html).not.toContain("?invitation=");
    const token = link.split("=")[1] ?? "";
    const joined = await web.browser(grace).submit(link, `${path}/join`, { invitation: token });
    expect(joined.location).toBe(`${path}?done=joined`);
    expect(await isMember(read(), id, grace)).toBe(true);
    const emmy = await web.person("emmy", "far.example");
    expect((await web.browser(emmy).get(link)).words).toContain("used up, too old, or was taken back");
  });

  test("decide about members, each time with a reason", async () => {
    const { id, path } = await community();
    await web.join(id, grace);
    const page = `${path}/members/${grace}`;
    const decide = (decision: string, reason: string) => web.browser(ada).submit(page, page, { decision, reason });
    expect((await decide("end", "")).status).toBe(422);
    expect((await decide("appoint", "By consent.")).location).toBe(`${path}/members?done=appointed`);
    expect(await roleOf(read(), id, grace)).toBe("steward");
    expect((await decide("end", "Out.")).words).toContain("Release them from stewardship first");
    await decide("release", "By consent.");
    await decide("end", "By consent.");
    expect(await isMember(read(), id, grace)).toBe(false);
  });

  test("change what the community says and its rules, and keep empty rows apart from faulty ones", async () => {
    const { id, path } = await community();
    const page = `${path}/settings`;
    const said = {
      name: "Plum League",
      "purpose.en": "Meet often.",
      languages: ["en", "de"],
      zone: "Europe/Rome",
      hue: "sea",
      "links.1.label": "Wiki",
      "links.1.url": "javascript:alert(1)",
    };
    const refused = await web.browser(ada).submit(page, `${page}/profile`, said);
    expect(refused.html).toContain('id="field-links.1.url-fault"');
    const good = { ...said, "links.1.url": "https://wiki.example/" };
    expect((await web.browser(ada).submit(page, `${page}/profile`, good)).location).toBe(`${page}?done=changed`);
    const now = await communityByHandle(read(), path.split("/")[2] ?? "");
    expect(now).toMatchObject({
      purpose: { en: "Meet often." },
      hue: "sea",
      links: [{ label: "Wiki" }],
      languages: ["en", "de"],
    });
    const rules = {
      joining: "invitation",
      memberList: "stewards",
      approvesListeners: "yes",
      reason: "Closed for a while.",
    };
    await web.browser(ada).submit(page, `${page}/rules`, rules);
    expect(await communityByHandle(read(), path.split("/")[2] ?? "")).toMatchObject({
      approvesListeners: true,
      sharesMentions: false,
    });
    expect((await web.browser(ada).get(`${path}/log`)).words).toContain("Why: Closed for a while.");
    expect(id).toBe(now?.id);
  });

  test("announce, and take it back", async () => {
    const { path } = await community();
    await web
      .browser(ada)
      .submit(`${path}/announcements/new`, `${path}/announcements`, { text: "Meet on **Friday**.", language: "en" });
    const page = await web.browser().get(path);
    expect(page.html).toContain("<strong>Friday</strong>");
    const address = /\/announcements\/[0-9a-f-]{36}/.exec(page.html)?.[0] ?? "";
    expect((await web.browser().get(address)).html).not.toContain("withdrawal");
    await web.browser(ada).submit(address, `${address}/withdrawal`, { reason: "Wrong day." });
    expect((await web.browser().get(address)).status).toBe(404);
    expect((await web.browser().get(path)).words).not.toContain("Friday");
  });

  test("block servers and people, take lists in and out, and lift blocks", async () => {
    const { id, path } = await community();
    const page = `${path}/blocks`;
    const block = (subject: string) =>
      web.browser(ada).submit(page, page, { subject, level: "block", reason: "Spam." });
    expect((await block("evil.example")).location).toBe(`${page}?done=blocked`);
    expect((await block("@mallory@rude.example")).location).toBe(`${page}?done=blocked`);
    expect((await block("not a server")).html).toContain('id="field-subject-fault"');
    expect((await block(" ")).words).toContain("Account or server: This is needed.");
    expect(await isBlocked(read(), id, { host: "a.evil.example" })).toBe(true);
    const list = "#domain,#severity\nspam.example,suspend\n";
    await web.browser(ada).submit(page, `${page}/list`, { list, listReason: "Shared list." });
    const csv = await web.browser(ada).get(`${page}/list.csv`);
    expect(csv.html).toBe(
      "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\r\n" +
        "evil.example,suspend,false,false,Spam.,false\r\nspam.example,suspend,false,false,Shared list.,false\r\n",
    );
    const lifting = `${page}/lifting`;
    const fields = { kind: "host", subject: "evil.example", reason: "They changed." };
    await web.browser(ada).submit(`${lifting}?kind=host&subject=evil.example`, lifting, fields);
    expect(await isBlocked(read(), id, { host: "evil.example" })).toBe(false);
    expect((await web.browser(ada).get(`${path}/log`)).words).toContain("lifted a block");
  });

  test("read reports, pass them on and close them", async () => {
    const { id, path } = await community();
    const report = { account: "@mallory@rude.example", objects: "https://rude.example/1", text: "Threats." };
    const sent = await web.browser(grace).submit(`${path}/report`, `${path}/reports`, report);
    expect(sent.location).toBe(`${path}?done=reported`);
    const [filed] = await openReports(read(), id, { after: "", limit: 1 });
    const page = `${path}/reports/${filed?.id}`;
    expect((await web.browser(ada).get(`${path}/reports`)).words).toContain("Threats.");
    expect((await web.browser(ada).submit(page, page, { decision: "forward" })).location).toBe(
      `${page}?done=report-forwarded`,
    );
    const closed = await web.browser(ada).submit(page, page, { decision: "close", resolution: "Talked." });
    expect(closed.location).toBe(`${path}/reports?done=report-closed`);
    expect(await openReports(read(), id, { after: "", limit: 1 })).toEqual([]);
  });

  test("leave only after naming who takes over", async () => {
    const { id, path } = await community();
    expect((await web.browser(ada).get(`${path}/leave`)).words).toContain("Invite somebody first.");
    await web.join(id, grace);
    const left = await web.browser(ada).submit(`${path}/leave`, `${path}/leave`, { successorId: grace });
    expect(left.location).toBe(`${path}?done=left`);
    expect(await stewardsOf(read(), id)).toEqual([grace]);
  });
});

describe("taking part from one's own server", () => {
  test("leads straight to the dialog there from our own page, and asks first from elsewhere", async () => {
    const url = "https://social.example/authorize_interaction?uri=x";
    const own = await openCommunityWeb({ findWayHome: async () => ({ kind: "dialog", url, host: "social.example" }) });
    const founder = await own.person("Ada");
    await own.community(founder, { handle: "pears" });
    const asked = await own.browser().get("/take-part?server=social.example&handle=pears@gather.example");
    expect([asked.status, asked.words.includes("Go on to social.example")]).toEqual([200, true]);
    expect(asked.html).toContain(`href="${url}"`);
    const ours = { "Sec-Fetch-Site": "same-origin" };
    const led = await own.browser().get("/take-part?server=social.example&handle=pears@gather.example", ours);
    expect([led.status, led.location]).toEqual([303, url]);
    await own.close();
  });

  test("explains the search where there is no dialog", async () => {
    const own = await openCommunityWeb({
      findWayHome: async () => ({ kind: "by-search", host: "social.example", software: "gotosocial" }),
    });
    const founder = await own.person("Ada");
    await own.community(founder, { handle: "pears" });
    const page = await own.browser().get("/take-part?server=social.example&handle=@pears@gather.example");
    expect(page.words).toContain("GoToSocial has no page of its own");
    expect(page.words).toContain("@pears@gather.example");
    await own.close();
  });

  test("is for things of ours alone", async () => {
    const visit = (query: string) => web.browser().get(`/take-part?server=social.example&${query}`);
    expect((await visit("uri=https://evil.example/post")).status).toBe(404);
    expect((await visit("handle=unknown@gather.example")).status).toBe(404);
    expect((await visit("handle=league_1@evil.example")).status).toBe(404);
    expect((await visit("")).status).toBe(404);
    expect((await visit("uri=https://gather.example/announcements/1")).status).toBe(200);
  });
});
