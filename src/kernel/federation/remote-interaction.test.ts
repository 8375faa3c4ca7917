import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accepted, refused } from "../base/result.ts";
import type { Egress, Errand } from "./egress/egress.ts";
import { filledTemplate, readHome, templateFor, wayHomeFinder } from "./remote-interaction.ts";

const thing = "https://gather.example/actors/0197?a=1&b=2";
const encoded = encodeURIComponent(thing);

describe("what somebody types as their server", () => {
  test.each([
    ["social.example", { name: undefined, host: "social.example" }],
    [" @Ana@Social.example ", { name: "ana", host: "social.example" }],
    ["acct:ana@social.example", { name: "ana", host: "social.example" }],
    ["https://social.example/@ana", { name: "ana", host: "social.example" }],
    ["http://social.example/about", { name: undefined, host: "social.example" }],
    ["bücher.example", { name: undefined, host: "xn--bcher-kva.example" }],
    ["social.example:8443", { name: undefined, host: "social.example:8443" }],
  ])("%s is read", (typed, home) => {
    expect(readHome(typed)).toEqual(home);
  });

  test.each(["", "ana", "two words", "javascript:alert(1)", "ana@", "a@b@c.example", "x".repeat(1_000)])(
    "“%s” is none",
    (typed) => {
      expect(readHome(typed)).toBeUndefined();
    },
  );
});

describe("a template", () => {
  const intents = new Map([
    ["http://ostatus.org/schema/1.0/subscribe", "subscribe"],
    ["https://w3id.org/fep/3b86/Object", "object"],
    ["https://w3id.org/fep/3b86/Follow", "follow"],
  ]);

  test("is the one of the intent, else the one that opens things, else the one for subscribing", () => {
    expect(templateFor("follow", intents)).toBe("follow");
    expect(templateFor("open", intents)).toBe("object");
    expect(templateFor("open", new Map([...intents].slice(0, 1)))).toBe("subscribe");
    expect(templateFor("open", new Map())).toBeUndefined();
  });

  test("has the thing's address put in whole, and unknown names emptied", () => {
    expect(filledTemplate("https://social.example/f?o={object}&back={on-success}", thing, "https:")).toBe(
      `https://social.example/f?o=${encoded}&back=`,
    );
    expect(filledTemplate("https://social.example/f?u={uri}", thing, "https:")).toContain(encoded);
  });

  test.each([
    "javascript:alert('{uri}')",
    "http://social.example/f?u={uri}",
    "https://ana:secret@social.example/?u={uri}",
    "https://social.example/f",
    "{uri}",
  ])("that leads elsewhere than to a dialog is not followed: %s", (template) => {
    expect(filledTemplate(template, thing, "https:")).toBeUndefined();
  });
});

describe("the way to one's own server", () => {
  test("is what snac2 says in its WebFinger answer", async () => {
    const served = readFileSync(`${import.meta.dirname}/golden/snac2/served-webfinger.json`, "utf8");
    const find = wayHomeFinder(answering({ "https://snac.example/.well-known/webfinger": served }), "https:");
    expect(await find("ben@snac.example", "open", thing)).toEqual({
      kind: "dialog",
      url: `https://snac.example/authorize_interaction?uri=${encoded}`,
      host: "snac.example",
    });
  });

  test("is found by the software when only the server was typed", async () => {
    const find = wayHomeFinder(answering(nodeInfo("mastodon")), "https:");
    expect(await find("social.example", "follow", thing)).toEqual({
      kind: "dialog",
      url: `https://social.example/authorize_interaction?uri=${encoded}`,
      host: "social.example",
    });
  });

  test("is the search of software that has no dialog", async () => {
    const find = wayHomeFinder(answering(nodeInfo("gotosocial")), "https:");
    expect(await find("social.example", "open", thing)).toEqual({
      kind: "by-search",
      host: "social.example",
      software: "gotosocial",
    });
  });

  test("is the search when the server says nothing of itself", async () => {
    const find = wayHomeFinder(answering({}), "https:");
    expect(await find("social.example", "open", thing)).toMatchObject({ kind: "by-search", software: undefined });
  });

  test("is said to be unknown when the server does not answer, or when none was named", async () => {
    const silent: Egress = { fetch: async () => refused({ kind: "unreachable", detail: "", mayRetry: true }) };
    expect(await wayHomeFinder(silent, "https:")("social.example", "open", thing)).toEqual({
      kind: "unreachable",
      host: "social.example",
    });
    expect(await wayHomeFinder(silent, "https:")("?", "open", thing)).toEqual({ kind: "no-server" });
  });

  test("never asks another server than the one that was typed", async () => {
    const asked: string[] = [];
    const links = {
      links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: "https://victim.example/" }],
    };
    const egress = answering({ "https://evil.example/.well-known/nodeinfo": JSON.stringify(links) }, asked);
    await wayHomeFinder(egress, "https:")("evil.example", "open", thing);
    expect(asked.every((url) => url.startsWith("https://evil.example/"))).toBe(true);
  });
});

function nodeInfo(software: string): Readonly<Record<string, string>> {
  const href = "https://social.example/nodeinfo/2.0";
  return {
    "https://social.example/.well-known/nodeinfo": JSON.stringify({
      links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href }],
    }),
    [href]: JSON.stringify({ software: { name: software, version: "1" } }),
  };
}

/** The outside world, as far as these addresses go; everything else is 404. */
function answering(pages: Readonly<Record<string, string>>, asked: string[] = []): Egress {
  return {
    fetch: async ({ url }: Errand) => {
      asked.push(url);
      const body = pages[url.split("?")[0] ?? ""];
      const found = { url: new URL(url), headers: {}, body: Buffer.from(body ?? "") };
      return accepted({ ...found, status: body === undefined ? 404 : 200 });
    },
  };
}
