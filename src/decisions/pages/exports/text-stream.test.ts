import { expect, test } from "vitest";
import { textStream } from "./text-stream.ts";

function watched() {
  const told: string[] = [];
  let made = 0;
  async function* pieces() {
    try {
      for (;;) {
        made += 1;
        yield "x".repeat(10_000);
      }
    } finally {
      told.push("stopped");
    }
  }
  const watch = { begins: () => void told.push("begins"), ends: () => void told.push("ends") };
  return { told, stream: textStream(pieces(), watch), made: () => made };
}

test("a text is made no faster than it is read, and no more of it once the reader has gone", async () => {
  const { told, stream, made } = watched();
  const reader = stream.getReader();
  await reader.read();
  expect(made()).toBe(2);
  await reader.cancel();
  expect(made()).toBe(2);
  expect(told).toEqual(["begins", "ends", "stopped"]);
});

test("a text of which nobody reads anything never begins", async () => {
  const { told, stream } = watched();
  await stream.cancel();
  expect(told).not.toContain("begins");
});

test("a text that breaks off ends, and says so to its reader", async () => {
  const told: string[] = [];
  async function* broken(): AsyncGenerator<string> {
    yield "x".repeat(20_000);
    throw new Error("the database is gone");
  }
  const watch = { begins: () => void told.push("begins"), ends: () => void told.push("ends") };
  await expect(new Response(textStream(broken(), watch)).text()).rejects.toThrow("the database is gone");
  expect(told).toEqual(["begins", "ends"]);
});
