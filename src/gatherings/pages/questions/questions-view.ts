import type { CommunityId } from "../../../communities/index.ts";
import { conductDigest } from "../../commands/questions/conduct-digest.ts";
import {
  noAnswers,
  noNeeds,
  type AccessNeeds,
  type Question,
  type QuestionAnswers,
} from "../../model/questions/questions.ts";
import { mayBeThere } from "../../store/questions/answered-gatherings.read.ts";
import {
  acceptedConduct,
  accessNeedsOf,
  answersOfPerson,
  keepingDaysOf,
  questionsOf,
} from "../../store/questions/questions.read.ts";
import type { GatheringVisit } from "../visit.ts";

/** What the reader is asked, and what they answered so far. */
export interface QuestionsView {
  readonly visit: GatheringVisit;
  readonly asked: readonly Question[];
  /** Whether the reader has said that they come, or may. */
  readonly isThere: boolean;
  readonly hasAnswered: boolean;
  readonly answers: QuestionAnswers;
  readonly needs: AccessNeeds;
  /** The present wording of the code of conduct; undefined where there is none. */
  readonly conduct: string | undefined;
  readonly acceptsConduct: boolean;
  /** For how many days after the gathering answers are kept. */
  readonly keptDays: number;
}

export async function readQuestionsView(visit: GatheringVisit): Promise<QuestionsView> {
  const { application, gathering, community, standing } = visit;
  const { read } = application;
  const person = standing.personId ?? "";
  const answers = await answersOfPerson(read, gathering.id, person);
  const conduct = conductDigest(community.codeOfConduct);
  return {
    visit,
    asked: await questionsOf(read, gathering.id),
    isThere: await mayBeThere(read, gathering.id, person),
    hasAnswered: answers !== undefined,
    answers: answers ?? noAnswers,
    needs: (await accessNeedsOf(read, gathering.id, person)) ?? noNeeds,
    conduct,
    acceptsConduct:
      conduct !== undefined && (await acceptedConduct(read, community.id satisfies CommunityId, person)) === conduct,
    keptDays: await keepingDaysOf(read, community.id),
  };
}
