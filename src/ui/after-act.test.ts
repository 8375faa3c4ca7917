import { expect, test } from "vitest";
import { testPages } from "../../testing/house-style/test-pages.ts";
import { doneKey, seeOther } from "./after-act.ts";

test("after an act the reader goes on by GET to a page of ours that says what was done", async () => {
  const web = testPages();
  web.get("/act", (c) => seeOther(c, "/gatherings/7?page=2#act", "answered"));
  const response = await web.request("/act");
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("/gatherings/7?page=2&done=answered#act");
});

test("after an act nobody is led to another server", async () => {
  const web = testPages();
  web.get("/act", (c) => seeOther(c, c.req.query("next") ?? "/"));
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
    const response = await web.request(`/act?next=${encodeURIComponent(next)}`);
    expect(response.headers.get("Location")).toBe("/");
  }
});

test("a page says only what it knows to have been done, whatever its address says", async () => {
  const web = testPages();
  web.get("/page", (c) => c.text(doneKey(c, ["answered"]) ?? "nothing"));
  expect(await (await web.request("/page?done=answered")).text()).toBe("answered");
  expect(await (await web.request("/page?done=you-won")).text()).toBe("nothing");
});
