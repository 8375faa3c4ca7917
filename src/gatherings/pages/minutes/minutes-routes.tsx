import type { Hono } from "hono";
import type { z } from "zod";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { Command } from "../../../kernel/commands/command.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { announceDraft } from "../../commands/minutes/announce-draft.ts";
import { correctMinutes } from "../../commands/minutes/correct-minutes.ts";
import { holdBackMinutes } from "../../commands/minutes/hold-back-minutes.ts";
import { markdownSpeaker } from "../../commands/minutes/minutes-words.ts";
import { publishMinutes } from "../../commands/minutes/publish-minutes.ts";
import { sayName } from "../../commands/minutes/say-name.ts";
import { sendCorrection } from "../../commands/minutes/send-correction.ts";
import { minutesMarkdown } from "../../model/minutes/markdown.ts";
import { minutesSections } from "../../model/minutes/sections.ts";
import { aboutOf, carryOut } from "../acts.ts";
import { visiting } from "../visit.ts";
import { correctionRoutes } from "./correction-routes.tsx";
import { forewordRoutes } from "./foreword-routes.tsx";
import { MinutesPage } from "./minutes-page.tsx";
import { minutesPath, readMinutesView, visitingMinutes, type MinutesVisit } from "./minutes-view.ts";

/** The minutes of a gathering: reading them, and all that is done with them on their own page. */
export function minutesRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/minutes",
    visitingMinutes(application, async (asked) => {
      const { c, gathering } = asked.visit;
      const form = await formOrKept(c, application, minutesPath(gathering));
      return c.html(await minutesPage(asked, form));
    }),
  );
  web.get("/gatherings/:id/minutes.md", visitingMinutes(application, markdownFile));
  web.get(
    "/gatherings/:id/minutes/note",
    visiting(application, ({ c, gathering }) => c.redirect(minutesPath(gathering))),
  );
  onThePage(web, application, "draft", announceDraft, [], "announced");
  onThePage(web, application, "publication", publishMinutes, [], "published");
  onThePage(web, application, "publisher", holdBackMinutes, ["by"], "publisher");
  onThePage(web, application, "name", sayName, ["answer"], "named");
  onThePage(web, application, "corrections", sendCorrection, ["text"], "sent");
  onThePage(web, application, "errata", correctMinutes, ["text"], "corrected");
  forewordRoutes(web, application);
  correctionRoutes(web, application);
}

const acts = ["announced", "published", "publisher", "named", "sent", "corrected", "edited"] as const;

/** A form of the minutes' own page, which is shown again when it is refused. */
function onThePage<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  web: Hono<PageEnv>,
  application: Application,
  part: string,
  command: Command<Schema, Value, Refusal>,
  fields: readonly string[],
  done: (typeof acts)[number],
): void {
  web.post(
    `/gatherings/:id/minutes/${part}`,
    visitingMinutes(application, (asked) => {
      const { visit } = asked;
      const sent = sentForm(visit.c);
      const said = Object.fromEntries(fields.map((name) => [name, textOf(sent, name)]));
      return carryOut(
        visit,
        command,
        { ...aboutOf(visit.gathering), ...said },
        {
          page: minutesPath(visit.gathering),
          onwards: () => ({ path: minutesPath(visit.gathering), done }),
          again: (form) => minutesPage(asked, form),
        },
      );
    }),
  );
}

async function minutesPage(asked: MinutesVisit, form: FormState) {
  const { t } = form;
  const fields = {
    text: t("gatherings.minutes.correction.label"),
    answer: t("gatherings.minutes.name.label"),
    by: t("gatherings.minutes.publisher.label"),
  };
  const notice = doneNotice(asked.visit.c) ?? <RefusalSummary form={form} fields={fields} />;
  return <MinutesPage view={await readMinutesView(asked)} form={form} notice={notice} />;
}

function doneNotice(c: PageContext) {
  const done = c.req.method === "GET" ? doneKey(c, acts) : undefined;
  if (done === undefined) return undefined;
  const { t } = c.var;
  return <Notice t={t} what={t(`gatherings.minutes.done.${done}`)} told={t(`gatherings.minutes.done-told.${done}`)} />;
}

/** The minutes as a file, in the gathering's own zone, so that everybody keeps the same one. */
function markdownFile({ visit, found, language }: MinutesVisit): Response {
  const { c, application, gathering } = visit;
  const t = application.translations.translator(language, gathering.zone);
  const title = t("gatherings.minutes.page.title", { title: gathering.title });
  const text = minutesMarkdown(title, minutesSections(found.contentIn(language)), markdownSpeaker(t));
  const headers = {
    "Content-Type": "text/markdown; charset=utf-8; variant=CommonMark",
    "Content-Language": language,
    "Content-Disposition": `inline; filename="${gathering.handle}-minutes.md"`,
  };
  return c.body(text, 200, headers);
}
