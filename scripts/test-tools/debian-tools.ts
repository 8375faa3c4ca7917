import { existsSync } from "node:fs";
import { findFaketime } from "../../testing/faketime.ts";
import { findPostgres } from "../../testing/postgres.ts";
import { findSnac } from "../../testing/snac2.ts";
import type { TestTool } from "./test-tool.ts";

const chromium: TestTool = {
  purpose: "Chromium, for the journeys",
  isNeeded: true,
  isThere: () => existsSync(process.env["KOINON_TEST_CHROMIUM"] ?? "/usr/bin/chromium"),
  packages: ["chromium"],
  byHand: "Install Chromium and name its program in KOINON_TEST_CHROMIUM.",
};

const fonts: TestTool = {
  purpose: "Fonts, for screenshots that look like a reader's",
  isNeeded: false,
  isThere: () =>
    existsSync("/usr/share/fonts/truetype/liberation") &&
    existsSync("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"),
  packages: ["fonts-liberation", "fonts-noto-color-emoji"],
  byHand: "Install any fonts with Latin letters and emoji.",
};

const postgres: TestTool = {
  purpose: "PostgreSQL's programs, for every suite on that engine",
  isNeeded: true,
  isThere: () => process.env["KOINON_TEST_DATABASE_URL"] !== undefined || findPostgres() !== undefined,
  packages: ["postgresql"],
  byHand: "Put PostgreSQL's initdb and postgres on PATH, or name a server in KOINON_TEST_DATABASE_URL.",
};

const snac: TestTool = {
  purpose: "snac2, the foreign server that the stories are told with",
  isNeeded: true,
  isThere: () => findSnac() !== undefined,
  packages: [],
  byHand: "Put snac2's program `snac`, version 2.75 or newer, on PATH.",
};

const faketime: TestTool = {
  purpose: "libfaketime, which lends snac2 the clock of a story of weeks",
  isNeeded: true,
  isThere: () => findFaketime() !== undefined,
  packages: ["libfaketime"],
  byHand: "Put libfaketimeMT.so.1 into /usr/lib/faketime.",
};

/** Everything the tests need beyond npm's packages. */
export const testTools: readonly TestTool[] = [chromium, fonts, postgres, snac, faketime];
