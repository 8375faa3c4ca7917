import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { signInCode } from "../accounts/model/sign-in-code.ts";
import { processLog, type ProcessLog } from "./process-log.ts";
import { newToken } from "./secrets/token.ts";

function logged(use: (log: ProcessLog) => void): string {
  const lines: string[] = [];
  const clock = () => Temporal.Instant.from("2027-02-01T10:00:00.123456Z");
  use(processLog((line) => lines.push(line), clock));
  return lines.join("\n");
}

function fields(use: (log: ProcessLog) => void): Record<string, unknown> {
  return JSON.parse(logged(use)) as Record<string, unknown>;
}

test("a line names the instant, the event and its facts", () => {
  expect(fields((log) => log.note("job-failed", { kind: "notices/send", attempt: 2 }))).toEqual({
    at: "2027-02-01T10:00:00.123Z",
    event: "job-failed",
    kind: "notices/send",
    attempt: 2,
  });
});

test("an error is told by its class, its code and the place in our source", () => {
  const cause = Object.assign(new TypeError("no such thing"), { code: "E_NOTHING" });
  const line = fields((log) => log.failure("bug", cause));

  expect(line).toMatchObject({ cause: "TypeError", code: "E_NOTHING", message: "no such thing" });
  expect(line["where"]).toContain("src/kernel/process-log.test.ts");
});

test("what an operator needs to find a thing goes through", () => {
  const id = "0190d3a2-7c44-7c3e-9f1a-2b3c4d5e6f70";
  const facts = {
    id,
    key: `${id}/000000000012`,
    reminder: `${id}:reminder:1`,
    route: "/gatherings/:id/answers",
    host: "social.example",
    reference: "a1b2c3d4e5",
    reason: "your server cannot be reached",
    doing: "acting on an activity",
    status: "503",
  };
  expect(fields((log) => log.note("looked", facts))).toMatchObject(facts);
  const bug = new Error(`nobody does jobs of the kind notices/send (gathering ${id}, attempt 3)`);
  expect(fields((log) => log.failure("bug", bug))).toMatchObject({ message: bug.message });
  const engine = new Error("UNIQUE constraint failed: receipts.key");
  expect(fields((log) => log.failure("bug", engine))).toMatchObject({ message: engine.message });
});

test("of an address on another server its origin is told, not who or what it names", () => {
  const line = fields((log) => log.note("inbox-refused", { from: "https://social.example/users/ana#main-key" }));
  expect(line["from"]).toBe("https://social.example/…");
});

test("what an error quotes is what somebody sent, and is not told", () => {
  const causes = [
    () => JSON.parse("I object, and here is why") as unknown,
    () => Temporal.Instant.from("ana at social dot example"),
    () => {
      throw new Error('duplicate key: Key (address)=(ana@post.example) has the value "my private words"');
    },
  ];
  const lines = causes.map((fail) =>
    logged((log) => {
      try {
        fail();
      } catch (cause) {
        log.failure("bug", cause);
      }
    }),
  );
  expect(lines.join("\n")).not.toMatch(/object|social|ana|private/);
});

const secret = fc.oneof(
  fc.constantFrom(
    "ana@post.example",
    "ben.b+koinon@mail.post.example",
    "@ana@social.example",
    "ana.b@xn--mnchen-3ya.example",
  ),
  fc.constantFrom("192.0.2.17", "2001:db8::17", "482913", "+390612345678"),
  fc.array(fc.nat(255), { minLength: 8, maxLength: 8 }).map(signInCode),
  fc.uint8Array({ minLength: 16, maxLength: 48 }).map((octets) => Buffer.from(octets).toString("base64url")),
  fc.uint8Array({ minLength: 16, maxLength: 32 }).map((octets) => Buffer.from(octets).toString("hex")),
);
const around = fc.constantFrom(
  (one: string) => one,
  (one: string) => `no session for ${one} here`,
  (one: string) => `the token (${one}), it seems, is gone.`,
  (one: string) => `token=${one}`,
  (one: string) => `https://gather.example/sign-in/link?token=${encodeURIComponent(one)}`,
  (one: string) => `https://gather.example/in/${one}`,
  (one: string) => `https://${encodeURIComponent(one)}:x@gather.example/`,
  (one: string) => `"${one}`,
  (one: string) => `Key (email)=(${one}) already exists`,
);

test("no token, code, address or handle is in any line, wherever it stands", () => {
  fc.assert(
    fc.property(secret, around, (planted, put) => {
      const line = logged((log) => {
        log.note("noted", { fact: put(planted) });
        log.failure("failed", Object.assign(new Error(put(planted)), { name: put(planted), code: put(planted) }), {
          key: put(planted),
        });
      });
      expect(line).not.toContain(planted);
      expect(line).not.toContain(encodeURIComponent(planted));
    }),
    { numRuns: 3_000 },
  );
});

test("a token of this very program is in no line, even in many pieces of text", () => {
  const tokens = Array.from({ length: 200 }, () => newToken()).concat(randomBytes(32).toString("hex"));
  const line = logged((log) => {
    for (const token of tokens) log.failure("failed", new Error(`${token} ${token}`), { token, path: `/in/${token}` });
  });
  expect(tokens.filter((token) => line.includes(token))).toEqual([]);
});

test("a very long text makes a short line, quickly", () => {
  const began = performance.now();
  const line = logged((log) => log.failure("failed", new Error(`${"a'\"`(".repeat(100_000)} ${"x-".repeat(100_000)}`)));
  expect(performance.now() - began).toBeLessThan(500);
  expect(line.length).toBeLessThan(1_000);
});
