import { peopleByHandle } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";

/** The id of whoever a field names: as it was picked, or of the handle that was written; what names nobody stays as it is, to be refused. */
export async function personNamed(application: Application, written: string): Promise<string> {
  if (!written.includes("@")) return written;
  const [personId] = await peopleByHandle(application.read, [`@${written.replace(/^@/, "").toLowerCase()}`]);
  return personId ?? "nobody";
}
