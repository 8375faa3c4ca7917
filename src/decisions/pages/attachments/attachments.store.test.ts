import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { hugePng, photograph } from "../../../../testing/pictures.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let picture: Buffer<ArrayBuffer>;
let community: CommunityId;
let thread: string;

const pdf = new File(["%PDF-1.7\nthe plan\n"], "plan.pdf", { type: "text/html" });
const note = (text = "some words") => new File([text], "note.txt");

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  stranger = await cast.person("Stranger");
  picture = await photograph(600, 300);
});
beforeEach(async () => {
  cast.clock.pass({ hours: 48 });
  community = await cast.community(ada);
  await cast.join(community, grace);
  thread = `/threads/${await cast.thread(ada, community)}`;
});
afterAll(() => cast.close());

const photo = () => new File([picture], "IMG_7.jpg", { type: "image/jpeg" });
const browserOf = (person?: PersonId) => cast.browser(person, "Grace");
const send = (fields: Record<string, string | File | readonly string[]>, who: PersonId | undefined = grace) =>
  browserOf(who).submit(thread, `${thread}/posts`, fields);

/** The addresses of the files on a page, in their order. */
const filesOn = (html: string) => [
  ...new Set([...html.matchAll(/(?:href|src)="(\/attachments\/[0-9a-f-]{36})/g)].map(([, path = ""]) => path)),
];

/** A post with this file by Grace, and the address of the file. */
async function posted(file: File, more: Record<string, string> = {}): Promise<string> {
  expect((await send({ text: "Look at this.", ...more, file })).status).toBe(303);
  return filesOn((await browserOf().get(thread)).html).at(-1) ?? "";
}

describe("a picture with a post", () => {
  test("is shown to everybody, small and with what it shows in words, and whole at its own address", async () => {
    const path = await posted(photo(), { alt: "Six people under a plum tree" });
    const { html } = await browserOf().get(thread);
    expect(html).toContain(`src="${path}/preview" alt="Six people under a plum tree" width="160" height="320"`);
    expect(html).toContain('loading="lazy"');
    for (const at of [path, `${path}/preview`]) {
      const { status, headers } = await browserOf().get(at);
      expect(status).toBe(200);
      expect(headers.get("Content-Type")).toBe("image/webp");
      expect(headers.get("Content-Security-Policy")).toContain("sandbox");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    }
  });

  test("is served without place, time and camera, byte for byte as it was kept, and not twice to whoever has it", async () => {
    const path = await posted(photo());
    const { response, tag } = await bytesAt(path);
    const found = await sharp(response).metadata();
    expect([found.format, found.width, found.height, found.exif]).toEqual(["webp", 300, 600, undefined]);
    const again = await browserOf().get(path, { "If-None-Match": tag });
    expect([again.status, again.html]).toEqual([304, ""]);
  });

  test("that nobody can read is refused, with all that was typed and what to mend", async () => {
    for (const bytes of [picture.subarray(0, 400), hugePng(30_000)]) {
      const sent = await send({ text: "My long words", alt: "A tree", file: new File([bytes], "p.png") });
      expect(sent.status).toBe(422);
      expect(sent.html).toContain("My long words");
      expect(sent.html).toContain('value="A tree"');
      expect(sent.words).toContain("The picture could not be read");
    }
  });
});

describe("another file with a post", () => {
  test("is there to be saved, by nobody's word but ours for what it is", async () => {
    const path = await posted(pdf);
    const { headers, html } = await browserOf().get(path);
    expect(html).toBe("%PDF-1.7\nthe plan\n");
    expect(headers.get("Content-Type")).toBe("application/pdf");
    expect(headers.get("Content-Disposition")).toBe(`attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`);
  });

  test.each([
    ["drawing.svg", "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["page.html", "text/html", "<script>alert(1)</script>"],
    ["actor.json", "application/activity+json", '{"type":"Person","id":"https://victim.example/users/ana"}'],
    ["photo.png", "image/png", "<html>not a picture</html>"],
  ])("such as %s, said to be %s, is served as bytes alone", async (name, type, text) => {
    const path = await posted(new File([text], name, { type }));
    for (const accept of ["text/html", "application/activity+json"]) {
      const { headers, html } = await browserOf().get(path, { Accept: accept });
      expect(html).toBe(text);
      expect(headers.get("Content-Type")).toBe("application/octet-stream");
      expect(headers.get("Content-Disposition")).toMatch(/^attachment; /);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Content-Security-Policy")).toContain("sandbox");
    }
  });

  test("has no more of its name than can do no harm", async () => {
    await posted(new File(["x"], "../../etc/pass\u202ewd.txt"));
    const { html } = await browserOf().get(thread);
    expect(html).toContain("passwd.txt");
    expect(html).not.toContain("\u202e");
    expect(html).not.toContain("../etc");
  });

  test("that is empty is refused", async () => {
    const sent = await send({ text: "My words", file: new File([], "empty.txt") });
    expect([sent.status, sent.words.includes("The file is empty")]).toEqual([422, true]);
  });
});

describe("several files", () => {
  test("are brought one after the other while the post is written, and go with it in that order", async () => {
    const first = await send({ text: "Words so far", alt: "A tree", file: photo(), act: "bring" });
    expect(first.status).toBe(200);
    expect(first.html).toContain("Words so far");
    const [id = ""] = ticked(first.html);
    const second = await send({ text: "Words so far", attached: [id], file: pdf, act: "bring" });
    expect(ticked(second.html)).toHaveLength(2);
    expect((await browserOf().get(thread)).html).not.toContain("plan.pdf");
    const [, other = ""] = ticked(second.html);
    const sent = await send({ text: "All of them", attached: [id, other], [`alt.${id}`]: "A plum tree" });
    expect(sent.status).toBe(303);
    const { html } = await browserOf().get(thread);
    expect(filesOn(html)).toEqual([`/attachments/${id}`, `/attachments/${other}`]);
    expect(html).toContain('alt="A plum tree"');
    expect((await browserOf(grace).get(thread)).html).not.toContain("Brought and not sent yet");
  });

  test("beyond four are refused, with all that was typed", async () => {
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      const brought = await send({ text: "x", file: note(`number ${number}`), act: "bring" });
      ids.push(...ticked(brought.html));
    }
    const sent = await send({ text: "My words", attached: ids });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("A post carries 4 files at most");
    expect(sent.html).toContain("My words");
    expect(ticked(sent.html)).toEqual(ids);
    const files = ["a", "b", "c", "d", "e"].map((each) => new File([each], `${each}.txt`));
    const forged = await browserOf(grace).submit(thread, `${thread}/posts`, { text: "Kept", file: files });
    expect([forged.status, forged.words.includes("takes 4 files at once")]).toEqual([422, true]);
    expect(forged.html).toContain("Kept");
  });

  test("are kept when the words are refused, so that nobody chooses them again", async () => {
    const sent = await send({ text: " ", file: pdf });
    expect(sent.status).toBe(422);
    const [id = ""] = ticked(sent.html);
    expect((await send({ text: "Now with words", attached: [id] })).status).toBe(303);
    expect((await browserOf().get(thread)).html).toContain(`/attachments/${id}`);
  });

  test("sent twice by an impatient finger are there once", async () => {
    const browser = browserOf(grace);
    const sent = await browser.submit(thread, `${thread}/posts`, { text: "Once", file: note() });
    expect((await browser.sendAgain()).location).toBe(sent.location);
    expect(filesOn((await browserOf().get(thread)).html)).toHaveLength(1);
  });
});

describe("a file that is too large", () => {
  test("is refused before the rest of it is read, and what was typed above it is kept", async () => {
    const file = new File([new Uint8Array(4 * 1024 * 1024 + 1).fill(97)], "film.mp4");
    const sent = await send({ text: "My words", alt: "A film", file });
    expect([sent.status, sent.words.includes("larger than 4 MB")]).toEqual([422, true]);
    expect(sent.html).toContain("My words");
    expect(ticked(sent.html)).toEqual([]);
  });
});

describe("who sees a file", () => {
  test("until it is sent, is whoever brought it and nobody else", async () => {
    const brought = await send({ text: "x", file: pdf, act: "bring" });
    const path = `/attachments/${ticked(brought.html)[0] ?? ""}`;
    expect(await statusesAt(path)).toEqual({ ada: 404, grace: 200, stranger: 404, visitor: 404 });
  });

  test("in a thread among members, are the members", async () => {
    thread = `/threads/${await cast.thread(ada, community, { audience: "members" })}`;
    expect((await send({ text: "Among us", file: pdf })).status).toBe(303);
    const [path = ""] = filesOn((await browserOf(ada).get(thread)).html);
    expect(await statusesAt(path)).toEqual({ ada: 200, grace: 200, stranger: 403, visitor: 303 });
    expect((await browserOf(ada).get(path)).headers.get("Cache-Control")).toBe("private, no-cache");
  });

  test("is nobody once its post is taken back or removed", async () => {
    const mine = await posted(pdf);
    const post = await postOf(thread);
    await browserOf(grace).submit(`${post}/edit`, `${post}/taking-back`);
    const other = await posted(photo());
    const second = await postOf(thread);
    await browserOf(ada).submit(`${second}/removal`, `${second}/removal`, { reason: "It names a person." });
    for (const path of [mine, other, `${other}/preview`]) {
      expect(await statusesAt(path)).toEqual({ ada: 404, grace: 404, stranger: 404, visitor: 404 });
    }
  });

  test("whoever may not write brings none: a visitor signs in first, the blocked and strangers among members are refused", async () => {
    const { html } = await browserOf().get(thread);
    expect(html).not.toContain('type="file"');
    const visitor = await browserOf().submit(thread, `${thread}/posts`, { text: "Hello", file: pdf });
    expect([visitor.status, visitor.location?.startsWith("/sign-in")]).toEqual([303, true]);
    const closed = `/threads/${await cast.thread(ada, community, { audience: "members" })}`;
    const forged = await browserOf(stranger).send(thread, `${closed}/posts`, { text: "Hello", file: pdf });
    expect(forged.status).toBe(403);
  });

  test("a file of somebody else, or of another community, goes with nobody's post", async () => {
    const brought = await send({ text: "x", file: pdf, act: "bring" });
    const [id = ""] = ticked(brought.html);
    const taken = await send({ text: "Mine", attached: [id] }, ada);
    expect([taken.status, taken.words.includes("not there any more")]).toEqual([422, true]);
    const elsewhere = await cast.community(ada);
    await cast.join(elsewhere, grace);
    thread = `/threads/${await cast.thread(ada, elsewhere)}`;
    expect((await send({ text: "Mine", attached: [id] })).status).toBe(422);
  });
});

describe("taking a file away", () => {
  test("is its author's to do, and the post says so", async () => {
    const path = await posted(pdf);
    const sent = await browserOf(grace).submit(`${path}/removal`, `${path}/removal`);
    expect(sent.location).toMatch(/^\/posts\/.*\?done=attachment-removed$/);
    const { words } = await browserOf().get(thread);
    expect(words).toContain("A file was taken away by whoever wrote this.");
    expect(words).not.toContain("plan.pdf");
    expect((await browserOf(grace).get(path)).status).toBe(404);
  });

  test("is a steward's to do with a reason that stands in its place", async () => {
    const path = await posted(pdf);
    const browser = browserOf(ada);
    expect((await browser.submit(`${path}/removal`, `${path}/removal`)).status).toBe(422);
    await browser.submit(`${path}/removal`, `${path}/removal`, { reason: "It lists addresses." });
    expect((await browserOf().get(thread)).words).toContain("A steward took a file away: It lists addresses.");
  });

  test("is nobody else's", async () => {
    const path = await posted(pdf);
    const statuses = await Promise.all(
      [ada, grace, stranger, undefined].map(async (who) => (await browserOf(who).get(`${path}/removal`)).status),
    );
    expect(statuses).toEqual([200, 200, 403, 303]);
    expect((await browserOf(stranger).send(thread, `${path}/removal`, { reason: "No." })).status).toBe(403);
    expect((await browserOf().get(path)).status).toBe(200);
  });
});

test("a thread is opened with a picture", async () => {
  const handle = /\/communities\/[a-z0-9_]+/.exec((await browserOf().get(thread)).html)?.[0] ?? "";
  const fields = {
    title: "Our logo",
    text: "This one?",
    language: "en",
    audience: "everyone",
    alt: "A plum",
    file: photo(),
  };
  const sent = await browserOf(grace).submit(`${handle}/threads/new`, `${handle}/threads`, fields);
  expect(sent.status).toBe(303);
  expect((await browserOf().get(sent.location?.split("?")[0] ?? "")).html).toContain('alt="A plum"');
});

/** The ids of the files that the form has ticked. */
function ticked(html: string): readonly string[] {
  return [...html.matchAll(/<input type="checkbox" name="attached"[^>]*value="([^"]+)"[^>]*checked/g)].map(
    ([, id = ""]) => id,
  );
}

async function statusesAt(path: string) {
  const status = async (who?: PersonId) => (await browserOf(who).get(path)).status;
  return {
    ada: await status(ada),
    grace: await status(grace),
    stranger: await status(stranger),
    visitor: await status(),
  };
}

/** The address of the last post of a thread. */
async function postOf(path: string): Promise<string> {
  const ids = [...(await browserOf().get(path)).html.matchAll(/id="post-([0-9a-f-]{36})"/g)].map(([, id]) => id);
  return `/posts/${ids.at(-1) ?? ""}`;
}

/** What a browser that shows pictures gets. */
async function bytesAt(path: string): Promise<{ readonly response: Buffer; readonly tag: string }> {
  const { headers, bytes } = await cast.browser().get(path);
  return { response: bytes, tag: headers.get("ETag") ?? "" };
}
