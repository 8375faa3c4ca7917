import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestedHandles } from "./suggested-handles.ts";

test("a title suggests a handle that people can type", () => {
  expect(suggestedHandles("Première réunion !").slice(0, 2)).toEqual(["premiere_reunion", "premiere_reunion_2"]);
  expect(suggestedHandles("2. Treffen der Straßenserver")[0]).toBe("treffen_der_strassenserver");
  expect(suggestedHandles("Первая встреча")[0]).toBe("gathering");
});

test("a long title is cut between words", () => {
  expect(suggestedHandles("Gründungsversammlung der genossenschaftlichen Server")[0]).toBe("grundungsversammlung_der");
});

test("whatever the title, every suggestion is a handle that other servers take", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
      for (const handle of suggestedHandles(title)) expect(handle).toMatch(/^(?=.{2,30}$)[a-z]([a-z0-9_]*[a-z0-9])?$/);
    }),
  );
});
