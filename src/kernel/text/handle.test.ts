import { describe, expect, test } from "vitest";
import { shownHandle, shownHost } from "./handle.ts";

describe("a handle", () => {
  test("always has its host", () => {
    expect(shownHandle("ada@social.example")).toBe("@ada@social.example");
    expect(shownHandle("@ada@social.example")).toBe("@ada@social.example");
  });

  test("with a look-alike letter in its host is shown as the network sees it", () => {
    expect(shownHandle("ada@social.c\u043eop")).toBe("@ada@social.xn--cop-sed");
    expect(shownHandle("ada@\u0441\u043e\u0441\u043e.example")).toMatch(/^@ada@xn--/);
  });

  test("loses all that is not a visible letter, digit or plain sign from its name", () => {
    expect(shownHandle("a\u202eda\u200b <b>@social.example")).toBe("@adab@social.example");
  });

  test("of somebody without a host is shown without inventing one", () => {
    expect(shownHandle("ada")).toBe("@ada");
  });

  test("cannot smuggle a second host in", () => {
    expect(shownHandle("ada@bank.example@evil.example")).not.toContain("@bank.example@evil.example");
    expect(shownHandle("ada@bank.example/@evil.example")).toBe("@ada@bank.exampleevil.example");
  });
});

describe("a host", () => {
  test("of plain European letters keeps them", () => {
    expect(shownHost("xn--mnchen-3ya.example")).toBe("münchen.example");
    expect(shownHost("münchen.example")).toBe("münchen.example");
    expect(shownHost("żółw.example")).toBe("żółw.example");
  });

  test("of letters that pass for others is shown in punycode", () => {
    const lookAlikes = [
      "\u0430pple.example",
      "\u03bf.example",
      "so\u0441ial.example",
      "\u0131nstance.example",
      "\uff41.example.\u0440\u0444",
    ];
    for (const host of lookAlikes) expect(shownHost(host)).toMatch(/xn--|^a\.example/);
  });

  test("keeps its port", () => {
    expect(shownHost("social.example:8443")).toBe("social.example:8443");
  });

  test("that is no host name loses whatever is odd", () => {
    expect(shownHost("evil.example/<script>")).toBe("evil.examplescript");
    expect(shownHost("")).toBe("");
  });
});
