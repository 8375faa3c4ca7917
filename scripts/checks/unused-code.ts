import { complaintsOf } from "../run-tool.ts";
import type { Check } from "./check.ts";

/** Delete what nothing uses. */
export const unusedCode: Check = {
  name: "unused",
  promise: "no file, export or dependency is there for nobody",
  findings: () => complaintsOf("knip", ["--no-progress", "--no-config-hints"]),
};
