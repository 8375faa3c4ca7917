import { complaintsOf } from "../run-tool.ts";
import type { Check } from "./check.ts";

/** One way to lay out code, kept by the formatter. */
export const formatting: Check = {
  name: "format",
  promise: "every file is laid out as `npm run format` would",
  findings: () => complaintsOf("oxfmt", ["--list-different", "."]),
};
