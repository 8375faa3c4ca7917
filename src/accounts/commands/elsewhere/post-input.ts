import { z } from "zod";
import { cleanHtml } from "../../../kernel/text/clean-html.ts";
import { shownName, unturned } from "../../../kernel/text/neutral.ts";
import { plainText } from "../../../kernel/text/plain-text.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";
import type { PostContent } from "../../store/elsewhere/posts.write.ts";

const instant = z.iso.datetime({ offset: true });
const count = z.number().int().min(0).nullable();

const pollInput = z.object({
  choice: z.enum(["one", "several"]),
  // A label is what a vote must name, so it is kept to the letter and only shown with care.
  options: z
    .array(z.object({ label: z.string().min(1).max(bounds.option), votes: count }))
    .min(1)
    .max(bounds.options),
  voters: count,
  endsAt: instant.nullable(),
  isClosed: z.boolean(),
});

/** A post of another server as it came. */
export const postInput = z.object({
  uri: z.url().max(2_000),
  kind: z.enum(["note", "question", "event", "article", "share"]),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  html: z.string(),
  language: z.string().max(35).nullable(),
  url: z.url().max(2_000).nullable(),
  poll: pollInput.nullable(),
});

/** What is kept of a post: cut and cleaned. `contentOf({ …, html: "<script>x</script><p>Hi</p>" }).html` is `<p>Hi</p>`. */
export function contentOf(post: z.output<typeof postInput>): PostContent {
  const { kind, title, summary, html, language, url, poll } = post;
  return {
    kind,
    title: title === null ? null : shownName(title, 200) || null,
    summary: summary === null ? null : unturned(plainText(summary.slice(0, bounds.html))).slice(0, 1_000) || null,
    html: cleanHtml(html.slice(0, bounds.html)),
    language,
    url,
    poll,
  };
}
