import type { Claim, Claimant } from "../claims.ts";

/** What somebody says, with who does. */
export function saidOf(claim: Claim) {
  return { value: claim.value, ...provenanceOf(claim) };
}

/** Who says it, without naming people: their names stand on the page, where they can be taken back. */
export function provenanceOf(claim: Claim) {
  const { claimant } = claim;
  return {
    basis: claim.basis,
    by: byOf(claimant),
    at: claim.at.toString(),
    asOf: claim.asOf === "" ? null : claim.asOf,
    sources: claim.sources,
    certainty: claim.certainty,
    doubt: claim.doubt ?? null,
    note: claim.note === "" ? null : claim.note,
    heard: heardOf(claimant),
  };
}

function byOf(claimant: Claimant): string {
  switch (claimant.kind) {
    case "list":
      return `list:${claimant.name}`;
    case "directory":
      return `directory:${claimant.host}`;
    case "person":
    case "program":
      return claimant.kind;
  }
}

/** What the directory by way of which it came says of who says it there; null for what is said here. */
function heardOf(claimant: Claimant) {
  if (claimant.kind !== "directory") return null;
  const { host, claim, basis, by, at } = claimant;
  return { from: host, claim, basis, by, at: at.toString() };
}
