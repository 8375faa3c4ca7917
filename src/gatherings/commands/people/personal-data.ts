import type { PersonalData } from "../../../kernel/personal-data.ts";
import { gatheringsOfPerson, keptOfPerson } from "../../store/people.read.ts";
import { carryParticipant } from "./carry-participant.ts";
import { loseParticipant } from "./lose-participant.ts";

/** What gatherings keep of people, and how they let go of it. */
export const gatheringPersonalData: PersonalData = {
  name: "gatherings",
  export: keptOfPerson,
  // Events of gatherings carry ids and answers, and nothing that a person wrote or is called.
  writtenIn: [],
  async forget(context, personId) {
    for (const about of await gatheringsOfPerson(context.db, personId)) {
      await context.execute(loseParticipant, { ...about, personId });
    }
  },
  async join(context, kept, joined) {
    for (const about of await gatheringsOfPerson(context.db, joined)) {
      await context.execute(carryParticipant, { ...about, kept, joined });
    }
  },
};
