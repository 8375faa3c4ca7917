import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { newOperatorLink } from "../../src/main/cli/operator-link.ts";
import { startKoinon, type RunningKoinon } from "../../testing/koinon.ts";
import { leapingClock, type LeapingClock } from "../../testing/leaping-clock.ts";
import { startMailServer, type MailServer } from "../../testing/mail-server.ts";
import { startSnac, type Snac } from "../../testing/snac2.ts";
import { browserLaunch } from "../browser-launch.ts";
import { foundCommunity, takeCharge } from "../first-steps.ts";

/** Everybody's servers, browsers and the one clock that all but the browsers go by. */
export interface World {
  readonly clock: LeapingClock;
  /** Where the organiser, Devon and Rosa live; Rosa is who it names as its contact. */
  readonly commons: Snac<"tess" | "devon" | "rosa">;
  /** Where the gathering is, and where Ines lives. */
  readonly hall: RunningKoinon;
  readonly home: RunningKoinon;
  readonly mail: MailServer;
  /** Browsers: of the organiser, of the steward, of somebody who lives on another Koinon, of somebody with e-mail alone, of nobody. */
  readonly tess: Page;
  readonly mara: Page;
  readonly ines: Page;
  readonly kiri: Page;
  readonly passerBy: Page;
  /** The gathering's address; the second step gives it one. */
  gathering: string;
  close(): Promise<void>;
}

/** A Monday of winter, in the year of the demo: the clocks change while the story goes on. */
const beginning = "2027-02-01T09:00:00Z";

/** Opens the world: a hall in Mara Olmo's charge with one community, and nobody else known yet. */
export async function openWorld(): Promise<World> {
  await using opened = new AsyncDisposableStack();
  const clock = leapingClock(beginning);
  const mail = await startMailServer();
  opened.defer(() => mail.stop());
  const variables = { SMTP_URL: mail.url };
  const config = { admin_account: "rosa" };
  const commons = opened.use(
    await startSnac({ users: ["tess", "devon", "rosa"], address: "127.0.61.11", clock, config }),
  );
  const hall = opened.use(await startKoinon({ address: "127.0.61.12", clock, variables }));
  const home = opened.use(await startKoinon({ address: "127.0.61.13", clock, variables }));
  const browser = await chromium.launch(browserLaunch);
  opened.defer(() => browser.close());
  const tess = await openPage(browser, "Europe/London");
  const mara = await openPage(browser, "Europe/Rome");
  const ines = await openPage(browser, "Europe/Berlin");
  const kiri = await openPage(browser, "Pacific/Auckland");
  const passerBy = await openPage(browser, "Europe/Rome");
  await foundTheLeague(mara, await newOperatorLink(hall.koinon.application));
  const all = opened.move();
  const pages = { tess, mara, ines, kiri, passerBy };
  return { clock, commons, hall, home, mail, ...pages, gathering: "", close: () => all.disposeAsync() };
}

/** Takes charge of the hall and founds its one community, with a code of conduct. */
async function foundTheLeague(page: Page, link: string): Promise<void> {
  await takeCharge(page, link);
  await page.goto(await foundCommunity(page, { name: "Orchard League", handle: "orchard_league" }));
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByLabel("Code of conduct").fill("Let others finish. Say what you need.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.").first().waitFor();
}

/** A browser of its own: no cookies, English, in one time zone. */
async function openPage(browser: Browser, timezoneId: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ locale: "en-GB", timezoneId });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}
