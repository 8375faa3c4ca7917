import type { Application } from "../../../kernel/application.ts";
import { ladderOf } from "../../commands/ladder/ladder-of.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { levelOfStep, type Step } from "../../model/ladder/step.ts";
import { entryPath } from "../directory-paths.ts";
import { copyPath } from "../ladder/ladder-paths.ts";
import { hrefOf } from "./addresses.ts";

/** A level above the proofs, until when it is good, and why it no longer is. */
export function stepVerification({ kind, since, checkedAt, expiresAt, fault }: Step) {
  return {
    level: levelOfStep[kind],
    method: kind,
    by: null,
    at: since.toString(),
    checked: checkedAt.toString(),
    expires: expiresAt.toString(),
    stale: fault ?? null,
  };
}

/** What a place shows above its proofs, as data. Delegates are not named: their accounts stand on the page, where they can be taken back. */
export async function ladderRecord(application: Application, entry: DescribedEntry) {
  const { delegates, documents, vouches } = await ladderOf(application.read, entry.id, application.clock());
  return {
    delegates: delegates.map(({ decision, until, scope, saidAt, checkedAt, piece }) => ({
      decision,
      until: until.toString(),
      scope: scope === "" ? null : scope,
      at: saidAt.toString(),
      checked: checkedAt.toString(),
      stale: piece.fault ?? null,
    })),
    documents: documents.map(({ kind, url, licence, versions, piece }) => ({
      documentKind: kind,
      url,
      licence,
      versions: versions.map((version) => ({
        sha256: version.sha256,
        mediaType: version.mediaType,
        size: version.size,
        firstSeen: version.firstSeenAt.toString(),
        lastSeen: version.lastSeenAt.toString(),
        copy: version.copy === undefined ? null : hrefOf(application, copyPath(entry, version)),
      })),
      stale: piece.fault ?? null,
    })),
    vouches: vouches.map(({ by, note, saidAt, reply, isDeclined, piece }) => ({
      voucher: hrefOf(application, entryPath({ id: by.entryId })),
      note: note === "" ? null : note,
      at: saidAt.toString(),
      expires: piece.expiresAt.toString(),
      answer: reply === "" ? null : reply,
      declined: isDeclined,
      stale: piece.fault ?? null,
    })),
  };
}
