import type { PersonalData } from "../../../kernel/personal-data.ts";
import { opinionsOfPerson } from "../../store/opinions/opinions.read.ts";
import { keptOfPersonInConsents } from "../../store/consent/people.read.ts";
import { carryInConsents, forgetInConsents } from "../../store/consent/people.write.ts";
import { keptOfPersonInLives } from "../../store/lifecycle/people.read.ts";
import { carryInLives, forgetInLives } from "../../store/lifecycle/people.write.ts";
import { keptInElectorates } from "../../store/electorate/people.read.ts";
import { carryInElectorates, forgetInElectorates } from "../../store/electorate/people.write.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { carryCharters } from "../../store/charter/charter.write.ts";
import { requestsOfPerson } from "../../store/requests/requests.read.ts";
import { carryRequests } from "../../store/requests/requests.write.ts";
import { keptOfPersonInVoices } from "../../store/voice/people.read.ts";
import { carryInVoices, forgetInVoices } from "../../store/voice/people.write.ts";
import { carryGuestLetters, forgetAddressesBy } from "../../store/answers/guest-letters.write.ts";
import { carryPerson, forgetWritten } from "../../store/people.write.ts";
import { joinListsOf } from "../joining/joined-people.ts";
import { keptApartOf } from "../../store/joining/joining.read.ts";
import { forgetApart } from "../../store/joining/joining.write.ts";
import { forgetTasksOf, joinTasksOf, tasksOfPerson } from "../register/personal-data.ts";
import { filesOfPerson, forgetFilesOf } from "../attachments/personal-data.ts";
import { carryAttachments } from "../../store/attachments/attachments.write.ts";
import { forgetOpinionsOf, joinOpinionsOf } from "../opinions/personal-data.ts";

/** What decisions keep of people, and how they let go of it. */
export const decisionPersonalData: PersonalData = {
  name: "decisions",
  export: async (read, personId) => ({
    ...(await keptOfPerson(read, personId)),
    ...(await opinionsOfPerson(read, personId)),
    ...(await keptOfPersonInConsents(read, personId)),
    ...(await keptOfPersonInLives(read, personId)),
    ...(await tasksOfPerson(read, personId)),
    ...(await requestsOfPerson(read, personId)),
    ...(await keptOfPersonInVoices(read, personId)),
    ...(await keptInElectorates(read, personId)),
    ...(await keptApartOf(read, personId)),
    ...(await filesOfPerson(read, personId)),
  }),
  // Events of decisions carry ids, and nothing that a person wrote or is called.
  writtenIn: [],
  async forget(context, personId) {
    await forgetWritten(context.db, personId, context.now);
    await forgetFilesOf(context.db, personId);
    await forgetOpinionsOf(context, personId);
    await forgetInConsents(context.db, personId);
    await forgetInLives(context.db, personId);
    await forgetTasksOf(context, personId);
    await forgetInVoices(context.db, personId, context.now);
    await forgetAddressesBy(context.db, personId);
    await forgetInElectorates(context.db, personId);
    await forgetApart(context.db, personId);
  },
  async join(context, kept, joined) {
    await joinListsOf(context, kept, joined);
    await carryPerson(context.db, kept, joined);
    await carryAttachments(context.db, kept, joined);
    await joinOpinionsOf(context, kept, joined);
    await carryInConsents(context.db, kept, joined);
    await carryInLives(context.db, kept, joined);
    await joinTasksOf(context, kept, joined);
    await carryCharters(context.db, kept, joined);
    await carryRequests(context.db, kept, joined);
    await carryInVoices(context.db, kept, joined, context.now);
    await carryGuestLetters(context.db, kept, joined);
    await carryInElectorates(context.db, kept, joined);
  },
};
