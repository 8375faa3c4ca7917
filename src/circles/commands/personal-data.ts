import type { PersonalData } from "../../kernel/personal-data.ts";
import { keptOfPerson } from "../store/circles.read.ts";
import { forgetPerson, joinPeople } from "../store/circles.write.ts";

/** What circles keep of people, and how they let go of it. */
export const circlePersonalData: PersonalData = {
  name: "circles",
  export: keptOfPerson,
  // Events of circles carry ids and numbers.
  writtenIn: [],
  forget: (context, personId) => forgetPerson(context.db, personId),
  join: (context, kept, joined) => joinPeople(context.db, kept, joined),
};
