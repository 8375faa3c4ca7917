import type { Hono } from "hono";
import {
  carryingOut,
  describePeople,
  forbidden,
  formOrKept,
  isOperator,
  refuse,
  signInFirst,
} from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { hearOptOut } from "../../commands/look-up/hear-opt-out.ts";
import { acceptSuggestion, refuseSuggestion } from "../../commands/suggestions/decide-suggestion.ts";
import { suggestPlace } from "../../commands/suggestions/suggest-place.ts";
import { withdrawSuggestion } from "../../commands/suggestions/withdraw-suggestion.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import type { Suggestion } from "../../model/suggestions/suggestion.ts";
import { suggestionById, suggestionsIn, waitingOf } from "../../store/suggestions/suggestions.read.ts";
import type { Found } from "../look-up/found-preview.tsx";
import { NewSuggestionPage } from "./new-suggestion-page.tsx";
import { SuggestionPage, SuggestionsPage } from "./suggestion-pages.tsx";
import { suggestionPath, suggestionsPath } from "./suggestion-paths.ts";

const carryOut = carryingOut(["only-operators"]);
/** So many that wait are shown at once, so many that were decided, and so many of one's own. */
const most = { waiting: 50, decided: 20, own: 20 } as const;

/** What the pages of suggestions need besides the application. */
interface SuggestionServices {
  readonly looking: Looking | undefined;
  /** By what name this server is written to; undefined where nobody elsewhere can. */
  readonly serverHandle: string | undefined;
}

/** Suggesting places, for whoever is signed in; looking through what was suggested, for operators. */
export function suggestionRoutes(web: Hono<PageEnv>, application: Application, services: SuggestionServices): void {
  const newPage = async (c: PageContext, form: FormState) => {
    const { person } = c.var.reader;
    const own = person === undefined ? [] : await waitingOf(application.read, person.id, most.own);
    return <NewSuggestionPage c={c} form={form} serverHandle={services.serverHandle} own={own} />;
  };
  web.get(`${suggestionsPath}/new`, async (c) =>
    c.html(await newPage(c, await formOrKept(c, application, suggestionsPath))),
  );
  web.post(suggestionsPath, (c) =>
    carryOut(
      { c, application },
      suggestPlace,
      { host: textOf(sentForm(c), "host"), note: textOf(sentForm(c), "note") },
      {
        page: `${suggestionsPath}/new`,
        onwards: () => ({ path: `${suggestionsPath}/new`, done: "suggested" }),
        again: (form) => newPage(c, form),
      },
    ),
  );
  web.post(`${suggestionsPath}/:suggestion/removal`, (c) =>
    carryOut(
      { c, application },
      withdrawSuggestion,
      { suggestionId: c.req.param("suggestion") },
      {
        page: `${suggestionsPath}/new`,
        onwards: () => ({ path: `${suggestionsPath}/new`, done: "suggestion-withdrawn" }),
        again: (form) => newPage(c, form),
      },
    ),
  );
  queueRoutes(web, application, services);
}

function queueRoutes(web: Hono<PageEnv>, application: Application, { looking }: SuggestionServices): void {
  const { read } = application;
  const operating = (answer: (c: PageContext) => Promise<Response>) => async (c: PageContext) => {
    const { person } = c.var.reader;
    if (person === undefined) return signInFirst(c);
    return (await isOperator(read, person.id)) ? answer(c) : forbidden(c, "only-operators");
  };
  const visiting = (answer: (c: PageContext, suggestion: Suggestion) => Promise<Response>) =>
    operating(async (c) => {
      const suggestion = await suggestionById(read, c.req.param("suggestion") ?? "");
      return suggestion === undefined ? showNotFound(c) : answer(c, suggestion);
    });
  const page = async (c: PageContext, suggestion: Suggestion, form: FormState, found?: Found) => {
    const people = await suggesters(application, [suggestion]);
    const shown = { c, form, suggestion, people, looks: looking !== undefined };
    return <SuggestionPage {...shown} {...(found !== undefined && { found })} />;
  };
  web.get(
    suggestionsPath,
    operating(async (c) => {
      const waiting = await suggestionsIn(read, "waiting", most.waiting + 1);
      const decided = [
        ...(await suggestionsIn(read, "accepted", most.decided)),
        ...(await suggestionsIn(read, "refused", most.decided)),
      ];
      const latest = decided.toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, most.decided);
      const shown = waiting.slice(0, most.waiting);
      const people = await suggesters(application, [...shown, ...latest]);
      const more = waiting.length > most.waiting;
      return c.html(<SuggestionsPage c={c} waiting={shown} more={more} decided={latest} people={people} />);
    }),
  );
  web.get(
    `${suggestionsPath}/:suggestion`,
    visiting(async (c, suggestion) => c.html(await page(c, suggestion, untouchedForm(c.var.t)))),
  );
  web.post(
    `${suggestionsPath}/:suggestion/acceptance`,
    visiting((c, suggestion) =>
      carryOut(
        { c, application },
        acceptSuggestion,
        { suggestionId: suggestion.id },
        {
          page: suggestionPath(suggestion),
          onwards: () => ({ path: suggestionsPath, done: "suggestion-accepted" }),
          again: (form) => page(c, suggestion, form),
        },
      ),
    ),
  );
  web.post(
    `${suggestionsPath}/:suggestion/refusal`,
    visiting((c, suggestion) =>
      carryOut(
        { c, application },
        refuseSuggestion,
        { suggestionId: suggestion.id, reason: textOf(sentForm(c), "reason") },
        {
          page: suggestionPath(suggestion),
          onwards: () => ({ path: suggestionsPath, done: "suggestion-refused" }),
          again: (form) => page(c, suggestion, form),
        },
      ),
    ),
  );
  if (looking === undefined) return;
  web.post(
    `${suggestionsPath}/:suggestion/looks`,
    visiting(async (c, suggestion) => {
      const { host } = suggestion;
      const look = await looking.lookAt(host, "by-itself", c.var.reader.person?.id);
      const again = (form: FormState) => page(c, suggestion, form);
      if (typeof look === "string") return refuse(c, { kind: `look-${look}` }, { again });
      if (look.outcome !== "opted-out")
        return c.html(await page(c, suggestion, untouchedForm(c.var.t), { host, look }));
      const by = { actor: { kind: "clock" }, origin: { from: "clock", key: application.ids.unordered() } } as const;
      await application.execute(hearOptOut, { host }, by);
      return seeOther(c, suggestionsPath, "suggestion-unwanted");
    }),
  );
}

function suggesters({ read }: Application, suggestions: readonly Suggestion[]) {
  return describePeople(read, [...new Set(suggestions.flatMap(({ personId }) => personId ?? []))]);
}
