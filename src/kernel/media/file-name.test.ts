import { expect, test } from "vitest";
import { cleanFileName, contentDisposition, withEnding } from "./file-name.ts";

test.each([
  ["../../etc/pass\u202ewd.txt", "passwd.txt"],
  ["C:\\Users\\ana\\plan.pdf", "plan.pdf"],
  ["invoice\u202egnp.exe", "invoicegnp.exe"],
  ["a\u0000b\r\nSet-Cookie: x.txt", "abSet-Cookie x.txt"],
  [".htaccess", "htaccess"],
  ["..", "file"],
  ["", "file"],
  ["../", "file"],
  ["Protokoll März.odt", "Protokoll März.odt"],
])("of the name %j only %j is shown and saved", (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});

test("a name without end is cut, and keeps its ending", () => {
  const clean = cleanFileName(`${"x".repeat(5_000)}.pdf`);
  expect(clean).toHaveLength(100);
  expect(clean.endsWith("….pdf")).toBe(true);
});

test("a picture that was encoded anew has the ending of what it is now", () => {
  expect(withEnding("plan.v2.jpeg", "webp")).toBe("plan.v2.webp");
  expect(withEnding("plan", "webp")).toBe("plan.webp");
});

test("a name in a header can neither end it nor name another file", () => {
  const header = contentDisposition("attachment", `a";filename="b.html'(é)`);
  expect(header).toBe(
    `attachment; filename="a__filename__b.html____"; filename*=UTF-8''a%22%3Bfilename%3D%22b.html%27%28%C3%A9%29`,
  );
});
