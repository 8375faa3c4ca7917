import type { PersonalData } from "../../kernel/personal-data.ts";
import { claimsOfPerson } from "../store/claims.read.ts";
import { forgetClaimant, joinClaimants, settleEntry } from "../store/directory.write.ts";

/** What the directory keeps of people: what they said of places, under their name. */
export const directoryPersonalData: PersonalData = {
  name: "directory",
  export: claimsOfPerson,
  // Events of the directory carry ids, names of fields and numbers.
  writtenIn: [],
  forget: (context, personId) => forgetClaimant(context.db, personId),
  async join({ db, now }, kept, joined) {
    for (const entryId of await joinClaimants(db, { kept, joined, at: now })) await settleEntry(db, entryId, now);
  },
};
