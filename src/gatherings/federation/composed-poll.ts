import { contactOf, describePerson } from "../../accounts/index.ts";
import type { Application } from "../../kernel/application.ts";
import { isLanguage } from "../../kernel/i18n/language.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { answerOf, countAnswerers, countNone, pollById, yesCounts, type SchedulingPoll } from "../store/polls.read.ts";
import { actorUrl, gatheringUrl, pollUrl } from "./addresses.ts";
import { personalAudience, worldAudience, type Audience } from "../../kernel/federation/documents/addressing.ts";
import type { NativeQuestion } from "../../kernel/federation/documents/native-question.ts";

/** The translator for what a gathering says to the world: in its own language and zone. */
export function voiceOf(application: Application, gathering: Gathering): Translator {
  const [primary = ""] = gathering.language.split("-");
  return application.translations.translator(isLanguage(primary) ? primary : "en", gathering.zone);
}

/**
 * The native poll that asks when, as it stands now; undefined when there is none, or none of its slots travel.
 *
 * With `personId`, the copy for that one person: it counts their own votes alone.
 */
export async function composedPoll(
  application: Application,
  gatheringId: string,
  pollId: string,
  personId: string | undefined,
): Promise<NativeQuestion | undefined> {
  const { read, origin } = application;
  const [gathering, poll] = [await gatheringById(read, gatheringId), await pollById(read, pollId)];
  if (gathering === undefined || poll === undefined || poll.gatheringId !== gathering.id) return undefined;
  if (poll.slots.every((slot) => slot.nativeLabel === undefined)) return undefined;
  const audience = await audienceOf(application, gathering, personId);
  if (audience === undefined) return undefined;
  return {
    id: pollUrl(origin, gathering.id, poll.id, personId),
    actor: actorUrl(origin, gathering.id),
    url: gatheringUrl(origin, gathering.id),
    language: gathering.language,
    paragraphs: pollParagraphs(application, gathering, poll, audience),
    options: await optionsOf(application, poll, personId),
    choice: "several",
    voters: personId === undefined ? await countAnswerers(read, poll.id) : await hasVoted(application, poll, personId),
    published: poll.openedAt,
    endTime: poll.closesAt,
    closed: poll.closedAt,
    audience,
  };
}

/** Who a poll is for; undefined when the one person cannot be reached by the fediverse. */
export async function audienceOf(
  application: Application,
  gathering: Gathering,
  personId: string | undefined,
): Promise<Audience | undefined> {
  if (personId === undefined) return worldAudience(actorUrl(application.origin, gathering.id));
  const uri = (await contactOf(application.read, personId))?.actorUri;
  const handle = (await describePerson(application.read, personId))?.handle;
  return uri === undefined || handle === undefined ? undefined : personalAudience({ uri, handle });
}

function pollParagraphs(
  application: Application,
  gathering: Gathering,
  poll: SchedulingPoll,
  audience: Audience,
): readonly string[] {
  const t = voiceOf(application, gathering);
  const closes = t.dateTime(poll.closesAt);
  const greeting = audience.mention === undefined ? [] : [audience.mention.handle];
  return [
    ...greeting,
    t("gatherings.fediverse.poll.ask", { title: gathering.title, purpose: gathering.purpose }),
    t("gatherings.fediverse.poll.how", { closes }),
    gatheringUrl(application.origin, gathering.id),
  ];
}

type Options = NativeQuestion["options"];

async function optionsOf(
  application: Application,
  poll: SchedulingPoll,
  personId: string | undefined,
): Promise<Options> {
  const counts = await yesCounts(application.read, poll.id);
  const own = personId === undefined ? undefined : await answerOf(application.read, poll.id, personId);
  const listed = poll.slots.flatMap(({ id, nativeLabel }) => (nativeLabel === undefined ? [] : [{ id, nativeLabel }]));
  const options = listed.map(({ id, nativeLabel }) => {
    const ownVotes = own?.availability.get(id) === "yes" ? 1 : 0;
    return { label: nativeLabel, votes: personId === undefined ? (counts.get(id) ?? 0) : ownVotes };
  });
  if (poll.noneLabel === undefined) return options;
  const slots = listed.map(({ id }) => id);
  const ownVotes = slots.every((slot) => own?.availability.get(slot) === "no") ? 1 : 0;
  const votes = personId === undefined ? await countNone(application.read, poll.id, slots) : ownVotes;
  return [...options, { label: poll.noneLabel, votes }];
}

async function hasVoted(application: Application, poll: SchedulingPoll, personId: string): Promise<number> {
  return (await answerOf(application.read, poll.id, personId)) === undefined ? 0 : 1;
}
