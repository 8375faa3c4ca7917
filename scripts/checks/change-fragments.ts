import { readFragments } from "../changelog.ts";
import type { Check } from "./check.ts";

/** What the next release will say of itself. */
export const changeFragments: Check = {
  name: "changes",
  promise: "each fragment in changes/ names its kind and says what changed",
  findings: async () => (await readFragments()).problems,
};
