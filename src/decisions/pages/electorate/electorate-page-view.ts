import type { PersonDescription } from "../../../accounts/index.ts";
import type { FormState } from "../../../ui/form-state.ts";
import type { LeftOut } from "../../store/electorate/electorates.read.ts";
import type { ProposalVisit } from "../visit.ts";
import type { ElectorateView } from "./electorate-view.ts";

/** All that the page of those who may answer shows. */
export interface ElectoratePageView {
  readonly electorate: ElectorateView;
  /** Empty where the list of members is closed to the reader. */
  readonly electors: readonly { readonly personId: string; readonly why: string }[];
  readonly leftOut: readonly LeftOut[];
  readonly next: { readonly electors: string | undefined; readonly leftOut: string | undefined };
  readonly isNamed: boolean;
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** Whose standing the reader is about to challenge; empty for the count. */
  readonly aboutId: string;
}

/** What its page is given. */
export interface ElectoratePageProps {
  readonly visit: ProposalVisit;
  readonly view: ElectoratePageView;
  readonly form: FormState;
}
