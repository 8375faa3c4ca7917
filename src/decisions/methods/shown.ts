import type { Json } from "../../kernel/base/canonical-json.ts";
import { countMeInViews } from "./count-me-in/views.tsx";
import { senseCheckViews } from "./sense-check/views.tsx";
import { stanceViews } from "./stance/views.tsx";
import type { MethodViews } from "./views.ts";

/** The views of every method, by its id. */
const shownMethods: Readonly<Record<string, MethodViews<never, never>>> = {
  stance: stanceViews,
  "sense-check": senseCheckViews,
  "count-me-in": countMeInViews,
};

/** How the method of something kept shows itself. */
export function viewsOf(kept: { readonly method: string }): MethodViews<Json, Json> {
  const views = Object.hasOwn(shownMethods, kept.method) ? shownMethods[kept.method] : undefined;
  if (views === undefined) throw new Error(`nothing shows the method ${kept.method}`);
  return views;
}
