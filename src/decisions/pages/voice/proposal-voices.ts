import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { spokenFor, type VoicesAway } from "../../commands/voice/further-voices.ts";
import { sumOf, type SpokenBallot } from "../../model/voice/voices.ts";
import type { Stance } from "../../store/proposals/stances.read.ts";
import { answeredGuests, type Guest } from "../../store/voice/guests.read.ts";
import { recordedAmong, recordedOf, type RecordedStance } from "../../store/voice/recorded.read.ts";
import type { ProposalVisit } from "../visit.ts";

const mostShown = 50;
/** Of so many it is told for how many others each one speaks. */
const mostRead = 2_000;

/** Of one proposal, all that was said in another way than by answering oneself, as far as this reader may see it. */
export interface ProposalVoices extends VoicesAway {
  /** How many have taken part and could, with those spoken for and guests who are counted; `listed` are those on the list alone. */
  readonly part: { readonly listed: number; readonly answered: number; readonly eligible: number };
  /** Whether the page shows who said what. */
  readonly areShown: boolean;
  /** Who is spoken for; at most so many as fit on a page. */
  readonly spoken: readonly SpokenBallot[];
  /** For how many others each of these people speaks. */
  readonly speakers: ReadonlyMap<string, number>;
  readonly guests: readonly (Guest & { readonly ballot: Json })[];
  /** Of the stances shown, those that a steward wrote down. */
  readonly recorded: ReadonlyMap<string, RecordedStance>;
  /** What was written down for the reader and waits for their word. */
  readonly ownRecorded: RecordedStance | undefined;
  /** Who speaks for the reader, as long as they do not answer. */
  readonly ownSpoken: SpokenBallot | undefined;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

interface ReadBefore {
  readonly away: VoicesAway;
  /** How many people have answered themselves. */
  readonly answered: number;
  /** Those of their stances that the page shows. */
  readonly stances: readonly Stance[];
  /** Whether it shows who said what. */
  readonly areShown: boolean;
}

/** Reads it. */
export async function readProposalVoices(
  visit: ProposalVisit,
  { away, answered, stances, areShown }: ReadBefore,
): Promise<ProposalVoices> {
  const { application, proposal, personId } = visit;
  const { read } = application;
  const now = application.clock();
  const all = away.counts.byProxy === 0 ? [] : await spokenFor(read, proposal, now, mostRead);
  const hasGuests = away.counts.guests + away.counts.advisory > 0;
  const guests = areShown && hasGuests ? await answeredGuests(read, proposal.id, proposal.closedAt ?? now) : [];
  const speakers = Map.groupBy(areShown ? all : [], ({ speaker }) => speaker);
  const byPhone = stances.filter(({ by }) => by === "phone").map((stance) => stance.personId);
  const recorded = await recordedAmong(read, proposal.id, byPhone);
  const own = personId === undefined ? undefined : await recordedOf(read, proposal.id, personId);
  const spoken = areShown ? all.slice(0, mostShown) : [];
  const ownSpoken = all.find(({ giver }) => giver === personId);
  const named = [
    ...[...spoken, ...(ownSpoken === undefined ? [] : [ownSpoken])].flatMap((one) => [
      one.giver,
      one.next,
      one.speaker,
    ]),
    ...guests.map(({ inviterId }) => inviterId),
    ...[...recorded.values(), ...(own === undefined ? [] : [own])].map(({ recorderId }) => recorderId),
  ];
  const guestsCounted = sumOf(away.further.guests);
  const listed = answered + sumOf(away.further.proxied);
  return {
    ...away,
    part: { listed, answered: listed + guestsCounted, eligible: proposal.eligible + guestsCounted },
    areShown,
    spoken,
    speakers: new Map([...speakers].map(([speaker, held]) => [speaker, held.length])),
    guests,
    recorded,
    ownRecorded: proposal.state === "open" && own?.state === "unconfirmed" ? own : undefined,
    ownSpoken,
    people: await describePeople(read, named),
  };
}
