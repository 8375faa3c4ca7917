import type { PageContext } from "../../../ui/request.ts";
import type { Filter } from "../../model/filter.ts";
import { outreachPathOf } from "./outreach-paths.ts";

/** The way from a list of places to the board of a gathering, for whoever is signed in. */
export function OutreachLink({ c, filter }: { readonly c: PageContext; readonly filter: Filter }) {
  const { t, reader } = c.var;
  if (reader.person === undefined) return undefined;
  return (
    <p class="next-step">
      <a href={outreachPathOf(filter)}>{t("directory.outreach.link")}</a>
    </p>
  );
}
