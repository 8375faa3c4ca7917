import { carryingOut } from "../../../accounts/index.ts";

/** Carries out what a form of a consent process asks for, as the reader, and answers it. */
export const carryingOutConsent = carryingOut([
  "kept-out",
  "only-members",
  "not-the-author",
  "not-on-the-list",
  "only-the-author",
  "only-facilitators",
  "only-the-objector",
]);
