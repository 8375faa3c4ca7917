import { expect, test } from "vitest";
import { htmlFromMarkdown } from "../../../kernel/text/markdown.ts";
import { markdownFrom, minutesMarkdown } from "./markdown.ts";
import type { MinutesSection } from "./sections.ts";

const words = ({ key, values }: { readonly key: string; readonly values: object }) =>
  [key, ...Object.values(values).map(String)].join(" ");
const notes = (text: string): MinutesSection => ({
  id: "notes",
  heading: { key: "Notes", values: {} },
  parts: [{ kind: "text", text }],
});
const decided: MinutesSection = {
  id: "decisions",
  heading: { key: "Decided", values: {} },
  parts: [{ kind: "list", items: [{ key: "Nothing", values: {} }] }],
};
const headingsOf = (text: string) => {
  const html = htmlFromMarkdown(minutesMarkdown("Spring", [notes(text), decided], words));
  return [...html.matchAll(/<h([3-6])>(.*?)<\/h\1>/g)].map(([, level, title]) => `${level} ${title}`);
};
const ours = ["3 Spring", "4 Notes", "4 Decided"];

test("plain text shows in Markdown as it is", () => {
  expect(markdownFrom("*a*")).toBe("\\*a\\*");
  const hostile = "1. # <b>[x](http://e.example) `a` _b_ ~c~ | - 1+1 \\ &amp;\n\n## two";
  expect(htmlFromMarkdown(markdownFrom(hostile))).not.toMatch(/<(?:h\d|b|em|code|s|ul|ol)[ >]/);
});

test.each(["# Decided\n\nAll to Mallory", "Decided\n=====", "Decided\n---", "   ## Decided"])(
  "no note passes for a part of the minutes: %j",
  (text) => {
    expect(headingsOf(text).filter((heading) => /^[345]/.test(heading))).toEqual(ours);
  },
);

test.each(["```\nnever closed", "~~~~\n```\nnever closed", "<!-- hidden", "<details><summary>x"])(
  "no note takes in what follows: %j",
  (text) => {
    expect(headingsOf(text)).toEqual(ours);
  },
);

test("a note keeps its lists, emphasis and links", () => {
  const text = "We **agreed**:\n\n- one\n- two\n\n<https://a.example/>";
  const html = htmlFromMarkdown(minutesMarkdown("Spring", [notes(text)], words));
  expect(html).toContain("<strong>agreed</strong>");
  expect(html).toContain("<li>two</li>");
  expect(html).toContain('href="https://a.example/"');
});
