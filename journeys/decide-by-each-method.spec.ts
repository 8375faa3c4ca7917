import { expect, type Locator, type Page } from "@playwright/test";
import { methods } from "../src/decisions/methods/registry.ts";
import { faultsOf } from "./axe.ts";
import { tabTo } from "./deciding.ts";
import { journey } from "./running-koinon.ts";

journey.setTimeout(600_000);
journey.use({ timezoneId: "Europe/Rome", locale: "en-GB", actionTimeout: 15_000 });

/** How one method is answered on its page, and what its outcome says then. */
interface Deciding {
  /** What the list of methods calls it; empty for the one that is offered first. */
  readonly name: string;
  /** Empty where the method has options of its own. */
  readonly options: string;
  readonly answered: "tick" | "write" | "choose";
  /** The label of what is answered, and what is written or chosen there. */
  readonly label: string;
  readonly answer: string;
  readonly says: string;
}

const fruit = { options: "Pear\nPlum", label: "Plum", says: "Chosen: Plum." };
const ticked = { ...fruit, answered: "tick", answer: "" } as const;
const written = { ...fruit, answered: "write", answer: "4" } as const;
const ranked = { ...fruit, answered: "choose", answer: "1" } as const;
const own = { options: "", answered: "tick", answer: "" } as const;

const deciding: Readonly<Record<string, Deciding>> = {
  stance: { ...own, name: "", label: "Agree", says: "The proposal carries." },
  "lazy-consent": { ...own, name: "Lazy consent", label: "Agree", says: "The proposal carries." },
  "sense-check": { ...own, name: "Sense check", label: "Looks good", says: "It is counted." },
  "count-me-in": { ...own, name: "Count me in", label: "I’m in", says: "1 person is in." },
  "single-choice": { ...ticked, name: "Single choice" },
  "multiple-choice": { ...ticked, name: "Multiple choice" },
  approval: { ...ticked, name: "Approval" },
  score: { ...written, name: "Score" },
  star: { ...written, name: "Score, then runoff (STAR)" },
  "majority-judgment": { ...ranked, name: "Majority judgment", answer: "Good" },
  "dot-vote": { ...written, name: "Dot vote" },
  quadratic: { ...written, name: "Quadratic vote" },
  irv: { ...ranked, name: "Ranked choice with runoffs (IRV)" },
  "scottish-stv": { ...ranked, name: "Several seats by transfers, Scottish rule (STV)" },
  "meek-stv": { ...ranked, name: "Several seats by transfers, Meek’s rule (STV)" },
  schulze: { ...ranked, name: "Each against each (Schulze)" },
  "ranked-pairs": { ...ranked, name: "Strongest comparisons first (ranked pairs)" },
  borda: { ...ranked, name: "Points by rank (Borda)" },
  survey: { ...ticked, name: "Survey", options: "Which fruit?\nPear\nPlum", says: "It is counted." },
};

journey("every method is put forward, answered and counted without scripts", async ({ browser, start }) => {
  expect(Object.keys(deciding).toSorted()).toEqual(methods.map(({ rules }) => rules.id).toSorted());
  const program = await start({ command: "demo" });
  const context = await browser.newContext({ javaScriptEnabled: false, timezoneId: "Europe/Rome", locale: "en-GB" });
  const page = await context.newPage();
  const thread = await openThread(page, program.origin, await program.link());
  for (const [id, method] of Object.entries(deciding)) {
    await journey.step(id, async () => {
      await putForward(page, thread, method);
      await answerByHand(answerField(page, method), method);
      await page.getByRole("button", { name: "Send my answer" }).click();
      await countAndRead(page, method);
    });
  }
  await context.close();
});

journey(
  "every method is answered by the keyboard alone, and axe finds no fault with its page",
  async ({ page, start }) => {
    const program = await start({ command: "demo" });
    const thread = await openThread(page, program.origin, await program.link());
    for (const [id, method] of Object.entries(deciding)) {
      await journey.step(id, async () => {
        await putForward(page, thread, method);
        expect(await faultsOf(page)).toEqual([]);
        await answerByKeyboard(page, method);
        await tabTo(page, page.getByRole("button", { name: "Send my answer" }));
        await page.keyboard.press("Enter");
        await expect(page.getByText("Your answer is taken.")).toBeVisible();
        await countAndRead(page, method);
        expect(await faultsOf(page)).toEqual([]);
      });
    }
  },
);

/** Opens a thread as the demo's operator, with the three fields that a newcomer needs, and gives its address. */
async function openThread(page: Page, origin: string, link: string): Promise<string> {
  await page.goto(link);
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
  await page.goto(`${origin}/communities/orchard_league/threads/new`);
  await page.getByLabel("Title").fill("Which fruit for the logo");
  await page.getByLabel("Text").fill("We need one fruit.");
  await page.getByRole("button", { name: "Open the thread" }).click();
  await expect(page.getByText("The thread is open.")).toBeVisible();
  return page.url().split("?")[0] ?? "";
}

async function putForward(page: Page, thread: string, { name, options }: Deciding): Promise<void> {
  await page.goto(`${thread}/proposals/new`);
  if (name !== "") {
    await page.getByText("Decide in another way").click();
    await page.getByRole("link", { name, exact: true }).click();
  }
  await page.getByLabel("Title").fill(name === "" ? "As it stands" : `By ${name}`);
  if (options !== "") await page.getByLabel("Options", { exact: true }).fill(options);
  await page.getByRole("button", { name: "Put it forward" }).click();
  await expect(page.getByText("The proposal is open.")).toBeVisible();
}

function answerField(page: Page, { label }: Deciding): Locator {
  return page.getByRole("main").getByLabel(label, { exact: true }).first();
}

async function answerByHand(field: Locator, { answered, answer }: Deciding): Promise<void> {
  if (answered === "tick") await field.check();
  else if (answered === "write") await field.fill(answer);
  else await field.selectOption({ label: answer });
}

async function answerByKeyboard(page: Page, method: Deciding): Promise<void> {
  const field = answerField(page, method);
  const group = await field.getAttribute("name");
  const isRadio = (await field.getAttribute("type")) === "radio";
  // Of buttons of which one is chosen, one way leads to the first; from there the arrows go on.
  await tabTo(page, isRadio ? page.locator(`[name="${group}"]`).first() : field);
  if (method.answered !== "tick") await page.keyboard.type(method.answer);
  else await page.keyboard.press("Space");
  while (isRadio && !(await field.isChecked())) await page.keyboard.press("ArrowDown");
}

async function countAndRead(page: Page, { says }: Deciding): Promise<void> {
  await expect(page.getByText("Your answer is taken.")).toBeVisible();
  await page.getByText("Close or take back").click();
  await page.getByLabel("Why it is closed now").fill("All have answered.");
  await page.getByRole("button", { name: "Close now and count" }).click();
  await expect(page.getByText(says).first()).toBeVisible();
}
