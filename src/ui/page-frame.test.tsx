import { describe, expect, test } from "vitest";
import { testPages, type TestPagesParts } from "../../testing/house-style/test-pages.ts";
import { Form } from "./components/form.tsx";

const ada = { id: "ada", name: "Ada" };

/** What a page knew of its reader. */
async function readerOf(path: string, headers: Record<string, string> = {}, parts: TestPagesParts = {}) {
  const web = testPages(parts);
  web.get("/hall", (c) => c.json({ ...c.var.reader, path: c.var.frame.path }));
  const response = await web.request(path, { headers });
  return { response, reader: (await response.json()) as Record<string, unknown> };
}

describe("a page's reader", () => {
  test("is spoken to in the language and zone they chose on this very page, and from then on", async () => {
    const { response, reader } = await readerOf("/hall?read-in=de&times-in=Europe/Lisbon", { "Accept-Language": "fr" });
    expect(reader).toMatchObject({ language: "de", zone: "Europe/Lisbon", zoneIsChosen: true });
    expect(response.headers.getSetCookie().join()).toMatch(/koinon-language=de.*koinon-zone=Europe/);
    const later = await readerOf("/hall", {
      Cookie: "koinon-language=de; koinon-zone=Europe/Lisbon",
      "Accept-Language": "fr",
    });
    expect(later.reader).toMatchObject({ language: "de", zone: "Europe/Lisbon" });
  });

  test("who is signed in is known by name, and spoken to as their settings say", async () => {
    const signedIn = { person: ada, language: "it", zone: "Asia/Kolkata", binding: "session" };
    const { reader } = await readerOf("/hall", { "Accept-Language": "fr" }, { signedIn });
    expect(reader).toMatchObject({ language: "it", zone: "Asia/Kolkata", zoneIsChosen: true, person: ada });
  });

  test("of whom nothing is known is spoken to as the community does, and in its zone", async () => {
    const { reader } = await readerOf(
      "/hall",
      { "Accept-Language": "ja" },
      { place: { language: "es", zone: "America/Bogota" } },
    );
    expect(reader).toMatchObject({
      language: "es",
      zone: "America/Bogota",
      zoneIsChosen: false,
      languages: ["es", "ja"],
    });
  });

  test("who sends nonsense is spoken to as the server does", async () => {
    const { reader, response } = await readerOf("/hall?read-in=xx&times-in=Europe/Atlantis", {
      Cookie: "koinon-language=<b>; koinon-zone=%00",
    });
    expect(reader).toMatchObject({ language: "en", zone: "Europe/Rome" });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("comes back to the page they are on, or from which they sent a form, never to another server's", async () => {
    const { reader } = await readerOf("/hall?page=2");
    expect(reader["path"]).toBe("/hall?page=2");
    const refusedFrom = async (referer: string) => {
      const headers = { Referer: referer, "Content-Type": "text/plain" };
      return (await testPages().request("/hall", { method: "POST", headers })).text();
    };
    expect(await refusedFrom("https://hall.example/hall?page=2")).toContain('href="/hall?page=2&amp;read-in=de"');
    expect(await refusedFrom("https://evil.example/hall")).toContain('href="/?read-in=de"');
  });
});

describe("a page", () => {
  test("with a form is kept by no cache, and gives a new browser a cookie of its own", async () => {
    const web = testPages();
    web.get("/form", (c) => c.html(<Form frame={c.var.frame} action="/form" />));
    const response = await web.request("/form");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Set-Cookie")).toMatch(
      /^__Host-koinon-visitor=[\w-]{24}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test("without a form sets no cookie and may be asked for again", async () => {
    const { response } = await readerOf("/hall");
    expect(response.headers.get("Set-Cookie")).toBeNull();
    expect(response.headers.get("Cache-Control")).toBe("private, no-cache");
    expect(response.headers.get("Vary")).toBe("Accept, Accept-Language, Cookie");
  });

  test("still speaks the reader's language when their session cannot be read", async () => {
    const web = testPages({ readSession: () => Promise.reject(new Error("no database")) });
    const response = await web.request("/hall", { headers: { "Accept-Language": "de" } });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("Etwas ist kaputtgegangen");
  });
});
