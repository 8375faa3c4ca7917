import { expect } from "@playwright/test";
import {
  answer,
  closeNow,
  deciding,
  expectSound,
  league,
  openThread,
  pathOf,
  press,
  putForward,
  typeInto,
} from "./deciding.ts";
import { journey } from "./running-koinon.ts";

deciding("what was decided stands in the register until a later decision takes its place", async (deciders) => {
  const { steward, member, scripted, origin } = deciders;
  const thread = await openThread(steward, origin, "How often we meet");
  let first = "";
  let second = "";
  let firstProposal = "";

  await journey.step("a newcomer's first proposal needs no more than three fields", async () => {
    await member.goto(`${origin}${thread}/proposals/new`);
    const fields = member.getByRole("main").locator("input:visible, textarea:visible, select:visible");
    expect(await fields.count()).toBeLessThanOrEqual(3);
    firstProposal = await putForward(member, "We meet every month");
    await answer(member, "Agree");
    await steward.goto(`${origin}${firstProposal}`);
    await answer(steward, "Agree");
    await closeNow(steward);
    await expect(steward.getByText("The proposal carries.").first()).toBeVisible();
  });

  await journey.step("its decision is written down with a term, measures and a day of review", async () => {
    await steward.getByRole("link", { name: "Write down the decision" }).click();
    await steward.getByLabel("What exactly was decided").fill("We meet on the first Monday of each month.");
    await steward.getByLabel("Review after so many months").fill("4");
    await steward.getByText("Reasons, dates, and what it replaces").click();
    await steward.getByLabel("How one will know whether it works").fill("How many came.");
    await steward.getByLabel("First review on").fill("2099-03-02");
    await steward.getByRole("button", { name: "Write it down" }).click();
    await expect(steward.getByText("How many came.")).toBeVisible();
    await expect(steward.getByText("2 Mar 2099").first()).toBeVisible();
    first = pathOf(steward);
  });

  await journey.step("it stands in the register as in force, with the day of its review", async () => {
    await member.goto(`${origin}${league}/decisions`);
    const listed = member.getByRole("listitem").filter({ hasText: "We meet every month" });
    await expect(listed).toContainText("In force");
    await expect(listed).toContainText("review on 2 March 2099");
  });

  await journey.step(
    "a later decision takes its place, put forward and written down by the keyboard alone",
    async () => {
      await scripted.goto(`${origin}${thread}/proposals/new`);
      await typeInto(scripted, scripted.getByLabel("Title"), "We meet every other month");
      await press(scripted, scripted.getByRole("button", { name: "Put it forward" }));
      await expect(scripted.getByText("The proposal is open.")).toBeVisible();
      second = pathOf(scripted);
      await steward.goto(`${origin}${second}`);
      await answer(steward, "Agree");
      await closeNow(steward);
      await scripted.goto(`${origin}${second}/decision/new`);
      await typeInto(scripted, scripted.getByLabel("What exactly was decided"), "We meet every other month.");
      await press(scripted, scripted.getByText("Reasons, dates, and what it replaces"));
      const replaced = scripted.getByLabel("It replaces the decision");
      await typeInto(scripted, replaced, "We meet every month");
      await expect(replaced.locator("option:checked")).toHaveText("We meet every month");
      await press(scripted, scripted.getByRole("button", { name: "Write it down" }));
      await expect(scripted.getByText("It takes the place of")).toBeVisible();
      await steward.goto(`${origin}${first}`);
      await expect(steward.getByText("Replaced").first()).toBeVisible();
    },
  );

  await journey.step("it is found by its words, and read by programs", async () => {
    await member.goto(`${origin}${league}/decisions`);
    await member.getByLabel("Look through the decisions").fill("Monday");
    await member.getByRole("button", { name: "Search" }).click();
    await expect(member.getByRole("link", { name: "We meet every month", exact: true })).toBeVisible();
    await expect(member.getByRole("link", { name: "Minutes in two languages" })).toBeHidden();
    for (const file of ["feed.atom", "register.json", "register.csv", "register.md"]) {
      const link = member.locator(`a[href$="/${file}"]`).first();
      const response = await member.request.get(new URL((await link.getAttribute("href")) ?? "", origin).href);
      expect(await response.text(), file).toContain("We meet every other month");
    }
  });

  await journey.step("what is due for review asks the members whether to keep, change or end it", async () => {
    await steward.goto(`${origin}${league}/decisions`);
    await steward.getByRole("link", { name: "A shared list of servers we do not federate with" }).click();
    await steward.getByLabel(/^Keep/).check();
    await steward.getByRole("button", { name: "Send my answer" }).click();
    await expect(steward.getByText("Your answer to the review is taken.")).toBeVisible();
  });

  await expectSound(deciders, [`${league}/decisions`, pathOf(scripted), pathOf(steward), `${second}/decision/new`]);
});
