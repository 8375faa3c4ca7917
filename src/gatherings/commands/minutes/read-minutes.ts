import { describePeople } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isLanguage, type Language } from "../../../kernel/i18n/language.ts";
import { linesOf, type FeedbackKind } from "../../model/feedback/feedback.ts";
import { minutesStanding, type Minutes, type MinutesStanding } from "../../model/minutes/minutes.ts";
import type { MinutesContent, NamedPerson, PrintedCorrection, PromisedLine } from "../../model/minutes/sections.ts";
import { commitmentsIn } from "../../store/commitments/commitments.read.ts";
import { feedbackOf } from "../../store/feedback/feedback.read.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { correctionsIn, minutesOf, namedPeople } from "../../store/minutes/minutes.read.ts";
import { gatherRecord } from "./gather-record.ts";

/** A gathering's minutes as they stand: composed anew while they are a draft, as published afterwards. */
export interface ReadMinutes {
  readonly minutes: Minutes;
  readonly standing: MinutesStanding;
  /** The languages they come out in, the first one first. */
  readonly languages: readonly Language[];
  /** What they say, in one of these languages. */
  contentIn(language: Language): MinutesContent;
}

/**
 * Reads a gathering's minutes. Names stand in them only as long as those who bear them consent, and so do corrections' writers; what was
 * published otherwise stays as it was.
 */
export async function readMinutes(
  { read, origin, now }: { readonly read: Database; readonly origin: URL; readonly now: Temporal.Instant },
  gathering: Gathering,
): Promise<ReadMinutes> {
  const minutes = await minutesOf(read, gathering.id);
  const named = await namedIn(read, gathering.id);
  const shared = {
    record: minutes.record ?? (await gatherRecord(read, gathering)),
    named: [...named.values()],
    commitments: await promisedAt(read, gathering.id, named),
    ...(await feedbackIn(read, gathering.id)),
    handle: `@${gathering.handle}@${origin.host}`,
    page: new URL(`/gatherings/${gathering.id}`, origin).href,
    corrections: await printedIn(read, gathering, named),
  };
  return {
    minutes,
    standing: minutesStanding(minutes, gathering.state, now),
    languages: languagesOf(minutes, gathering),
    contentIn: (language) => ({ ...shared, foreword: forewordIn(minutes, language) }),
  };
}

/** The languages that minutes come out in; their gathering's own where nobody chose. */
function languagesOf({ languages }: Minutes, { language }: Pick<Gathering, "language">): readonly Language[] {
  const chosen = languages.filter(isLanguage);
  if (chosen.length > 0) return chosen;
  const [primary = ""] = language.split("-");
  return [isLanguage(primary) ? primary : "en"];
}

/** The foreword in a language, else in the first one it was written in. */
function forewordIn({ forewords, languages }: Minutes, language: string): string {
  const written = (one: string) => (Object.hasOwn(forewords, one) ? (forewords[one] ?? "") : "");
  return written(language) || (languages.map(written).find((text) => text !== "") ?? "");
}

async function namedIn(read: Database, gatheringId: string): Promise<ReadonlyMap<string, NamedPerson>> {
  const people = await namedPeople(read, gatheringId);
  const described = await describePeople(read, people);
  return new Map(
    people.flatMap((id) => {
      const person = described.get(id);
      return person?.name === undefined ? [] : [[id, { name: person.name, handle: person.handle ?? "" }] as const];
    }),
  );
}

/** What was promised at a gathering and not given up, with its owner by name only where they want to be named. */
async function promisedAt(
  read: Database,
  gatheringId: string,
  named: ReadonlyMap<string, NamedPerson>,
): Promise<readonly PromisedLine[]> {
  const promised = [
    ...(await commitmentsIn(read, gatheringId, "accepted", mostPromised)),
    ...(await commitmentsIn(read, gatheringId, "done", mostPromised)),
  ];
  return promised.map(({ what, due, ownerId }) => ({
    what,
    due: due.toString(),
    owner: named.get(ownerId),
  }));
}

const mostPromised = 100;

async function feedbackIn(read: Database, gatheringId: string) {
  const all = await feedbackOf(read, gatheringId);
  const shown = all.filter(({ hiddenReason }) => hiddenReason === undefined);
  const of = (kind: FeedbackKind) => shown.filter((one) => one.kind === kind).flatMap(({ text }) => linesOf(text));
  const hidden = all.flatMap(({ hiddenReason }) => (hiddenReason === undefined ? [] : [hiddenReason]));
  return { plus: of("plus"), delta: of("delta"), hidden };
}

async function printedIn(
  read: Database,
  gathering: Gathering,
  named: ReadonlyMap<string, NamedPerson>,
): Promise<readonly PrintedCorrection[]> {
  const printed = await correctionsIn(read, gathering.id, "printed");
  return printed.map(({ text, settledAt, sentAt, writerId, byOrganisers }) => ({
    at: (settledAt ?? sentAt).toString(),
    by: writerId === undefined ? undefined : named.get(writerId),
    byOrganisers,
    text,
  }));
}
