import type { Place, Row, Said, Stage, Tie } from "../../methods/method.ts";
import { fixedText } from "./fixed-point.ts";
import { wholeVote, type Transfers } from "./transfer-state.ts";

/** What a stage of counting by transfers does after its table. */
export type Doing =
  | { readonly did: "nothing"; readonly tie?: undefined }
  | { readonly did: "filled"; readonly filled: readonly Place[]; readonly tie?: undefined }
  | {
      readonly did: "transferred" | "excluded";
      readonly option: Place;
      readonly by: Tie["by"] | undefined;
      readonly tied: readonly Place[];
      readonly tie: readonly Tie[];
    };

/** What is done in a stage, who reached the quota in it, and whose order among those elected is not one of votes. */
type Told = Doing & { readonly reached?: readonly Place[]; readonly named?: readonly Tie[] };

/** The table of a stage, and what is done in it. */
export function tellTransferStage(counting: Transfers, doing: Told): Stage {
  const { votes, excluded, elected, papers, notTransferable } = counting;
  const rows = Array.from(votes, (votes, place): Row => {
    const isOut = excluded[place] === 1 || (doing.did === "excluded" && doing.option === place);
    const row = { of: { place }, cells: [excluded[place] === 1 ? "" : fixedText(votes, 5)] };
    if (elected.includes(place)) return { ...row, standing: "elected" };
    return isOut ? { ...row, standing: "out" } : row;
  });
  const lost = papers * wholeVote - votes.reduce((sum, votes) => sum + votes, 0) - notTransferable;
  rows.push({ of: { key: "decisions.method.ranked.row.not-transferable" }, cells: [fixedText(notTransferable, 5)] });
  rows.push({ of: { key: "decisions.method.ranked.row.cut-off" }, cells: [fixedText(lost, 5)] });
  return { said: sentences(counting, doing), columns: [{ key: "decisions.method.ranked.column.votes" }], rows };
}

function sentences(counting: Transfers, doing: Told): readonly Said[] {
  const { papers, seats, quota, history } = counting;
  if (papers === 0) return [{ key: "decisions.method.ranked.said.no-preferences" }];
  const { reached = [], named = [] } = doing;
  const quotaText = fixedText(quota, 5);
  return [
    ...(history.length === 0
      ? [
          {
            key: "decisions.method.scottish-stv.said.quota",
            values: { ballots: papers, seats, quota: quota / wholeVote },
          },
        ]
      : []),
    ...(reached.length > 0
      ? [
          {
            key: "decisions.method.ranked.said.reached",
            values: { quota: quotaText, reached: reached.length },
            places: { options: reached },
          },
        ]
      : []),
    ...doingSentences(counting, doing),
    ...named.map(({ preferred }) => ({
      key: "decisions.method.ranked.said.named-by-lot",
      places: { tied: preferred },
    })),
  ];
}

function doingSentences({ votes, quota }: Transfers, doing: Doing): readonly Said[] {
  if (doing.did === "nothing") return [];
  if (doing.did === "filled") {
    const places = { options: doing.filled };
    return [{ key: "decisions.method.ranked.said.filled", values: { filled: doing.filled.length }, places }];
  }
  const places = { option: [doing.option] };
  const held = votes[doing.option] ?? 0;
  const tied = { ...places, tied: doing.tied };
  const surplus = { surplus: fixedText(held - quota, 5), votes: fixedText(held, 5) };
  const said =
    doing.did === "transferred"
      ? { key: "decisions.method.scottish-stv.said.surplus", values: surplus, places }
      : { key: "decisions.method.ranked.said.excluded", values: { votes: fixedText(held, 5) }, places };
  const earlier =
    doing.did === "transferred"
      ? "decisions.method.ranked.said.surplus-by-earlier-stage"
      : "decisions.method.ranked.said.tie-by-earlier-stage";
  return [
    ...(doing.by === "earlier-stage" ? [{ key: earlier, places: tied }] : []),
    ...(doing.by === "lot" ? [{ key: "decisions.method.ranked.said.tie-by-lot", places: tied }] : []),
    said,
  ];
}
