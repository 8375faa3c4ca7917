import type { PersonalData } from "../../../kernel/personal-data.ts";
import { keptOfPersonInConsents } from "../../store/consent/people.read.ts";
import { carryInConsents, forgetInConsents } from "../../store/consent/people.write.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { carryPerson, forgetWritten } from "../../store/people.write.ts";

/** What decisions keep of people, and how they let go of it. */
export const decisionPersonalData: PersonalData = {
  name: "decisions",
  export: async (db, personId) => ({
    ...(await keptOfPerson(db, personId)),
    ...(await keptOfPersonInConsents(db, personId)),
  }),
  // Events of decisions carry ids, and nothing that a person wrote or is called.
  writtenIn: [],
  forget: async (context, personId) => {
    await forgetWritten(context.db, personId, context.now);
    await forgetInConsents(context.db, personId);
  },
  join: async (context, kept, joined) => {
    await carryPerson(context.db, kept, joined);
    await carryInConsents(context.db, kept, joined);
  },
};
