import { describe, expect, test } from "vitest";
import { testPages } from "../../testing/house-style/test-pages.ts";
import { Form } from "./components/form.tsx";
import { textOf } from "./form-input.ts";
import { byReader, sentForm } from "./request.ts";

const origin = "https://hall.example";

/** A browser that has our page open: its cookie and its form's token. */
async function openForm(signedIn?: string) {
  const parts = signedIn === undefined ? {} : { signedIn: { person: { id: "ada", name: "Ada" }, binding: signedIn } };
  const web = testPages(parts);
  const acts: string[] = [];
  web.get("/form", (c) => c.html(<Form frame={c.var.frame} action="/form" />));
  web.post("/form", (c) => {
    acts.push(textOf(sentForm(c), "answer"));
    return c.json(byReader(c));
  });
  const page = await web.request("/form");
  const token = /name="form-token" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const cookie = page.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    web.request("/form", {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded", Origin: origin, ...headers },
    });
  return { web, acts, token, cookie, send };
}

describe("a form", () => {
  test("sent from our own page is taken, for a visitor and for a person", async () => {
    const visitor = await openForm();
    expect(await (await visitor.send({ "form-token": visitor.token, answer: "yes" })).json()).toMatchObject({
      actor: { kind: "visitor" },
      origin: { from: "web" },
    });
    const person = await openForm("session-1");
    expect(await (await person.send({ "form-token": person.token })).json()).toMatchObject({
      actor: { kind: "person", personId: "ada" },
    });
    expect(visitor.acts).toEqual(["yes"]);
  });

  test("sent twice is recognised as one act; with another answer it is another act", async () => {
    const { token, send } = await openForm();
    const key = async (answer: string) => {
      const by = (await (await send({ "form-token": token, answer })).json()) as { origin: { key: string } };
      return by.origin.key;
    };
    expect(await key("yes")).toBe(await key("yes"));
    expect(await key("yes")).not.toBe(await key("no"));
  });

  test.each([
    ["its origin is another site", { Origin: "https://evil.example" }],
    ["its origin is hidden", { Origin: "null" }],
    ["the browser says another site sent it", { "Sec-Fetch-Site": "cross-site" }],
    ["the browser says a sister site sent it", { "Sec-Fetch-Site": "same-site" }],
    ["its origin is ours by another scheme", { Origin: "http://hall.example" }],
  ])("is refused with a good token if %s", async (_, headers) => {
    const { token, send, acts } = await openForm();
    const response = await send({ "form-token": token, answer: "yes" }, headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Another site sent this form.");
    expect(acts).toEqual([]);
  });

  test("is refused without a token, with a forged one, and with another browser's", async () => {
    const { token, send, acts } = await openForm();
    const other = await openForm();
    const tokens = ["", "forged.token", `${token}x`, other.token];
    for (const bad of tokens) expect((await send({ "form-token": bad, answer: "yes" })).status).toBe(403);
    expect((await send({ "form-token": token }, { Cookie: "" })).status).toBe(403);
    expect(acts).toEqual([]);
  });

  test("of an ended session is refused, and offered again with what was typed", async () => {
    const before = await openForm();
    const after = await openForm("session-1");
    const response = await after.send({ "form-token": before.token, answer: 'my "answer"' });
    const page = await response.text();
    expect(response.status).toBe(403);
    expect(page).toContain('<input type="hidden" name="answer" value="my &quot;answer&quot;"/>');
    const fresh = /name="form-token" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(fresh).not.toBe(before.token);
    expect((await after.send({ "form-token": fresh, answer: 'my "answer"' })).status).toBe(200);
    expect(after.acts).toEqual(['my "answer"']);
  });

  test("whose page nobody can vouch for is not offered again", async () => {
    const { web } = await openForm();
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const response = await web.request("/form", { method: "POST", body: "answer=yes", headers });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('name="answer"');
  });

  test.each(["application/json", "text/plain", "multipart/form-data; boundary=x", ""])(
    "is refused as %j, which is no form of ours",
    async (type) => {
      const { token, send, acts } = await openForm();
      expect((await send({ "form-token": token }, { "Content-Type": type })).status).toBe(415);
      expect(acts).toEqual([]);
    },
  );

  test("beyond any size of ours is refused while it arrives, whatever length it claims", async () => {
    const { web, token, cookie, acts } = await openForm();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(97));
        if (sent > 100_000_000) controller.close();
      },
    });
    const request = new Request(`${origin}/form`, {
      method: "POST",
      body,
      headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
      duplex: "half",
    } as RequestInit);
    const response = await web.request(request);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(2_000_000);
    expect(token).not.toBe("");
    expect(acts).toEqual([]);
  });

  test("by any other unsafe method is guarded just as well", async () => {
    const web = testPages();
    web.delete("/form", (c) => c.text("deleted"));
    expect((await web.request("/form", { method: "DELETE", headers: { Origin: "https://evil.example" } })).status).toBe(
      403,
    );
    expect((await web.request("/form", { method: "DELETE" })).status).toBe(415);
  });
});
