import type { PersonalData } from "../../../kernel/personal-data.ts";
import { opinionsOfPerson } from "../../store/opinions/opinions.read.ts";
import { keptOfPersonInConsents } from "../../store/consent/people.read.ts";
import { carryInConsents, forgetInConsents } from "../../store/consent/people.write.ts";
import { keptInElectorates } from "../../store/electorate/people.read.ts";
import { carryInElectorates, forgetInElectorates } from "../../store/electorate/people.write.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { carryPerson, forgetWritten } from "../../store/people.write.ts";
import { forgetOpinionsOf, joinOpinionsOf } from "../opinions/personal-data.ts";

/** What decisions keep of people, and how they let go of it. */
export const decisionPersonalData: PersonalData = {
  name: "decisions",
  export: async (read, personId) => ({
    ...(await keptOfPerson(read, personId)),
    ...(await opinionsOfPerson(read, personId)),
    ...(await keptOfPersonInConsents(read, personId)),
    ...(await keptInElectorates(read, personId)),
  }),
  // Events of decisions carry ids, and nothing that a person wrote or is called.
  writtenIn: [],
  async forget(context, personId) {
    await forgetWritten(context.db, personId, context.now);
    await forgetOpinionsOf(context, personId);
    await forgetInConsents(context.db, personId);
    await forgetInElectorates(context.db, personId);
  },
  async join(context, kept, joined) {
    await carryPerson(context.db, kept, joined);
    await joinOpinionsOf(context, kept, joined);
    await carryInConsents(context.db, kept, joined);
    await carryInElectorates(context.db, kept, joined);
  },
};
