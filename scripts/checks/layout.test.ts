import { expect, test } from "vitest";
import { emptyName, outsideItsRoom } from "./layout.ts";

test("a file in a room of its capability, or one of its doors, lies well", () => {
  for (const file of [
    "src/gatherings/model/slot.ts",
    "src/gatherings/commands/rsvp/answer.ts",
    "src/gatherings/index.ts",
  ]) {
    expect(outsideItsRoom(file)).toEqual([]);
  }
});

test("a room that is not on the list is found, and a file in no room", () => {
  expect(outsideItsRoom("src/gatherings/lib/slot.ts")).toHaveLength(1);
  expect(outsideItsRoom("src/gatherings/slot.ts")).toHaveLength(1);
});

test("the kernel, the interface and the composition have rooms of their own", () => {
  expect(outsideItsRoom("src/kernel/jobs/lease.ts")).toEqual([]);
  expect(outsideItsRoom("src/ui/layout.tsx")).toEqual([]);
});

test("a name that says nothing is found, a name that begins like one is not", () => {
  expect(emptyName("src/ui/utils.ts")).toHaveLength(1);
  expect(emptyName("src/kernel/jobs/helper.test.ts")).toHaveLength(1);
  expect(emptyName("src/main/data-folder.ts")).toEqual([]);
});
