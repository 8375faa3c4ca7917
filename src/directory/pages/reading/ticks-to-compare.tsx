import type { PropsWithChildren } from "hono/jsx";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Submit } from "../../../ui/components/submit.tsx";
import type { Entry } from "../../model/entry.ts";
import { MOST_COMPARED } from "../../model/reading/compared.ts";
import { comparePath } from "./reading-paths.ts";

/** The list as a form: what is ticked in it is compared. */
export function TicksToCompare({
  t,
  count,
  children,
}: PropsWithChildren<{ readonly t: Translator; readonly count: number }>) {
  if (count === 0) return <>{children}</>;
  return (
    <form class="form" method="get" action={comparePath}>
      {children}
      <div class="ticks-sent">
        <p>{t("directory.compare.tick-hint", { most: MOST_COMPARED })}</p>
        <Submit kind="quiet">{t("directory.compare.ticked")}</Submit>
      </div>
    </form>
  );
}

/** Takes a place of the list into the comparison. */
export function TickToCompare({ t, entry }: { readonly t: Translator; readonly entry: Pick<Entry, "id" | "name"> }) {
  return (
    <label class="tick-to-compare">
      <input
        type="checkbox"
        name="of"
        value={entry.id}
        aria-label={t("directory.compare.tick-of", { name: entry.name })}
      />
      {t("directory.compare.tick")}
    </label>
  );
}
