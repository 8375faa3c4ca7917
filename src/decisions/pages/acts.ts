import { carryingOut } from "../../accounts/index.ts";

/** Carries out what a form about a thread or a proposal asks for, as the reader, and answers it. */
export const carryOut = carryingOut([
  "kept-out",
  "only-members",
  "not-the-author",
  "not-on-the-list",
  "only-stewards",
  "not-your-post",
  "not-the-opener",
  "own-challenge",
]);
