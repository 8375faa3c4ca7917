import { isBlocked } from "../../../communities/index.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { mostTargets, readTargets, type ReadTargets, type SkippedRow } from "../../model/outreach/read-targets.ts";
import type { TypedTarget } from "../../model/outreach/target.ts";
import { targetsOf } from "../../store/outreach/targets.read.ts";
import type { GatheringVisit } from "../visit.ts";

/** What a form's list says, by itself. */
export function readSentList(sent: FormInput): ReadTargets {
  const filter = {
    country: textOf(sent, "country"),
    language: textOf(sent, "language"),
    software: textOf(sent, "software"),
  };
  return readTargets(rowsFrom(textOf(sent, "list")), filter);
}

/** A list without those who are on the gathering's board, or whose server the community keeps out. */
export async function withoutKnown(
  { application, gathering }: GatheringVisit,
  list: ReadTargets,
): Promise<ReadTargets> {
  const { read } = application;
  const listed = await targetsOf(read, gathering.id, { after: "", limit: mostTargets });
  const onBoard = new Set(listed.map(({ address }) => address));
  const hosts = new Set(list.targets.filter(({ kind }) => kind !== "email").map(hostOf));
  const keptOut = new Set<string>();
  for (const host of [...hosts].slice(0, mostTargets)) {
    if (await isBlocked(read, gathering.communityId, { host })) keptOut.add(host);
  }
  const skipped: SkippedRow[] = [];
  const targets = list.targets.filter((target) => {
    const what = target.address;
    if (onBoard.has(what)) skipped.push({ what, reason: "on-board" });
    else if (target.kind !== "email" && keptOut.has(hostOf(target))) skipped.push({ what, reason: "kept-out" });
    else return true;
    return false;
  });
  return { targets, skipped: [...list.skipped, ...skipped] };
}

function hostOf({ address }: Pick<TypedTarget, "address">): string {
  return address.split("@").at(-1) ?? "";
}
