import { expect } from "@playwright/test";
import { answer, deciding, expectSound, league, openThread, press, putForward, tabTo, typeInto } from "./deciding.ts";
import { journey } from "./running-koinon.ts";

deciding("whoever cannot be there is heard: by another member, by phone, and by a guest's link", async (deciders) => {
  const { steward, member, scripted, origin } = deciders;
  const thread = await openThread(steward, origin, "Where the archive is kept");
  await steward.goto(`${origin}${thread}/proposals/new`);
  const proposal = await putForward(steward, "Keep the archive at Fjord");

  await journey.step("a member hands over their voice, and it waits for the other's word", async () => {
    await member.goto(`${origin}${league}/voices`);
    await member.getByLabel("Who speaks for you").selectOption({ label: "Mara Olmo" });
    await member.getByRole("button", { name: "Ask them" }).click();
    await expect(member.getByText("They speak for you once they say yes.")).toBeVisible();
    await expect(member.getByText("waits for their word")).toBeVisible();
  });

  await journey.step("once it is taken, their answer counts for both and is shown as a chain", async () => {
    await steward.goto(`${origin}${league}/voices`);
    await steward.getByRole("button", { name: "Take it", exact: true }).click();
    await expect(steward.getByText("You hold this voice now.")).toBeVisible();
    await steward.goto(`${origin}${proposal}`);
    await answer(steward, "Agree");
    await member.goto(`${origin}${proposal}`);
    await expect(member.getByText("speaks for you here: Agree.")).toBeVisible();
    await expect(member.getByText("1 of these was spoken for by another member.")).toBeVisible();
    const chain = member.getByRole("listitem").filter({ hasText: "Sol Ibarra" }).filter({ hasText: "Mara Olmo" });
    await expect(chain.first()).toBeVisible();
  });

  await journey.step("taken back, it is theirs again", async () => {
    await member.goto(`${origin}${league}/voices`);
    await member.getByRole("button", { name: "Take my voice back" }).click();
    await expect(member.getByText("Your voice is yours again.")).toBeVisible();
    await member.goto(`${origin}${proposal}`);
    await expect(member.getByText("speaks for you here")).toBeHidden();
  });

  await journey.step("an answer given by phone is written down by the keyboard alone", async () => {
    await scripted.goto(`${origin}${proposal}/phone`);
    await typeInto(scripted, scripted.getByLabel("Who gave the answer"), "Sol");
    await tabTo(scripted, scripted.getByLabel("Agree", { exact: true }));
    await scripted.keyboard.press("Space");
    await typeInto(scripted, scripted.getByLabel("Note"), "Called at noon: yes, gladly.");
    await press(scripted, scripted.getByRole("button", { name: "Write down the answer" }));
    await expect(scripted.getByText("The answer is written down and counts.")).toBeVisible();
    await expect(scripted.getByText("given by phone, not confirmed yet")).toBeVisible();
  });

  await journey.step("whoever gave it confirms it", async () => {
    await member.goto(`${origin}${proposal}`);
    await expect(member.getByText("An answer was written down for you: Agree.")).toBeVisible();
    await member.getByRole("button", { name: "It is right" }).click();
    await expect(member.getByText("Your answer is confirmed.")).toBeVisible();
    await expect(member.getByText("given by phone and confirmed")).toBeVisible();
  });

  const seat = await journey.step("a guest has a link of their own, which opens nothing else", async () => {
    await steward.goto(`${origin}${proposal}/guests`);
    await steward.getByLabel("Name of the guest").fill("Rosa Quill");
    await steward.getByRole("button", { name: "Make the link" }).click();
    await expect(steward.getByText("The link for Rosa Quill")).toBeVisible();
    return (await steward.locator("code").innerText()).trim();
  });

  await journey.step("by that link the guest answers without an account, and is named as a guest", async () => {
    const guest = await steward.context().browser()?.newContext({ locale: "en-GB", javaScriptEnabled: false });
    if (guest === undefined) throw new Error("no browser");
    const page = await guest.newPage();
    await page.goto(seat);
    await page.getByLabel("Agree", { exact: true }).check();
    await page.getByRole("button", { name: "Send my answer" }).click();
    await expect(page.getByText("Your answer is taken.")).toBeVisible();
    await page.goto(`${origin}${proposal}`);
    await expect(page.getByText("Guests, heard and not counted")).toBeVisible();
    await guest.close();
  });

  await expectSound(deciders, [`${league}/voices`, `${proposal}/guests`, proposal, new URL(seat).pathname]);
});
