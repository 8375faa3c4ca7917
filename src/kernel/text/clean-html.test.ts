import { describe, expect, test } from "vitest";
import { hostileTexts } from "../../../testing/hostile-texts.ts";
import { cleanHtml } from "./clean-html.ts";
import { htmlFromMarkdown } from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import { cpuMilliseconds } from "../../../testing/cpu-time.ts";

describe("HTML from elsewhere", () => {
  test("keeps the words and shapes of a post", () => {
    const post = "<p>Count <strong>me</strong> in<br>please</p><ul><li>one</li></ul><pre><code>x &lt; y</code></pre>";
    expect(cleanHtml(post)).toBe(post.replace("<br>", "<br />"));
  });

  test("keeps a mention as other servers send it, without their classes", () => {
    const mention =
      '<span class="h-card"><a href="https://social.example/@ada" class="u-url mention">@<span>ada</span></a></span> hi';
    expect(cleanHtml(mention)).toBe('<a href="https://social.example/@ada" rel="ugc nofollow noopener">@ada</a> hi');
  });

  test("asks no server for a picture, and says what it showed", () => {
    expect(cleanHtml('<p>Look: <img src="https://evil.example/t.png" alt="our <hall>"></p>')).toBe(
      "<p>Look: our &lt;hall&gt;</p>",
    );
  });

  test("has its headings two levels lower, and none above ours", () => {
    expect(cleanHtml("<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>")).toBe("<h3>a</h3><h4>b</h4><h5>c</h5><h6>d</h6>");
  });

  test("has its links refused an opener and a vote in search engines", () => {
    expect(cleanHtml('<a href="https://a.example/?b=1&c=2" target="_blank">x</a>')).toBe(
      '<a href="https://a.example/?b=1&amp;c=2" rel="ugc nofollow noopener">x</a>',
    );
  });

  test("has links without a place to go unlinked, their words kept", () => {
    for (const href of [
      "javascript:alert(1)",
      "/sign-out",
      "//evil.example",
      "data:text/html,x",
      "java\nscript:alert(1)",
      "",
    ]) {
      expect(cleanHtml(`<a href="${href}">words</a>`)).toBe("words");
    }
  });

  test("cannot be nested without end", () => {
    expect(cleanHtml("<blockquote>".repeat(5_000)).match(/<blockquote>/g)?.length).toBeLessThanOrEqual(24);
  });
});

describe("a link whose words name a host", () => {
  test("shows its true host where it leads elsewhere", () => {
    expect(cleanHtml('<a href="https://evil.example/x">https://bank.example/login</a>')).toContain(
      '</a> <span class="true-host">(evil.example)</span>',
    );
    expect(cleanHtml('<a href="https://evil.example"><b>bank</b>.example</a>')).toContain("(evil.example)");
    expect(cleanHtml('<a href="https://evil.example/@ada">@ada@bank.example</a>')).toContain("(evil.example)");
  });

  test("shows a look-alike host in punycode", () => {
    expect(cleanHtml('<a href="https://b\u0430nk.example">https://bank.example</a>')).toContain(
      "(xn--bnk-6cd.example)",
    );
  });

  test("needs nothing said where it leads where its words say", () => {
    for (const words of [
      "https://www.bank.example/x",
      "bank.example",
      "Bank.Example/path",
      "@ada@bank.example",
      "our bank",
    ]) {
      expect(cleanHtml(`<a href="https://bank.example/x">${words}</a>`)).not.toContain("true-host");
    }
  });

  test("cannot hide a host in an address's user name", () => {
    expect(cleanHtml('<a href="https://bank.example@evil.example/">bank.example</a>')).toBe(
      '<a href="https://evil.example/" rel="ugc nofollow noopener">bank.example</a> <span class="true-host">(evil.example)</span>',
    );
  });
});

describe("what somebody wrote here", () => {
  test("is Markdown, in which HTML is text like any other", () => {
    expect(htmlFromMarkdown("**Yes**, <b>two</b> of us\nand more")).toBe(
      "<p><strong>Yes</strong>, &lt;b&gt;two&lt;/b&gt; of us<br />\nand more</p>\n",
    );
  });

  test("has its pictures turned into links", () => {
    expect(htmlFromMarkdown('![our "hall"](https://pictures.example/hall.png)')).toBe(
      '<p><a href="https://pictures.example/hall.png" rel="ugc nofollow noopener">our "hall"</a></p>\n',
    );
    expect(htmlFromMarkdown("![x](javascript:alert(1))")).not.toContain("<a");
  });

  test("has bare addresses linked, and look-alike hosts in punycode", () => {
    expect(htmlFromMarkdown("https://hall.example/x")).toContain('<a href="https://hall.example/x"');
    expect(htmlFromMarkdown("<https://b\u0430nk.example>")).toContain("(xn--bnk-6cd.example)");
  });

  test("has its headings below the page's own", () => {
    expect(htmlFromMarkdown("# Agenda\n## First")).toBe("<h3>Agenda</h3>\n<h4>First</h4>\n");
  });
});

describe("a reply read for its words", () => {
  test("has a line for each paragraph and break", () => {
    expect(plainText("<p>Count me in<br>please</p><p>R&amp;D &lt;3</p>")).toBe("Count me in\nplease\nR&D <3");
  });

  test("has no scripts, and no order turned around", () => {
    expect(plainText("<script>alert(1)</script><p>yes\u202e</p>")).toBe("yes");
  });
});

describe("hostile text", () => {
  test("is at hand in plenty", () => {
    expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(200);
  });

  test.each(hostileTexts.map((text) => [text]))("is harmless as a post from elsewhere: %j", (text) => {
    expect(dangersIn(cleanHtml(text))).toEqual([]);
  });

  test.each(hostileTexts.map((text) => [text]))("is harmless as Markdown: %j", (text) => {
    expect(dangersIn(htmlFromMarkdown(text))).toEqual([]);
  });

  test("longer than any post is cut before it is read", () => {
    const long = "a".repeat(60_000);
    expect(cleanHtml(long)).toHaveLength(50_000);
    expect(plainText(long)).toHaveLength(50_000);
    expect(htmlFromMarkdown(long)).toBe(`<p>${"a".repeat(50_000)}</p>\n`);
  });

  test("of 100 KB is cleaned without holding the server up", () => {
    for (const shape of costlyShapes) {
      const text = shape.repeat(Math.ceil(100_000 / shape.length));
      const milliseconds = cpuMilliseconds(() => htmlFromMarkdown(text));
      expect(milliseconds, `Markdown of ${JSON.stringify(shape)}`).toBeLessThan(500);
      expect(
        cpuMilliseconds(() => cleanHtml(text)),
        `HTML of ${JSON.stringify(shape)}`,
      ).toBeLessThan(500);
      expect(
        cpuMilliseconds(() => plainText(text)),
        `words of ${JSON.stringify(shape)}`,
      ).toBeLessThan(500);
    }
  });
});

const costlyShapes = [
  "[ ![ *a **a*b ` > - ~~a [a]( (((( _a \\ &#x a. <!-- <a a@ www. <div> https:// mailto: \u0335 \u202e <p<p &amp;".split(
    " ",
  ),
  ["*a ", "> ", "- ", "<p <p ", "|a|b\n|-|-\n", "[a]: b\n", '<a href="https://a.example">'],
].flat();

const ours = [
  /<\/?(?:p|hr|blockquote|pre|code|em|strong|del|sub|sup|ul|ol|li|h[3-6]|table|thead|tbody|tr|th|td)(?: \/)?>|<br \/>/g,
  /<a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="ugc nofollow noopener">|<\/a>/g,
  /<ol start="-?\d+">|<span class="true-host">|<\/span>/g,
];

/** What is left of cleaned HTML that could be markup once all that we allow, letter by letter, is taken out. */
function dangersIn(html: string): readonly string[] {
  const rest = ours.reduce((text, tag) => text.replace(tag, ""), html);
  return rest.match(/[<>].{0,40}/gs) ?? [];
}
