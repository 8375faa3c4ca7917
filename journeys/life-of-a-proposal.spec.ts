import { expect } from "@playwright/test";
import {
  answer,
  closeNow,
  deciding,
  expectSound,
  league,
  openThread,
  press,
  putForward,
  typeInto,
} from "./deciding.ts";
import { journey } from "./running-koinon.ts";

deciding(
  "a proposal gets more time and another option, is closed early, opened again and taken along",
  async (deciders) => {
    const { steward, member, scripted, origin } = deciders;
    const thread = await openThread(steward, origin, "What we plant");

    const proposal = await journey.step("it lets whoever answers add options", async () => {
      await steward.goto(`${origin}${thread}/proposals/new?method=approval`);
      await steward.getByLabel("Options", { exact: true }).fill("Pear\nPlum");
      await steward.getByText("While it is open", { exact: true }).click();
      await steward.getByLabel("Whoever may answer can add some").check();
      return putForward(steward, "Which trees we plant");
    });

    await journey.step("a voter adds an option and chooses it", async () => {
      await member.goto(`${origin}${proposal}`);
      await member.getByLabel("Another option").fill("Quince");
      await member.getByRole("button", { name: "Add an option" }).click();
      await expect(member.getByText("Your option stands in the list.")).toBeVisible();
      await answer(member, "Quince");
    });

    await journey.step("it gets more time by the keyboard alone, and says why", async () => {
      await scripted.goto(`${origin}${proposal}/closing-time`);
      await typeInto(scripted, scripted.getByLabel("Why?"), "The nursery answers next week.");
      await press(scripted, scripted.getByRole("button", { name: "Leave more time" }));
      await expect(scripted.getByText("There is more time.")).toBeVisible();
      await expect(scripted.getByText("The nursery answers next week.")).toBeVisible();
    });

    await journey.step("it is kept as a template, from which the next one is put", async () => {
      await steward.goto(`${origin}${proposal}/template`);
      await steward.getByLabel("Name of the template").fill("What to plant");
      await steward.getByLabel("Text to begin with").fill("How much room is there?");
      await steward.getByRole("button", { name: "Keep as a template" }).click();
      await expect(steward.getByText("The template is kept.")).toBeVisible();
      await steward.goto(`${origin}${thread}/proposals/new`);
      await steward.getByText("Begin with a template").click();
      await steward.getByRole("link", { name: "What to plant" }).click();
      await expect(steward.getByLabel("Text", { exact: false }).first()).toHaveValue("How much room is there?");
      await steward.getByLabel("Options", { exact: true }).fill("Mint\nSage");
      await putForward(steward, "Which herbs we plant");
    });

    await journey.step("closed early, it says why", async () => {
      await steward.goto(`${origin}${proposal}`);
      await closeNow(steward);
      await expect(steward.getByText("Chosen: Quince.").first()).toBeVisible();
      await expect(steward.getByText("All have answered.")).toBeVisible();
    });

    await journey.step("it is opened again with a reason, and answers are taken again", async () => {
      await steward.getByRole("link", { name: "Open it again" }).click();
      await steward.getByLabel("Why?").fill("Two of us were on a train.");
      await steward.getByRole("button", { name: "Open it again" }).click();
      await expect(steward.getByText("The proposal is open again.")).toBeVisible();
      await answer(steward, "Plum");
      await expect(steward.getByText("Two of us were on a train.")).toBeVisible();
    });

    await journey.step("it is taken along as a table, as data and as text", async () => {
      await member.goto(`${origin}${proposal}`);
      await member.getByText("Take this proposal along").click();
      for (const name of ["As a table (CSV)", "As data for programs (JSON)", "As text to read (Markdown)"]) {
        const href = await member.getByRole("link", { name }).getAttribute("href");
        const response = await member.request.get(`${origin}${href ?? ""}`);
        expect(response.ok(), name).toBe(true);
        expect(await response.text(), name).toContain("Quince");
      }
    });

    await expectSound(deciders, [proposal, `${proposal}/template`, `${league}/templates`]);
  },
);
