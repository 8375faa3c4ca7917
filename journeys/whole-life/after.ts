import { faultsOf } from "../axe.ts";
import { openAct } from "./inviting.ts";
import { actorOf, kiriAddress, letterTo, openByLetter, postAtHome, postTo, until, untilSays } from "./people.ts";
import { shoot } from "./shots.ts";
import { expect, step } from "./steps.ts";
import type { World } from "./world.ts";

/** Steps 20 and 26 to 30: what is written down of the gathering, and what becomes of it. */
export function after(world: () => World): void {
  step("20 what is said is written down block by block, but where nothing may be", async () => {
    const { mara, passerBy, gathering } = world();
    await until(world(), "2027-02-23T10:05Z");
    await mara.goto(`${gathering}/notes`);
    await expect(mara.getByRole("heading", { name: "Without notes" })).toBeVisible();
    await mara.getByRole("link", { name: "Write here: The whole gathering" }).click();
    await mara.getByLabel("Notes", { exact: true }).fill("Five servers told how they decide.");
    await mara.getByRole("button", { name: "Save the notes" }).click();
    await expect(mara.getByText("The notes are saved.")).toBeVisible();
    await mara.goto(`${gathering}/notes`);
    await mara.getByRole("link", { name: "Write here: how we pay for storage" }).click();
    await mara.getByLabel("Notes", { exact: true }).fill("Storage costs the commons 30 euros a month.");
    await mara.getByRole("button", { name: "Save the notes" }).click();
    await expect(mara.getByText("The notes are saved.")).toBeVisible();
    await mara.goto(`${gathering}/notes`);
    await shoot(mara, "20-notes");
    await passerBy.goto(`${gathering}/notes`);
    await expect(passerBy.getByText("30 euros")).toHaveCount(0);
  });

  step("26 who does what by when: asked by one, promised by another, each accepted by whoever does it", async () => {
    const { tess, commons, gathering } = world();
    const { devon, rosa } = commons.users;
    await tess.goto(`${gathering}/commitments`);
    await tess.getByLabel("What", { exact: true }).fill("Write to the newcomers");
    await tess.getByLabel("Who", { exact: true }).selectOption({ label: `devon (@${devon.handle})` });
    await tess.getByLabel("By when", { exact: true }).fill("2027-03-09");
    await tess.getByRole("button", { name: "Write it down" }).click();
    await expect(tess.getByText("They are asked by a message")).toBeVisible();
    await devon.reply(await postTo(world(), devon, "“Write to the newcomers”"), "yes", "mentioned");
    await postTo(world(), devon, "you will do “Write to the newcomers”");
    await rosa.directMessage(actorOf(world()), "I will publish what storage costs by 20 March 2027");
    await rosa.reply(await postTo(world(), rosa, "Did I understand you?"), "yes", "mentioned");
    await postTo(world(), rosa, "you will do “publish what storage costs”");
    await tess.goto(`${gathering}/commitments`);
    await expect(tess.getByRole("main")).toContainText("0 done, 2 open, 0 dropped");
    await shoot(tess, "26-commitments");
  });

  step("27 how it was: by reply for whoever left early, by letter, in two minutes", async () => {
    const { commons, kiri, tess, gathering } = world();
    const { rosa } = commons.users;
    await until(world(), "2027-02-26T22:00Z");
    await rosa.reply(
      await postTo(world(), rosa, "How was “First gathering”?"),
      "+ the round of names\n- too little time",
      "mentioned",
    );
    await openByLetter(world(), "How was “First gathering”?");
    await kiri.getByLabel("What worked").fill("Two sessions");
    await kiri.getByRole("button", { name: "Send", exact: true }).click();
    await expect(kiri.getByText("Thank you, it has arrived.")).toBeVisible();
    await tess.goto(`${gathering}/feedback`);
    await untilSays(tess, "too little time");
    await expect(tess.getByText("Two sessions")).toBeVisible();
  });

  step("28 the draft of the minutes has composed itself, with nobody's name", async () => {
    const { tess, gathering } = world();
    await openAct(tess, gathering, "Read the minutes");
    const text = tess.getByRole("main");
    for (const words of [
      /\d people had said they would come/,
      "Five servers told how they decide.",
      "Storage costs the commons 30 euros a month.",
      "Why: One time for Europe, one for Aotearoa.",
      "The agenda was consented to",
      "Write to the newcomers",
      /What could be better\s*too little time/,
      "Nobody is named who has not said so.",
    ])
      await expect(text).toContainText(words);
    await expect(text).not.toContainText("rosa");
    await shoot(tess, "28-draft");
    await tess.getByRole("button", { name: "Send the draft round" }).click();
    await expect(tess.getByText("The draft is on its way.")).toBeVisible();
  });

  step("29 for 72 hours it is corrected by reply; then it is published as page, post and file", async () => {
    const { tess, passerBy, commons, gathering } = world();
    const { devon, rosa } = commons.users;
    const draft = await postTo(world(), rosa, "The draft of the minutes of");
    await rosa.reply(draft, "correction: storage costs 40 euros a month", "mentioned");
    await postTo(world(), rosa, "Your correction of the minutes");
    await openByLetter(world(), "The draft of the minutes of");
    await world().kiri.getByRole("radio", { name: "Name me", exact: true }).check();
    await world().kiri.getByRole("button", { name: "Save", exact: true }).click();
    await expect(world().kiri.getByText("Your choice is noted.")).toBeVisible();
    await tess.goto(`${gathering}/minutes`);
    await tess.getByRole("link", { name: "1 correction waits" }).click();
    await tess.getByRole("radio", { name: "Printed beneath the minutes" }).check();
    await tess.getByRole("button", { name: "Decide" }).click();
    await postTo(world(), rosa, "stands beneath the minutes, in your words");
    await until(world(), "2027-03-01T22:10Z");
    await postTo(world(), rosa, "The minutes of “First gathering” are published");
    await postTo(world(), devon, "The minutes of “First gathering” are published");
    await postAtHome(world(), "The minutes of “First gathering” are published");
    await letterTo(world(), kiriAddress, "The minutes of “First gathering” are published");
    await passerBy.goto(`${gathering}/minutes`);
    const page = passerBy.getByRole("main");
    for (const words of ["30 euros", "storage costs 40 euros a month", "Kiri Tamahori", "by somebody who took part"])
      await expect(page).toContainText(words);
    await shoot(passerBy, "29-minutes");
    expect(await faultsOf(passerBy)).toEqual([]);
    const file = await (await passerBy.request.get(`${gathering}/minutes.md`)).text();
    expect(file).toContain("storage costs 40 euros a month");
    expect(file).toContain("Kiri Tamahori");
    expect(file).not.toContain("rosa");
    await passerBy.goto(gathering);
    await expect(passerBy.locator("[aria-current=step]")).toHaveText(/Minuted/);
  });

  step("30 commitments ask how they went, raw answers go, and the next one begins with the list it had", async () => {
    const { tess, commons, gathering } = world();
    const { devon, rosa } = commons.users;
    await until(world(), "2027-03-09T16:01Z");
    await devon.reply(await postTo(world(), devon, "How did it go with what you promised"), "done", "mentioned");
    await postTo(world(), devon, "Noted as done: “Write to the newcomers”");
    await until(world(), "2027-03-12T16:01Z");
    const asked = await postTo(world(), rosa, "How did it go with what you promised");
    await rosa.reply(asked, "more time until 12 April 2027", "mentioned");
    await postTo(world(), rosa, "has time until");
    await tess.goto(`${gathering}/questions/answers`);
    await expect(tess.getByText("I keep the books.")).toBeVisible();
    await until(world(), "2027-03-29T00:00Z");
    await untilSays(tess, "Nobody has answered yet.");
    await until(world(), "2027-04-12T15:01Z");
    await rosa.reply(await postTo(world(), rosa, "How did it go with what you promised", 2), "drop", "mentioned");
    await postTo(world(), rosa, "Noted as dropped");
    await tess.goto(`${gathering}/commitments`);
    await expect(tess.getByRole("main")).toContainText("1 done, 0 open, 1 dropped");
    await openAct(tess, gathering, "Announce the next gathering");
    await tess.getByLabel("Title", { exact: true }).fill("Second gathering");
    await tess.getByRole("button", { name: "Announce it" }).click();
    await expect(tess.getByRole("heading", { level: 1, name: "Second gathering" })).toBeVisible();
    await untilSays(tess, /[456] people are on the list/);
    await expect(tess.getByRole("main").getByRole("link", { name: "Ask when" }).first()).toBeVisible();
    await tess.getByRole("main").getByRole("link", { name: "Ask when" }).first().click();
    await expect(tess.getByRole("columnheader", { name: "Auckland, 1 person" })).toBeVisible();
    // Each zone had a session by day, so that nobody is owed a night.
    await expect(tess.getByText("Nights borne so far")).toHaveCount(0);
    await tess.goBack();
    await shoot(tess, "30-next");
    await letterTo(world(), kiriAddress, "meet again: “Second gathering”");
    await tess.goto(`${tess.url().split("?")[0]}/roles`);
    await expect(tess.getByText(/Whose turn it might be/).first()).toBeVisible();
  });
}
