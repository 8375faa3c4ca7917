import { expect, type Page } from "@playwright/test";
import { journey, type RunningProgram } from "./running-koinon.ts";

journey.setTimeout(180_000);
journey.use({ timezoneId: "Europe/Rome", locale: "en-GB" });

journey(
  "notes typed without a connection stay in the browser, and are saved once there is one again",
  async ({ page, context, start }) => {
    const program = await start({ command: "demo" });
    await openNotes(page, program);

    await journey.step("loses the connection while writing; nothing is sent, and the page says so", async () => {
      await context.setOffline(true);
      await page.getByLabel("Notes").fill("We begin with a round of names.");
      await page.getByRole("button", { name: "Save the notes" }).click();
      await expect(page.getByText("There is no connection, so nothing was sent.")).toBeVisible();
      await expect(page.getByLabel("Notes")).toHaveValue("We begin with a round of names.");
    });

    await journey.step("comes back later to what was typed", async () => {
      await context.setOffline(false);
      await page.reload();
      await expect(page.getByLabel("Notes")).toHaveValue("We begin with a round of names.");
    });

    await journey.step("sends it over a line that breaks under way, and it is still there", async () => {
      await context.route("**/notes/whole", (route) => route.abort("connectionreset"), { times: 1 });
      const address = page.url();
      await page.getByRole("button", { name: "Save the notes" }).click();
      await page.waitForURL(/^chrome-error:/);
      await page.goto(address);
      await expect(page.getByLabel("Notes")).toHaveValue("We begin with a round of names.");
    });

    await journey.step("saves it, and the browser keeps it no longer", async () => {
      await page.getByRole("button", { name: "Save the notes" }).click();
      await expect(page.getByText("The notes are saved.")).toBeVisible();
      await expect(page.getByText("What you typed is kept in this browser")).toHaveCount(0);
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("notes-")))).toEqual([]);
    });
  },
);

journey("what somebody typed offline overwrites nobody who saved meanwhile", async ({ page, context, start }) => {
  const program = await start({ command: "demo" });
  await openNotes(page, program);
  const other = await context.newPage();
  await other.goto(page.url());

  await journey.step("one types and loses the connection, the other saves", async () => {
    await page.getByLabel("Notes").fill("From the train.");
    await other.getByLabel("Notes").fill("From the room.");
    await other.getByRole("button", { name: "Save the notes" }).click();
    await expect(other.getByText("The notes are saved.")).toBeVisible();
  });

  await journey.step("the first saves too, and is shown both texts", async () => {
    await page.getByRole("button", { name: "Save the notes" }).click();
    await expect(page.getByText("Somebody saved these notes while you wrote.")).toBeVisible();
    await expect(page.getByLabel("Both brought together")).toHaveValue("From the room.\nFrom the train.");
    await page.getByRole("button", { name: "Save both together" }).click();
    await expect(page.getByLabel("Notes")).toHaveValue("From the room.\nFrom the train.");
  });
});

/** Signs in as the demo's steward, and opens the notes on a whole gathering that has its date. */
async function openNotes(page: Page, program: RunningProgram): Promise<void> {
  await page.goto(await program.link());
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
  await page.goto(program.origin);
  await page.getByRole("link", { name: "Money in the open" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Money in the open" })).toBeVisible();
  await page.goto(`${page.url()}/notes/whole`);
  await expect(page.getByRole("heading", { level: 1, name: "Notes on the whole gathering" })).toBeVisible();
}
