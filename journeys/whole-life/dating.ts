import type { Page } from "@playwright/test";
import { faultsOf } from "../axe.ts";
import { openAct } from "./inviting.ts";
import {
  answerAtHome,
  kiriAddress,
  letterTo,
  messagesTo,
  openByLetter,
  pollsTo,
  postAtHome,
  postTo,
  until,
  untilSays,
  voteAtHome,
} from "./people.ts";
import { shoot } from "./shots.ts";
import { expect, step } from "./steps.ts";
import type { World } from "./world.ts";

/** The time that suits everybody but Kiri, whose night it is. */
const first = { start: "2027-02-23T11:00", option: "Tue 23 Feb, 11:00 CET" } as const;

/** Steps 9 to 14: from looking for times to knowing who comes, and what they need. */
export function dating(world: () => World): void {
  step("9 I look for times in two weeks that cost nobody on the list the night", async () => {
    const { tess, gathering } = world();
    await openAct(tess, gathering, "Ask when");
    await tess.getByLabel("First day").fill("2027-02-15");
    await tess.getByLabel("Last day").fill("2027-02-28");
    await tess.getByLabel("Length in minutes").fill("90");
    await tess.getByRole("button", { name: "Look for times" }).click();
    const times = tess.getByRole("table", { name: "Times to ask for" });
    await expect(times.getByRole("columnheader", { name: "Auckland, 1 person" })).toBeVisible();
    expect(await times.getByRole("row").count()).toBeGreaterThan(4);
    await expect(times).not.toContainText("night");
    await shoot(tess, "09-times");
  });

  step("10 the poll goes out; whoever has not answered after three days is reminded, and nobody else", async () => {
    const { tess, ines, kiri, commons } = world();
    const { devon, rosa } = commons.users;
    await tess.getByLabel("Time of your own, number 1").fill(first.start);
    await tess.locator("input[name=own-native-0]").check();
    await tess.getByLabel("Answers until").fill("2027-02-10T20:00");
    await tess.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(tess.getByText("The poll is open.")).toBeVisible();
    const [asked] = await pollsTo(world(), rosa, "When shall we meet?", 1);
    expect(asked?.options).toContain(first.option);
    expect(asked?.options.at(-1)).toBe("None of these");
    await rosa.vote(asked?.id ?? "", [first.option]);
    await voteAtHome(await postAtHome(world(), "When shall we meet?"), first.option);
    await openByLetter(world(), "When shall we meet");
    await kiri.getByRole("link", { name: /^Answer for all/ }).click();
    await expect(kiri.getByRole("group", { name: /^23:00.*night for you/ })).toBeVisible();
    await shoot(kiri, "10-grid");
    await answerLastTimeOnly(kiri);
    await untilSays(tess, "3 people have answered.");
    await until(world(), "2027-02-04T12:00Z");
    await postTo(world(), devon, "You have not yet said when you can come");
    const [copy] = await pollsTo(world(), devon, "When shall we meet?", 1);
    await devon.vote(copy?.id ?? "", [first.option]);
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
    await expect(report("Best single time")).toContainText("3 of 5 can come");
    await expect(report("Best single time")).toContainText("Nobody from Pacific/Auckland.");
    await expect(report("Best single time")).toContainText("minutes of night: 90");
    await expect(report("Best two times")).toContainText("4 of 5 can come");
    await expect(tess.getByRole("main")).toContainText("It is noted for next time");
    await shoot(tess, "11-outcome");
    await tess.getByRole("radio", { name: "4 of 5 can come" }).first().check();
    await tess.getByLabel("Why", { exact: true }).fill("One time for Europe, one for Aotearoa.");
    await tess.getByRole("button", { name: "Set the date" }).click();
    await expect(tess.getByText("The date is set.")).toBeVisible();
    await expect(tess.locator("[aria-current=step]")).toHaveText(/Date set/);
  });

  step("12 everyone hears the date in their own way and zone, and calendars follow what changes", async () => {
    const { tess, kiri, commons, gathering } = world();
    const { devon, rosa } = commons.users;
    await pollsTo(world(), rosa, "Are you coming?", 2);
    await pollsTo(world(), devon, "Are you coming?", 2);
    await postAtHome(world(), "Are you coming?");
    const letter = await letterTo(world(), kiriAddress, "The date of “First gathering” is set");
    expect(letter.text).toMatch(/NZDT|GMT\+13|New Zealand/);
    await kiri.goto(gathering);
    await expect(kiri.getByRole("main")).toContainText("New Zealand Daylight Time");
    const calendar = () => kiri.request.get(`${gathering}/calendar.ics`).then((answer) => answer.text());
    const before = sequencesIn(await calendar());
    expect(before).toHaveLength(2);
    await openAct(tess, gathering, "Change texts, places or the date");
    await tess.getByLabel("Place (optional)", { exact: true }).fill("Online, see the video room");
    await tess.getByRole("button", { name: "Save the changes" }).click();
    await expect(tess.getByText("Your changes are saved.")).toBeVisible();
    const after = await calendar();
    expect(after).toContain("Online");
    expect(sequencesIn(after)).toEqual(before.map((sequence) => sequence + 1));
  });

  step(
    "13 people answer by poll, by reply, here and by letter, each session by itself; who waits moves up",
    async () => {
      const { tess, mara, kiri, commons, gathering } = world();
      const { devon, rosa } = commons.users;
      await openAct(tess, gathering, "Choose what to ask of those who come");
      for (const box of await tess.getByRole("group", { name: "Questions" }).getByRole("checkbox").all())
        await box.check();
      await tess.getByRole("button", { name: "Save the questions" }).click();
      await expect(tess.getByText("The questions are settled.")).toBeVisible();
      const [toDevon] = await pollsTo(world(), devon, "23 Feb", 1);
      const [toRosa] = await pollsTo(world(), rosa, "23 Feb", 1);
      await devon.vote(toDevon?.id ?? "", ["Going"]);
      await postTo(world(), devon, "You are going to “First gathering”");
      await rosa.reply(toRosa?.id ?? "", "yes +1", "mentioned");
      await postTo(world(), rosa, "Each instance sends one delegate");
      await rosa.reply(toRosa?.id ?? "", "yes", "mentioned");
      await postTo(world(), rosa, "already has the seat of");
      await voteAtHome(await postAtHome(world(), /23 Feb.*Are you coming/), "Going");
      await postAtHome(world(), "You are going to “First gathering”");
      await openByLetter(world(), "The date of “First gathering” is set");
      await answersTo(kiri, "Going", "Somebody who wants to start an instance");
      await devon.reply(toDevon?.id ?? "", "just listening +1", "mentioned");
      await postTo(world(), devon, "2 seats to listen in at “First gathering”");
      await postTo(world(), rosa, "A place came free: you are now going");
      for (const page of [tess, mara]) {
        await page.goto(gathering);
        await answersTo(page, "Going", "A member of this community");
      }
      await shoot(tess, "13-who-comes");
      expect(await faultsOf(tess)).toEqual([]);
      await tess.goto(`${gathering}/people`);
      await expect(tess.getByRole("table", { name: /^Answers for .*23/ }).getByRole("row")).toHaveCount(7);
      await expect(tess.getByRole("table", { name: /^Answers for .*23/ })).toContainText("Listening in");
    },
  );

  step("14 who comes is asked what helps to prepare; needs are read by the access steward alone", async () => {
    const { tess, mara, kiri, commons, gathering } = world();
    const { rosa } = commons.users;
    await rosa.reply(
      await postTo(world(), rosa, "asks a little more of those who come"),
      "Languages: English, German\nRecording: yes\nIntroduction: I keep the books.\nCode of conduct: I accept",
      "mentioned",
    );
    await postTo(world(), rosa, "What you answered to the questions of");
    await answerAtHome(
      await postAtHome(world(), "asks a little more"),
      "Languages: German\nRecording: without my name",
    );
    await kiri.goto(gathering);
    await kiri.getByRole("link", { name: "Answer", exact: true }).click();
    await kiri.getByRole("checkbox", { name: "English" }).check();
    await kiri.getByRole("checkbox", { name: "Captions" }).check();
    await kiri.getByLabel("What else you need to take part").fill("A pause after an hour.");
    await kiri.getByLabel("Who you are").fill("We want to start an instance in Ōtautahi.");
    await kiri.getByRole("checkbox", { name: "I accept the code of conduct" }).check();
    await shoot(kiri, "14-questions");
    await kiri.getByRole("button", { name: "Send my answers" }).click();
    await expect(kiri.getByText("Your answers are kept.")).toBeVisible();
    await mara.goto(`${gathering}/roles`);
    await mara.getByRole("button", { name: "I can do this: Access steward" }).click();
    await mara.getByRole("link", { name: "Read what people need" }).click();
    await expect(mara.getByText("A pause after an hour.")).toBeVisible();
    await openAct(tess, gathering, "See what people answered");
    await expect(tess.getByText("We want to start an instance in Ōtautahi.")).toBeVisible();
    await expect(tess.getByText("A pause after an hour.")).toHaveCount(0);
    await shoot(tess, "14-answers");
    expect((await tess.goto(`${gathering}/questions/access`))?.status()).not.toBe(200);
  });
}

function sequencesIn(calendar: string): readonly number[] {
  return Array.from(calendar.matchAll(/^SEQUENCE:(\d+)/gm), ([, sequence]) => Number(sequence));
}

async function answersTo(page: Page, answer: string, seat: string): Promise<void> {
  await page.getByRole("radio", { name: "All sessions" }).check();
  await page.getByRole("radio", { name: answer, exact: true }).check();
  await page.getByRole("radio", { name: seat }).check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Your answer is taken.")).toBeVisible();
}

/** In the grid of all times: the last one suits, the others do not. */
async function answerLastTimeOnly(page: Page): Promise<void> {
  const times = page.getByRole("group").filter({ has: page.getByRole("radio", { name: "If need be" }) });
  await times.last().getByLabel("Yes", { exact: true }).check();
  await page.getByLabel("Count every time I left open as no").check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(
    page.getByText("Your answer is taken: one time suits you.").or(page.getByText("1 time suits you")),
  ).toBeVisible();
}
