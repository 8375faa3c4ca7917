import type { DocumentAt } from "../ladder/document.ts";
import type { ListAt } from "../open-data/list-at.ts";
import type { ContactNow } from "../verification/proofs.ts";
import type { Look, LookAt } from "./look.ts";

/** How other servers are looked at; where federation is switched off there is none. */
export interface Looking {
  readonly lookAt: LookAt;
  /** The account that a place names as its contact, as its own server describes it now; `look` is what was just seen of the place. */
  contactOf(host: string, look: Look): Promise<ContactNow>;
  /** The list of places that another directory has at an address. */
  readonly listAt: ListAt;
  /** What stands at the address of a document that a place shows. */
  readonly documentAt: DocumentAt;
}
