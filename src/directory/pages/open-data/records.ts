import type { Application } from "../../../kernel/application.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { fieldNames } from "../../model/entry-fields.ts";
import { provenanceOf, saidOf } from "../../model/open-data/said.ts";
import { stillSpeaks, type Reply } from "../../model/replies/reply.ts";
import { expiryOf, levelOf, type Proof } from "../../model/verification/proofs.ts";
import { entryPath } from "../directory-paths.ts";
import { dataPaths, hrefOf } from "./addresses.ts";
import { stepVerification } from "./ladder-record.ts";

/** An entry as data: what stands in each field, who says so, and who says otherwise. With its context it is JSON-LD as it is. */
export function recordOf(application: Application, entry: DescribedEntry) {
  return { "@context": hrefOf(application, dataPaths.context), ...itemOf(application, entry) };
}

/** An entry as it stands in a list, whose context it shares. */
export function itemOf(application: Application, entry: DescribedEntry) {
  const settled = fieldNames.flatMap((field) => {
    const found = entry.fields[field];
    return found === undefined ? [] : [{ field, ...found }];
  });
  return {
    id: hrefOf(application, entryPath(entry)),
    type: ["Organization", "koinon:Collective"],
    domain: entry.domain ?? null,
    ...Object.fromEntries(settled.map(({ field, claim }) => [field, claim.value])),
    verification: [
      ...entry.proofs.filter(({ state }) => state !== "asked").map(verification),
      ...entry.steps.map(stepVerification),
    ],
    reply: entry.reply === undefined ? null : replyOf(entry.reply, entry.proofs),
    provenance: Object.fromEntries(settled.map(({ field, claim }) => [field, provenanceOf(claim)])),
    contradictions: Object.fromEntries(
      settled.flatMap(({ field, against }) => (against.length === 0 ? [] : [[field, against.map(saidOf)]])),
    ),
    changed: entry.changedAt.toString(),
  };
}

/** What the place replies itself, by which account, and whether that one still speaks for it. */
function replyOf(reply: Reply, proofs: readonly Proof[]) {
  return { ...repliedOf(reply), stillSpeaks: stillSpeaks(reply, proofs) };
}

/** What a place replied, by which account. */
export function repliedOf(reply: Reply) {
  return { text: reply.text, language: reply.language, by: reply.account.uri, at: reply.at.toString() };
}

/** What was proved, until when that is good, and why it no longer is; the code is nobody's but the place's. */
function verification(proof: Proof) {
  return {
    level: levelOf[proof.kind],
    method: proof.method ?? null,
    by: proof.account?.uri ?? null,
    at: proof.provedAt?.toString() ?? null,
    checked: proof.checkedAt?.toString() ?? null,
    expires: expiryOf(proof)?.toString() ?? null,
    stale: proof.staleBecause ?? null,
  };
}
