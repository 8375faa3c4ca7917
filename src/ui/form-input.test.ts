import { describe, expect, test } from "vitest";
import { formInput, textOf, textsOf, type FormInput } from "./form-input.ts";

function read(...fields: readonly (readonly [string, string])[]): FormInput {
  const result = formInput(fields);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

describe("a form", () => {
  test("gives the text of a field without white space around it, and nothing for a field that was not sent", () => {
    const form = read(["purpose", "  We meet \r\n and decide\r "]);
    expect(textOf(form, "purpose")).toBe("We meet \n and decide");
    expect(textOf(form, "missing")).toBe("");
  });

  test("gives every ticked box in the order sent", () => {
    expect(textsOf(read(["slot", "2"], ["slot", "1"]), "slot")).toEqual(["2", "1"]);
  });

  test("composes characters, so that equal words are equal", () => {
    expect(textOf(read(["name", "e\u0301\u0000"]), "name")).toBe("é");
  });

  test("that is larger than any of ours is refused", () => {
    expect(formInput(Array.from({ length: 2_001 }, () => ["a", "b"] as const))).toMatchObject({ ok: false });
    expect(formInput([["a".repeat(201), "b"]])).toEqual({ ok: false, refusal: { kind: "form-too-large" } });
  });
});

describe("names that objects have by themselves", () => {
  const names = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
    "isPrototypeOf",
  ];
  const payloads = names.flatMap((name) => [
    name,
    `${name}.polluted`,
    `${name}[polluted]`,
    `a.${name}`,
    `a[${name}]`,
    ` ${name}`,
    `${name}\u0000`,
  ]);

  test("are at hand in plenty", () => expect(payloads.length).toBeGreaterThanOrEqual(50));

  test.each(payloads)("are names like any other in a form: %j", (name) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const form = read([name, "polluted"], [name, "twice"]);
    expect(textsOf(form, name)).toEqual(["polluted", "twice"]);
    expect(Object.getPrototypeOf(form)).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect("polluted" in {}).toBe(false);
  });

  test.each(names)("are not there unless they were sent: %j", (name) => {
    expect(textOf(read(["purpose", "x"]), name)).toBe("");
  });
});
