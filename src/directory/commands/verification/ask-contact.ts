import { z } from "zod";
import { isActorRefused } from "../../../accounts/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import { entryById } from "../../store/entries.read.ts";
import { keepProof } from "../../store/verification/proofs.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { newProof, personOf } from "./begin-proof.ts";

/** The account of a place is not written to again within so long, whoever asks. */
const notAgainWithin = Temporal.Duration.from({ hours: 24 });

/**
 * Somebody who speaks for a place asks that the account its server names as its contact be written to, so that it can answer for it. Which account
 * that is, the server said a moment ago.
 *
 * Refuses `not-found`; `already-verified` while an earlier answer stands; `contact-asked-lately`; `no-contact` for an account that is shut out here;
 * and `sign-in-needed`.
 */
export const askContact = defineCommand({
  name: "directory/ask-contact",
  input: z.object({
    entryId: z.string().min(1).max(64),
    uri: z.url().max(2_000),
    handle: z.string().min(1).max(300),
    language: z.enum(languages),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, uri, handle, language }): Promise<Result<null, DirectoryRefusal>> {
    const { db, now } = context;
    const entry = await entryById(db, entryId);
    if (entry?.domain === undefined) return refused({ kind: "not-found" });
    if (await isActorRefused(db, { uri, host: new URL(uri).host })) return refused({ kind: "no-contact" });
    const before = entry.proofs.find(({ kind }) => kind === "account");
    if (before?.state === "proved") return refused({ kind: "already-verified" });
    if (before !== undefined && Temporal.Instant.compare(before.askedAt.add(notAgainWithin), now) > 0) {
      return refused({ kind: "contact-asked-lately" });
    }
    const proof = newProof(context, "account", { uri, handle });
    await keepProof(db, entry.id, proof, { personId: personOf(context) });
    context.emit({ name: "directory-contact-asked", version: 1, payload: { entryId: entry.id, language } });
    return accepted(null);
  },
});
