import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { isTimeZone } from "../base/time.ts";
import { windowsZoneNames, zoneOfWindows } from "./windows-zones.ts";

/** The same names as another program knows them, which took them over by itself. */
function namesElsewhere(): Readonly<Record<string, { readonly iana: readonly string[] }>> {
  const path = createRequire(import.meta.url).resolve("node-ical/windowsZones.json");
  return JSON.parse(readFileSync(path, "utf8")) as ReturnType<typeof namesElsewhere>;
}

test("each name of Windows is the zone that another reader of calendars takes it for", () => {
  const elsewhere = namesElsewhere();
  const unlike = windowsZoneNames.filter((name) => {
    const [other = ""] = elsewhere[name]?.iana ?? [];
    const own = zoneOfWindows(name) ?? "";
    return !isTimeZone(own) || !sameZone(own, other);
  });
  expect(unlike).toEqual([]);
  expect(windowsZoneNames.length).toBeGreaterThan(40);
});

test("a name that Windows does not give is no zone", () => {
  expect(zoneOfWindows("Customized Time Zone")).toBeUndefined();
  expect(zoneOfWindows(" W. Europe Standard Time ")).toBe("Europe/Berlin");
});

/** Whether it is the same zone, perhaps by its older name. */
function sameZone(one: string, other: string): boolean {
  const [first, second] = [one, other].map((zone) =>
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone),
  );
  return first !== undefined && second !== undefined && first.equals(second);
}
