import type { Page } from "@playwright/test";
import { kiriAddress, openAct } from "./inviting.ts";
import { letterTo, linkIn, messagesTo, pollsTo, postAtHome, postTo, until, untilSays, voteAtHome } from "./people.ts";
import { shoot } from "./shots.ts";
import { expect, step } from "./steps.ts";
import type { World } from "./world.ts";

/** Steps 9 to 14: from looking for times to knowing who comes, and what they need. */
export function dating(world: () => World): void {
  step("9 I look for times in two weeks; the nights of those on the list are shaded", async () => {
    const { tess, gathering } = world();
    await openAct(tess, gathering, "Ask when");
    await tess.getByLabel("First day").fill("2027-02-15");
    await tess.getByLabel("Last day").fill("2027-02-28");
    await tess.getByLabel("Length in minutes").fill("90");
    await tess.getByRole("button", { name: "Look for times" }).click();
    const times = tess.getByRole("table", { name: "Times to ask for" });
    await expect(times.getByRole("columnheader", { name: "Auckland, 1 person" })).toBeVisible();
    expect(await times.getByRole("row").count()).toBeGreaterThan(4);
    await shoot(tess, "09-times");
  });

  step("10 the poll goes out; whoever has not answered after three days is reminded, and nobody else", async () => {
    const { tess, ines, kiri, commons } = world();
    const { devon, rosa } = commons.users;
    await tess.getByLabel("Answers until").fill("2027-02-10T20:00");
    await tess.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(tess.getByText("The poll is open.")).toBeVisible();
    const [asked] = await pollsTo(world(), rosa, "When shall we meet?", 1);
    const [first = ""] = asked?.options ?? [];
    expect(asked?.options).toHaveLength(5);
    await rosa.vote(asked?.id ?? "", [first]);
    await voteAtHome(await postAtHome(world(), "When shall we meet?"), first);
    await kiri.goto(linkIn(await letterTo(world(), kiriAddress, "When shall we meet")));
    await answerLastTimeOnly(kiri);
    await shoot(kiri, "10-grid");
    await untilSays(tess, "3 people have answered.");
    await until(world(), "2027-02-04T12:00Z");
    await postTo(world(), devon, "You have not yet said when you can come");
    const [copy] = await pollsTo(world(), devon, "When shall we meet?", 1);
    await devon.vote(copy?.id ?? "", [first]);
    await untilSays(tess, "4 people have answered.");
    expect((await messagesTo(world(), rosa)).join()).not.toContain("not yet said");
    await expect(ines.getByText("not yet said")).toHaveCount(0);
  });

  step("11 I read who is left out by one time and by two, and choose two", async () => {
    const { tess, gathering } = world();
    await until(world(), "2027-02-10T19:01Z");
    await tess.goto(`${gathering}/poll`);
    await untilSays(tess, "The poll is closed");
    const report = (title: string) => tess.getByRole("article").filter({ hasText: title });
    await expect(report("Best single time")).toContainText("3 of 4 can come");
    await expect(report("Best single time")).toContainText("Nobody from Auckland.");
    await expect(report("Best two times")).toContainText("4 of 4 can come");
    await expect(report("Best two times")).toContainText("minutes of night");
    await shoot(tess, "11-outcome");
    await tess.getByRole("radio", { name: "4 of 4 can come" }).first().check();
    await tess.getByLabel("Why", { exact: true }).fill("One time for Europe, one for Aotearoa.");
    await tess.getByRole("button", { name: "Set the date" }).click();
    await expect(tess.getByText("The date is set.")).toBeVisible();
    await expect(tess.locator("[aria-current=step]")).toHaveText(/Date set/);
  });

  step("12 everyone hears the date in their own way and zone, and calendars follow what changes", async () => {
    const { tess, kiri, commons, gathering } = world();
    const { devon, rosa } = commons.users;
    await pollsTo(world(), rosa, "Are you coming?", 2);
    await postTo(world(), devon, "The date of “First gathering” is set");
    await postAtHome(world(), "Are you coming?");
    const letter = await letterTo(world(), kiriAddress, "The date of “First gathering” is set");
    expect(letter.text).toMatch(/NZDT|Auckland/);
    await kiri.goto(gathering);
    await expect(kiri.getByRole("main").getByText(/NZDT|Auckland/).first()).toBeVisible();
    const calendar = () => kiri.request.get(`${gathering}/calendar.ics`).then((answer) => answer.text());
    const before = await calendar();
    expect(before.match(/SEQUENCE:0/g)).toHaveLength(2);
    await openAct(tess, gathering, "Change texts, places or the date");
    await tess.getByLabel("Place", { exact: true }).fill("Online, see the video room");
    await tess.getByRole("button", { name: "Save the changes" }).click();
    await expect(tess.getByText("Your changes are saved.")).toBeVisible();
    const after = await calendar();
    expect(after).toContain("Online");
    expect(after.match(/SEQUENCE:1/g)).toHaveLength(2);
  });
}

/** In the grid of all times: the last one suits, the others do not. */
async function answerLastTimeOnly(page: Page): Promise<void> {
  const times = page.getByRole("group").filter({ has: page.getByRole("radio", { name: "If need be" }) });
  await times.last().getByLabel("Yes", { exact: true }).check();
  await page.getByLabel("Count every time I left open as no").check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Your answer is taken: one time suits you.").or(page.getByText("1 time suits you"))).toBeVisible();
}
