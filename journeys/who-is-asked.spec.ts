import { expect, type Page } from "@playwright/test";
import {
  answer,
  closeNow,
  deciding,
  expectSound,
  league,
  openThread,
  press,
  putForward,
  tabTo,
  typeInto,
} from "./deciding.ts";
import { journey } from "./running-koinon.ts";

deciding("who may answer is written down, said to whoever may not, and can be challenged", async (deciders) => {
  const { steward, member, scripted, origin } = deciders;
  const thread = await openThread(steward, origin, "What newcomers pay");
  const form = `${origin}${thread}/proposals/new`;
  const standing = await standingOf(steward, origin, "Sol Ibarra");

  await journey.step("a member of a class without a vote is told why they are not asked", async () => {
    await putInClass(steward, standing, "Friend of the league (without a vote)");
    await steward.goto(form);
    const proposal = await putForward(steward, "Newcomers pay half");
    await member.goto(`${origin}${proposal}`);
    await expect(
      member.getByText("You are in the class “Friend of the league”, which has no vote.").first(),
    ).toBeVisible();
    await expect(member.getByRole("button", { name: "Send my answer" })).toBeHidden();
    await member.getByRole("link", { name: "Who may answer, and why" }).first().click();
    await expect(member.getByRole("table", { name: "Members who may not, and why" })).toContainText("Sol Ibarra");
    await putInClass(steward, standing, "Full member");
  });

  await journey.step("a circle alone is asked, and whoever is not in it is told so", async () => {
    await steward.goto(form);
    await steward.getByText("Rules of this proposal").click();
    await steward.getByLabel("A circle").check();
    await steward.getByLabel("Which circle").selectOption("Money");
    const proposal = await putForward(steward, "Buy a second disk");
    await expect(steward.getByText("The circle “Money” is asked, as it was when it opened.")).toBeVisible();
    await member.goto(`${origin}${proposal}`);
    await expect(member.getByText("Only one circle is asked here").first()).toBeVisible();
  });

  const ofOrganisations = await journey.step(
    "an organisation has one voice, given by whoever speaks for it",
    async () => {
      await steward.goto(`${origin}${league}/organisations`);
      await steward.getByRole("link", { name: "Say who speaks for it: Baobab" }).click();
      await steward.getByLabel("Member").fill("Sol Ibarra");
      await steward.getByLabel("By which decision").fill("General assembly");
      await steward.getByRole("button", { name: "Name somebody who speaks for it" }).click();
      await expect(steward.getByText("They speak for it in proposals that open from now on.")).toBeVisible();
      await steward.goto(form);
      await steward.getByText("Rules of this proposal").click();
      await steward.getByLabel("Organisations, one voice each").check();
      const proposal = await putForward(steward, "Let Harakeke join");
      await member.goto(`${origin}${proposal}`);
      await answer(member, "Agree");
      await member.goto(`${origin}${proposal}/electorate`);
      const voices = member.getByRole("table", { name: "Organisations, and who has spoken" });
      await expect(voices.getByRole("row").filter({ hasText: "Baobab" })).toContainText("Sol Ibarra");
      await expect(voices.getByRole("row").filter({ hasText: "Fjord Samvirke" })).toContainText("Not yet");
      return proposal;
    },
  );

  const challenged = await journey.step("an outcome can be challenged before it holds", async () => {
    await steward.goto(form);
    await steward.getByText("Rules of this proposal").click();
    await steward.getByLabel("Days in which the outcome can be challenged").fill("3");
    const proposal = await putForward(steward, "Dues twice a year");
    await answer(steward, "Agree");
    await closeNow(steward);
    await expect(steward.getByText("The outcome does not hold yet.")).toBeVisible();
    await expect(steward.getByRole("link", { name: "Write down the decision" })).toBeHidden();
    await member.goto(`${origin}${proposal}`);
    await member.getByRole("link", { name: "Challenge the list or the count" }).click();
    await member.getByLabel("Reason").fill("Two answers by reply are missing.");
    await member.getByRole("button", { name: "Challenge", exact: true }).click();
    await expect(member.getByText("The challenge is with the stewards.")).toBeVisible();
    return proposal;
  });

  await journey.step("a steward answers the challenge by the keyboard alone, with reasons", async () => {
    await scripted.goto(`${origin}${challenged}/electorate`);
    await expect(scripted.getByText("Two answers by reply are missing.").first()).toBeVisible();
    await tabTo(scripted, scripted.getByLabel("Upheld"));
    await scripted.keyboard.press("Space");
    await scripted.keyboard.press("ArrowDown");
    await expect(scripted.getByLabel("Dismissed")).toBeChecked();
    await typeInto(scripted, scripted.getByLabel("Your reasons"), "Both came after closing.");
    await press(scripted, scripted.getByRole("button", { name: "Answer", exact: true }));
    await expect(scripted.getByText("Answered. Those concerned were told.")).toBeVisible();
    await expect(scripted.getByText("Both came after closing.")).toBeVisible();
  });

  await expectSound(deciders, [
    challenged,
    `${challenged}/electorate`,
    `${ofOrganisations}/electorate`,
    `${league}/circles`,
  ]);
});

/** Where a member's class is noted. */
async function standingOf(page: Page, origin: string, name: string): Promise<string> {
  await page.goto(`${origin}${league}/members`);
  await page.getByRole("link", { name: `Decide about ${name}` }).click();
  await page.getByRole("link", { name: "Class and dues" }).click();
  return page.url();
}

async function putInClass(page: Page, standing: string, chosen: string): Promise<void> {
  await page.goto(standing);
  await page.getByLabel("Class").selectOption(chosen);
  await page.getByRole("button", { name: "Save" }).click();
}
