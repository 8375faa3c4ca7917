import { afterAll, beforeAll, expect, test } from "vitest";
import type { CookieBrowser } from "../../../../testing/cookie-browser.ts";
import { startKoinon, type RunningKoinon } from "../../../../testing/koinon.ts";
import { browserAt } from "../../../../testing/signed-in-by-mail.ts";
import { leapingClock } from "../../../../testing/leaping-clock.ts";
import { startSnac, type Snac } from "../../../../testing/snac2.ts";
import type { StoredObject } from "../../../../testing/snac2-store.ts";
import { by } from "../../../../testing/test-application.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import { makeOperatorLink } from "../../../accounts/index.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import type { ProofKind } from "../../model/verification/proofs.ts";
import { entryByDomain, entryById } from "../../store/entries.read.ts";
import { lookOf } from "../../store/look-up/looks.read.ts";

const host = "snac.example";
let snac: Snac<"ana" | "ben">;
let here: RunningKoinon;
let olga: CookieBrowser;
let page: string;
/** Both go by it. */
const clock = leapingClock("2027-02-01T10:00:00Z");

beforeAll(async () => {
  snac = await startSnac({
    users: ["ben", "ana"],
    address: "127.0.73.1",
    clock,
    config: { admin_account: "ana", title: "Our snac", short_description: "Small and ours." },
  });
  here = await startKoinon({
    address: "127.0.73.2",
    clock,
    whereIs: (asked) => (asked === host ? snac.origin : "http://127.0.73.250:9"),
  });
  const token = newToken();
  await here.koinon.application.execute(makeOperatorLink, { tokenHash: hashOfToken(token) }, by({ kind: "server" }));
  olga = browserAt(here);
  const said = { operator: "Olga", name: "Hall", languages: ["en"], zone: "Europe/Rome", hue: "plum" };
  await olga.submit(`/set-up?token=${token}`, "/set-up", said);
}, 60_000);
afterAll(async () => {
  await here?.stop();
  await snac?.stop();
});

const patience = { deadlineMs: 30_000 };
const read = () => here.koinon.application.read;
const entry = async () => {
  const found = await entryByDomain(read(), host);
  return found === undefined ? undefined : entryById(read(), found.id);
};
const proof = async (kind: ProofKind) => (await entry())?.proofs.find((one) => one.kind === kind);
const act = (path: string) => olga.submit(`${page}/verification`, `${page}/verification/${path}`);
const lookForCode = async () => {
  // What was seen a moment ago is not looked at again.
  await clock.leapTo(clock.now().add({ minutes: 2 }));
  return (await act("domain/looks")).location;
};

test("a snac2 asks programs to stay away, and is left alone", { timeout: 60_000 }, async () => {
  const added = await olga.submit("/directory/new", "/directory", { domain: host, certainty: "medium" });
  page = added.location?.split("?")[0] ?? "";
  const id = page.split("/").at(-1) ?? "";
  await waitFor("a look", async () => (await lookOf(read(), id))?.outcome === "disallowed", patience);
  expect((await olga.get(page)).words).toContain("asks programs to stay away");
  expect((await entry())?.fields.version).toBeUndefined();
});

test(
  "its operator proves the domain by a link on its front page, and it says what it is",
  { timeout: 60_000 },
  async () => {
    await act("domain");
    const code = (await proof("domain"))?.code ?? "";
    expect(await lookForCode()).toContain("done=not-shown");
    await snac.putFile(
      "greeting.html",
      `<html><body><a rel="me" href="${here.origin}${page}?proof=${code}">Hall</a></body></html>`,
    );
    expect(await lookForCode()).toContain("done=verified");
    expect((await proof("domain"))?.method).toBe("rel-me");
    const fields = (await entry())?.fields;
    expect(fields?.software?.claim.value).toEqual(["snac"]);
    expect(fields?.name?.claim.value).toBe("Our snac");
    expect(fields?.contact?.claim.value).toBe(snac.users.ana.actorUrl);
  },
);

test(
  "its account is written to, and answers with the code; another account of it cannot",
  { timeout: 90_000 },
  async () => {
    const { ana, ben } = snac.users;
    expect((await act("account")).location).toContain("done=written");
    const code = (await proof("account"))?.code ?? "";
    const question = await ana.waitFor("the question", async () =>
      (await ana.directMessages()).find((message) => says(message, code)),
    );
    await ben.directMessage(`${here.origin}/actors/server`, `I answer: ${code}`);
    await ben.waitFor("the answer to ben", async () =>
      (await ben.directMessages()).find((message) => says(message, "sent to another account")),
    );
    expect((await proof("account"))?.state).toBe("asked");
    await ana.reply(question.id, `Yes: ${code}`, "mentioned");
    await waitFor("the proof", async () => (await proof("account"))?.state === "proved", patience);
    expect((await olga.get(page)).words).toContain("Verified by its domain and by its server’s account");
  },
);

test("what is no longer shown when a month is over goes stale", { timeout: 90_000 }, async () => {
  await snac.putFile("greeting.html", "<html><body>Nothing here.</body></html>");
  await snac.run("deluser", "ana");
  await clock.leapTo(clock.now().add({ hours: 24 * 31 }));
  const isStale = async () => {
    if ((await proof("domain"))?.state === "stale") return true;
    // While its clock follows, snac2 is not there; whoever does not answer is looked at again the next day.
    await clock.leapTo(clock.now().add({ hours: 24 }));
    return false;
  };
  await waitFor("the month's look", isStale, { deadlineMs: 60_000, intervalMs: 3_000 });
  expect((await proof("domain"))?.staleBecause).toBe("gone");
  expect(await proof("account")).toMatchObject({ state: "stale", staleBecause: "gone" });
  expect((await olga.get(page)).words).toContain("Was verified once");
  expect((await olga.get("/directory?verified=stale")).words).toContain("Our snac");
});

function says({ content }: StoredObject, words: string): boolean {
  return typeof content === "string" && content.includes(words);
}
