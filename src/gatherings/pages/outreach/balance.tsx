import { Bars } from "../../../ui/components/bars.tsx";
import type { Share } from "../../model/outreach/target.ts";
import type { BoardView } from "./board-view.ts";

/** So many bars one drawing has; the rest are put together. */
const mostBars = 10;

/** From how many countries, in how many languages and of what size those are who are reached out to, each as bars with its table. */
export function BalanceDrawn({ view }: { readonly view: BoardView }) {
  const { t } = view.visit.c.var;
  const { countries, languages, sizes } = view.balance;
  const unknown = t("gatherings.outreach.unknown");
  const draw = (what: "countries" | "languages" | "sizes", shares: readonly Share[], name: (of: string) => string) => (
    <Bars
      t={t}
      id={`balance-${what}`}
      title={t(`gatherings.outreach.balance-of.${what}`)}
      subject={t(`gatherings.outreach.subject.${what}`)}
      parts={[t("gatherings.outreach.targets")]}
      bars={folded(shares, t("gatherings.outreach.others")).map(([of, targets]) => ({
        label: of === "" ? unknown : name(of),
        counts: [targets],
      }))}
    />
  );
  const others = t("gatherings.outreach.others");
  return (
    <>
      {draw("countries", countries, (of) => (of === others ? of : t.countryName(of)))}
      {draw("languages", languages, (of) => (of === others ? of : t.languageName(of)))}
      {draw("sizes", sizes, (of) => t(`gatherings.outreach.size.${of}`))}
    </>
  );
}

function folded(shares: readonly Share[], others: string): readonly Share[] {
  if (shares.length <= mostBars) return shares;
  const rest = shares.slice(mostBars - 1).reduce((sum, [, targets]) => sum + targets, 0);
  return [...shares.slice(0, mostBars - 1), [others, rest]];
}
