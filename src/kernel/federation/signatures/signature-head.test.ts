import { expect, test } from "vitest";
import { coversEnough, readSignatureHead } from "./signature-head.ts";
import { cpuMilliseconds } from "../../../../testing/cpu-time.ts";

const cavage = (headers: string) => ({
  signature: `keyId="https://a.example/ana#main-key",headers="${headers}",signature="x"`,
});
const rfc9421 = (components: string) => ({
  signature: "sig1=:x:",
  "signature-input": `sig1=(${components});created=1;keyid="https://a.example/ana#main-key";alg="rsa-v1_5-sha256"`,
});
const head = (headers: Readonly<Record<string, string>>) => readSignatureHead({ get: (name) => headers[name] ?? null });
const isEnough = (headers: Readonly<Record<string, string>>, hasBody = true) => {
  const read = head(headers);
  return read !== undefined && coversEnough(read, hasBody);
};

test("what servers sign is enough", () => {
  expect(isEnough(cavage("(request-target) host date digest"))).toBe(true);
  expect(isEnough(cavage("(request-target) host digest date content-type"))).toBe(true);
  expect(isEnough(cavage("(request-target) (created) host digest"))).toBe(true);
  expect(isEnough(cavage("(request-target) host date"), false)).toBe(true);
  expect(isEnough(rfc9421('"@method" "@target-uri" "content-digest"'))).toBe(true);
  expect(isEnough(rfc9421('"@method" "@path" "@authority" "content-digest" "content-type"'))).toBe(true);
  expect(isEnough(rfc9421('"@method" "@target-uri"'), false)).toBe(true);
});

test.each(["(request-target)", "host", "date", "digest"])("a signature that leaves out %s is not", (missing) => {
  const all = ["(request-target)", "host", "date", "digest"];
  expect(isEnough(cavage(all.filter((name) => name !== missing).join(" ")))).toBe(false);
});

test.each(['"@method"', '"@target-uri"', '"content-digest"'])("nor, by RFC 9421, one that leaves out %s", (missing) => {
  const all = ['"@method"', '"@target-uri"', '"content-digest"'];
  expect(isEnough(rfc9421(all.filter((name) => name !== missing).join(" ")))).toBe(false);
});

test("signatures that programs read differently are not read at all", () => {
  expect(head({ signature: `${cavage("date").signature},keyId="https://b.example/ben"` })).toBeUndefined();
  expect(head(cavage("date date"))).toBeUndefined();
  const two = rfc9421('"@method"');
  expect(
    head({ ...two, "signature-input": `${two["signature-input"]}, sig2=("@method");created=1;keyid="x"` }),
  ).toBeUndefined();
  expect(head(rfc9421('"@method";req "@target-uri"'))).toBeUndefined();
  expect(head(rfc9421('"@query-param";name="@method"'))).toBeUndefined();
  expect(head({ ...two, "signature-input": 'sig1=("@method");keyid="a";keyid="b"' })).toBeUndefined();
  expect(head({})).toBeUndefined();
  expect(head({ signature: "garbage" })).toBeUndefined();
});

test("no header of a hundred kilobytes keeps the loop busy", () => {
  const long = [
    "a".repeat(100_000),
    `sig1=(${'"@method" '.repeat(10_000)}`,
    `sig1=()${";a=1".repeat(25_000)}!`,
    ",".repeat(100_000),
  ];
  for (const text of long) {
    const work = () => {
      head({ signature: text });
      head({ signature: "x", "signature-input": text });
    };
    expect(cpuMilliseconds(work)).toBeLessThan(50);
  }
});
