import { HTTPException } from "hono/http-exception";
import { describe, expect, test } from "vitest";
import { testPages } from "../../testing/house-style/test-pages.ts";
import { StorageFailure } from "../kernel/database/database.ts";
import { languages } from "../kernel/i18n/language.ts";
import { refusalPage } from "./refusal-page.tsx";

async function failing(cause: Error) {
  const web = testPages();
  web.get("/", () => {
    throw cause;
  });
  return web.request("/");
}

describe("a page of refusal", () => {
  test.each(languages)("speaks %s, says what happened and what to do next", async (language) => {
    const web = testPages();
    web.get("/refused/:kind", (c) => refusalPage(c, { kind: c.req.param("kind") }));
    for (const kind of [
      "not-found",
      "not-allowed",
      "sign-in-needed",
      "too-many",
      "storage-full",
      "try-later",
      "form-too-large",
    ]) {
      const page = await (await web.request(`/refused/${kind}`, { headers: { "Accept-Language": language } })).text();
      expect(page).toContain(`<html lang="${language}"`);
      expect(page).toMatch(/<h1[^>]*>[^<]+<\/h1>/);
      expect(page).toContain('href="/"');
    }
  });

  test("of a reader who must sign in leads there and back", async () => {
    const web = testPages();
    web.get("/gatherings/7", (c) => refusalPage(c, { kind: "sign-in-needed" }));
    const response = await web.request("/gatherings/7?page=2");
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('href="/sign-in?next=%2Fgatherings%2F7%3Fpage%3D2"');
  });

  test("at an address of nothing is 404", async () => {
    const response = await testPages().request("/nowhere");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Nothing here");
  });
});

describe("a failure", () => {
  test("of a full disk says that one can read but not write, and when to come back", async () => {
    const response = await failing(new StorageFailure("full", undefined));
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("120");
    expect(await response.text()).toContain("You can read everything, but nothing new can be saved");
  });

  test("of a database out of reach asks to try again", async () => {
    const response = await failing(new StorageFailure("away", undefined));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("Nothing was changed. Try again in a few minutes.");
  });

  test("of the program names its reference and shows nothing of itself", async () => {
    const response = await failing(new Error("secret of the program"));
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toContain("7f3a");
    expect(page).not.toContain("secret of the program");
  });

  test("that a route names by its status keeps it", async () => {
    expect((await failing(new HTTPException(405))).status).toBe(405);
  });
});
