import { describe, expect, test } from "vitest";
import { mayAsk, readRobots } from "./robots.ts";

const asks = (text: string, path: string) => mayAsk(readRobots(text, "koinon"), path);

describe("what a robots.txt asks", () => {
  test.each([
    ["nothing, where it is empty", "", "/", true],
    ["everybody to stay away", "User-agent: *\nDisallow: /", "/nodeinfo/2.0", false],
    ["nothing, where Disallow is empty", "User-agent: *\nDisallow:", "/", true],
    ["us, by our own name, in whatever letters", "User-Agent: KOINON/0.1\r\nDisallow: /", "/", false],
    ["others, and not us", "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /media/", "/api", true],
    ["us more kindly than everybody", "User-agent: *\nDisallow: /\nUser-agent: koinon\nAllow: /", "/", true],
    ["several programs in one group", "User-agent: a\nUser-agent: koinon\nDisallow: /api/", "/api/v1/instance", false],
    ["by the longest rule that fits", "User-agent: *\nDisallow: /\nAllow: /nodeinfo", "/nodeinfo/2.0", true],
    ["the kinder of two as long", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
    ["by a star within a path", "User-agent: *\nDisallow: /*/instance", "/api/v2/instance", false],
    ["by the end of a path", "User-agent: *\nDisallow: /about$", "/about/more", true],
    ["with words behind a sign", "User-agent: * # all\nDisallow: /api # not this", "/api", false],
    [
      "in two groups of the same name",
      "User-agent: koinon\nDisallow: /a\n\nUser-agent: koinon\nDisallow: /b",
      "/b",
      false,
    ],
    ["nothing before anybody is named", "Disallow: /\nUser-agent: other\nDisallow: /", "/", true],
  ])("is understood: it asks %s", (_what, text, path, may) => {
    expect(asks(text, path)).toBe(may);
  });

  test("is read in bounded time, whatever stands in it (row 14)", () => {
    const stars = `User-agent: *\nDisallow: /${"*a".repeat(240)}b$`;
    expect(asks(stars, `/${"a".repeat(2_000)}`)).toBe(true);
  });
});
