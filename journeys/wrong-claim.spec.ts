import { expect, type Browser, type Page } from "@playwright/test";
import { startKoinon, type RunningKoinon } from "../testing/koinon.ts";
import { startSnac, type Snac } from "../testing/snac2.ts";
import { by } from "../testing/test-application.ts";
import { makeOperatorLink } from "../src/accounts/index.ts";
import { hashOfToken, newToken } from "../src/kernel/secrets/token.ts";
import { foundCommunity, takeCharge } from "./first-steps.ts";
import { inBothWays } from "./hands.ts";
import { journey } from "./running-koinon.ts";

// The directory looks at no server while it is on the loopback itself, but in a trial that says where the servers are: so the program
// runs in the process of the test here.
journey.setTimeout(300_000);
journey.describe.configure({ mode: "serial" });

const host = "snac.example";
let snac: Snac<"ana">;
let here: RunningKoinon;
journey.beforeEach(async () => {
  snac = await startSnac({
    users: ["ana"],
    address: "127.0.75.1",
    config: { admin_account: "ana", title: "Our snac" },
  });
  here = await startKoinon({
    address: "127.0.75.2",
    whereIs: (asked) => (asked === host ? snac.origin : "http://127.0.75.250:9"),
  });
});
journey.afterEach(async () => {
  await here.stop();
  await snac.stop();
});

inBothWays("whoever runs a place corrects a wrong claim about it", async (hands) => {
  const { page } = hands;
  const { entry, community } = await claimWrongly(hands.page.context().browser());

  await journey.step("they find their place, and what others say of it", async () => {
    await page.goto(entry);
    await expect(page.getByText("the place itself has not verified it").first()).toBeVisible();
    await expect(page.getByText("Company", { exact: true })).toBeVisible();
    await hands.look(host);
  });

  await journey.step("they come in with the account of their server", async () => {
    await page.goto(new URL("/sign-in", here.origin).href);
    await hands.write(page.getByLabel("Your handle, or your server"), `@${snac.users.ana.handle}`);
    await hands.press(page.getByRole("button", { name: "Go to my server" }));
    await page.waitForURL(`${snac.origin}/**`);
    // The page is snac2's, whose fields have names and no labels.
    await page.locator("input[name=login]").fill(snac.users.ana.name);
    await page.locator("input[name=passwd]").fill(snac.users.ana.password);
    await page.locator("input[type=submit]").click();
    await page.waitForURL(`${here.origin}/**`);
  });

  await journey.step("that account is written to, and answers", async () => {
    await page.goto(entry);
    await hands.press(page.getByRole("link", { name: "Do you run it? Verify this entry" }));
    await hands.look("Verify an entry");
    await hands.press(page.getByRole("button", { name: "Write to the server’s account" }));
    await expect(page.getByText("The server’s account was written to.")).toBeVisible();
    await answerAsAna();
    await expect(async () => {
      await page.goto(entry);
      await expect(page.getByText("Verified by its server’s account")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
  });

  await journey.step("they say what is right, and both stand there with who says so", async () => {
    await hands.press(page.getByRole("link", { name: "Say what you know" }));
    await hands.look("Say what you know");
    await hands.choose(page.getByLabel("Whose it is"), "Association");
    await hands.press(page.getByRole("button", { name: "Say it" }));
    await expect(page.getByText("What you said stands here")).toBeVisible();
    const known = page.locator("#known");
    await expect(known).toContainText(/Whose it is.*Association.*Others say otherwise:.*Company/s);
    const who = page.locator("#who-says");
    await expect(who).toContainText(/Said by the place itself:.*ana/s);
    await expect(who).toContainText(/Attested by others:.*Mara Olmo/s);
  });

  await journey.step("they reply, above what is said", async () => {
    await hands.press(page.getByRole("link", { name: "Reply for the place" }));
    await hands.look("Reply for the place");
    await hands.write(
      page.getByLabel("The reply"),
      "We are an association since 2019; the company only rents us a machine.",
    );
    await hands.press(page.getByRole("button", { name: "Publish the reply" }));
    await expect(page.getByText("Your reply stands here")).toBeVisible();
    await expect(page.getByText("the company only rents us a machine")).toBeVisible();
  });

  await journey.step("they have another word talked over, in a thread that the entry leads to", async () => {
    await page.goto(community);
    await hands.press(page.getByRole("button", { name: "Join", exact: true }));
    await expect(page.getByText("You are a member.").first()).toBeVisible();
    await page.goto(entry);
    await hands.press(page.getByRole("link", { name: "Disagree with something here? Have it talked over" }));
    await hands.choose(page.getByLabel("What you disagree with"), "Country: Italy");
    await hands.tick(page.getByLabel("Well keepers"));
    await hands.write(page.getByLabel("Why", { exact: true }), "Our members live in six countries.");
    await hands.look("Have it talked over");
    await hands.press(page.getByRole("button", { name: "Open the thread" }));
    await expect(page.getByText("Our members live in six countries.")).toBeVisible();
    await page.goto(entry);
    await expect(page.getByText("Contested; talked over at")).toBeVisible();
    await hands.look("Our snac");
    await hands.press(page.getByRole("main").getByRole("link", { name: /Country/ }));
    await expect(page.getByText("Our members live in six countries.")).toBeVisible();
  });
});

/** Somebody else runs this server, and has said of the place what is not so. */
async function claimWrongly(browser: Browser | null): Promise<{ readonly entry: string; readonly community: string }> {
  if (browser === null) throw new Error("there is no browser");
  const context = await browser.newContext({ timezoneId: "Europe/Rome", locale: "en-GB" });
  const page: Page = await context.newPage();
  const token = newToken();
  await here.koinon.application.execute(makeOperatorLink, { tokenHash: hashOfToken(token) }, by({ kind: "server" }));
  await takeCharge(page, `${here.origin}/set-up?token=${token}`);
  const community = await foundCommunity(page, { name: "Well keepers", handle: "well_keepers" });
  await page.goto(`${here.origin}/directory/new`);
  await page.getByLabel("Host").fill(host);
  await page.getByLabel("Whose it is").selectOption({ label: "Company" });
  await page.getByLabel("Country").fill("IT");
  await page.getByLabel("Where it is written").fill("https://list.example/places");
  await page.getByRole("button", { name: "Add it", exact: true }).click();
  await expect(page.getByText("The place is in the directory.")).toBeVisible();
  const entry = `${here.origin}${new URL(page.url()).pathname}`;
  await context.close();
  return { entry, community };
}

/** As the operator of the place does: they read the message, and reply with its code. */
async function answerAsAna(): Promise<void> {
  const { ana } = snac.users;
  const question = await ana.waitFor("the question", async () =>
    (await ana.directMessages()).find(({ content }) => typeof content === "string" && content.includes("koinon-")),
  );
  const words = typeof question.content === "string" ? question.content : "";
  const code = /koinon-[a-z0-9]+/.exec(words)?.[0] ?? "";
  await ana.reply(question.id, `Yes: ${code}`, "mentioned");
}
