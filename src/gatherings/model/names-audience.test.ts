import { expect, test } from "vitest";
import { mayReadNames, namesAudience } from "./names-audience.ts";

const passerBy = { organises: false, isMember: false };
const member = { organises: false, isMember: true };
const organiser = { organises: true, isMember: false };

test("names of participants are as open as the list of members", () => {
  const readers = [passerBy, member, organiser];
  const reads = (memberList: "everyone" | "members" | "stewards") =>
    readers.map((reader) => mayReadNames(namesAudience(memberList), reader));
  expect(reads("everyone")).toEqual([true, true, true]);
  expect(reads("members")).toEqual([false, true, true]);
  expect(reads("stewards")).toEqual([false, false, true]);
});
