import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** A browser that speaks to nobody but the server under test. */
const silent = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
];

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
    launchOptions: {
      executablePath: process.env["KOINON_TEST_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [...asRoot, ...silent],
    },
  },
});
