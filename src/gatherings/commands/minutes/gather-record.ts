import { describePeople } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { consentStanding } from "../../model/agenda/agenda.ts";
import { offsetsOf, type AgendaBlock } from "../../model/agenda/block.ts";
import {
  instancesOf,
  type DecisionLine,
  type MinutesRecord,
  type NotesPart,
  type RanTimes,
} from "../../model/minutes/record.ts";
import type { BlockRun } from "../../model/run/run.ts";
import { wholeGathering } from "../../model/notes/notes.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { notesOf, removedBlocks } from "../../store/notes/notes.read.ts";
import { rsvpsStanding } from "../../store/rsvp-lists.read.ts";
import { runsOf } from "../../store/run/runs.read.ts";
import { sessionsOf, type HeldSession } from "../../store/sessions.read.ts";

/** Beyond that many people of a session nobody is counted by instance any more. */
const mostCounted = 2000;

/** Everyone who had a place at a gathering, once, with how many they came as. */
async function whoCame(db: Database, sessions: readonly HeldSession[]): Promise<ReadonlyMap<string, number>> {
  const wanted = { answer: "going", standing: "confirmed" } as const;
  const came = new Map<string, number>();
  for (const session of sessions) {
    if (session.cancelledAt !== undefined) continue;
    for (const { person, people } of await rsvpsStanding(db, session.id, wanted, mostCounted)) {
      came.set(person, Math.max(people, came.get(person) ?? 0));
    }
  }
  return came;
}

/**
 * What the minutes of a gathering say by themselves: when, how many from where, the agenda, the notes, what was decided.
 *
 * Decisions taken elsewhere in the program join here.
 */
export async function gatherRecord(db: Database, gathering: Gathering): Promise<MinutesRecord> {
  const sessions = (await sessionsOf(db, gathering.id)).filter(({ cancelledAt }) => cancelledAt === undefined);
  const came = await whoCame(db, sessions);
  const described = await describePeople(db, [...came.keys()]);
  const blocks = await blocksOf(db, gathering.id);
  const offsets = offsetsOf(blocks);
  const runs = await runsOf(db, gathering.id);
  return {
    sessions: sessions.map(({ startsAt, time }) => ({ start: startsAt.toString(), minutes: time.lengthMinutes })),
    people: [...came.values()].reduce((sum, people) => sum + people, 0),
    instances: instancesOf([...came].map(([id, people]) => ({ host: described.get(id)?.host, people }))),
    agenda: blocks.map(({ id, title, minutes }, place) => ({
      title,
      minutes,
      offset: offsets[place] ?? 0,
      ran: sessions.map((session) => ranIn(runs, session.id, id)),
    })),
    notes: await notesIn(db, gathering, blocks),
    decisions: await decisionsIn(db, gathering, sessions),
  };
}

function ranIn(runs: readonly BlockRun[], session: string, block: string): RanTimes {
  const run = runs.find(({ sessionId, blockId }) => sessionId === session && blockId === block);
  return { begun: run?.begunAt.toString() ?? null, ended: run?.endedAt?.toString() ?? null };
}

async function notesIn(
  db: Database,
  gathering: Gathering,
  blocks: readonly AgendaBlock[],
): Promise<readonly NotesPart[]> {
  const written = new Map((await notesOf(db, gathering.id)).map(({ place, text }) => [place, text]));
  const places = [
    { id: wholeGathering, title: "", isRemoved: false },
    ...blocks.filter(({ notes }) => notes).map(({ id, title }) => ({ id, title, isRemoved: false })),
    ...(await removedBlocks(db, gathering.id))
      .filter(({ notes }) => notes)
      .map(({ id, title }) => ({ id, title, isRemoved: true })),
  ];
  return places.flatMap(({ id, title, isRemoved }) => {
    const text = written.get(id) ?? "";
    return text === "" ? [] : [{ title, isRemoved, text }];
  });
}

async function decisionsIn(
  db: Database,
  gathering: Gathering,
  sessions: readonly HeldSession[],
): Promise<readonly DecisionLine[]> {
  const starts = sessions.map(({ startsAt }) => startsAt.toString());
  const agenda = await agendaOf(db, gathering.id);
  const isConsented = consentStanding(agenda) === "consented" && agenda.consentedAt !== undefined;
  return [
    ...(starts.length === 0 ? [] : [{ kind: "dates", starts, reason: gathering.reason } as const]),
    ...(isConsented
      ? [{ kind: "agenda", consents: agenda.consents, at: agenda.consentedAt?.toString() ?? "" } as const]
      : []),
  ];
}
