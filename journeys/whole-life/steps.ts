import { expect as patientlyExpect } from "@playwright/test";
import { test } from "vitest";

/** Playwright's, which looks again until a page is as it should be; machines that run this are slow and busy at times. */
export const expect = patientlyExpect.configure({ timeout: 20_000 });

/** A step may wait for several messages of several servers; longer than this, and something is lost. */
const STEP_MS = 90_000;

let lost: string | undefined;

/**
 * One step of the story, named by what happens in it. Each goes on from where the one before ended, so that after one that failed the
 * others do not wait in vain but say which.
 */
export function step(name: string, tell: () => Promise<void>): void {
  // The words and what they promise stand with each chapter.
  // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect
  test(name, { timeout: STEP_MS }, async () => {
    if (lost !== undefined) throw new Error(`the story ended at “${lost}”`);
    lost = name;
    await tell();
    lost = undefined;
  });
}
