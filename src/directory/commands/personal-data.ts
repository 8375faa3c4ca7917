import type { PersonalData } from "../../kernel/personal-data.ts";
import { claimsOfPerson } from "../store/claims.read.ts";
import { proofsBegunBy } from "../store/verification/proofs.read.ts";
import { renameProver } from "../store/verification/proofs.write.ts";
import { repliesOfPerson } from "../store/replies/replies.read.ts";
import { renameReplier } from "../store/replies/replies.write.ts";
import { ladderOfPerson } from "../store/ladder/evidence.read.ts";
import { forgetDelegate, renameLadderSpeaker } from "../store/ladder/ladder.write.ts";
import { vouchedForByPerson } from "../store/ladder/vouches.read.ts";
import { settleSteps } from "./ladder/settle-steps.ts";
import { suggestionsOfPerson } from "../store/suggestions/suggestions.read.ts";
import { forgetSuggester, joinSuggesters } from "../store/suggestions/suggestions.write.ts";
import { forgetClaimant, joinClaimants, settleEntry } from "../store/directory.write.ts";

/** What the directory keeps of people: what they said of places, under their name; which places they began to verify, spoke for, vouched for,
 * suggested, or are named by as delegates. */
export const directoryPersonalData: PersonalData = {
  name: "directory",
  export: async (read, personId) => ({
    ...(await claimsOfPerson(read, personId)),
    directoryProofs: await proofsBegunBy(read, personId),
    directoryReplies: await repliesOfPerson(read, personId),
    ...(await ladderOfPerson(read, personId)),
    directorySuggestions: await suggestionsOfPerson(read, personId),
  }),
  // Events of the directory carry ids, names of fields and numbers.
  writtenIn: [],
  async forget({ db }, personId) {
    await forgetClaimant(db, personId);
    await renameProver(db, personId, null);
    await renameReplier(db, personId, null);
    await renameLadderSpeaker(db, personId, null);
    await forgetDelegate(db, personId);
    await forgetSuggester(db, personId);
  },
  async join(context, kept, joined) {
    const { db, now } = context;
    await renameProver(db, joined, kept);
    await renameReplier(db, joined, kept);
    await renameLadderSpeaker(db, joined, kept);
    await joinSuggesters(db, kept, joined);
    for (const entryId of await joinClaimants(db, { kept, joined, at: now })) await settleEntry(db, entryId, now);
    // Nobody vouches twice, under whichever account.
    for (const entryId of await vouchedForByPerson(db, kept)) await settleSteps(context, entryId);
  },
};
