import { expect, type Page } from "@playwright/test";
import { journey } from "./running-koinon.ts";

journey.setTimeout(300_000);
journey.use({ javaScriptEnabled: false, timezoneId: "Europe/Rome", locale: "en-GB", actionTimeout: 15_000 });

journey("a gathering is prepared, written down and repeated without scripts", async ({ page, start }) => {
  const program = await start({ command: "demo" });
  await page.goto(await program.link());
  await page.getByRole("main").getByRole("button").first().click();
  const pageOf = async (title: string, which: "first" | "last" = "first") => {
    await page.goto(`${program.origin}/communities/orchard_league/gatherings`);
    await page.getByRole("link", { name: title, exact: true })[which]().click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  };
  const toCome = "Money in the open";
  const held = "Welcoming newcomers";

  await journey.step("a template becomes blocks of the agenda, and one block is added", async () => {
    await pageOf("Organising circle");
    await startAgenda(page);
  });
  await journey.step("an item is proposed and accepted, another taken back", () => proposeItem(page));
  await journey.step("questions are chosen, and answered after the RSVP", async () => {
    await pageOf(toCome);
    await chooseQuestions(page);
    await pageOf(toCome);
    await answerQuestions(page);
  });
  await journey.step("one role is offered, one volunteer is taken, one role is one's own", async () => {
    await pageOf(toCome);
    await shareRoles(page);
  });
  await journey.step("a commitment that was asked for is taken on", async () => {
    await pageOf(toCome);
    await takeCommitment(page);
  });
  await journey.step("an instance is put on the board of outreach", async () => {
    await pageOf(toCome);
    await putOnBoard(page);
  });
  await journey.step("notes are written", async () => {
    await pageOf(toCome);
    await writeNotes(page);
  });
  await journey.step("the gathering becomes a series", async () => {
    await pageOf(toCome);
    await beginSeries(page);
  });
  await journey.step("what worked is said of the one that was held", async () => {
    await pageOf(held);
    await giveFeedback(page);
  });
  await journey.step("the draft of the minutes holds it, and a correction is decided", async () => {
    await pageOf(held);
    await settleCorrection(page);
  });
  await journey.step("the draft of another goes round", async () => {
    await pageOf("Organising circle", "last");
    await sendDraftRound(page);
  });
  await journey.step("a calendar is pasted, looked at and taken over", async () => {
    await page.goto(`${program.origin}/communities/orchard_league/gatherings/import`);
    await importCalendar(page);
  });
});

/** From the page of a gathering without an agenda. */
async function startAgenda(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Prepare the agenda" }).click();
  await page.getByRole("link", { name: "Start from a template" }).click();
  await page.getByRole("button", { name: "Take this over: Meeting of a circle" }).click();
  await expect(page.getByText("The agenda is changed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: "Check-in" })).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("Tea");
  await page.getByLabel("Minutes", { exact: true }).fill("7");
  await page.getByRole("button", { name: "Add it at the end" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Tea" })).toBeVisible();
}

async function proposeItem(page: Page): Promise<void> {
  await page.getByRole("link", { name: "See the agenda, ask for consent, publish" }).click();
  for (const title of ["A spare server", "On second thought"]) {
    await page.getByText("Propose something to talk about").click();
    await page.getByLabel("What do you want to talk about?").fill(title);
    await page.getByLabel("Minutes you want").fill("15");
    await page.getByRole("button", { name: "Propose it" }).click();
    await expect(page.getByText("Your item is proposed.")).toBeVisible();
  }
  await page.getByRole("button", { name: "Take back: On second thought" }).click();
  await expect(page.getByText("Your item is taken back.")).toBeVisible();
  await expect(page.getByText("On second thought")).toHaveCount(0);
  const item = page.getByRole("listitem").filter({ hasText: "A spare server" });
  await item.getByRole("link", { name: "Decide" }).click();
  await page.getByLabel("Take it into the agenda").check();
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "A spare server" })).toBeVisible();
}

async function chooseQuestions(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Choose what to ask of those who come" }).click();
  await page.getByRole("checkbox", { name: "Languages" }).check();
  await page.getByLabel("Introduction").check();
  await page.getByRole("button", { name: "Save the questions" }).click();
  await expect(page.getByText("The questions are settled.")).toBeVisible();
}

async function answerQuestions(page: Page): Promise<void> {
  await page.getByLabel("Going", { exact: true }).check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Your answer is taken.")).toBeVisible();
  await page.getByRole("link", { name: "Answer", exact: true }).click();
  await page.getByLabel("Italian").check();
  await page.getByLabel("Who you are").fill("I keep the books of the league.");
  await page.getByRole("button", { name: "Send my answers" }).click();
  await page.goto(gatheringOf(page));
  await page.getByRole("link", { name: "See what people answered" }).click();
  await expect(page.getByText("I keep the books of the league.")).toBeVisible();
}

/** The page of the gathering that the browser is at a page of. */
function gatheringOf(page: Page): string {
  return page.url().replace(/(\/gatherings\/[0-9a-f-]+).*/, "$1");
}

async function shareRoles(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Offer your help" }).click();
  await page.getByLabel("Role", { exact: true }).selectOption("Speaker");
  await page.getByLabel("Whom to ask").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText("They are asked. You hear what they say.")).toBeVisible();
  const safety = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Safety contact" }) });
  await safety.getByRole("button", { name: "Agree" }).click();
  await expect(safety.getByRole("button", { name: "Free this role" })).toBeVisible();
  await page.getByRole("button", { name: "I can do this: Note-taker" }).click();
  await expect(page.getByText("The role is taken.")).toBeVisible();
  await page.getByRole("link", { name: "Who has done what so far" }).click();
  await page.getByRole("link", { name: "Facilitator" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Tess Harrow" })).toBeVisible();
}

async function takeCommitment(page: Page): Promise<void> {
  await page.getByRole("link", { name: "See all commitments" }).click();
  await page.getByRole("button", { name: "Yes, I will" }).click();
  await expect(page.getByText("It is yours now.")).toBeVisible();
  await page.getByRole("button", { name: "Done", exact: true }).first().click();
  await expect(page.getByRole("figure", { name: "1 done, 1 open, 0 dropped" })).toBeVisible();
}

async function putOnBoard(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Reach out to people and instances" }).click();
  await page.getByLabel("Instances and people").fill("ponte.example, it, IT, 40");
  await page.getByRole("button", { name: "Put on the board" }).click();
  await expect(page.getByText("They are on the board.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "ponte.example" });
  await expect(row.getByText("Not asked")).toBeVisible();
}

async function writeNotes(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Read and write notes" }).click();
  await page.getByRole("link", { name: "Write here: The whole gathering" }).click();
  await page.getByLabel("Notes").fill("We begin on *time*.");
  await page.getByRole("button", { name: "Save the notes" }).click();
  await expect(page.getByText("The notes are saved.")).toBeVisible();
  await page.getByRole("link", { name: "All notes of this gathering" }).click();
  await expect(page.getByText("We begin on time.")).toBeVisible();
}

async function beginSeries(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Repeat this gathering" }).click();
  await page.getByLabel("Every 4 weeks").check();
  await page.getByRole("button", { name: "Make it a series" }).click();
  await expect(page.getByText("The gathering is the first of a series.")).toBeVisible();
  const dates = page.getByRole("table", { name: "Dates to come" });
  await expect(dates.getByRole("row").filter({ hasText: "Announced 14 days before" }).first()).toBeVisible();
}

async function giveFeedback(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Say how it was" }).click();
  await page.getByLabel("What worked").fill("Tea in the break.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Thank you, it has arrived.")).toBeVisible();
}

/** From the page of a gathering whose draft is open for corrections, one of which waits. */
async function settleCorrection(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Read the minutes" }).click();
  await expect(page.getByText("Tea in the break.")).toBeVisible();
  await page.getByRole("link", { name: "1 correction waits" }).click();
  await page.getByLabel("Printed beneath the minutes").check();
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("The correction is decided.")).toBeVisible();
  await expect(page.getByText("No correction waits.")).toBeVisible();
  await page.getByRole("link", { name: "To the minutes" }).click();
  await page.getByLabel("Name me", { exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Name me", { exact: true })).toBeChecked();
}

/** From the page of a gathering that was held and has no minutes yet. */
async function sendDraftRound(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Read the minutes" }).click();
  await page.getByRole("button", { name: "Send the draft round" }).click();
  await expect(page.getByRole("heading", { name: "Open for corrections" })).toBeVisible();
}

async function importCalendar(page: Page): Promise<void> {
  await page.getByLabel("Or the text of a calendar").fill(calendar());
  await page.getByRole("button", { name: "Show what is understood" }).click();
  await expect(page.getByLabel("Winter pruning")).toBeChecked();
  await page.getByRole("button", { name: "Announce those that are ticked" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Winter pruning" })).toBeVisible();
  await expect(page.getByText("Bring your own shears.")).toBeVisible();
}

/** A calendar with one event, forty days from now. */
function calendar(): string {
  const day = Temporal.Now.plainDateISO("Europe/Rome").add({ days: 40 }).toString().replaceAll("-", "");
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Orchard//Calendar//EN",
    "BEGIN:VEVENT",
    "UID:pruning@orchard.example",
    "DTSTAMP:20260101T100000Z",
    `DTSTART;TZID=Europe/Rome:${day}T180000`,
    `DTEND;TZID=Europe/Rome:${day}T190000`,
    "SUMMARY:Winter pruning",
    "DESCRIPTION:Bring your own shears.",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
}
