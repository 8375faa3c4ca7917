import type { Page } from "@playwright/test";
import { announcementUrl } from "../../src/gatherings/federation/addresses.ts";
import type { SnacUser } from "../../testing/snac2.ts";
import { announceGathering } from "../first-steps.ts";
import {
  actorOf,
  answerAtHome,
  idOf,
  kiriAddress,
  letterTo,
  linkIn,
  messagesTo,
  postAtHome,
  postTo,
  untilSays,
} from "./people.ts";
import { shoot } from "./shots.ts";
import { expect, step } from "./steps.ts";
import type { World } from "./world.ts";

/** Steps 1 to 8: from reading “let's organise a meet-up” to everyone who is asked, and to roles with names. */
export function inviting(world: () => World): void {
  step("1 I sign in with the account I have, and no password or address is asked for", async () => {
    const { tess, hall, commons } = world();
    await tess.goto(`${hall.origin}/communities/orchard_league`);
    await tess.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
    await expect(tess.getByText("No password is ever asked for here.")).toBeVisible();
    await expect(tess.locator("input[type=password]")).toHaveCount(0);
    await tess.getByLabel("Your handle, or your server").fill(`@${commons.users.tess.handle}`);
    await tess.getByRole("button", { name: "Go to my server" }).click();
    await signInAtCommons(tess, world(), commons.users.tess);
    await expect(tess.getByRole("banner").getByRole("link", { name: "tess" })).toBeVisible();
  });

  step("2 one sentence of purpose, and there is a page at once, an idea with a handle to follow", async () => {
    const { tess, hall } = world();
    await tess.goto(`${hall.origin}/communities/orchard_league`);
    await tess.getByRole("button", { name: "Join", exact: true }).click();
    await expect(tess.getByText("You are a member.").first()).toBeVisible();
    await announceGathering(tess, { title: "First gathering", handle: "first_gathering" });
    world().gathering = new URL(tess.url()).origin + new URL(tess.url()).pathname;
    await expect(tess.locator("[aria-current=step]")).toHaveText(/Idea/);
    await expect(tess.getByText(`@first_gathering@${new URL(hall.origin).host}`).first()).toBeVisible();
    await shoot(tess, "02-idea");
  });

  step("3 others say “add me to the list” from anywhere, or follow, and each is told once what will come", async () => {
    const { commons, hall } = world();
    const { devon, rosa } = commons.users;
    await devon.reply(announcementUrl(new URL(hall.origin), idOf(world())), "add me to the list");
    await rosa.follow(actorOf(world()));
    await inesFollows(world());
    await kiriJoins(world());
    for (const user of [devon, rosa]) {
      await postTo(world(), user, "You are on the list of “First gathering”");
      expect(await messagesTo(world(), user)).toEqual([
        expect.stringMatching(/dates, when the date is set, of changes, and reminders.*Reply STOP/),
      ]);
    }
    await expect(await postAtHome(world(), "You are on the list of")).toContainText("Message to you");
    await letterTo(world(), kiriAddress, "You are on the list of “First gathering”");
    await untilSays(world().tess, "4 people are on the list and will hear of it.");
  });

  step("4 I say who may come, and the page says it too, with my reason", async () => {
    const { tess, passerBy, gathering } = world();
    await openAct(tess, gathering, "Say who may come");
    for (const kind of ["Members", "One delegate per instance", "People who want to start an instance"])
      await tess.getByRole("checkbox", { name: kind }).check();
    await tess.getByLabel("Places for members").fill("20");
    await tess.getByLabel("Places for delegates").fill("30");
    await tess.getByLabel("Places for people who want to start an instance").fill("10");
    await tess.getByLabel("Why so").fill("So that no instance outnumbers the others.");
    await tess.getByRole("button", { name: "Save who may come" }).click();
    await expect(tess.getByText("Who may come is settled.")).toBeVisible();
    await openAct(tess, gathering, "Change texts, places or the date");
    await tess.getByLabel("Seats to listen in").fill("10");
    await tess.getByRole("button", { name: "Save the changes" }).click();
    await passerBy.goto(gathering);
    await expect(passerBy.getByText("So that no instance outnumbers the others.")).toBeVisible();
    await expect(passerBy.getByText("One delegate per instance").first()).toBeVisible();
    await expect(passerBy.getByText("Listening in").first()).toBeVisible();
  });

  step("5 I take whom I want to reach from a directory, and add others by hand", async () => {
    const { tess, commons, home, gathering } = world();
    await openAct(tess, gathering, "Reach out to people and instances");
    await tess
      .getByLabel("Instances and people")
      .fill(
        [
          "domain,language,country,users",
          `${new URL(commons.origin).host},en,GB,480`,
          "allmende.example,de,DE,900",
          "comuna.example,es,ES,120",
        ].join("\n"),
      );
    await tess.getByText("Take over only some of a long list").click();
    await tess.getByLabel("Country").fill("GB");
    await tess.getByRole("button", { name: "Put on the board" }).click();
    await expect(tess.getByRole("heading", { name: "1 on the board" })).toBeVisible();
    await tess
      .getByLabel("Instances and people")
      .fill(`@ines@${new URL(home.origin).host}, en, DE\n${kiriAddress}, en, NZ`);
    await tess.getByRole("button", { name: "Put on the board" }).click();
    await expect(tess.getByRole("heading", { name: "3 on the board" })).toBeVisible();
    await expect(tess.getByText("Nobody was asked.")).toBeVisible();
  });

  step("6 I see the balance before anybody is asked; each is asked once, and the board says so", async () => {
    const { tess, commons } = world();
    await expect(tess.getByText("By country").first()).toBeVisible();
    await shoot(tess, "06-board");
    await tess.getByRole("button", { name: "Ask all 3" }).click();
    await expect(tess.getByText("They are being asked.")).toBeVisible();
    await untilSays(tess, "Not asked: 0. Asked: 3.");
    await expect(tess.getByText(`at @rosa@${new URL(commons.origin).host}`)).toBeVisible();
    await expect(tess.getByRole("button", { name: /^Ask/ })).toHaveCount(0);
  });

  step("7 a contact answers “yes, two of us” and brings the team by one link, without accounts", async () => {
    const { commons, passerBy, tess, kiri } = world();
    const { rosa } = commons.users;
    const asked = await postTo(world(), rosa, "is invited");
    await rosa.reply(asked, "yes, two of us", "mentioned");
    const message = await rosa.object(await postTo(world(), rosa, "By this link up to"));
    await answerAtHome(await postAtHome(world(), "You are invited"), "maybe");
    await kiri.goto(linkIn(await letterTo(world(), kiriAddress, "Answer by this link")));
    await kiri.getByRole("radio", { name: "Yes", exact: true }).check();
    await kiri.getByRole("button", { name: "Send my answer" }).click();
    await expect(kiri.getByText("Your answer is noted.")).toBeVisible();
    await untilSays(tess, "Yes: 2, maybe: 1, no: 0.");
    await expect(tess.getByText("yes, 2 of them")).toBeVisible();
    const team = /(http[^"\\]+\/teams?\/[^"\\]+)/.exec(JSON.stringify(message?.["content"]))?.[1] ?? "";
    await passerBy.goto(team);
    await shoot(passerBy, "07-team");
    await passerBy.getByLabel("Your name").fill("Amadou Keïta");
    await passerBy.getByRole("button", { name: "Put my name down" }).click();
    await expect(passerBy.getByText("Your name is on the list.")).toBeVisible();
  });

  step("8 one offers to facilitate, one is asked to take notes; everyone hears which roles are empty", async () => {
    const { tess, mara, commons, gathering } = world();
    await mara.goto(`${gathering}/roles`);
    await mara.getByRole("button", { name: "I can do this: Facilitator" }).click();
    await expect(mara.getByText("The role is taken.")).toBeVisible();
    await tess.goto(`${gathering}/roles`);
    await tess.getByLabel("Role", { exact: true }).selectOption({ label: "Note-taker" });
    await tess.getByLabel("Whom to ask").selectOption({ label: await labelWith(tess, "Whom to ask", "rosa") });
    await tess.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(tess.getByText("They are asked.")).toBeVisible();
    const { rosa } = commons.users;
    await rosa.reply(await postTo(world(), rosa, "Would you take on a role"), "yes", "mentioned");
    await postTo(world(), rosa, "You hold a role at");
    await tess.goto(`${gathering}/roles`);
    await tess.getByText("Ask everyone for helpers").click();
    await tess.getByRole("checkbox", { name: "Access steward" }).check();
    await tess.getByRole("button", { name: "Ask for helpers" }).click();
    await expect(tess.getByText("Everyone who follows the gathering is asked.")).toBeVisible();
    await answerAtHome(await postAtHome(world(), "is looking for helpers"), "I can keep time");
    await untilSays(tess, "offers to do it");
    await tess.getByRole("form", { name: "Timekeeper" }).getByRole("button", { name: "Agree" }).click();
    await postAtHome(world(), "It is agreed: you hold a role");
    await tess.goto(gathering);
    for (const role of ["Facilitator", "Note-taker", "Timekeeper"])
      await expect(tess.getByRole("main").getByText(role).first()).toBeVisible();
    await shoot(tess, "08-roles");
  });
}

/** Opens one of the pages for organisers from the gathering's own. */
export async function openAct(page: Page, gathering: string, act: string): Promise<void> {
  await page.goto(gathering);
  await page.getByRole("link", { name: act }).first().click();
}

async function labelWith(page: Page, field: string, words: string): Promise<string> {
  const labels = await page.getByLabel(field).getByRole("option").allInnerTexts();
  return labels.find((label) => label.includes(words)) ?? words;
}

/** On snac2's page, whose fields have names and no labels. */
async function signInAtCommons(page: Page, { commons, hall }: World, user: SnacUser): Promise<void> {
  await page.waitForURL(`${commons.origin}/**`);
  await page.locator("input[name=login]").fill(user.name);
  await page.locator("input[name=passwd]").fill(user.password);
  await page.locator("input[type=submit]").click();
  await page.waitForURL(`${hall.origin}/**`);
}

/** Takes a name on the Koinon where Ines lives, and follows the gathering from there. */
async function inesFollows(world: World): Promise<void> {
  const { ines, home, hall } = world;
  await ines.goto(`${home.origin}/sign-in`);
  await signInByLetter(world, ines, "ines@mail.example", "Ines Farkas");
  await ines.goto(`${home.origin}/me/elsewhere`);
  await ines.getByLabel("Handle").fill("ines");
  await ines.getByRole("button", { name: "Take this name" }).click();
  await ines.getByLabel("Its handle or its address").fill(`@first_gathering@${new URL(hall.origin).host}`);
  await ines.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(ines.getByText("You have asked to follow it.")).toBeVisible();
}

/** Presses the button on the gathering's page first; who it is is asked then. */
async function kiriJoins(world: World): Promise<void> {
  const { kiri, gathering } = world;
  await kiri.goto(gathering);
  await kiri.getByRole("link", { name: "Show times in Pacific/Auckland, as on your device" }).click();
  await expect(kiri.getByRole("contentinfo").getByText("Pacific/Auckland")).toBeVisible();
  await kiri.getByRole("button", { name: "Put me on the list" }).click();
  await signInByLetter(world, kiri, kiriAddress, "Kiri Tamahori");
  await kiri.getByRole("button", { name: "Put me on the list" }).click();
  await expect(kiri.getByText("You are on the list.").first()).toBeVisible();
}

/** From a page for signing in, by the link in a letter. */
async function signInByLetter(world: World, page: Page, email: string, name: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkIn(await letterTo(world, email, "open this link")));
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("banner").getByRole("link", { name })).toBeVisible();
}
