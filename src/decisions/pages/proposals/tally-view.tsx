import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Bars } from "../../../ui/components/bars.tsx";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { saidWords } from "../../methods/outcome-words.ts";
import type { Row, Stage, Tally } from "../../methods/method.ts";
import { noneOfThese } from "../../model/counting/choices.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

interface TallyProps {
  readonly t: Translator;
  readonly proposal: Proposal;
  readonly names: readonly string[];
  readonly tally: Tally;
}

/** A count: its last stage as bars where it is plain numbers, and every stage in words and as a table. */
export function TallyView({ t, proposal, names, tally }: TallyProps) {
  const last = tally.stages.at(-1);
  if (last === undefined || tally.ballots === 0) return null;
  return (
    <>
      <StageBars t={t} proposal={proposal} names={names} stage={last} />
      <Details summary={t("decisions.tally.how", { stages: tally.stages.length })}>
        <ol class="stage-list">
          {tally.stages.map((stage, place) => (
            <li>
              <StageInWords t={t} proposal={proposal} names={names} stage={stage} place={place} />
            </li>
          ))}
        </ol>
      </Details>
    </>
  );
}

interface StageProps extends Omit<TallyProps, "tally"> {
  readonly stage: Stage;
}

/** Bars of the first column, for stages whose first column is whole numbers of options; "none of these" stands among them. */
function StageBars({ t, names, stage }: StageProps) {
  const bars = stage.rows.flatMap(({ of, cells }) => {
    const count = Number(cells[0] ?? "");
    const isRival = "place" in of || of.key === noneOfThese;
    return isRival && Number.isFinite(count) ? [{ label: rowName(t, names, { of }), counts: [count] }] : [];
  });
  const [column] = stage.columns;
  if (bars.length === 0 || column === undefined || !("key" in column)) return null;
  return (
    <Bars
      t={t}
      id="tally"
      title={t("decisions.tally.title")}
      subject={t("decisions.tally.option")}
      parts={[t(column.key)]}
      bars={bars}
    />
  );
}

function StageInWords({ t, proposal, names, stage, place }: StageProps & { readonly place: number }) {
  const columns = [
    { label: t("decisions.tally.option") },
    ...stage.columns.map((column) => ({
      label: "key" in column ? t(column.key) : (names[column.place] ?? ""),
      numeric: true,
    })),
  ];
  return (
    <>
      {stage.said.map((said) => (
        <p>{saidWords(proposal, said, t)}</p>
      ))}
      <DataTable
        t={t}
        caption={t("decisions.tally.stage", { stage: place + 1 })}
        columns={columns}
        rows={stage.rows.map((row) => [rowName(t, names, row), ...row.cells])}
      />
    </>
  );
}

function rowName(t: Translator, names: readonly string[], { of, standing }: Pick<Row, "of" | "standing">): string {
  const name = "place" in of ? (names[of.place] ?? "") : t(of.key);
  return standing === undefined ? name : t(`decisions.tally.standing.${standing}`, { name });
}
