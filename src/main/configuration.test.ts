import { expect, test } from "vitest";
import { ConfigurationProblem, readConfiguration } from "./configuration.ts";

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readConfiguration(variables);
    return [];
  } catch (cause) {
    if (cause instanceof ConfigurationProblem) return cause.lines;
    throw cause;
  }
};

test("nothing set is a server on this machine with the embedded database", () => {
  const configuration = readConfiguration({});
  expect(configuration.origin.href).toBe("http://localhost:3000/");
  expect(configuration.database.kind).toBe("sqlite");
  expect(configuration).toMatchObject({
    port: 3000,
    federates: true,
    smtpUrl: undefined,
    allowsPrivateAddresses: false,
  });
});

test("an empty variable is an unset one", () => {
  expect(readConfiguration({ KOINON_ORIGIN: "", PORT: "" }).port).toBe(3000);
});

test("every wrong variable is named at once, with what to write instead", () => {
  const lines = problemsOf({
    PORT: "70000",
    DATABASE_URL: "mysql://x",
    KOINON_FEDERATION: "maybe",
    SMTP_URL: "mail.example",
  });
  const named = ["DATABASE_URL", "KOINON_FEDERATION", "PORT", "SMTP_URL"];
  expect(new Set(lines.map((line) => line.split(":")[0]))).toEqual(new Set(named));
  expect(lines.join("\n")).toContain("1 to 65535");
});

test("an origin has no path", () => {
  expect(problemsOf({ KOINON_ORIGIN: "https://gather.example/koinon" })[0]).toContain("without a path");
});

test("private addresses are reached only by a server that is itself on the loopback", () => {
  const open = { KOINON_ALLOW_PRIVATE_ADDRESSES: "yes" };
  expect(problemsOf({ ...open, KOINON_ORIGIN: "https://gather.example" })).toHaveLength(1);
  expect(problemsOf({ ...open, KOINON_ORIGIN: "http://127.0.0.5:3000" })).toEqual([]);
});

test("trusted proxies are addresses or networks", () => {
  expect(readConfiguration({ KOINON_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8" }).trustedProxies).toEqual([
    "127.0.0.1",
    "10.0.0.0/8",
  ]);
  expect(problemsOf({ KOINON_TRUSTED_PROXIES: "proxy.example" })).toHaveLength(1);
});
