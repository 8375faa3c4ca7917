import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { namesIn } from "./message-names.ts";

test("a message's places and tags are found through all its branches", () => {
  const message = "{a, plural, one {<x>{b}</x> #} other {{c, select, y {{d}} other {<z>…</z>}}}} {e, number}";
  expect(namesIn(new IntlMessageFormat(message, "en").getAst())).toEqual({
    places: ["a", "b", "c", "d", "e"],
    tags: ["x", "z"],
  });
});
