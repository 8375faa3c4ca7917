import type { Database } from "../../../kernel/database/database.ts";
import type { PageContext } from "../../../ui/request.ts";
import { speaksFor } from "../../commands/verification/speaks-for.ts";
import type { DescribedEntry } from "../../model/entry.ts";

/** Whether the reader speaks for this place. */
export async function speaksHere(c: PageContext, read: Database, entry: DescribedEntry): Promise<boolean> {
  const { person } = c.var.reader;
  if (person === undefined) return false;
  return speaksFor({ db: read, actor: { kind: "person", personId: person.id } }, entry);
}
