import { complaintsOf } from "../run-tool.ts";
import type { Check } from "./check.ts";

/** The compiler's own word. */
export const compiler: Check = {
  name: "types",
  promise: "the compiler accepts every file",
  findings: () => complaintsOf("tsc", ["--project", ".", "--pretty", "false"]),
};
