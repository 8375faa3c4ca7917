import type { AgendaLine, DecisionLine, HeldPart, MinutesRecord } from "./record.ts";

/** A sentence as data: a message's key with its values. `start` and the like are instants; `clock` shows the time of day alone. */
export interface Said {
  readonly key: string;
  readonly values: Readonly<Record<string, SaidValue>>;
}

export type SaidValue =
  | string
  | number
  | { readonly instant: string }
  | { readonly clock: string }
  | { readonly brief: string }
  | { readonly day: string }
  | { readonly list: readonly { readonly instant: string }[] };

/** A piece of a section. */
export type MinutesPart =
  | { readonly kind: "line"; readonly said: Said }
  | { readonly kind: "list"; readonly items: readonly Said[] }
  | { readonly kind: "heading"; readonly said: Said }
  /** Markdown, as somebody wrote it. */
  | { readonly kind: "text"; readonly text: string };

/** A part of the minutes under a heading of its own. */
export interface MinutesSection {
  readonly id:
    | "foreword"
    | "when"
    | "who"
    | "agenda"
    | "notes"
    | "decisions"
    | "commitments"
    | "feedback"
    | "links"
    | "corrections";
  readonly heading: Said;
  readonly parts: readonly MinutesPart[];
}

/** Somebody who wants to be named. */
export interface NamedPerson {
  readonly name: string;
  /** Empty for somebody known by e-mail alone. */
  readonly handle: string;
}

/** A correction that stands beneath the minutes. */
export interface PrintedCorrection {
  readonly at: string;
  /** Undefined for one whose writer does not want to be named. */
  readonly by: NamedPerson | undefined;
  readonly byOrganisers: boolean;
  readonly text: string;
}

/** What somebody promised. */
export interface PromisedLine {
  readonly what: string;
  /** The day by whose end it is to be done, as ISO 8601. */
  readonly due: string;
  readonly owner: NamedPerson | undefined;
}

/** Everything that minutes say. */
export interface MinutesContent {
  readonly record: MinutesRecord;
  /** Markdown in the language they are read in; empty where nobody wrote one. */
  readonly foreword: string;
  readonly named: readonly NamedPerson[];
  readonly commitments: readonly PromisedLine[];
  readonly plus: readonly string[];
  readonly delta: readonly string[];
  /** Why organisers hide what somebody said, for each that they hide. */
  readonly hidden: readonly string[];
  readonly handle: string;
  readonly page: string;
  /** Oldest first. */
  readonly corrections: readonly PrintedCorrection[];
}

/**
 * The minutes as data, from which page, post and file are made alike: what one of them says, all say. Sections about nothing are left out.
 */
export function minutesSections(content: MinutesContent): readonly MinutesSection[] {
  const { record, foreword } = content;
  const several = record.sessions.length > 1;
  const sections: readonly MinutesSection[] = [
    section("foreword", foreword === "" ? [] : [{ kind: "text", text: foreword }]),
    section("when", [list(record.sessions.map(whenLine))]),
    section("who", whoParts(content)),
    section("agenda", agendaParts(record, several)),
    section("notes", notesParts(record)),
    section("decisions", [list(record.decisions.map(decisionLine))]),
    section("commitments", [list(content.commitments.map(commitmentLine))]),
    section("feedback", feedbackParts(content)),
    section("links", [{ kind: "text", text: `<${content.page}>\n\`${content.handle}\`` }]),
    section("corrections", content.corrections.flatMap(correctionParts)),
  ];
  return sections.filter(({ parts }) => parts.some((part) => part.kind !== "list" || part.items.length > 0));
}

function section(id: MinutesSection["id"], parts: readonly MinutesPart[]): MinutesSection {
  return { id, heading: { key: `gatherings.minutes.section.${id}`, values: {} }, parts };
}

function said(what: string, values: Said["values"]): Said {
  return { key: `gatherings.minutes.line.${what}`, values };
}

function line(what: string, values: Said["values"] = {}): MinutesPart {
  return { kind: "line", said: said(what, values) };
}

function heading(what: string, values: Said["values"] = {}): MinutesPart {
  return { kind: "heading", said: said(what, values) };
}

function list(items: readonly Said[]): MinutesPart {
  return { kind: "list", items };
}

function whenLine({ start, minutes }: HeldPart): Said {
  return said("when", { start: { instant: start }, minutes });
}

function whoParts({ record, named }: MinutesContent): readonly MinutesPart[] {
  const servers = record.instances.filter(({ host }) => host !== "").length;
  return [
    line("who", { people: record.people, servers }),
    list(
      record.instances.map(({ host, people }) =>
        host === "" ? said("by-mail", { people }) : said("instance", { host, people }),
      ),
    ),
    ...(named.length === 0
      ? []
      : [
          line("named"),
          list(named.map(({ name, handle }) => said(handle === "" ? "name" : "person", { name, handle }))),
        ]),
    line("names-by-consent"),
  ];
}

function agendaParts({ agenda, sessions }: MinutesRecord, several: boolean): readonly MinutesPart[] {
  if (agenda.length === 0) return [];
  if (sessions.length === 0)
    return [list(agenda.map(({ title, minutes }) => said("block-untimed", { title, minutes })))];
  return sessions.flatMap(({ start }, place) => [
    ...(several ? [heading("session", { start: { brief: start } })] : []),
    ...agendaOf(agenda, start, place),
  ]);
}

/** The times as they were where somebody marked them; of all others it is said that they were planned. */
function agendaOf(agenda: readonly AgendaLine[], start: string, place: number): readonly MinutesPart[] {
  const isMarked = agenda.some(({ ran }) => typeof ran?.[place]?.begun === "string");
  if (isMarked) return [list(agenda.map((block) => ranLine(block, start, place)))];
  const couldBeMarked = agenda.some(({ ran }) => ran !== undefined);
  return [
    list(agenda.map((block) => blockLine("block", block, start))),
    ...(couldBeMarked ? [line("times-as-planned")] : []),
  ];
}

function ranLine(block: AgendaLine, start: string, place: number): Said {
  const { title, minutes, ran } = block;
  const { begun = null, ended = null } = ran?.[place] ?? {};
  if (begun === null) return blockLine("block-not-marked", block, start);
  const values = { begun: { clock: begun }, title, minutes };
  return ended === null ? said("block-begun", values) : said("block-ran", { ...values, ended: { clock: ended } });
}

function blockLine(what: "block" | "block-not-marked", { title, minutes, offset }: AgendaLine, start: string): Said {
  const time = Temporal.Instant.from(start).add({ minutes: offset }).toString();
  return said(what, { time: { clock: time }, title, minutes });
}

function notesParts({ notes }: MinutesRecord): readonly MinutesPart[] {
  return notes.flatMap(({ title, isRemoved, text }) => [
    title === "" ? heading("whole") : heading(isRemoved ? "removed-block" : "notes-of", { title }),
    { kind: "text", text },
  ]);
}

function decisionLine(decision: DecisionLine): Said {
  if (decision.kind === "agenda") {
    return said("agenda-consented", { consents: decision.consents, at: { instant: decision.at } });
  }
  const { starts, reason } = decision;
  const when = { list: starts.map((instant) => ({ instant })) };
  return said(reason === "" ? "dates-chosen" : "dates-chosen-because", { when, reason });
}

function commitmentLine({ what, due, owner }: PromisedLine): Said {
  const promised = { what, due: { day: due } };
  return owner === undefined ? said("promised", promised) : said("promised-by", { ...promised, name: owner.name });
}

function feedbackParts({ plus, delta, hidden }: MinutesContent): readonly MinutesPart[] {
  const words = (all: readonly string[]) => list(all.map((text) => said("said", { text })));
  return [
    ...(plus.length === 0 ? [] : [heading("plus"), words(plus)]),
    ...(delta.length === 0 ? [] : [heading("delta"), words(delta)]),
    list(hidden.map((reason) => said("hidden", { reason }))),
  ];
}

function correctionParts({ at, by, byOrganisers, text }: PrintedCorrection): readonly MinutesPart[] {
  const when = { at: { instant: at } };
  const who = byOrganisers
    ? heading("corrected-by-organisers", when)
    : by === undefined
      ? heading("corrected", when)
      : heading("corrected-by", { ...when, name: by.name, handle: by.handle });
  return [who, { kind: "text", text }];
}
