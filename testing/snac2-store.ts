import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Json } from "../src/kernel/base/canonical-json.ts";

/** An ActivityPub object as snac2 keeps it: what came over the wire, or what its own user wrote. */
export type StoredObject = {
  readonly id: string;
  readonly type: string;
  readonly [name: string]: Json | undefined;
};

/** Whether somebody follows, as snac2 keeps it: the Follow it sent, or the Accept that answered. */
export type FollowState = "none" | "requested" | "accepted";

/** One line of somebody's notifications page. */
export type SnacNotification = {
  /** The type of the activity: `Follow`, `Create`, `Like`, `Announce`, … */
  readonly type: string;
  readonly actorUrl: string;
  /** The ActivityPub id of the post that it is about, where it is about one. */
  readonly objectId: string | undefined;
};

/** The object `id`, whoever of the server received it, be it shown to anybody or not; `undefined` when it never came. */
export function readObject(folder: string, id: string): Promise<StoredObject | undefined> {
  return readObjectByHash(folder, hashOf(id));
}

/** The object `id` when it stands in the private timeline of `name`; `undefined` when it never came, or was deleted. */
export async function readSeenObject(folder: string, name: string, id: string): Promise<StoredObject | undefined> {
  return (await isSeen(folder, name, hashOf(id))) ? readObject(folder, id) : undefined;
}

/** What stands in the private timeline of `name`, own posts included, in the order in which it came; follows left out. */
export async function readTimeline(folder: string, name: string): Promise<readonly StoredObject[]> {
  const index = (await readText(join(folder, "user", name, "private.idx"))) ?? "";
  const hashes = await filterAsync(index.split("\n").filter(isHash), (hash) => isSeen(folder, name, hash));
  const objects = await Promise.all(hashes.map((hash) => readObjectByHash(folder, hash)));
  return objects.filter((object) => object !== undefined).filter((object) => object["attributedTo"] !== undefined);
}

/** The notifications of `name`, the oldest first. */
export async function readNotifications(folder: string, name: string): Promise<readonly SnacNotification[]> {
  const place = join(folder, "user", name, "notify");
  const files = (await readdir(place).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
  const texts = await Promise.all(files.map((file) => readText(join(place, file))));
  return texts.filter((text) => text !== undefined).map((text) => notificationFrom(JSON.parse(text)));
}

/** How far `name` is with following the actor. */
export async function readFollowState(folder: string, name: string, actorUrl: string): Promise<FollowState> {
  const answer = await readObjectAt(join(folder, "user", name, "following", `${hashOf(actorUrl)}.json`));
  if (answer === undefined) return "none";
  return answer.type === "Accept" ? "accepted" : "requested";
}

/** The URLs of the actors that follow `name`. */
export async function readFollowers(folder: string, name: string): Promise<readonly string[]> {
  const followers = join(folder, "user", name, "followers");
  const files = (await readdir(followers).catch(() => [])).filter((file) => file.endsWith(".json"));
  const actors = await Promise.all(files.map((file) => readObjectAt(join(followers, file))));
  return actors.flatMap((actor) => (actor === undefined ? [] : [actor.id]));
}

/** The number by which snac2's Mastodon API calls an object: ten digits that it ignores when asked, then the MD5 of the id. */
export function statusNumberOf(id: string): string {
  return `${"0".repeat(10)}${hashOf(id)}`;
}

/** snac2 links what a person sees into a folder of theirs; a deletion removes the link and may leave the object. */
async function isSeen(folder: string, name: string, hash: string): Promise<boolean> {
  return (await readText(join(folder, "user", name, "private", `${hash}.json`))) !== undefined;
}

function readObjectByHash(folder: string, hash: string): Promise<StoredObject | undefined> {
  return readObjectAt(join(folder, "object", hash.slice(0, 2), `${hash}.json`));
}

async function readObjectAt(file: string): Promise<StoredObject | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  const parsed: unknown = JSON.parse(text);
  if (!isStoredObject(parsed)) throw new Error(`${file} holds no ActivityPub object`);
  return parsed;
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}

function isStoredObject(parsed: unknown): parsed is StoredObject {
  if (typeof parsed !== "object" || parsed === null) return false;
  return "id" in parsed && typeof parsed.id === "string" && "type" in parsed && typeof parsed.type === "string";
}

function hashOf(id: string): string {
  return createHash("md5").update(id).digest("hex");
}

function isHash(line: string): boolean {
  return /^[0-9a-f]{32}$/.test(line);
}

async function filterAsync<Item>(items: readonly Item[], isKept: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const verdicts = await Promise.all(items.map(isKept));
  return items.filter((_item, index) => verdicts[index]);
}

function notificationFrom(line: unknown): SnacNotification {
  const { type, actor, objid } = notification.parse(line);
  return { type, actorUrl: actor, objectId: objid ?? undefined };
}

const notification = z.object({ type: z.string(), actor: z.string(), objid: z.string().nullish() });
