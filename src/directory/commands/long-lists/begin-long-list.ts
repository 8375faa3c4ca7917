import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { ReadList } from "../../model/listed-place.ts";
import { insertLongList } from "../../store/long-lists/long-lists.write.ts";

/** The kind of the jobs that take over the next part of a list, each under the id of its list. */
export const partJob = "directory/take-over-part";

/** So many places are taken over in one transaction: others wait for no longer than that takes. */
const PER_PART = 50;

/** Keeps a list that is too long to be taken over while one waits, and has its first part taken over now. */
export async function beginLongList(
  context: CommandContext,
  { name, places, passedOver, isWhole }: ReadList & { readonly name: string; readonly isWhole: boolean },
) {
  const id = context.ids.next<"long-list">();
  const list = { id, name, places, passedOver: passedOver.length, perPart: PER_PART, at: context.now };
  await insertLongList(context.db, list);
  await context.schedule({ kind: partJob, key: id, due: context.now, payload: { part: 0, isWhole } });
  const payload = { listId: id, places: places.length, passedOver: passedOver.length };
  context.emit({ name: "directory-long-list-begun", version: 1, payload });
  return { added: 0, known: 0, optedOut: 0, passedOver: passedOver.length, reasons: [], isLong: true };
}
