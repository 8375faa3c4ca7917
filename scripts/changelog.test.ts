import { expect, test } from "vitest";
import { readFragment, releaseSection, withRelease } from "./changelog.ts";

test("a fragment's name says what kind of change it is, its text what changed", () => {
  const text = "Gatherings have a calendar feed.\nIts address never changes.\n";
  expect(readFragment("added-calendar-feeds.md", text)).toEqual({
    kind: "added",
    text: "Gatherings have a calendar feed. Its address never changes.",
  });
});

test("a fragment of no known kind, or without a sentence, is refused", () => {
  expect(readFragment("calendar-feeds.md", "Gatherings have a calendar feed.")).toBe(
    "calendar-feeds.md must begin with added-, changed-, fixed-, removed-, security-",
  );
  expect(readFragment("added-calendar-feeds.md", "calendar feeds")).toBe(
    "added-calendar-feeds.md must say what changed, in whole sentences",
  );
});

test("a release lists its changes by kind and stands before older ones", () => {
  const section = releaseSection("0.2.0", Temporal.PlainDate.from("2027-03-01"), [
    { kind: "fixed", text: "A late vote is refused." },
    { kind: "added", text: "Gatherings have a calendar feed." },
  ]);
  const changelog = withRelease(
    "# Changelog\n\nWhat changed.\n\n## 0.1.0 (2027-02-01)\n\n### Added\n\n- Gatherings.\n",
    section,
  );
  expect(changelog).toBe(
    "# Changelog\n\nWhat changed.\n\n" +
      "## 0.2.0 (2027-03-01)\n\n### Added\n\n- Gatherings have a calendar feed.\n\n### Fixed\n\n- A late vote is refused.\n\n" +
      "## 0.1.0 (2027-02-01)\n\n### Added\n\n- Gatherings.\n",
  );
});

test("the first release follows the changelog's opening words", () => {
  const section = releaseSection("0.1.0", Temporal.PlainDate.from("2027-02-01"), [
    { kind: "added", text: "Gatherings." },
  ]);
  expect(withRelease("# Changelog\n", section)).toBe(
    "# Changelog\n\n## 0.1.0 (2027-02-01)\n\n### Added\n\n- Gatherings.\n",
  );
});
