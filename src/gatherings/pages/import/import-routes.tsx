import type { Hono } from "hono";
import { formOrKept, keepFormAndSignIn, signInFirst } from "../../../accounts/index.ts";
import { isMember, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { Result } from "../../../kernel/base/result.ts";
import { broughtFile } from "../../../ui/form-file.ts";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { importCalendar } from "../../commands/import/import-calendar.ts";
import { understandCalendar, type UnderstoodCalendar } from "../../commands/import/understand-calendar.ts";
import type { FeedRefusal } from "../../model/import/feed-address.ts";
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

/** How calendars at other addresses are read; undefined where nobody's server is asked anything. */
export type ReadFeed = ((address: string) => Promise<Result<string, FeedRefusal>>) | undefined;

/** The route whose form may bring a calendar as a file. */
export const importPath = "/communities/:handle/gatherings/import";

interface Importing {
  readonly c: PageContext;
  readonly application: Application;
  readonly community: Community;
  readonly readFeed: ReadFeed;
}

/** Taking gatherings over from a calendar: first what was understood is shown, then it is announced. */
export function importRoutes(web: Hono<PageEnv>, application: Application, readFeed: ReadFeed): void {
  web.get(importPath, (c) =>
    ofCommunity(application, c, async (community) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      if (!(await imports(c, application, community))) return forbidden(c, "only-members");
      const form = await formOrKept(c, application, c.req.path);
      return c.html(await page({ c, application, community, readFeed }, form));
    }),
  );
  web.post(importPath, (c) =>
    ofCommunity(application, c, async (community) => {
      if (c.var.reader.person === undefined) return keepFormAndSignIn(c, application, c.req.path);
      if (!(await imports(c, application, community))) return forbidden(c, "only-members");
      const importing = { c, application, community, readFeed };
      // What nobody has seen is not announced: a file that is chosen beside a calendar that was read is read first.
      const isSeen = !broughtFile(sentForm(c), "text") && textOf(sentForm(c), "address") === "";
      return textOf(sentForm(c), "step") === "take" && isSeen ? take(importing) : read(importing);
    }),
  );
}

async function read(importing: Importing): Promise<Response> {
  const { c, readFeed } = importing;
  const sent = sentForm(c);
  const address = textOf(sent, "address");
  if (readFeed === undefined || address === "" || broughtFile(sent, "text")) return show(importing, sent);
  // A feed that is no calendar is to be mended at its address: its text nobody has typed.
  const atAddress = { again: (form: FormState) => page(importing, form), fieldFor: () => "address" };
  const feed = await readFeed(address);
  if (!feed.ok) return refuse(c, feed.refusal, atAddress);
  const understood = await understand(importing, feed.value);
  if (!understood.ok) return refuse(c, understood.refusal, atAddress);
  return show(importing, { ...sent, address: [], text: [feed.value.trim()] });
}

/** What was understood, all of it ticked to begin with. Of a long text what is taken is left. */
async function show(importing: Importing, sent: FormInput): Promise<Response> {
  const { c } = importing;
  const text = textOf(sent, "text");
  const understood = await understand(importing, text);
  const again = (form: FormState) => page(importing, form);
  if (!understood.ok) return refuse(c, understood.refusal, { again, fieldFor });
  const { events, notTaken, shortened } = understood.value;
  const isLong = text.length > longestKept && events.length > 0;
  const shown = isLong ? await understand(importing, shortened) : understood;
  if (!shown.ok) throw new Error(`a calendar was shortened to what is ${shown.refusal.kind}`);
  const keys = shown.value.events.map(({ key }) => key);
  const { "text.file": _file, ...typed } = sent;
  const form = { ...untouchedForm(c.var.t), typed: { ...typed, text: [isLong ? shortened : text], keys } };
  return c.html(await page(importing, form, { ...shown.value, notTaken }));
}

/** A calendar that is longer is shown shortened: it would weigh more than all else of the page. */
const longestKept = 8 * 1024;

function take({ c, application, community, readFeed }: Importing): Promise<Response> {
  const [language = c.var.reader.language] = community.languages;
  const input = {
    communityId: community.id,
    text: textOf(sentForm(c), "text"),
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
    again: (form) => page({ c, application, community, readFeed }, form),
    fieldFor,
  });
}

async function imports(c: PageContext, application: Application, community: Community): Promise<boolean> {
  const { person } = c.var.reader;
  return person !== undefined && (await isMember(application.read, community.id, person.id));
}

function understand({ application, community }: Importing, text: string) {
  return understandCalendar(application.read, community, text, application.clock());
}

async function page(importing: Importing, form: FormState, shown?: UnderstoodCalendar) {
  const { c, community, readFeed } = importing;
  const understood = shown ?? (await understoodOf(importing, form));
  return <ImportPage {...{ c, community, form, understood }} readsFeeds={readFeed !== undefined} />;
}

async function understoodOf(importing: Importing, form: FormState): Promise<UnderstoodCalendar | undefined> {
  const text = textOf(form.typed, "text");
  const read = text === "" ? undefined : await understand(importing, text);
  return read?.ok === true ? read.value : undefined;
}
