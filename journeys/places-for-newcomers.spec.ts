import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { inBothWays, type Hands } from "./hands.ts";
import { journey, startProgram, type RunningProgram } from "./running-koinon.ts";

journey.setTimeout(180_000);
journey.describe.configure({ mode: "serial" });

let folder: string;
let program: RunningProgram;
journey.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "koinon-places-"));
  program = await startProgram({ folder, command: "demo" });
});
journey.afterAll(async () => {
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});

inBothWays(
  "a newcomer finds a co-operative server in Spanish that takes members, by plain questions",
  async (hands) => {
    const { page } = hands;
    await page.goto(`${program.origin}/directory`);
    await hands.look("Directory");
    await hands.press(page.getByRole("link", { name: "Find a place to join" }));
    await hands.look("Find a place to join");
    await hands.choose(page.getByLabel("Which language do you want to speak there?"), "Spanish");
    await hands.tick(page.getByLabel("Its members, together"));
    await hands.tick(page.getByLabel("Yes, members should have a say"));
    await hands.press(page.getByRole("button", { name: "Show me places" }));
    await expect(page).toHaveURL(/language=es.*run-by=members.*decides=yes/);
    await expect(page.getByRole("heading", { name: "One place fits in all of that" })).toBeVisible();
    const why = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "The Orchard" }) });
    await expect(why).toContainText("Joining the collective: On request");
    await expect(why).toContainText("Languages: English, Spanish");
    await expect(why).toContainText("What it costs is not known.");
    await hands.look("Find a place to join");
    await hands.press(page.getByRole("link", { name: "See these in the directory" }));
    await expect(page.getByRole("heading", { level: 2, name: "One place" })).toBeVisible();
    await readOrchard(hands);
  },
);

inBothWays("a newcomer finds the same server by filters, whose address can be shared", async (hands) => {
  const { page } = hands;
  await page.goto(`${program.origin}/directory`);
  await hands.press(page.locator("summary").filter({ hasText: "Narrow the list" }));
  await hands.tick(page.getByRole("group", { name: "Whose it is" }).getByLabel("Co-operative of members"));
  const joining = page.getByRole("group", { name: "Joining the collective" });
  await hands.tick(joining.getByLabel("Open to everybody"));
  await hands.tick(joining.getByLabel("On request"));
  await hands.choose(page.getByRole("combobox", { name: "Languages" }), "Spanish");
  await hands.look("Directory");
  await hands.press(page.getByRole("button", { name: "Show", exact: true }));
  await expect(page).toHaveURL(/ownership=member_coop.*joining=open.*joining=application.*languages=es/);
  await expect(page.getByRole("heading", { level: 2, name: "One place" })).toBeVisible();
  await readOrchard(hands);
});

inBothWays("somebody compares social.coop and CoSocial once the shipped list is taken over", async (hands) => {
  const { page } = hands;
  // The link by which one comes in is good once.
  await program.stop();
  program = await startProgram({ folder: path.join(folder, crypto.randomUUID()), command: "demo" });
  await page.goto(await program.link());
  await hands.press(page.getByRole("main").getByRole("button").first());
  await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
  await page.goto(`${program.origin}/directory`);
  await hands.press(page.getByRole("link", { name: "Take over a list" }));
  await hands.look("Take over a list");
  await hands.press(page.getByRole("button", { name: "Take it over" }).first());
  await hands.press(page.getByRole("main").getByRole("link", { name: "See the directory" }));
  await hands.press(page.getByRole("link", { name: "Co-operatives", exact: true }));
  await hands.tick(page.getByLabel("Compare: Social.coop"));
  await hands.tick(page.getByLabel("Compare: CoSocial"));
  await hands.press(page.getByRole("button", { name: "Compare those ticked" }));
  await expect(page.getByRole("heading", { level: 1, name: "Places side by side" })).toBeVisible();
  const answers = (question: string) =>
    page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: question, exact: true }) });
  await expect(answers("Fee")).toContainText("sliding scale, about USD 1-10 per month");
  await expect(answers("Fee")).toContainText("CAD 50/yr");
  await expect(answers("Where it decides")).toContainText("Loomio");
  await expect(answers("Whose it is")).toContainText("attested by others");
  await expect(answers("How it decides")).toContainText("doubtful");
  await hands.look("Places side by side");
  await hands.press(page.getByRole("link", { name: "Take out: CoSocial" }));
  await expect(page.getByRole("main").getByRole("link", { name: "CoSocial", exact: true })).toHaveCount(0);
  await hands.write(page.getByRole("searchbox", { name: "Look for" }), "cosocial");
  await hands.press(page.getByRole("button", { name: "Look for it" }));
  await hands.press(page.getByRole("link", { name: "Add CoSocial" }));
  await expect(answers("Fee")).toContainText("CAD 50/yr");
});

/** The page of the place that was found, from the list. */
async function readOrchard(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole("link", { name: "The Orchard", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: "The Orchard" })).toBeVisible();
  await expect(page.getByText("Others say otherwise:")).toBeVisible();
  await hands.look("The Orchard");
}
