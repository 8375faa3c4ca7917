import { expect, type Page } from "@playwright/test";
import { deciding, expectSound, league, openThread, pathOf, press, tabTo, typeInto } from "./deciding.ts";
import { journey } from "./running-koinon.ts";

deciding(
  "a text is drafted, commented on and called for the last time, and another is taken back",
  async (deciders) => {
    const { steward, member, scripted, origin } = deciders;
    const thread = await openThread(member, origin, "How we answer newcomers");

    const request = await journey.step("a member drafts it, and it has a number", async () => {
      await member.goto(`${origin}${thread}/proposals/new`);
      await member.getByText("Rules that communities live by").click();
      await member.getByRole("link", { name: "Request for comments" }).click();
      await member.getByLabel("Title").fill("Newcomers hear from us within a day");
      await member
        .getByLabel("Text", { exact: true })
        .fill("Whoever writes for the first time is answered within a day.");
      await member.getByRole("button", { name: "Save as a draft" }).click();
      await expect(member.getByText("The draft is saved, and has its number.")).toBeVisible();
      await expect(member.getByText("RFC 3", { exact: true })).toBeVisible();
      return pathOf(member);
    });

    await journey.step("comments are asked for, and a next version answers them", async () => {
      await moveOn(member, "Ask for comments");
      await steward.goto(`${origin}${request}`);
      await steward.getByRole("link", { name: "Write a comment" }).click();
      await steward.getByLabel("Your words").fill("Weekends are hard for two of us.");
      await steward.getByRole("button", { name: "Send" }).click();
      await member.getByText("Write it anew, or move it on").click();
      await member.getByRole("link", { name: "Write the next version" }).click();
      await member
        .getByLabel("Text", { exact: true })
        .fill("Whoever writes for the first time is answered within two days.");
      await member.getByRole("button", { name: "Save this version" }).click();
      await expect(member.getByText("The new version stands here.")).toBeVisible();
      await expect(member.getByText("answered within two days")).toBeVisible();
    });

    await journey.step("in its last call the words stand, and it says until when", async () => {
      await moveOn(member, "Begin the last call");
      await expect(member.getByText("Now: Last call")).toBeVisible();
      await member.getByText("Move it on", { exact: false }).first().click();
      await expect(member.getByRole("link", { name: "Write the next version" })).toBeHidden();
    });

    await journey.step("it cannot be made final before the call is over", async () => {
      await steward.goto(`${origin}${request}`);
      await steward.getByText("Write it anew, or move it on").click();
      await steward.getByLabel("Make it final").check();
      await steward.getByRole("button", { name: "Move it on" }).click();
      await expect(
        steward.getByText(/The last call runs until \w+day, \d+ \w+ \d{4} at \d\d:\d\d/).first(),
      ).toBeVisible();
    });

    const withdrawn = await journey.step("another is drafted and taken back by the keyboard alone", async () => {
      await scripted.goto(`${origin}${thread}/requests/new`);
      await typeInto(scripted, scripted.getByLabel("Title"), "A badge for everybody");
      await typeInto(scripted, scripted.getByLabel("Text", { exact: true }), "Each member wears one.");
      await press(scripted, scripted.getByRole("button", { name: "Save as a draft" }));
      await expect(scripted.getByText("The draft is saved, and has its number.")).toBeVisible();
      await press(scripted, scripted.getByText("Write it anew, or move it on"));
      await tabTo(scripted, scripted.getByLabel("Ask for comments"));
      await scripted.keyboard.press("ArrowDown");
      await expect(scripted.getByLabel("Take it back")).toBeChecked();
      await press(scripted, scripted.getByRole("button", { name: "Move it on" }));
      await expect(scripted.getByText("It moved on.")).toBeVisible();
      await expect(scripted.getByText("Now: Withdrawn")).toBeVisible();
      return pathOf(scripted);
    });

    await journey.step("all of them are listed by where they stand", async () => {
      await member.goto(`${origin}${league}/requests`);
      await expect(member.getByRole("heading", { name: "Last call" })).toBeVisible();
      await expect(member.getByRole("heading", { name: "Withdrawn" })).toBeVisible();
      await expect(member.getByRole("heading", { name: "Final" })).toBeVisible();
    });

    await expectSound(deciders, [`${league}/requests`, request, withdrawn, `${thread}/requests/new`]);
  },
);

async function moveOn(page: Page, step: string): Promise<void> {
  await page.getByText("Write it anew, or move it on").click();
  await page.getByLabel(step).check();
  await page.getByRole("button", { name: "Move it on" }).click();
  await expect(page.getByText("It moved on.")).toBeVisible();
}
