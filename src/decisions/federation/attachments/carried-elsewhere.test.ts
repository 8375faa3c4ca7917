import { expect, test } from "vitest";
import { plainActivity } from "../../../kernel/federation/inbox/plain-activity.ts";
import { activityFrom } from "../../../kernel/federation/inbox/activity-parts.ts";
import { carriedElsewhere } from "./carried-elsewhere.ts";

const ana = "https://social.example/users/ana";

/** What a Note that carries these would be shown with. */
function carried(attachment: readonly Record<string, string>[]) {
  const object = { id: `${ana}/1`, type: "Note", attributedTo: ana, content: "Look.", attachment: [...attachment] };
  const parts = plainActivity({ id: `${ana}/1/activity`, type: "Create", actor: ana, object });
  const activity = parts === undefined ? undefined : activityFrom(parts);
  return activity?.ok === true ? carriedElsewhere(activity.value.object) : undefined;
}

test("what a post carries elsewhere is shown only where it can be reached safely", () => {
  const urls = [
    "http://plain.example/a",
    "javascript:alert(1)",
    "data:text/html,x",
    "/here",
    "https://files.example/b",
  ];
  expect(carried(urls.map((url) => ({ type: "Image", url, name: "A door" })))).toEqual([
    { kind: "picture", url: "https://files.example/b", alt: "A door" },
  ]);
});

test("of many things a post carries the first eight are shown", () => {
  const many = Array.from({ length: 40 }, (_none, place) => ({ type: "Image", url: `https://files.example/${place}` }));
  expect(carried(many)).toHaveLength(8);
});

test("what it shows is said in one line of bearable length, with its letters in their order", () => {
  const name = `Two\nlines \u202eturned ${"x".repeat(5_000)}`;
  const [first] = carried([{ type: "Image", url: "https://files.example/a", name }]) ?? [];
  expect(first?.alt).toMatch(/^Two lines turned x+…?$/);
  expect(first?.alt.length).toBeLessThanOrEqual(1_500);
});

test("a link counts by where it leads, as Mobilizon writes them", () => {
  expect(carried([{ type: "Link", href: "https://files.example/a", mediaType: "video/mp4" }])).toEqual([
    { kind: "film", url: "https://files.example/a", alt: "" },
  ]);
});
