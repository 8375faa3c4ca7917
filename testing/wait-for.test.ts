import { describe, expect, it } from "vitest";
import { waitFor } from "./wait-for.ts";

describe("waiting for a foreign program", () => {
  it("gives what was found once it is there", async () => {
    let looks = 0;
    const found = await waitFor("the third look", () => (++looks === 3 ? "here" : undefined), { intervalMs: 1 });
    expect(found).toBe("here");
    expect(looks).toBe(3);
  });

  it("takes 0 and the empty text for found", async () => {
    expect(await waitFor("a count", () => 0)).toBe(0);
    expect(await waitFor("a text", () => "")).toBe("");
  });

  it("gives up with what was awaited, the diagnosis and the last error", async () => {
    const broken = () => {
      throw new Error("connection refused");
    };
    const waiting = waitFor("the poll is shown", broken, {
      deadlineMs: 5,
      intervalMs: 1,
      diagnose: () => "log: empty",
    });
    await expect(waiting).rejects.toThrow("waited 5 ms in vain: the poll is shown\nlog: empty");
    await expect(waiting).rejects.toHaveProperty("cause.message", "connection refused");
  });
});
