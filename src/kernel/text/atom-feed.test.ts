import { expect, test } from "vitest";
import { atomFeed } from "./atom-feed.ts";

const at = Temporal.Instant.from("2027-02-01T10:00:00Z");

test("nothing that people write can break out of its element", () => {
  const hostile = `</title><x a="1">&amp;\u0000\u000b\ud800`;
  const feed = atomFeed({
    self: "https://gather.example/feed.atom",
    page: "https://gather.example/?a=1&b=2",
    title: hostile,
    language: "en",
    updated: at,
    entries: [
      {
        id: "https://gather.example/posts/1",
        title: hostile,
        author: hostile,
        published: at,
        updated: at,
        html: hostile,
      },
    ],
  });
  const escaped = "&lt;/title&gt;&lt;x a=&quot;1&quot;&gt;&amp;amp;\ufffd";
  expect(feed).toContain(`<title>${escaped}</title>`);
  expect(feed).toContain(`<name>${escaped}</name>`);
  expect(feed).toContain(`<content type="html">${escaped}</content>`);
  expect(feed).toContain('href="https://gather.example/?a=1&amp;b=2"');
  expect(feed.match(/<title>/g)).toHaveLength(2);
});
