import { carryingOut } from "../../accounts/index.ts";

export { refuse, type Act } from "../../accounts/index.ts";

/** Carries out what a form about a community asks for, as the reader, and answers it. */
export const carryOut = carryingOut(["not-a-member", "only-operators-found", "only-stewards", "kept-out"]);
