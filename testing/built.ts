import { build } from "../scripts/build.ts";

/** Builds the stylesheet and the islands that pages name; once for all tests that start the whole program. */
export async function setup(): Promise<void> {
  await build();
}
