import { expect } from "@playwright/test";
import { foundCommunity, server, takeCharge } from "./first-steps.ts";
import { journey, startInVain } from "./running-koinon.ts";

journey.setTimeout(300_000);

journey(
  "a server stopped and started again shows the same pages, and people are still signed in",
  async ({ page, start }) => {
    const first = await start();
    await takeCharge(page, await first.link());
    await page.goto(await foundCommunity(page, { name: "Well keepers", handle: "well_keepers" }));
    const before = await page.getByRole("main").innerText();
    expect(await first.stop()).toBe(0);

    const second = await start({ port: Number(new URL(first.origin).port) });
    await page.reload();
    expect(await page.getByRole("main").innerText()).toBe(before);
    await page.goto(`${second.origin}/me`);
    await expect(page.getByRole("heading", { level: 1, name: server.operator })).toBeVisible();
    expect(second.printed(), "nobody is asked to take charge again").not.toContain("token=");
  },
);

journey("a second process on the same folder is refused, and told who holds it", async ({ folder, start }) => {
  const holder = await start();
  const { code, printed } = await startInVain(folder);
  expect(code).not.toBe(0);
  expect(printed).toContain(`${folder} is in use by process ${holder.pid}, started `);
  expect(printed).toContain("set KOINON_DATA to another folder");
  expect(printed, "nobody needs to read where in the program it happened").not.toMatch(/^\s+at /m);
  expect((await fetch(holder.origin)).status, "the first one goes on").toBe(200);
});
