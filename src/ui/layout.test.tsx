import { describe, expect, test } from "vitest";
import { renderedPage } from "../../testing/house-style/rendered.ts";
import { testFrame } from "../../testing/house-style/test-frame.ts";
import { languages } from "../kernel/i18n/language.ts";
import { ActPanel } from "./components/act-panel.tsx";
import { PageHead } from "./components/page-head.tsx";
import { StateStrip } from "./components/state-strip.tsx";
import { Page } from "./layout.tsx";

const frame = testFrame();
const head = <PageHead frame={frame} name="First gathering" />;

describe("a page", () => {
  test.each(languages)("says that it is in %s, and offers the other languages in their own words", async (language) => {
    const page = await renderedPage(Page({ frame: testFrame(language), title: "Hall", head }));
    expect(page).toMatch(new RegExp(`^<!doctype html><html lang="${language}" dir="ltr"`));
    for (const name of ["English", "Español", "Français", "Deutsch", "Italiano"])
      expect(page).toContain(`>${name}</a>`);
    expect(page).toContain(
      `href="/gatherings/7?read-in=${language}" lang="${language}" hreflang="${language}" aria-current="true"`,
    );
  });

  test("answers its questions in their order, for eyes and for screen readers", async () => {
    const states = <StateStrip t={frame.t} states={[{ name: "Idea" }, { name: "Held" }]} present={1} />;
    const act = { label: "Answer", panel: <ActPanel title="Say yes" /> };
    const page = await renderedPage(
      Page({ frame, title: "Gathering", head, states, act, children: "what has happened" }),
    );
    const order = ["First gathering", "Where it stands", "Say yes", "what has happened"].map((words) =>
      page.indexOf(words),
    );
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
  });

  test("keeps its main act in reach by a link to the panel", async () => {
    const act = { label: "Answer the poll", panel: <ActPanel title="Say which times suit you" /> };
    const page = await renderedPage(Page({ frame, title: "Gathering", head, act }));
    expect(page).toMatch(/<a class="button" data-kind="main" href="#act">Answer the poll<\/a>/);
    expect(page).toContain('id="act"');
    expect(await renderedPage(Page({ frame, title: "Gathering", head }))).not.toContain("#act");
  });

  test("asks for the scripts of the islands it contains, and of no others", async () => {
    const withHandle = <PageHead frame={frame} name="Gathering" handle="first@hall.example" />;
    const page = await renderedPage(Page({ frame, title: "Gathering", head: withHandle }));
    expect(page).toContain('<script type="module" src="/assets/copy.js"></script>');
    expect(await renderedPage(Page({ frame, title: "Gathering", head }))).not.toContain("<script");
  });

  test("asks once for a file that several of its islands share", async () => {
    const assets = {
      "styles.css": "/assets/styles.css",
      "islands/copy.js": "/assets/house.js",
      "islands/zone.js": "/assets/house.js",
    };
    const unsettled = testFrame("en", { assets, reader: { ...frame.reader, zoneIsChosen: false } });
    const withHandle = <PageHead frame={unsettled} name="Gathering" handle="first@hall.example" />;
    const page = await renderedPage(Page({ frame: unsettled, title: "Gathering", head: withHandle }));
    expect(page).toMatch(/<koinon-copy[^]*<koinon-zone/);
    expect([...page.matchAll(/<script[^>]*>/g)].map(String)).toEqual(['<script type="module" src="/assets/house.js">']);
  });

  test("runs and looks by our own files alone: nothing inline, nothing from elsewhere", async () => {
    const act = { label: "Answer", panel: <ActPanel title="Say yes" /> };
    const page = await renderedPage(Page({ frame, title: "Gathering", head, act }));
    expect(page).not.toMatch(/ style=|<style| on[a-z]+="/);
    expect([...page.matchAll(/ src="([^"]*)"/g)].every((match) => match[1]?.startsWith("/assets/"))).toBe(true);
  });

  test("wears the accent of its community, else the server's", async () => {
    const community = { name: "Harbour", path: "/c/harbour", hue: "sea" } as const;
    expect(await renderedPage(Page({ frame, title: "x", head, community }))).toContain('data-hue="sea"');
    expect(
      await renderedPage(Page({ frame, title: "x", head, community: { name: "Harbour", path: "/c/harbour" } })),
    ).toContain('data-hue="rust"');
  });

  test("leads a visitor to signing in and back, and a person to their own page", async () => {
    expect(await renderedPage(Page({ frame, title: "x", head }))).toContain('href="/sign-in?next=%2Fgatherings%2F7"');
    const reader = { ...frame.reader, person: { id: "ada", name: "Ada\u202e" } };
    const own = await renderedPage(Page({ frame: testFrame("en", { reader }), title: "x", head }));
    expect(own).toContain('<a href="/me">');
    expect(own).not.toContain("\u202e");
  });

  test("tells where its source lies, what is kept, and in which zone its times are", async () => {
    const page = await renderedPage(Page({ frame, title: "x", head }));
    expect(page).toContain('<a href="https://source.example/koinon">Source code of version 0.1.0</a>');
    expect(page).toContain('<a href="/kept">');
    expect(page).toContain("Times are in Central European Standard Time (Europe/Rome).");
  });

  test("of one person's own stays out of search engines", async () => {
    expect(await renderedPage(Page({ frame, title: "x", head, unlisted: true }))).toContain(
      '<meta name="robots" content="noindex"/>',
    );
  });
});
