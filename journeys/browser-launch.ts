import type { LaunchOptions } from "@playwright/test";

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

/** How every browser of the journeys is started. */
export const browserLaunch: LaunchOptions = {
  executablePath: process.env["KOINON_TEST_CHROMIUM"] ?? "/usr/bin/chromium",
  args: [...asRoot, ...silent],
};
