import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { setDate } from "../../commands/set-date.ts";
import { mostSessions } from "../../model/session.ts";
import { aboutOf, byKind, carryOut, missing, refuse, type Act } from "../acts.ts";
import { gatheringPath, pollPath } from "../addresses.ts";
import { startText } from "../asking/native-labels.ts";
import { pollPage } from "../poll/poll-page.tsx";
import { readPollView, type PollView } from "../poll/poll-view.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { DatingPage, startField } from "./dating-page.tsx";

/** Setting the date: of the times a poll asked for, or without asking. */
export function datingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/date",
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, `${gatheringPath(visit.gathering)}/date`);
      return visit.c.html(<DatingPage visit={visit} form={form} />);
    }),
  );
  web.post(
    "/gatherings/:id/date",
    visiting(application, async (visit) => {
      const sent = sentForm(visit.c);
      const isChoice = sent["choice"] !== undefined || sent["slots"] !== undefined;
      return isChoice || sent[startField(0)] === undefined ? setFromPoll(visit, sent) : setAsTyped(visit, sent);
    }),
  );
}

/** Why no date can be made of what was chosen on the poll's page. */
type ChoiceRefusal =
  | { readonly kind: "nothing-chosen" }
  | { readonly kind: "no-session" }
  | { readonly kind: "too-many-sessions"; readonly most: number };

interface SessionAsked {
  readonly start: string;
  readonly zone: string;
  readonly lengthMinutes: number;
}

async function setFromPoll(visit: GatheringVisit, sent: FormInput): Promise<Response> {
  const { c, gathering } = visit;
  const view = await readPollView(visit);
  if (view === undefined) return missing(c, "no-poll");
  const act: Act<unknown> = {
    page: pollPath(gathering),
    onwards: () => ({ path: gatheringPath(gathering), done: "date-set" }),
    again: (form) => pollPage(view, form, <ChoiceFaults form={form} />),
    fieldFor: ({ kind }) => (kind === "gathering-cannot-move" ? undefined : "choice"),
    fieldOf: (field) => (field.startsWith("sessions") ? "choice" : field),
  };
  const chosen = chosenSessions(view, sent);
  if (!chosen.ok) return refuse(c, chosen.refusal, act);
  const input = { ...aboutOf(gathering), sessions: chosen.value, reason: textOf(sent, "reason") };
  return carryOut(visit, setDate, input, act);
}

const tooManySessions = { kind: "too-many-sessions", most: mostSessions } as const;

/** The times chosen: those of one of the best choices, or those ticked one by one. */
function chosenSessions(view: PollView, sent: FormInput): Result<readonly SessionAsked[], ChoiceRefusal> {
  const choice = textOf(sent, "choice");
  if (choice === "") return refused({ kind: "nothing-chosen" });
  const wanted = choice === "own" ? textsOf(sent, "slots") : choice.split(" ");
  const slots = view.slots.filter(({ id }) => wanted.includes(id));
  if (slots.length === 0) return refused({ kind: "no-session" });
  if (slots.length > mostSessions) return refused(tooManySessions);
  return accepted(
    slots.map(({ time }) => ({ start: startText(time), zone: time.zone, lengthMinutes: time.lengthMinutes })),
  );
}

function setAsTyped(visit: GatheringVisit, sent: FormInput): Promise<Response> {
  const { gathering } = visit;
  const typed = Array.from({ length: mostSessions }, (_, place) => textOf(sent, startField(place)));
  const starts = typed.filter((start, place) => start !== "" || place === 0);
  const shared = { zone: textOf(sent, "zone"), lengthMinutes: textOf(sent, "lengthMinutes") };
  const input = {
    ...aboutOf(gathering),
    sessions: starts.map((start) => ({ start, ...shared })),
    reason: textOf(sent, "reason"),
  };
  const fieldOfKind = byKind({ "length-out-of-range": "lengthMinutes", "unknown-time-zone": "zone" });
  return carryOut(visit, setDate, input, {
    page: `${gatheringPath(gathering)}/date`,
    onwards: () => ({ path: gatheringPath(gathering), done: "date-set" }),
    again: (form) => <DatingPage visit={visit} form={form} />,
    fieldFor: (refusal) => {
      if (refusal.kind === "gathering-cannot-move") return undefined;
      const start = "start" in refusal ? typed.findIndex((one) => one === refusal.start) : 0;
      return fieldOfKind(refusal) ?? startField(Math.max(0, start));
    },
    fieldOf: (field) => {
      const [, place = "0", part = "start"] = /^sessions(?:\.(\d)\.(\w+))?$/.exec(field) ?? [];
      if (!field.startsWith("sessions")) return field;
      return part === "start" ? startField(Number(place)) : part;
    },
  });
}

function ChoiceFaults({ form }: { readonly form: FormState }) {
  const fields = { choice: form.t("gatherings.choosing.which"), reason: form.t("gatherings.choosing.reason") };
  return <RefusalSummary form={form} fields={fields} />;
}
