import { expect, test } from "vitest";
import { mirrorIn } from "./debian-packages.ts";

test("the mirror is found in sources of either format", () => {
  expect(mirrorIn("deb [signed-by=/usr/share/keyrings/debian.gpg] http://mirror.example/debian bookworm main\n")).toBe(
    "http://mirror.example/debian",
  );
  expect(mirrorIn("Types: deb\nURIs: https://mirror.example/debian/\nSuites: bookworm\n")).toBe(
    "https://mirror.example/debian/",
  );
});

test("a comment, a security mirror or somebody else's packages are not it", () => {
  const sources = [
    "# deb http://old.example/debian bookworm main",
    "deb http://mirror.example/debian-security bookworm-security main",
    "deb https://packages.example/apt stable main",
  ];
  expect(mirrorIn(sources.join("\n"))).toBeUndefined();
});
