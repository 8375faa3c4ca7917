import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./journeys/browser-launch.ts";

export default defineConfig({
  // Walking every page as everybody takes many minutes: npm run test:pages.
  testIgnore: process.env["KOINON_EVERY_PAGE"] === undefined ? ["every-page.spec.ts"] : [],
  testDir: "journeys",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: "list",
  use: {
    browserName: "chromium",
    headless: true,
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: browserLaunch,
  },
});
