import { html } from "hono/html";
import type { UnspokenValue } from "../i18n/spoken-values.ts";
import { spokenValues } from "../i18n/spoken-values.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Letter } from "./mailer.ts";

/** What is to be said, before it is put into one reader's words. */
export interface Unspoken {
  readonly key: string;
  readonly values: Readonly<Record<string, UnspokenValue>>;
  /** The page it leads to, as this reader may open it. */
  readonly link: string | undefined;
}

/** The text of a direct message; how to stop stands at its end, unless it answers something the reader just did. */
export function messageText(t: Translator, unspoken: Unspoken, saysHowToStop: boolean): string {
  const words = sentencesOf(t, unspoken);
  const parts = [words, unspoken.link, saysHowToStop ? t("kernel.notice.stop-by-reply") : undefined];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

/** Subject and text of a letter, as plain text and as simple HTML; `stopUrl` stands at its end if there is one. */
export async function letterWords(
  t: Translator,
  unspoken: Unspoken,
  stopUrl: string | undefined,
): Promise<Pick<Letter, "subject" | "text" | "html" | "language">> {
  const words = sentencesOf(t, unspoken);
  const stop = stopUrl === undefined ? undefined : `${t("kernel.notice.stop-by-link")}\n${stopUrl}`;
  return {
    subject: subjectOf(t, unspoken, words),
    text: [words, unspoken.link, stop].filter((part) => part !== undefined).join("\n\n") + "\n",
    html: String(await letterHtml(t, words, unspoken.link, stopUrl)),
    language: t.language,
  };
}

function sentencesOf(t: Translator, { key, values }: Unspoken): string {
  return t(key, spokenValues(t, values));
}

const LONGEST_SUBJECT = 78;

/** The message's own subject if it has one, else its first sentence or as much of it as fits a line. */
function subjectOf(t: Translator, { key, values }: Unspoken, words: string): string {
  const own = `${key}.subject`;
  if (t.has(own)) return t(own, spokenValues(t, values));
  const segments = new Intl.Segmenter(t.language, { granularity: "sentence" }).segment(words.replace(/\s+/g, " "));
  const first = (Array.from(segments)[0]?.segment ?? "").trim();
  if (first.length <= LONGEST_SUBJECT) return first;
  const cut = first.slice(0, LONGEST_SUBJECT - 1);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(" "), 40))
    .trimEnd()
    .toWellFormed()}…`;
}

function letterHtml(t: Translator, words: string, link: string | undefined, stopUrl: string | undefined) {
  const paragraphs = words.split(/\n{2,}/).map((paragraph) => html`<p dir="auto">${inLines(paragraph)}</p>`);
  const opening = link === undefined ? "" : html`<p><a href="${link}">${t("kernel.notice.open")}</a></p>`;
  const stopping =
    stopUrl === undefined
      ? ""
      : html`<p>
          <small>${t("kernel.notice.stop-by-link")} <a href="${stopUrl}">${stopUrl}</a></small>
        </p>`;
  return html`<!doctype html>
    <html lang="${t.language}">
      <head>
        <meta charset="utf-8" />
      </head>
      <body>
        ${paragraphs}${opening}${stopping}
      </body>
    </html>`;
}

function inLines(paragraph: string) {
  return paragraph.split("\n").map((line, place) => (place === 0 ? line : html`<br />${line}`));
}
