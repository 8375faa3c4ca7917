import { expect } from "@playwright/test";
import { answer, deciding, expectSound, league, openThread, pathOf, press, putForward, typeInto } from "./deciding.ts";
import { journey } from "./running-koinon.ts";

const community = "/communities/allmende";

deciding("a community sets its charter, amends it by its own rule, and is bound by it", async (deciders) => {
  const { steward, scripted, origin } = deciders;

  await journey.step("the first charter takes its rules from bylaws that communities live by", async () => {
    await steward.goto(`${origin}${community}/charter`);
    await steward.getByRole("link", { name: "Write the first charter" }).click();
    await steward.getByLabel("Opening words").fill("We own this server together.");
    const itself = steward.getByRole("group", { name: "Matter 1" });
    await itself.getByLabel("How it is decided").selectOption("Two thirds");
    await steward.getByText("Another matter").first().click();
    const moderation = steward.getByRole("group", { name: "Matter 2" });
    await moderation.getByLabel("What it is about").fill("Moderation policy");
    await moderation.getByLabel("How it is decided").selectOption("Three quarters, and no block unless 95 %");
    await steward.getByRole("button", { name: "Set this charter" }).click();
    await expect(steward.getByText("Version 1, in force since")).toBeVisible();
    await expect(steward.getByText("A block stops it unless at least 95 % agree.")).toBeVisible();
  });

  const amendment = await journey.step("an amendment is put forward by the keyboard alone", async () => {
    await scripted.goto(`${origin}${community}/charter/amendments/new`);
    await typeInto(scripted, scripted.getByLabel("Title"), "Spending without a vote");
    await typeInto(scripted, scripted.getByLabel("Why"), "Small sums should need little.");
    await press(scripted, scripted.getByText("Another matter").first());
    const spending = scripted.getByRole("group", { name: "Matter 3" });
    await typeInto(scripted, spending.getByLabel("What it is about"), "Spending up to 50 euros");
    await typeInto(scripted, spending.getByLabel("How it is decided"), "Seven days");
    await press(scripted, scripted.getByRole("button", { name: "Put the amendment forward" }));
    await expect(scripted.getByRole("heading", { level: 1, name: "Spending without a vote" })).toBeVisible();
    return pathOf(scripted);
  });

  await journey.step("it shows what it would change, and stays open as long as the charter says", async () => {
    await steward.goto(`${origin}${amendment}`);
    await expect(steward.getByRole("heading", { name: "Spending up to 50 euros · new" })).toBeVisible();
    await answer(steward, "Agree");
    await expect(steward.getByRole("button", { name: "Close now and count" })).toBeHidden();
  });

  await journey.step("one that was adopted by the charter's own rule is in force, and shows what changed", async () => {
    await steward.goto(`${origin}${league}/charter`);
    await expect(steward.getByText("Version 2, in force since")).toBeVisible();
    await steward.getByText("What changed since version 1").click();
    await expect(steward.getByRole("heading", { name: /^Spending up to 200 euros · changed/ })).toBeVisible();
    await steward.getByRole("link", { name: "by this decision" }).click();
    await expect(steward.getByText("The proposal carries.").first()).toBeVisible();
    await expect(steward.getByText("It carried, and is in force.")).toBeVisible();
  });

  const thread = await openThread(steward, origin, "Whom we listen to", community);
  const bound = await journey.step(
    "a proposal in a matter of the charter takes its rules and offers no others",
    async () => {
      await steward.goto(`${origin}${thread}/proposals/new`);
      await expect(steward.getByText("Decide in another way")).toBeVisible();
      await steward.getByRole("link", { name: "Moderation policy" }).click();
      await expect(steward.getByText("Three quarters, and no block unless 95 %.")).toBeVisible();
      await expect(steward.getByText("Decide in another way")).toBeHidden();
      await steward.getByText("Rules of this proposal").click();
      await expect(steward.getByRole("group", { name: "Who is asked" })).toBeHidden();
      const path = await putForward(steward, "No advertising accounts");
      await expect(steward.getByRole("link", { name: "charter, version 1" })).toBeVisible();
      return path;
    },
  );

  await journey.step("it cannot be closed before its time, and does not offer to be", async () => {
    await answer(steward, "Agree");
    await steward.getByText("Leave more time, or take back").click();
    await expect(steward.getByText("Its rules keep it open until")).toBeVisible();
    await expect(steward.getByRole("button", { name: "Close now and count" })).toBeHidden();
  });

  await expectSound(deciders, [`${community}/charter`, `${community}/charter/amendments/new`, amendment, bound]);
});
