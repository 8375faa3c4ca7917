import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { photograph } from "../../../../testing/pictures.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let community: CommunityId;
let thread: string;
let post: string;
let picture: Buffer<ArrayBuffer>;

const plan = (name = "plan.pdf") => new File([`%PDF-1.7\n${name}\n`], name);
const photo = () => new File([picture], "IMG_7.jpg", { type: "image/jpeg" });

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  stranger = await cast.person("Stranger");
  picture = await photograph(300, 200);
});
/** A post of Grace's that carries a plan. */
beforeEach(async () => {
  cast.clock.pass({ hours: 48 });
  community = await cast.community(ada);
  await cast.join(community, grace);
  thread = `/threads/${await cast.thread(ada, community)}`;
  await browserOf(grace).submit(thread, `${thread}/posts`, { text: "See below.", file: plan() });
  const ids = [...(await browserOf().get(thread)).html.matchAll(/id="post-([0-9a-f-]{36})"/g)].map(([, id]) => id);
  post = `/posts/${ids.at(-1) ?? ""}`;
});
afterAll(() => cast.close());

const browserOf = (person?: PersonId) => cast.browser(person, "Grace");
const edit = (fields: Record<string, string | File | readonly string[]>, who: PersonId | undefined = grace) =>
  browserOf(who).submit(`${post}/edit`, `${post}/versions`, { text: "See below.", ...fields });
const carried = async () =>
  [...(await browserOf(grace).get(`${post}/edit`)).html.matchAll(/name="removed"[^>]*value="([^"]+)"/g)].map(
    ([, id = ""]) => id,
  );
const ticked = (html: string) =>
  [...html.matchAll(/<input type="checkbox" name="attached"[^>]*value="([^"]+)"[^>]*checked/g)].map(
    ([, id = ""]) => id,
  );

describe("editing a post", () => {
  test("adds a file and takes another away, and its history shows what came and went", async () => {
    const [old = ""] = await carried();
    expect((await edit({ file: plan("new.pdf"), removed: [old] })).status).toBe(303);
    const { words } = await browserOf().get(thread);
    expect(words).toContain("new.pdf");
    expect(words).not.toContain("plan.pdf");
    const history = await browserOf().get(`${post}/versions`);
    expect(history.words).toContain("Added: new.pdf");
    expect(history.words).toContain("Taken away: 1 file");
    expect((await browserOf().get(`${post}/versions?version=1`)).words).not.toContain("Added:");
    expect((await browserOf(grace).get(`/attachments/${old}`)).status).toBe(404);
  });

  test("brings a file first and goes on writing, and keeps it when the words are refused", async () => {
    const brought = await edit({ text: "Longer words", file: photo(), act: "bring" });
    expect(brought.status).toBe(200);
    expect(brought.html).toContain("Longer words");
    const [id = ""] = ticked(brought.html);
    const refused = await edit({ text: " ", attached: [id], [`alt.${id}`]: "A tree" });
    expect(refused.status).toBe(422);
    expect(ticked(refused.html)).toEqual([id]);
    expect(refused.html).toContain('value="A tree"');
    expect((await edit({ text: "Words", attached: [id], [`alt.${id}`]: "A tree" })).status).toBe(303);
    expect((await browserOf().get(thread)).html).toContain('alt="A tree"');
  });

  test("with too many files is refused beside the files, with all that was typed", async () => {
    const ids: string[] = [];
    for (const name of ["1.pdf", "2.pdf", "3.pdf", "4.pdf"]) {
      ids.push(...ticked((await edit({ file: plan(name), act: "bring" })).html));
    }
    const refused = await edit({ text: "My words", attached: ids });
    expect([refused.status, refused.words.includes("A post carries 4 files at most")]).toEqual([422, true]);
    expect(refused.html).toContain("My words");
    expect((await edit({ attached: ids, removed: await carried() })).status).toBe(303);
  });

  test("is its author's alone: a steward, a stranger and a visitor change no file", async () => {
    const removed = await carried();
    const forged = (who?: PersonId) =>
      browserOf(who).send(thread, `${post}/versions`, { text: "Changed.", removed, file: plan("bad.pdf") });
    expect([(await forged(ada)).status, (await forged(stranger)).status]).toEqual([403, 403]);
    expect((await forged()).location).toContain("/sign-in");
    const { words } = await browserOf().get(thread);
    expect(words).toContain("plan.pdf");
    expect(words).not.toContain("bad.pdf");
    expect((await browserOf(ada).get(thread)).html).not.toContain("bad.pdf");
  });
});

test("each of several pictures that wait has a field of its own that says which it is about", async () => {
  await browserOf(grace).submit(thread, `${thread}/posts`, { text: "x", file: photo(), act: "bring" });
  await browserOf(grace).submit(thread, `${thread}/posts`, { text: "x", file: photo(), act: "bring" });
  const { words } = await browserOf(grace).get(thread);
  expect(words).toContain("What picture 1 shows (IMG_7.webp)");
  expect(words).toContain("What picture 2 shows (IMG_7.webp)");
  expect(words.match(/What the picture shows/g)).toHaveLength(1);
});
