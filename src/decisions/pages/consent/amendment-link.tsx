import { LinkButton } from "../../../ui/components/submit.tsx";
import { amendmentPath } from "./amendment-page.tsx";
import type { ConsentView } from "./consent-view.ts";

/** The way to the form by which it is written anew what a process would make of the charter. */
export function AmendmentLink({ view }: { readonly view: ConsentView }) {
  const { c, consent } = view.visit;
  return (
    <p class="next-step">
      <LinkButton href={amendmentPath(consent)} kind="quiet">
        {c.var.t("decisions.charter.amend-version")}
      </LinkButton>
    </p>
  );
}
