import { expect, test } from "vitest";
import { processLog } from "./process-log.ts";

function logged(use: (log: ReturnType<typeof processLog>) => void): string {
  const lines: string[] = [];
  use(
    processLog(
      (line) => lines.push(line),
      () => Temporal.Instant.from("2027-02-01T10:00:00.123456Z"),
    ),
  );
  return lines.join("\n");
}

test("a line names the instant, the event and its facts", () => {
  const line = logged((log) => log.note("job-failed", { kind: "notices/send", attempt: 2 }));
  expect(JSON.parse(line)).toEqual({
    at: "2027-02-01T10:00:00.123Z",
    event: "job-failed",
    kind: "notices/send",
    attempt: 2,
  });
});

test("tokens and e-mail addresses are in no line, neither as facts nor in the message of an error", () => {
  const token = "q3xj0Zb1mB0yP5cJm2h6kq9n8s7d6f5g4h3j2k1l0zX";
  const cause = new Error(`no session for ${token} of ana@mail.example`);
  const line = logged((log) => {
    log.failure("sign-in-failed", cause, { token });
    log.note("mail", { to: "ben.b@mail.example", path: `/sign-in/link?token=${token}` });
  });
  expect(line).not.toContain(token);
  expect(line).not.toContain("mail.example");
});

test("an error is told by its class, its code and its place", () => {
  const cause = Object.assign(new TypeError("no such thing"), { code: "E_NOTHING" });
  const line = JSON.parse(logged((log) => log.failure("bug", cause))) as Record<string, unknown>;
  expect(line).toMatchObject({ cause: "TypeError", code: "E_NOTHING", message: "no such thing" });
  expect(line["where"]).toContain("process-log.test");
});
