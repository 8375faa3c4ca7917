import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import {
  announceGathering,
  askWhen,
  foundCommunity,
  sayYesToEveryOtherTime,
  server,
  takeCharge,
} from "./first-steps.ts";
import { journey } from "./running-koinon.ts";

journey.setTimeout(300_000);
journey.use({ javaScriptEnabled: false, timezoneId: "Europe/Rome", locale: "en-GB" });

journey("from an empty folder to a set date, in one browser and without scripts", async ({ page, start }) => {
  const program = await start();
  const link = await program.link();

  await journey.step("whoever opens the printed link takes charge, and is signed in", async () => {
    await takeCharge(page, link);
    await expect(page.getByRole("link", { name: server.operator })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-hue", "plum");
  });

  await journey.step("the link works once", async () => {
    expect((await page.goto(link))?.ok()).toBe(false);
    await expect(page.getByText("This link was used already, or is too old.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Take charge" })).toHaveCount(0);
  });

  const community = await journey.step("a community is founded", () =>
    foundCommunity(page, { name: "Well keepers", handle: "well_keepers" }),
  );

  await journey.step("a gathering is announced, with a handle that can be followed", async () => {
    await page.goto(community);
    await announceGathering(page, { title: "Spring cleaning of the wells", handle: "spring_cleaning" });
    const { host } = new URL(program.origin);
    await expect(page.getByText(`@spring_cleaning@${host}`).first()).toBeVisible();
  });
  const gathering = new URL(page.url()).pathname;

  await journey.step("the poll asks when", () => askWhen(page));
  await journey.step("the poll is answered on the grid", () => answerEveryOtherTime(page));
  await journey.step("the poll is closed, and the best pair is chosen with a reason", () => chooseBestPair(page));

  await journey.step("an RSVP is given", async () => {
    await page.getByLabel("Going", { exact: true }).check();
    await page.getByRole("button", { name: "Send my answer" }).click();
    await expect(page.getByText("Your answer is taken.")).toBeVisible();
    await expect(page.getByText("you are going").first()).toBeVisible();
  });

  await journey.step("the calendar file holds both sessions", async () => {
    await page.goto(`${program.origin}${gathering}`);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "This gathering as a calendar file" }).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
    expect(file).toContain("Spring cleaning of the wells");
  });
});

/** Says yes to the first time, no to the second, and so on, from the page of the gathering. */
async function answerEveryOtherTime(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Answer for all \d+ times$/ }).click();
  const count = await sayYesToEveryOtherTime(page);
  await page.getByLabel("Anything to add").fill("I bring the long rope.");
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText(`Your answer is taken: ${Math.ceil(count / 2)} times suit you.`)).toBeVisible();
  await expect(page.getByText("I bring the long rope.").first()).toBeVisible();
}

/** From the page of the poll, closes it and sets the date by the best two times. */
async function chooseBestPair(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Close the poll now" }).click();
  await expect(page.getByRole("heading", { name: "The poll is closed" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Best two times" })).toBeVisible();
  const choices = page.getByRole("group", { name: "Which times" }).getByRole("radio");
  await choices.nth(1).check();
  await page.getByLabel("Why").fill("Whoever misses the first can come to the second.");
  await page.getByRole("button", { name: "Set the date" }).click();
  await expect(page.getByText("The date is set.")).toBeVisible();
  await expect(page.getByText("Whoever misses the first can come to the second.")).toBeVisible();
}
