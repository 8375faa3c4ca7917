import { raw } from "hono/html";
import type { CleanedHtml } from "../kernel/base/cleaned-html.ts";
import { cleanHtml } from "../kernel/text/clean-html.ts";
import { htmlFromMarkdown } from "../kernel/text/markdown.ts";
import { shownName } from "../kernel/text/neutral.ts";

interface UserTextProps {
  /** As it was written: plain text or Markdown. */
  readonly text: string;
  /** The language it is in, where that is known and not the page's. */
  readonly language?: string | undefined;
}

/** What a person wrote here. */
export function UserText({ text, language }: UserTextProps) {
  return (
    <div class="user-text" lang={language} dir="auto">
      {raw(htmlFromMarkdown(text))}
    </div>
  );
}

/** What came from another server as HTML, such as a reply. */
export function ForeignText({ html, language }: { readonly html: string; readonly language?: string | undefined }) {
  return (
    <div class="user-text" lang={language} dir="auto">
      {raw(cleanHtml(html))}
    </div>
  );
}

interface CleanedTextProps {
  readonly html: CleanedHtml;
  readonly language?: string | undefined;
}

/** What came from another server as HTML and was cleaned before it was kept. */
export function CleanedText({ html, language }: CleanedTextProps) {
  return (
    <div class="user-text" lang={language} dir="auto">
      {raw(html)}
    </div>
  );
}

/** A person's or a thing's name as they gave it; set apart, so that its writing direction stays its own. */
export function UserName({ name }: { readonly name: string }) {
  return <bdi class="user-name">{shownName(name)}</bdi>;
}
