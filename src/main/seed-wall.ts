import { hearWallPost } from "../gatherings/commands/wall/hear-wall-post.ts";
import { settleWallPost } from "../gatherings/commands/wall/moderate-wall.ts";
import { wallPostsOf } from "../gatherings/store/wall/wall.read.ts";
import { demoSteward } from "./seed-cast.ts";
import type { AboutOne, Stage } from "./seed-stage.ts";

const words = [
  [
    "tess",
    "commons.example",
    "Tess Harrow",
    "<p>Our books are ready. For the first time we could say what one member costs: less than a coffee.</p>",
  ],
  [
    "amadou",
    "baobab.example",
    "Amadou Keïta",
    "<p>Going to this with a question: who of you pays those who are on call at night?</p>",
  ],
  ["rosa", "commons.example", "Rosa Quill", "<p>Will there be notes for those of us who are at work?</p>"],
] as const;

/** What people write about a gathering from their own servers: two posts are shown, one waits. */
export async function seedWall(stage: Stage, about: AboutOne): Promise<void> {
  for (const [place, [handle, host, name, html]] of words.entries()) {
    const uri = `https://${host}/users/${handle}`;
    const author = { uri, handle: `@${handle}@${host}`, name, host };
    const url = `https://${host}/@${handle}/${place + 1}`;
    const post = { ...about, uri: `${uri}/notes/${place + 1}`, url, html, language: "en", author };
    await stage.run(hearWallPost, post, { kind: "visitor" });
  }
  const waiting = await wallPostsOf(stage.application.read, about.gatheringId, "waiting", { limit: 3 });
  for (const { id, authorName } of waiting) {
    if (authorName === "Rosa Quill") continue;
    await stage.run(settleWallPost, { ...about, postId: id, act: "show" }, stage.actorOf(demoSteward.name));
  }
}
