import type { Translator } from "../../../kernel/i18n/translator.ts";
import { endOfRule, shapeOf, type RuleShape } from "../../model/series/rule-shape.ts";
import type { Series } from "../../model/series/series.ts";

/** A Monday, for the names of days. */
const monday = Temporal.PlainDate.from("2027-02-01");

/** How often a series recurs, in the reader's words: "every 2 weeks on Thursday, until 1 April 2027". */
export function ruleInWords(t: Translator, series: Pick<Series, "rule" | "start">): string {
  const { count, until } = endOfRule(series.rule);
  const often = shapeInWords(t, shapeOf(series.rule, series.start), series.rule);
  if (count !== undefined) return t("gatherings.series.rule.count", { often, count });
  return until === undefined ? often : t("gatherings.series.rule.until", { often, date: t.date(until) });
}

/** The name of a day of the week, 1 for Monday. */
function dayName(t: Translator, day: number): string {
  return t.weekday(monday.add({ days: day - 1 }));
}

/** How often, without when it ends. */
export function shapeInWords(t: Translator, shape: RuleShape, rule: string): string {
  switch (shape.kind) {
    case "days":
      return t("gatherings.series.rule.days", { every: shape.every });
    case "weeks":
      return t("gatherings.series.rule.weeks", {
        every: shape.every,
        days: t.list(shape.days.map((day) => dayName(t, day))),
      });
    case "month-weekday":
      return t("gatherings.series.rule.month-weekday", {
        every: shape.every,
        nth: String(shape.nth),
        day: dayName(t, shape.day),
      });
    case "month-day":
      return t("gatherings.series.rule.month-day", { every: shape.every, day: shape.day });
    case "other":
      return t("gatherings.series.rule.other", { rule });
  }
}
