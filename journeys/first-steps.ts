import { expect, type Page } from "@playwright/test";

/** Who takes charge in the journeys, and of what. */
export const server = { name: "Orchard Hall", operator: "Mara Olmo" } as const;

/** Opens the link of an empty server and takes charge of it, in English; the browser is signed in as the operator then. */
export async function takeCharge(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Take charge of this server" })).toBeVisible();
  await page.getByLabel("Your name").fill(server.operator);
  await page.getByLabel("Name of the server").fill(server.name);
  await page.getByLabel("English").check();
  await page.getByLabel("Time zone").selectOption("Europe/Rome");
  await page.getByLabel("Colour").selectOption({ label: "Plum" });
  await page.getByRole("button", { name: "Take charge" }).click();
  await expect(page.getByText("This server is in your charge.")).toBeVisible();
}

/** What a community of the journeys is called. */
export interface NamedCommunity {
  readonly name: string;
  readonly handle: string;
}

/** Founds an open community whose members everyone sees, and gives the address of its page. */
export async function foundCommunity(page: Page, { name, handle }: NamedCommunity): Promise<string> {
  await page.goto(new URL("/communities/new", page.url()).href);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Handle").fill(handle);
  await page.getByLabel("Purpose").fill("Keep the wells of the valley open to everyone.");
  await page.getByLabel("Open to everyone").check();
  await page.getByRole("group", { name: "Who sees the list of members" }).getByLabel("Everyone").check();
  await page.getByRole("button", { name: "Found it" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(`/communities/${handle}`, page.url()).href;
}

/** What a gathering of the journeys is called. */
export interface NamedGathering {
  readonly title: string;
  readonly handle: string;
}

/** Announces a gathering from the page of its community; the browser is on the gathering's page then. */
export async function announceGathering(page: Page, { title, handle }: NamedGathering): Promise<void> {
  await page.getByRole("link", { name: "Announce a gathering" }).first().click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Purpose, in one sentence").fill("Clear the wells before the dry months.");
  await page.getByLabel("Handle").fill(handle);
  await page.getByRole("button", { name: "Announce it" }).click();
  await expect(page.getByText("Your gathering has its page and its account.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Asks for the times that are proposed, from the page of a gathering that has no date. */
export async function askWhen(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Ask when" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask when to meet" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Times to ask for" }).getByRole("row").nth(3)).toBeVisible();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByText("The poll is open.")).toBeVisible();
}

/** Fills in the grid of a poll, yes and no by turns, without sending it, and gives how many times it asks for. */
export async function sayYesToEveryOtherTime(page: Page): Promise<number> {
  await expect(page.getByRole("heading", { name: "Say which times suit you" })).toBeVisible();
  const times = page.getByRole("group").filter({ has: page.getByRole("radio", { name: "If need be" }) });
  await expect(times.nth(3)).toBeVisible();
  const count = await times.count();
  for (let place = 0; place < count; place += 1) {
    await times
      .nth(place)
      .getByLabel(place % 2 === 0 ? "Yes" : "No", { exact: true })
      .check();
  }
  return count;
}
