import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import type { Language } from "../../../kernel/i18n/language.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { htmlFromMarkdown } from "../../../kernel/text/markdown.ts";
import { markdownSpeaker } from "../../commands/minutes/minutes-words.ts";
import { readMinutes, type ReadMinutes } from "../../commands/minutes/read-minutes.ts";
import { sectionMarkdown } from "../../model/minutes/markdown.ts";
import { minutesSections } from "../../model/minutes/sections.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { actorUrl, gatheringUrl } from "../addresses.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";

/** The address of the minutes: their page, and the Article that carries them. */
function minutesUrl(origin: URL, gatheringId: string): string {
  return `${gatheringUrl(origin, gatheringId)}/minutes`;
}

/** The short post beside the Article. */
export function minutesNoteUrl(origin: URL, gatheringId: string): string {
  return `${minutesUrl(origin, gatheringId)}/note`;
}

/** What a post of minutes carries at most, in characters of HTML in all its languages: other servers refuse bodies of a megabyte. */
const mostHtml = 400_000;

/** Minutes that are published, as an Article; undefined before. Its content is the minutes, in every language they come out in. */
export async function composedMinutes(
  application: Application,
  gathering: Gathering,
): Promise<ActivityDocument | undefined> {
  const found = await publishedMinutes(application, gathering);
  if (found === undefined) return undefined;
  const { languages, minutes } = found;
  const url = minutesUrl(application.origin, gathering.id);
  const contents = languages.map((language) => {
    const t = application.translations.translator(language, gathering.zone);
    return [language, htmlOfMinutes(found, t, language, { url, most: mostHtml / languages.length })] as const;
  });
  const [[, content] = ["en", ""]] = contents;
  const t = firstVoice(application, gathering, found);
  const record = found.contentIn(languages[0] ?? "en").record;
  const servers = record.instances.filter(({ host }) => host !== "").length;
  const actor = actorUrl(application.origin, gathering.id);
  return {
    id: url,
    type: "Article",
    attributedTo: actor,
    url,
    name: t("gatherings.minutes.fediverse.name", { title: gathering.title }),
    summary: t("gatherings.minutes.fediverse.summary", { people: record.people, servers }),
    content,
    contentMap: Object.fromEntries(contents),
    published: minutes.publishedAt?.toString(),
    updated: minutes.changedAt?.toString(),
    ...addressing(worldAudience(actor)),
  };
}

/** The short post that leads to minutes that are published, for those whose software shows no Article. */
export async function composedMinutesNote(
  application: Application,
  gathering: Gathering,
): Promise<ActivityDocument | undefined> {
  const found = await publishedMinutes(application, gathering);
  if (found === undefined) return undefined;
  const t = firstVoice(application, gathering, found);
  const url = minutesUrl(application.origin, gathering.id);
  const content = htmlFromParagraphs([t("gatherings.minutes.fediverse.note", { title: gathering.title }), url]);
  const actor = actorUrl(application.origin, gathering.id);
  return {
    id: minutesNoteUrl(application.origin, gathering.id),
    type: "Note",
    attributedTo: actor,
    url,
    content,
    contentMap: { [t.language]: content },
    published: found.minutes.publishedAt?.toString(),
    ...addressing(worldAudience(actor)),
  };
}

async function publishedMinutes(application: Application, gathering: Gathering): Promise<ReadMinutes | undefined> {
  const { read, origin, clock } = application;
  const found = await readMinutes({ read, origin, now: clock() }, gathering);
  return found.standing === "published" ? found : undefined;
}

function firstVoice(application: Application, gathering: Gathering, { languages }: ReadMinutes): Translator {
  return application.translations.translator(languages[0] ?? "en", gathering.zone);
}

/** The minutes as HTML, piece by piece, so that nothing in one note reaches into the next; what is too long ends with the way to the whole. */
function htmlOfMinutes(
  found: ReadMinutes,
  t: Translator,
  language: Language,
  { url, most }: { readonly url: string; readonly most: number },
): string {
  const speak = markdownSpeaker(t);
  const pieces = minutesSections(found.contentIn(language)).flatMap((section) => sectionMarkdown(section, speak));
  let html = "";
  for (const piece of pieces) {
    const next = htmlFromMarkdown(piece);
    if (html.length + next.length > most)
      return html + htmlFromParagraphs([t("gatherings.minutes.fediverse.rest"), url]);
    html += next;
  }
  return html;
}
