import { expect, test } from "vitest";
import { isTimeZone } from "../kernel/base/time.ts";
import { placeOfZone, presentZone, zones } from "./zones.ts";

test("every zone offered is one that the program can tell times in, once", () => {
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.length).toBeGreaterThan(400);
});

test("zones are offered by the names their people use today", () => {
  expect(zones).toEqual(expect.arrayContaining(["Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Buenos_Aires"]));
  expect(zones).not.toContain("Asia/Calcutta");
  expect(presentZone("Europe/Rome")).toBe("Europe/Rome");
  expect(placeOfZone("Asia/Saigon")).toBe("Asia/Ho Chi Minh");
});
