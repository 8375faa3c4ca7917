import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { openSchedulingPoll } from "../../commands/open-scheduling-poll.ts";
import { readSessionTime } from "../../model/session.ts";
import { aboutOf, byKind, carryOut, refuse } from "../acts.ts";
import { gatheringPath, pollPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { AskingPage } from "./asking-page.tsx";
import { readAskingView } from "./asking-view.ts";
import { nativeLabels } from "./native-labels.ts";

const fewestOwnRows = 2;
const mostOwnRows = 30;

/** Asking when to meet. */
export function askingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/poll/new",
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, `${gatheringPath(visit.gathering)}/polls`);
      const view = await readAskingView(visit, form.typed);
      return visit.c.html(<AskingPage view={view} form={form} ownRows={ownRowsIn(form.typed)} />);
    }),
  );
  web.post(
    "/gatherings/:id/polls",
    visiting(application, async (visit) => {
      const sent = sentForm(visit.c);
      const view = await readAskingView(visit, sent);
      if (textOf(sent, "more") !== "") {
        const form = { t: visit.c.var.t, typed: sent, faults: {} };
        const ownRows = Math.min(mostOwnRows, ownRowsIn(sent) + 4);
        return visit.c.html(<AskingPage view={view} form={form} ownRows={ownRows} />);
      }
      return ask(visit, sent);
    }),
  );
}

async function ask(visit: GatheringVisit, sent: FormInput): Promise<Response> {
  const { c, application, gathering } = visit;
  const act = {
    page: `${pollPath(gathering)}/new${new URL(c.req.url).search}`,
    onwards: () => ({ path: gatheringPath(gathering), done: "asked" }),
    again: async (form) => (
      <AskingPage view={await readAskingView(visit, form.typed)} form={form} ownRows={ownRowsIn(form.typed)} />
    ),
    fieldFor: byKind({
      "closing-too-soon": "closesAt",
      "closing-after-first-slot": "closesAt",
      "too-many-native": "start",
      "no-wording-fits": "start",
      "no-slots": "start",
      "too-many-slots": "start",
      "slot-in-the-past": "start",
      "slot-twice": "start",
      "unreadable-time": "start",
      "time-skipped-by-clock-change": "start",
    }),
    fieldOf: (field) => (field.startsWith("starts") ? "start" : field),
  } satisfies Parameters<typeof carryOut>[3];
  const { starts, native } = askedIn(sent);
  const zone = textOf(sent, "zone");
  const lengthMinutes = Number(textOf(sent, "lengthMinutes"));
  const times = native.flatMap((start) => {
    const time = readSessionTime(start, zone, lengthMinutes);
    return time.ok ? [time.value] : [];
  });
  const labels = nativeLabels(application.translations, gathering, times);
  if (!labels.ok) return refuse(c, labels.refusal, act);
  const closesAt = instantOf(textOf(sent, "closesAt"), zone);
  const input = { ...aboutOf(gathering), zone, lengthMinutes, starts, ...labels.value, closesAt };
  return carryOut(visit, openSchedulingPoll, input, act);
}

/** The starts that were ticked or typed, each once, and those of them that are to travel. */
function askedIn(sent: FormInput): { readonly starts: readonly string[]; readonly native: readonly string[] } {
  const own = Array.from({ length: ownRowsIn(sent) }, (_, place) => ({
    start: textOf(sent, `own-${place}`).replace(/:00$/, (end) => (textOf(sent, `own-${place}`).length > 16 ? "" : end)),
    travels: textOf(sent, `own-native-${place}`) === "yes",
  })).filter(({ start }) => start !== "");
  const starts = [...new Set([...textsOf(sent, "start"), ...own.map(({ start }) => start)])];
  const travelling = [...textsOf(sent, "native"), ...own.flatMap(({ start, travels }) => (travels ? [start] : []))];
  return { starts, native: [...new Set(travelling)].filter((start) => starts.includes(start)) };
}

/** So many rows for times of one's own as hold all that was typed in them. */
function ownRowsIn(sent: FormInput): number {
  const filled = Object.keys(sent).flatMap((name) => {
    const place = /^own-(\d{1,2})$/.exec(name)?.[1];
    return place === undefined ? [] : [Number(place) + 1];
  });
  return Math.min(mostOwnRows, Math.max(fewestOwnRows, ...filled));
}

/** A wall-clock time of a form as an instant in ISO 8601; what cannot be read goes on as it is, to be refused by name. */
function instantOf(text: string, zone: string): string {
  const time = readSessionTime(text.slice(0, 16), zone, 5);
  return time.ok ? time.value.start.toZonedDateTime(zone).toInstant().toString() : text;
}
