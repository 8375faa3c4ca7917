import { isTimeZone } from "../../../kernel/base/time.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import type { FormInput } from "../../../ui/form-input.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { SlotRange } from "../../model/slots.ts";

/** What an organiser says of where to look for times: names of the fields in the address, with what holds before anybody types. */
export function proposedRange(now: Temporal.Instant, zone: string): Readonly<Record<RangeField, string>> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return {
    first: today.add({ days: 10 }).toString(),
    last: today.add({ days: 23 }).toString(),
    earliest: "09:00",
    latest: "21:00",
    step: "60",
    length: "60",
    zone,
    zones: "",
  };
}

/** The fields of the form by which an organiser looks for times. */
export type RangeField = "first" | "last" | "earliest" | "latest" | "step" | "length" | "zone" | "zones";

/** Where to look, and for whom besides those on the list. */
export interface SearchRange {
  readonly range: SlotRange;
  /** Zones that the organiser adds, such as those of people still to be invited. */
  readonly added: readonly string[];
}

/** A field of the range that cannot be read. */
export interface RangeUnreadable extends AnyRefusal {
  readonly kind: "unreadable-date" | "unreadable-time" | "unreadable-number" | "unknown-time-zone";
  readonly field: RangeField;
}

/** Reads the range as it stands in the address, with what was proposed for fields that are not there. */
export function readRange(
  typed: FormInput,
  proposed: Readonly<Record<RangeField, string>>,
): Result<SearchRange, RangeUnreadable> {
  const said = (field: RangeField) => (typed[field] === undefined ? proposed[field] : textOf(typed, field));
  const [firstDay, lastDay] = [plainDate(said("first")), plainDate(said("last"))];
  if (firstDay === undefined) return refused({ kind: "unreadable-date", field: "first" });
  if (lastDay === undefined) return refused({ kind: "unreadable-date", field: "last" });
  const [earliestStart, latestStart] = [plainTime(said("earliest")), plainTime(said("latest"))];
  if (earliestStart === undefined) return refused({ kind: "unreadable-time", field: "earliest" });
  if (latestStart === undefined) return refused({ kind: "unreadable-time", field: "latest" });
  const [stepMinutes, lengthMinutes] = [Number(said("step")), Number(said("length"))];
  if (!Number.isInteger(stepMinutes)) return refused({ kind: "unreadable-number", field: "step" });
  if (!Number.isInteger(lengthMinutes) || lengthMinutes < 5)
    return refused({ kind: "unreadable-number", field: "length" });
  const zone = said("zone");
  if (!isTimeZone(zone)) return refused({ kind: "unknown-time-zone", field: "zone" });
  const added = said("zones")
    .split(/[\s,;]+/)
    .filter((name) => name !== "");
  if (!added.every(isTimeZone)) return refused({ kind: "unknown-time-zone", field: "zones" });
  return accepted({
    range: { firstDay, lastDay, earliestStart, latestStart, stepMinutes, lengthMinutes, zone },
    added: added.slice(0, 20),
  });
}

function plainDate(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function plainTime(text: string): Temporal.PlainTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(text) ? Temporal.PlainTime.from(text) : undefined;
}
