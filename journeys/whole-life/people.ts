import type { Locator, Page } from "@playwright/test";
import { actorUrl } from "../../src/gatherings/federation/addresses.ts";
import type { ReceivedLetter } from "../../testing/mail-server.ts";
import type { SnacUser } from "../../testing/snac2.ts";
import { waitFor } from "../../testing/wait-for.ts";
import type { World } from "./world.ts";

/** Where Kiri gets letters; she has no other account. */
export const kiriAddress = "kiri@mail.example";

const patience = { deadlineMs: 30_000, intervalMs: 100 };

/** The id of the gathering in its address. */
export function idOf({ gathering }: World): string {
  return gathering.split("/").at(-1) ?? "";
}

/** The gathering as other servers know it. */
export function actorOf(world: World): string {
  return actorUrl(new URL(world.hall.origin), idOf(world));
}

/** What the gathering wrote to somebody at the commons alone, the oldest first; markup and all. */
export async function messagesTo(world: World, user: SnacUser): Promise<readonly string[]> {
  const messages = await user.directMessages();
  return messages
    .filter((message) => message.attributedTo === actorOf(world) && message["type"] === "Note")
    .map(({ content }) => (typeof content === "string" ? content : ""));
}

/** The id of the latest post of the gathering with these words that somebody at the commons has, once there are `least` of them. */
export function postTo(world: World, user: SnacUser, words: string, least = 1): Promise<string> {
  return waitFor(
    `“${words}” for ${user.name}`,
    async () => {
      const posts = (await user.timeline()).filter(
        ({ content, attributedTo }) =>
          attributedTo === actorOf(world) && typeof content === "string" && content.includes(words),
      );
      return posts.length >= least && posts.at(-1)?.id;
    },
    patience,
  );
}

/** The letter with these words to somebody, once it has come. */
export function letterTo({ mail }: World, email: string, words: string): Promise<ReceivedLetter> {
  return waitFor(
    `a letter to ${email} with “${words}”`,
    () => mail.letters.findLast(({ to, text }) => to.includes(email) && text.includes(words)),
    { ...patience, diagnose: () => mail.letters.map(({ to, text }) => `${to.join()}: ${text}`).join("\n\n") },
  );
}

/** The first link in a letter. */
export function linkIn({ text }: ReceivedLetter): string {
  const link = /^http\S+$/m.exec(text)?.[0] ?? /http\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in: ${text}`);
  return link;
}

/** Opens, in Kiri's browser, the page that a letter is about: its link signs her in, once she has said that it is she. */
export async function openByLetter(world: World, words: string): Promise<void> {
  const { kiri } = world;
  await kiri.goto(linkIn(await letterTo(world, kiriAddress, words)));
  await kiri.getByRole("button", { name: "Sign in", exact: true }).click();
  await kiri.waitForURL(`${world.gathering}**`);
}

/** What somebody who lives on another Koinon got from the gathering with these words, on their own page there, once it has come. */
export async function postAtHome({ home, ines }: World, words: string | RegExp): Promise<Locator> {
  const post = ines.locator("li[data-by=them]").filter({ hasText: words }).first();
  const seen = async () => {
    await ines.goto(`${home.origin}/me/elsewhere`);
    return (await post.count()) > 0;
  };
  await waitFor(`“${String(words)}” at Ines's home`, seen, { ...patience, intervalMs: 300 });
  return post;
}

/** Answers a post there in words. */
export async function answerAtHome(post: Locator, words: string): Promise<void> {
  await post.getByText("Answer in words").click();
  await post.getByLabel("Your answer").fill(words);
  await post.getByRole("button", { name: /^Answer .* in words$/ }).click();
  await post.page().getByText("Your words are on their way.").waitFor();
}

/** Reloads a page until it says something that other servers bring about. */
export async function untilSays(page: Page, words: string | RegExp): Promise<void> {
  const said = page.getByRole("main").getByText(words).first();
  const seen = async () => {
    await page.reload();
    return said.isVisible();
  };
  await waitFor(`“${String(words)}” on ${page.url()}`, seen, { ...patience, intervalMs: 300 });
}

/** The polls that the gathering put to somebody at the commons, the oldest first, once there are so many. */
export function pollsTo(world: World, user: SnacUser, words: string, least: number): Promise<readonly PollThere[]> {
  return waitFor(
    `${least} polls with “${words}” for ${user.name}`,
    async () => {
      const found = (await user.timeline()).filter(
        ({ type, attributedTo, content }) =>
          type === "Question" &&
          attributedTo === actorOf(world) &&
          typeof content === "string" &&
          content.includes(words),
      );
      return (
        found.length >= least && found.map(({ id, anyOf, oneOf }) => ({ id, options: optionNames(anyOf ?? oneOf) }))
      );
    },
    patience,
  );
}

/** A poll as somebody at the commons sees it. */
export interface PollThere {
  readonly id: string;
  readonly options: readonly string[];
}

function optionNames(options: unknown): readonly string[] {
  if (!Array.isArray(options)) return [];
  return options.map((option: { readonly name?: unknown }) => String(option.name));
}

/** Ticks an option of a poll on the page of the Koinon where Ines lives, and votes. */
export async function voteAtHome(post: Locator, option: string): Promise<void> {
  await post.getByLabel(option, { exact: true }).check();
  await post.getByRole("button", { name: /^Vote/ }).click();
  await post.page().getByText("Your vote is on its way.").waitFor();
}

/** Lets time pass until an instant, on every server at once. */
export async function until({ clock }: World, instant: string | Temporal.Instant): Promise<void> {
  await clock.leapTo(Temporal.Instant.from(instant));
}
