import type { Community } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import type { PageContext } from "../../ui/request.ts";

/** A request about the circles of a community. */
export interface CircleVisit {
  readonly c: PageContext;
  readonly application: Application;
  readonly community: Community;
  readonly isSteward: boolean;
  /** Whether the community shows its members to the reader. */
  readonly seesMembers: boolean;
}

/** Where the circles of a community are. */
export function circlesPath({ handle }: { readonly handle: string }): string {
  return `/communities/${handle}/circles`;
}
