import { Bars } from "../../src/ui/components/bars.tsx";
import { DataTable } from "../../src/ui/components/data-table.tsx";
import { DefinitionList } from "../../src/ui/components/definition-list.tsx";
import { Empty } from "../../src/ui/components/empty.tsx";
import { FairnessLines } from "../../src/ui/components/fairness-lines.tsx";
import { HeatGrid } from "../../src/ui/components/heat-grid.tsx";
import { History } from "../../src/ui/components/history.tsx";
import { LivePart, LiveParts } from "../../src/ui/components/live-parts.tsx";
import { Notice } from "../../src/ui/components/notice.tsx";
import { Pagination } from "../../src/ui/components/pagination.tsx";
import { Person } from "../../src/ui/components/person.tsx";
import { ProgressLine } from "../../src/ui/components/progress-line.tsx";
import { Details, Section, SectionLinks } from "../../src/ui/components/section.tsx";
import { LinkButton } from "../../src/ui/components/submit.tsx";
import { TimeRange, TimeText } from "../../src/ui/components/time-text.tsx";
import type { Frame } from "../../src/ui/request.ts";
import { ForeignText, UserText } from "../../src/ui/text.tsx";
import type { Amount, SampleWords } from "./sample-words.ts";

interface SampleProps {
  readonly frame: Frame;
  readonly amount: Amount;
  readonly words: SampleWords;
}

/** Everything below the panel: each component once, with as much in it as the amount says. */
export function SampleBody({ frame, amount, words, changes }: SampleProps & { readonly changes: number }) {
  const { t } = frame;
  const names = peopleFor(amount);
  const sections = ["facts", "counts", "members", "voices", "meanings"].map((id) => ({
    id,
    title: words.people + id.length,
  }));
  return (
    <LiveParts source="/live">
      <SectionLinks label={words.kind} sections={sections} />
      <LivePart name="changes" words={`${words.people}: ${t.number(changes)}`}>
        <p>
          {words.people}: {t.number(changes)}
        </p>
      </LivePart>
      <Facts frame={frame} amount={amount} words={words} />
      <Counts frame={frame} amount={amount} words={words} />
      <Section id="members" title={words.people} explained={words.sentence}>
        <DataTable
          t={t}
          caption={words.people}
          columns={[{ label: words.people }, { label: words.place }, { label: words.answers[0] ?? "", numeric: true }]}
          rows={names.map((name, place) => [
            <Person t={t} name={name} handle={handleOf(place)} href="#members" />,
            words.place,
            t.number(place * 1234),
          ])}
          empty={
            <Empty what={words.empty}>
              <LinkButton href="#act">{words.actShort}</LinkButton>
            </Empty>
          }
        />
        <Pagination
          t={t}
          label={words.people}
          position={`${words.people} 51–100`}
          {...(amount === "much" && { previous: "?page=1", next: "?page=3" })}
        />
      </Section>
      <Voices frame={frame} amount={amount} words={words} />
      <Section id="meanings" title={words.note}>
        <Notice t={t} meaning="careful" what={words.sentence} />
        <Notice t={t} meaning="note" what={words.visible} told={words.empty} />
        <Details summary={words.actShort}>
          <p>{words.sentence}</p>
        </Details>
      </Section>
    </LiveParts>
  );
}

function Facts({ frame: { t, now }, amount, words }: SampleProps) {
  const definitions = [
    { term: words.kind, definition: <TimeText t={t} instant={now} organiserZone="America/New_York" /> },
    { term: words.place, definition: <TimeRange t={t} start={now} end={now.add({ minutes: 90 })} /> },
    {
      term: words.people,
      definition: <ProgressLine count={7} needed={11} words={`${t.number(7)} / ${t.number(11)}`} />,
    },
  ];
  return (
    <Section id="facts" title={words.kind}>
      <DefinitionList definitions={amount === "nothing" ? definitions.slice(0, 1) : definitions} />
    </Section>
  );
}

function Counts({ frame: { t, now }, amount, words }: SampleProps) {
  const most = { nothing: 0, little: 3, much: 14 }[amount];
  const slots = Array.from({ length: most }, (_, place) => now.add({ hours: 25 * place }));
  const zones = ["Europe/Rome", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"];
  if (most === 0) {
    return (
      <Section id="counts" title={words.answer}>
        <Empty what={words.empty}>
          <p>{words.sentence}</p>
        </Empty>
      </Section>
    );
  }
  return (
    <Section id="counts" title={words.answer}>
      <HeatGrid
        t={t}
        caption={words.states[1] ?? ""}
        subject={words.kind}
        columns={slots.map((slot) => t.briefDateTime(slot))}
        rows={zones.map((zone, row) => ({
          label: zone.split("/")[1] ?? zone,
          cells: slots.map((_, place) =>
            (row + place) % 7 === 6
              ? undefined
              : {
                  count: (row * 5 + place * 3) % 12,
                  of: 11,
                  night: (row + place) % 3 === 0,
                  chosen: row === 0 && place === 1,
                },
          ),
        }))}
      />
      <Bars
        t={t}
        id="slots"
        title={words.sentence}
        subject={words.kind}
        parts={words.answers}
        bars={slots.map((slot, place) => ({ label: t.briefDateTime(slot), counts: [31 - place * 2, place, 4] }))}
        whole={42}
      />
      <FairnessLines
        t={t}
        title={words.act}
        subject={words.place}
        measure={words.answers[0] ?? ""}
        lines={zones.map((zone, place) => ({
          label: t.zoneName(now, zone),
          share: { numerator: place * 2, denominator: 6 },
          people: `${t.number(place * 2)} / ${t.number(6)}`,
        }))}
      />
    </Section>
  );
}

function Voices({ frame: { t, now }, amount, words }: SampleProps) {
  const names = peopleFor(amount);
  return (
    <Section id="voices" title={words.note}>
      <UserText text={amount === "nothing" ? words.sentence : markdown} />
      <History
        t={t}
        title={words.kind}
        empty={<Empty what={words.empty} />}
        happenings={names.map((name, place) => ({
          at: now.subtract({ hours: place * 7 }),
          what: (
            <>
              <Person t={t} name={name} handle={handleOf(place)} /> {words.happened}
            </>
          ),
          words: place % 2 === 0 ? <ForeignText html={`<p>${words.sentence}</p>`} /> : undefined,
        }))}
      />
    </Section>
  );
}

const markdown = `Read **this** before, please:

- the [charter](https://harbour.example/charter)
- https://a-very-long-host-name-that-never-ends.harbour.example/and/a/very/long/path/that/does/not/end/either?with=query

> We meet as equals.

\`koinon log verify\` says whether the record is whole. A link that lies: [harbour.example](https://elsewhere.example).`;

function peopleFor(amount: Amount): readonly string[] {
  const names = [
    "Ada",
    "Grâce Ñuñez",
    "Emmy",
    "Bartholomäus-Maximilian von und zu Hohenschwangau-Oberlangenstein",
    "ليلى",
    "🌻🌻🌻",
  ];
  if (amount === "nothing") return [];
  return Array.from({ length: amount === "little" ? 3 : 50 }, (_, place) => names[place % names.length] ?? "Ada");
}

function handleOf(place: number): string {
  const hosts = ["social.example", "a-rather-long-name-for-a-server.cooperative.example", "münchen.example"];
  return `person${place}@${hosts[place % hosts.length] ?? "social.example"}`;
}
