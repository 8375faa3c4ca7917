import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Agenda } from "../../model/agenda/agenda.ts";
import { offsetsOf, sumOf, type AgendaBlock } from "../../model/agenda/block.ts";
import type { AgendaItem } from "../../model/agenda/item.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { consentCounts, consentOf, objectionsTo, type AgendaConsent } from "../../store/agenda/consents.read.ts";
import { backlogOf, itemsOf } from "../../store/agenda/items.read.ts";
import { rsvpsOfPerson, sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import { runsNow } from "../run/runs-now.ts";
import type { GatheringVisit } from "../visit.ts";

/** An agenda with its times, as every page of it shows it. */
export interface TimedAgenda {
  readonly visit: GatheringVisit;
  readonly agenda: Agenda;
  readonly blocks: readonly TimedBlock[];
  /** Those that are not called off, in order of time; none before there is a date. */
  readonly sessions: readonly HeldSession[];
  /** The minutes of all blocks together. */
  readonly sum: number;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** A block, and after how many minutes it starts. */
export interface TimedBlock {
  readonly block: AgendaBlock;
  readonly offset: number;
}

/** Everything the page of an agenda shows to this reader. */
export interface AgendaView extends TimedAgenda {
  /** What waits for a decision. */
  readonly proposed: readonly AgendaItem[];
  readonly backlog: readonly AgendaItem[];
  readonly counts: { readonly consents: number; readonly objections: number };
  /** To whichever version, the newest first. */
  readonly objections: readonly AgendaConsent[];
  /** What the reader said to the version that is asked about. */
  readonly own: AgendaConsent["answer"] | undefined;
  /** Whether the reader comes, or organises, and so is asked. */
  readonly isAsked: boolean;
  /** Whether the reader may mark now what begins and ends. */
  readonly runs: boolean;
}

/** Reads the agenda with its times. */
export async function readTimedAgenda(visit: GatheringVisit): Promise<TimedAgenda> {
  const { read } = visit.application;
  const { id } = visit.gathering;
  const [agenda, blocks, sessions] = await Promise.all([agendaOf(read, id), blocksOf(read, id), sessionsOf(read, id)]);
  const offsets = offsetsOf(blocks);
  const hosts = visit.standing.readsNames ? blocks.flatMap(({ host }) => host.personId ?? []) : [];
  return {
    visit,
    agenda,
    blocks: blocks.map((block, place) => ({ block, offset: offsets[place] ?? 0 })),
    sessions: sessions.filter(({ cancelledAt }) => cancelledAt === undefined),
    sum: sumOf(blocks),
    people: await describePeople(read, hosts),
  };
}

/** Reads everything the page shows. */
export async function readAgendaView(visit: GatheringVisit): Promise<AgendaView> {
  const { application, gathering, standing } = visit;
  const { read } = application;
  const timed = await readTimedAgenda(visit);
  const { version } = timed.agenda;
  const [proposed, backlog, counts, objections] = await Promise.all([
    itemsOf(read, gathering.id, "proposed"),
    backlogOf(read, gathering.communityId),
    consentCounts(read, gathering.id, version),
    objectionsTo(read, gathering.id),
  ]);
  const { personId } = standing;
  const own = personId === undefined ? undefined : await consentOf(read, gathering.id, version, personId);
  const named = standing.readsNames
    ? [...proposed, ...backlog]
        .flatMap(({ proposerId }) => proposerId ?? [])
        .concat(objections.map((one) => one.personId))
    : [];
  const people = new Map([...timed.people, ...(await describePeople(read, named))]);
  return {
    ...timed,
    people,
    proposed,
    backlog,
    counts,
    objections,
    own,
    isAsked: await isAsked(visit),
    runs: await runsNow(visit),
  };
}

async function isAsked({ application, gathering, standing }: GatheringVisit): Promise<boolean> {
  if (standing.organises) return true;
  if (standing.personId === undefined) return false;
  const rsvps = await rsvpsOfPerson(application.read, gathering.id, standing.personId);
  return [...rsvps.values()].some((entry) => entry.answer === "going" && entry.standing === "confirmed");
}
