import { signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { Language } from "../../../kernel/i18n/language.ts";
import { readsDraft, takesPart } from "../../commands/notes/participants.ts";
import { readMinutes, type ReadMinutes } from "../../commands/minutes/read-minutes.ts";
import type { NameAnswer } from "../../model/minutes/minutes.ts";
import { correctionsIn, nameAnswerOf } from "../../store/minutes/minutes.read.ts";
import { forbidden, missing } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";

/** A visit of minutes that its reader may see. */
export interface MinutesVisit {
  readonly visit: GatheringVisit;
  readonly found: ReadMinutes;
  /** The language in which the minutes are shown. */
  readonly language: Language;
}

/** What the page around the minutes shows to this reader. */
export interface MinutesView extends MinutesVisit {
  /** Whether the reader is one of those whom minutes may name. */
  readonly mayBeNamed: boolean;
  readonly named: NameAnswer;
  /** Whether the reader may ask for corrections. */
  readonly corrects: boolean;
  /** How many corrections wait; for organisers. */
  readonly waiting: number;
}

type Answer = Response | Promise<Response>;

/**
 * Handles a route of a gathering's minutes: for everyone once they are published; before, for organisers, and from when people were told of
 * the draft for whoever takes part or is on the list.
 */
export function visitingMinutes(application: Application, answer: (visit: MinutesVisit) => Answer) {
  return visiting(application, async (visit) => {
    const { gathering, standing, c } = visit;
    const { read, origin, clock } = application;
    const found = await readMinutes({ read, origin, now: clock() }, gathering);
    if (found.standing === "not-yet") return missing(c, "not-held-yet");
    if (!(await mayRead(visit, found)))
      return standing.personId === undefined ? signInFirst(c) : forbidden(c, "only-participants");
    const asked = found.languages.find((one) => one === c.req.query("language"));
    const own = found.languages.find((one) => one === c.var.t.language);
    return answer({ visit, found, language: asked ?? own ?? found.languages[0] ?? "en" });
  });
}

/** Reads what the page around the minutes needs. */
export async function readMinutesView(asked: MinutesVisit): Promise<MinutesView> {
  const { visit, found } = asked;
  const { application, gathering, standing } = visit;
  const { read } = application;
  const { personId, organises } = standing;
  const came = personId !== undefined && (await takesPart(read, gathering.id, personId));
  return {
    ...asked,
    mayBeNamed: came || organises,
    named: (personId === undefined ? undefined : await nameAnswerOf(read, gathering.id, personId)) ?? "not-named",
    corrects: found.standing !== "draft" && !organises && (await readsDraft(read, gathering, standing)),
    waiting: organises ? (await correctionsIn(read, gathering.id, "waits")).length : 0,
  };
}

/** Where the minutes of a gathering are. */
export function minutesPath(gathering: GatheringVisit["gathering"]): string {
  return `${gatheringPath(gathering)}/minutes`;
}

async function mayRead({ application, gathering, standing }: GatheringVisit, found: ReadMinutes): Promise<boolean> {
  if (found.standing === "published" || standing.organises) return true;
  return found.standing !== "draft" && readsDraft(application.read, gathering, standing);
}
