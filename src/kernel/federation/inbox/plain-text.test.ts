import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";
import { cpuMilliseconds } from "../../../../testing/cpu-time.ts";

test.each([
  ["<p>I will come</p>", "I will come"],
  ["<p>One</p><p>Two<br>Three</p>", "One\nTwo\nThree"],
  [
    '<p><span class="h-card"><a href="https://gather.example/actors/1">@<span>circle</span></a></span> count me in</p>',
    "count me in",
  ],
  ["<p>@circle@gather.example @ana: yes, two of us</p>", "yes, two of us"],
  ["@circle", undefined],
  ["<br>", undefined],
  ["<p> &nbsp; </p>", undefined],
  ["", undefined],
  ["yes &amp; no &lt;b&gt; &quot;x&quot; &#39;y&#39;", "yes & no <b> \"x\" 'y'"],
  ["&amp;lt;script&amp;gt;", "&lt;script&gt;"],
  ["<script>alert(1)</script>yes<style>p{}</style>", "yes"],
  ["<p onclick='x'>yes<img src=x onerror=alert(1)>", "yes"],
  ["<ul><li>one</li><li>two</li></ul>", "• one\n• two"],
  ["+ one<br><ul><li>two<li>", "+ one\n• two"],
  ["ask me at ana@social.example", "ask me at ana@social.example"],
  ["<p>caf\u00e9 &eacute;t&eacute; &#x2713;</p>", "caf\u00e9 \u00e9t\u00e9 \u2713"],
])("%j reads %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});

test("no content of a hundred kilobytes keeps the loop busy", () => {
  const hostile = [
    "<".repeat(100_000),
    "<p>".repeat(30_000),
    "@a ".repeat(33_000),
    "&lt;".repeat(25_000),
    `<a ${"a=".repeat(50_000)}`,
    "<br>".repeat(25_000),
  ];
  for (const html of hostile) {
    expect(cpuMilliseconds(() => plainText(html))).toBeLessThan(50);
  }
});
