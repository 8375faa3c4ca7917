import { communityById, organisationsOf, speaksOn } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { electorateNamed } from "../../model/consent/rounds.ts";
import { forThemselves, type Speaker } from "../../model/consent/speaker.ts";
import type { PersonId } from "../../model/thread.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import { delegatesListed, voicesListed } from "../../store/electorate/voices.read.ts";
import { electorsOf, isElector } from "../../store/proposals/stances.read.ts";

const PEOPLE_AT_ONCE = 500;

/** A frozen list of those who are asked: see `electorateOf`. */
export interface ListOfAsked {
  readonly communityId: string;
  readonly listId: string;
}

/** Whether a list is one of organisations, each with one voice. */
export async function asksOrganisations(db: Database, { listId }: ListOfAsked): Promise<boolean> {
  return (await electorateChosen(db, electorateNamed(listId).consentId)).kind === "organisations";
}

/**
 * Who speaks for the organisations of a list at an instant. A process may last for weeks: which organisations are asked is frozen, and who
 * speaks for one is whoever its community has written down on that day. For one that is on the community's list no more, those speak who
 * did when the list was frozen. See docs/decisions/0112.
 */
export async function delegatesNow(
  db: Database,
  list: ListOfAsked,
  now: Temporal.Instant,
): Promise<readonly Speaker[]> {
  const zone = (await communityById(db, list.communityId))?.zone ?? "UTC";
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const [voices, listed, frozen] = await Promise.all([
    voicesListed(db, list.listId),
    organisationsOf(db, list.communityId),
    delegatesListed(db, list.listId),
  ]);
  return voices.flatMap(({ organisationId }) => {
    const organisation = listed.find(({ id }) => id === organisationId);
    const people =
      organisation === undefined
        ? frozen.filter((delegate) => delegate.organisationId === organisationId)
        : organisation.delegates.filter((delegate) => speaksOn(delegate, today));
    return people.map(({ personId }) => ({ personId: personId as PersonId, onBehalfOf: organisationId }));
  });
}

/** For whom somebody speaks on a list at an instant; undefined for whoever it does not ask. */
export async function speakerOn(
  db: Database,
  list: ListOfAsked,
  personId: PersonId,
  now: Temporal.Instant,
): Promise<Speaker | undefined> {
  if (await asksOrganisations(db, list)) {
    return (await delegatesNow(db, list, now)).find((delegate) => delegate.personId === personId);
  }
  return (await isElector(db, list.listId, personId)) ? { personId, onBehalfOf: forThemselves } : undefined;
}

/** All who may answer for themselves, or speak for an organisation at that instant. */
export async function* speakersOn(db: Database, list: ListOfAsked, now: Temporal.Instant): AsyncGenerator<Speaker> {
  if (await asksOrganisations(db, list)) {
    yield* await delegatesNow(db, list, now);
    return;
  }
  let after = "";
  for (;;) {
    const electors = await electorsOf(db, list.listId, { after, limit: PEOPLE_AT_ONCE });
    yield* electors.map(({ personId }) => ({ personId, onBehalfOf: forThemselves }));
    after = electors.at(-1)?.personId ?? "";
    if (electors.length < PEOPLE_AT_ONCE) return;
  }
}
