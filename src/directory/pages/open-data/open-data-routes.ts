import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { atomFeed } from "../../../kernel/text/atom-feed.ts";
import type { PageContext, PageEnv } from "../../../ui/request.ts";
import { isFieldName } from "../../model/entry-fields.ts";
import { changeNumberFrom } from "../../model/open-data/change.ts";
import { licence } from "../../model/open-data/licence.ts";
import { toldChange } from "../../model/open-data/told-change.ts";
import { directoryActorPath } from "../../model/sharing/directory-actor.ts";
import { profileOf } from "../../model/open-data/murmurations-profile.ts";
import { entryById } from "../../store/entries.read.ts";
import { changesAfter, lastChanges, type Change } from "../../store/open-data/changes.read.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";
import { fieldLabel } from "../field-words.ts";
import { dataPaths, hrefOf, recordPath } from "./addresses.ts";
import { collectivesSchema } from "./collectives-schema.ts";
import { directoryContext } from "./context.ts";
import { dataFile, jsonFile } from "./data-file.ts";
import { apiDescription } from "./openapi.ts";
import { repliedOf } from "./records.ts";

/** So many changes come at a time, and so many a feed reader is shown. */
const most = { changes: 200, feed: 50 } as const;

/** The directory for programs: its changes, how its data are to be read, and profiles for Murmurations. */
export function openDataRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(dataPaths.changes, (c) => changes(c, application));
  web.get(dataPaths.feed, (c) => changesAsFeed(c, application));
  web.get(dataPaths.context, (c) => jsonFile(c, directoryContext, "application/ld+json"));
  web.get(dataPaths.api, (c) => jsonFile(c, apiDescription(application)));
  web.get(dataPaths.schema, (c) =>
    jsonFile(c, collectivesSchema(hrefOf(application, dataPaths.schema)), "application/schema+json"),
  );
  web.get(`${directoryPath}/:entry/murmurations.json`, async (c) => {
    const entry = await entryById(application.read, c.req.param("entry"));
    if (entry === undefined) return c.json({ error: "not-found" }, 404);
    return jsonFile(c, profileOf(entry, hrefOf(application, recordPath(entry, "record.jsonld"))));
  });
}

async function changes(c: PageContext, application: Application): Promise<Response> {
  const after = changeNumberFrom(c.req.query("after"));
  const atOnce = Math.min(changeNumberFrom(c.req.query("most")) || most.changes, most.changes);
  const found = await changesAfter(application.read, after, atOnce + 1);
  const shown = found.slice(0, atOnce);
  const last = shown.at(-1)?.number ?? after;
  const further = `${dataPaths.changes}?after=${last}${atOnce === most.changes ? "" : `&most=${atOnce}`}`;
  const next = found.length > shown.length ? hrefOf(application, further) : undefined;
  const content = {
    directory: hrefOf(application, directoryPath),
    actor: hrefOf(application, directoryActorPath),
    license: licence.url,
    changes: shown.map((change) => ({
      ...toldChange(application.origin, change),
      reply: change.reply === undefined ? null : repliedOf(change.reply),
      thread: change.threadId === undefined ? null : hrefOf(application, `/threads/${change.threadId}`),
    })),
    last,
    next: next ?? null,
  };
  return jsonFile(c, content, "application/json", next);
}

async function changesAsFeed(c: PageContext, application: Application): Promise<Response> {
  const { t, frame } = c.var;
  const shown = await lastChanges(application.read, most.feed);
  const text = atomFeed({
    self: hrefOf(application, dataPaths.feed),
    page: hrefOf(application, directoryPath),
    title: t("directory.open-data.feed"),
    language: t.language,
    updated: shown[0]?.at ?? Temporal.Instant.fromEpochMilliseconds(0),
    entries: shown.map((change) => ({
      id: `${hrefOf(application, entryPath({ id: change.entryId }))}#change-${change.number}`,
      title: titleOf(c, change),
      author: frame.site.name,
      published: change.at,
      updated: change.at,
      html: "",
    })),
  });
  return dataFile(c, text, "application/atom+xml");
}

/** What changed, in a line. A place that is gone is not named: it may be gone because it did not want to be. */
function titleOf(c: PageContext, { kind, name, field }: Change): string {
  const { t } = c.var;
  const label = field !== undefined && isFieldName(field) ? fieldLabel(t, field) : "";
  return t(`directory.change.${kind}`, { name: name ?? "", field: label });
}
