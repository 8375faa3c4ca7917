import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { signInFirst } from "../../../accounts/index.ts";
import { readsDraft, writesNotes } from "../../commands/notes/participants.ts";
import { takesNotes, wholeGathering, type NoteVersion } from "../../model/notes/notes.ts";
import { blockOf, blocksOf } from "../../store/agenda/blocks.read.ts";
import { notesAt, notesOf, removedBlocks } from "../../store/notes/notes.read.ts";
import { forbidden } from "../acts.ts";
import { runsNow } from "../run/runs-now.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import type { Application } from "../../../kernel/application.ts";

/** One place where notes are or may be. */
export interface NotesAtPlace {
  readonly place: string;
  /** The block's title; empty for the whole gathering. */
  readonly title: string;
  readonly notes: NoteVersion;
}

/** The notes of a gathering, as far as a page shows them. */
export interface NotesView {
  readonly visit: GatheringVisit;
  /** Whether the reader may write now. */
  readonly writes: boolean;
  /** Whether the reader may mark now what begins and ends. */
  readonly runs: boolean;
  /** The whole gathering, and the blocks whose notes are on, in their order. */
  readonly places: readonly NotesAtPlace[];
  /** Titles of blocks without notes. */
  readonly without: readonly string[];
  /** Blocks that were taken out of the agenda after somebody wrote on them. */
  readonly removed: readonly NotesAtPlace[];
  /** Blocks whose notes were switched off after somebody wrote on them: out of view, and to be deleted. */
  readonly switchedOff: readonly NotesAtPlace[];
}

type Answer = Response | Promise<Response>;

/** Handles a route of those who may read what was written during a gathering: who organise, take part, or are on the list. */
export function visitingAsReader(application: Application, answer: (visit: GatheringVisit) => Answer) {
  return visiting(application, async (visit) => {
    if (await readsDraft(application.read, visit.gathering, visit.standing)) return answer(visit);
    return visit.standing.personId === undefined ? signInFirst(visit.c) : forbidden(visit.c, "only-participants");
  });
}

/** Whether the reader may write notes of this gathering now. */
export async function writesNow({ application, gathering, standing }: GatheringVisit): Promise<boolean> {
  return takesNotes(gathering.state) && writesNotes(application.read, gathering, standing);
}

/** Reads the notes of a gathering. */
export async function readNotesView(visit: GatheringVisit): Promise<NotesView> {
  const { read } = visit.application;
  const { id } = visit.gathering;
  const written = new Map((await notesOf(read, id)).map((notes) => [notes.place, notes]));
  const blocks = await blocksOf(read, id);
  const gone = await removedBlocks(read, id);
  const at = (place: string, title: string): NotesAtPlace => ({
    place,
    title,
    notes: written.get(place) ?? { place, version: 0, text: "", writerId: undefined, writtenAt: undefined },
  });
  const writtenOn = (all: readonly { readonly id: string; readonly title: string }[]) =>
    all.filter((block) => written.has(block.id)).map((block) => at(block.id, block.title));
  return {
    visit,
    writes: await writesNow(visit),
    runs: await runsNow(visit),
    places: [at(wholeGathering, ""), ...blocks.filter(({ notes }) => notes).map((block) => at(block.id, block.title))],
    without: blocks.filter(({ notes }) => !notes).map(({ title }) => title),
    removed: writtenOn(gone.filter(({ notes }) => notes)),
    switchedOff: writtenOn([...blocks, ...gone].filter(({ notes }) => !notes)),
  };
}

/** The place that a route names, with its notes as they stand; undefined where there are none to be. */
export async function placeAsked({ c, application, gathering }: GatheringVisit): Promise<NotesAtPlace | undefined> {
  const { read } = application;
  const place = c.req.param("place") ?? "";
  if (place === wholeGathering) return { place, title: "", notes: await notesAt(read, gathering.id, place) };
  const block = await blockOf(read, gathering.id, place);
  if (block?.notes !== true) return undefined;
  return { place, title: block.title, notes: await notesAt(read, gathering.id, place) };
}

/** The people who wrote some versions, as far as the reader may know them. */
export async function writersOf(
  { application, standing }: GatheringVisit,
  versions: readonly NoteVersion[],
): Promise<ReadonlyMap<string, PersonDescription>> {
  const ids = versions.flatMap(({ writerId }) =>
    writerId !== undefined && (standing.readsNames || writerId === standing.personId) ? [writerId] : [],
  );
  return describePeople(application.read, [...new Set(ids)]);
}
