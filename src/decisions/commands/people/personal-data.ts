import type { PersonalData } from "../../../kernel/personal-data.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { carryPerson, forgetWritten } from "../../store/people.write.ts";

/** What decisions keep of people, and how they let go of it. */
export const decisionPersonalData: PersonalData = {
  name: "decisions",
  export: keptOfPerson,
  // Events of decisions carry ids, and nothing that a person wrote or is called.
  writtenIn: [],
  forget: (context, personId) => forgetWritten(context.db, personId, context.now),
  join: (context, kept, joined) => carryPerson(context.db, kept, joined),
};
