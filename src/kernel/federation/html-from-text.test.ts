import { expect, test } from "vitest";
import { htmlFromText } from "./html-from-text.ts";
import { cpuMilliseconds } from "../../../testing/cpu-time.ts";

test.each([
  [
    "Come!\nhttps://gather.example/1",
    '<p>Come!<br><a href="https://gather.example/1">https://gather.example/1</a></p>',
  ],
  ["One\n\nTwo", "<p>One</p><p>Two</p>"],
  ["See https://gather.example/1.", '<p>See <a href="https://gather.example/1">https://gather.example/1</a>.</p>'],
  ["<script>alert(1)</script> & 'you'", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;you&#39;</p>"],
  [
    'https://a.example/?x="><img src=x>',
    '<p><a href="https://a.example/?x=">https://a.example/?x=</a>&quot;&gt;&lt;img src=x&gt;</p>',
  ],
  ["javascript:alert(1)", "<p>javascript:alert(1)</p>"],
  ["", ""],
])("%j becomes %j", (text, html) => {
  expect(htmlFromText(text)).toBe(html);
});

test("no text of a hundred kilobytes keeps the loop busy", () => {
  for (const text of [
    "https://".repeat(12_000),
    "a.".repeat(50_000),
    "\n".repeat(100_000),
    `https://${".".repeat(100_000)}`,
  ]) {
    expect(cpuMilliseconds(() => htmlFromText(text))).toBeLessThan(50);
  }
});
