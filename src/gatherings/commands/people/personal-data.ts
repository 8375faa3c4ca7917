import { contactOf } from "../../../accounts/index.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { agendasOfPerson } from "../../store/agenda/agenda-people.read.ts";
import { carryInAgendas, forgetInAgendas } from "../../store/agenda/agenda-people.write.ts";
import { feedMadeAt } from "../../store/calendars.read.ts";
import { carryFeed, dropFeed } from "../../store/calendars.write.ts";
import { seriesAnsweredBy } from "../../store/series/series.read.ts";
import { carryAnswers, dropAnswersOf } from "../../store/series/series.write.ts";
import { gatheringsOfPerson, keptOfPerson } from "../../store/people.read.ts";
import { writtenByPerson } from "../../store/minutes/written-people.read.ts";
import { carryInWritten, forgetInWritten } from "../../store/minutes/written-people.write.ts";
import { carryHelper, forgetHelper, keptOfHelper } from "./helpers-data.ts";
import { questionsKeptOf } from "../../store/questions/questions.read.ts";
import { invitationsTo } from "../../store/outreach/targets.read.ts";
import { carryAsker, forgetActorAsked } from "../../store/outreach/targets.write.ts";
import { carryAnswersOfPerson, deleteAnswersOfPerson } from "../../store/questions/questions.write.ts";
import { forgetWallPosts, wallPostsKept } from "../wall/wall-data.ts";
import { carryParticipant } from "./carry-participant.ts";
import { loseParticipant } from "./lose-participant.ts";

/** What gatherings keep of people, and how they let go of it. */
export const gatheringPersonalData: PersonalData = {
  name: "gatherings",
  async export(read, personId) {
    const madeAt = await feedMadeAt(read, personId);
    const calendars = madeAt === undefined ? [] : [{ addressMade: madeAt.toString() }];
    const actor = (await contactOf(read, personId))?.actorUri;
    const invitations = actor === undefined ? [] : await invitationsTo(read, actor);
    return {
      invitations,
      ...(await keptOfPerson(read, personId)),
      ...(await questionsKeptOf(read, personId)),
      ...(await agendasOfPerson(read, personId)),
      ...(await writtenByPerson(read, personId)),
      ...(await keptOfHelper(read, personId)),
      ...(await wallPostsKept(read, personId)),
      calendars,
      series: await seriesAnsweredBy(read, personId),
    };
  },
  // Events of gatherings carry ids and answers, and nothing that a person wrote or is called.
  writtenIn: [],
  async forget(context, personId) {
    for (const about of await gatheringsOfPerson(context.db, personId)) {
      await context.execute(loseParticipant, { ...about, personId });
    }
    await forgetInAgendas(context.db, personId);
    await deleteAnswersOfPerson(context.db, personId);
    await carryAsker(context.db, personId, null);
    const actor = (await contactOf(context.db, personId))?.actorUri;
    if (actor !== undefined) await forgetActorAsked(context.db, actor);
    await forgetInWritten(context.db, personId);
    await dropFeed(context.db, personId);
    await dropAnswersOf(context.db, personId);
    await forgetHelper(context, personId);
    await forgetWallPosts(context, personId);
  },
  async join(context, kept, joined) {
    for (const about of await gatheringsOfPerson(context.db, joined)) {
      await context.execute(carryParticipant, { ...about, kept, joined });
    }
    await carryInAgendas(context.db, joined, kept);
    await carryAnswersOfPerson(context.db, joined, kept);
    await carryAsker(context.db, joined, kept);
    await carryInWritten(context.db, joined, kept);
    await carryFeed(context.db, kept, joined);
    await carryAnswers(context.db, kept, joined);
    await carryHelper(context, kept, joined);
  },
};
