import type { Database } from "../../../kernel/database/database.ts";
import { consentsAmong } from "../../store/consent/consents.read.ts";
import { proposalPath } from "../addresses.ts";
import { consentPath } from "../consent/consent-visit.ts";

/** Where the decisions stand on which versions of a charter rest: proposals that were counted, or consent processes. */
export async function pathsOfDecisions(
  read: Database,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const byConsent = await consentsAmong(read, known);
  return new Map(known.map((id) => [id, byConsent.has(id) ? consentPath({ id }) : proposalPath({ id })]));
}
