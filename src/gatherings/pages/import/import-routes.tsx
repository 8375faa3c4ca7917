import type { Hono } from "hono";
import { formOrKept, keepFormAndSignIn, signInFirst } from "../../../accounts/index.ts";
import { isMember, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { importCalendar } from "../../commands/import/import-calendar.ts";
import { understandCalendar } from "../../commands/import/understand-calendar.ts";
import { byKind, carryOut, forbidden, refuse } from "../acts.ts";
import { communityPath } from "../addresses.ts";
import { ofCommunity } from "../announcing/announcing-routes.tsx";
import { ImportPage } from "./import-page.tsx";

const fieldFor = byKind({
  "calendar-too-long": "text",
  "calendar-too-many-events": "text",
  "calendar-garbled": "text",
  "not-a-calendar": "text",
  "nothing-to-import": "keys",
});

/** Taking gatherings over from a calendar: first what was understood is shown, then it is announced. */
export function importRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/communities/:handle/gatherings/import";
  web.get(path, (c) =>
    ofCommunity(application, c, async (community) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      if (!(await imports(c, application, community))) return forbidden(c, "only-members");
      const form = await formOrKept(c, application, c.req.path);
      return c.html(page(c, application, community, form));
    }),
  );
  web.post(path, (c) =>
    ofCommunity(application, c, async (community) => {
      if (c.var.reader.person === undefined) return keepFormAndSignIn(c, application, c.req.path);
      if (!(await imports(c, application, community))) return forbidden(c, "only-members");
      const again = (form: FormState) => page(c, application, community, form);
      const text = textOf(sentForm(c), "text");
      if (textOf(sentForm(c), "step") === "take") return take(c, application, community, text);
      const read = understandCalendar(text, { now: application.clock(), zone: community.zone });
      if (!read.ok) return refuse(c, read.refusal, { again, fieldFor });
      // All of what was understood is ticked to begin with.
      const typed = { ...sentForm(c), keys: read.value.events.map(({ key }) => key) };
      return c.html(again({ t: c.var.t, typed, faults: {} }));
    }),
  );
}

function take(c: PageContext, application: Application, community: Community, text: string): Promise<Response> {
  const [language = c.var.reader.language] = community.languages;
  const input = {
    communityId: community.id,
    text,
    keys: textsOf(sentForm(c), "keys"),
    language,
    zone: community.zone,
    reason: c.var.t("gatherings.import.left-out-reason"),
  };
  return carryOut({ c, application }, importCalendar, input, {
    page: c.req.path,
    onwards: ({ gatheringIds: [first = "", ...others] }) =>
      others.length === 0
        ? { path: `/gatherings/${first}`, done: "announced" }
        : { path: `${communityPath(community)}/gatherings`, done: "imported" },
    again: (form) => page(c, application, community, form),
    fieldFor,
  });
}

async function imports(c: PageContext, application: Application, community: Community): Promise<boolean> {
  const { person } = c.var.reader;
  return person !== undefined && (await isMember(application.read, community.id, person.id));
}

function page(c: PageContext, application: Application, community: Community, form: FormState) {
  const text = textOf(form.typed, "text");
  const around = { now: application.clock(), zone: community.zone };
  const read = text === "" ? undefined : understandCalendar(text, around);
  return <ImportPage c={c} community={community} form={form} understood={read?.ok === true ? read.value : undefined} />;
}
