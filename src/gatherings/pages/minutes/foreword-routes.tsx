import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { isLanguage, languages } from "../../../kernel/i18n/language.ts";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { editMinutes } from "../../commands/minutes/edit-minutes.ts";
import { aboutOf, carryOut, forbidden } from "../acts.ts";
import { ForewordPage } from "./foreword-page.tsx";
import { minutesPath, visitingMinutes } from "./minutes-view.ts";

/** Languages and foreword of the minutes, for organisers. */
export function forewordRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/minutes/foreword";
  web.get(
    path,
    visitingMinutes(application, async (asked) => {
      const { c, standing } = asked.visit;
      if (!standing.organises) return forbidden(c, "not-an-organiser");
      const form = await formOrKept(c, application, c.req.path);
      return c.html(<ForewordPage {...asked} form={form} />);
    }),
  );
  web.post(
    path,
    visitingMinutes(application, (asked) => {
      const { visit } = asked;
      const sent = sentForm(visit.c);
      const chosen = textsOf(sent, "languages").filter(isLanguage);
      const forewords = Object.fromEntries(languages.map((one) => [one, textOf(sent, `foreword-${one}`)]));
      return carryOut(
        visit,
        editMinutes,
        { ...aboutOf(visit.gathering), languages: chosen, forewords },
        {
          page: visit.c.req.path,
          onwards: () => ({ path: minutesPath(visit.gathering), done: "edited" }),
          again: (form) => <ForewordPage {...asked} form={form} />,
          fieldOf: (field) => field.replace(/^forewords\./, "foreword-"),
        },
      );
    }),
  );
}
