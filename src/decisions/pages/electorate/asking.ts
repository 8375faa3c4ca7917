import { describePeople } from "../../../accounts/index.ts";
import { circlesOf, type Circle } from "../../../circles/index.ts";
import type { ElectorateKind } from "../../model/electorate/electorate.ts";
import { electorateChosen, namedPeople } from "../../store/electorate/electorates.read.ts";
import type { CommunityVisit } from "../visit.ts";

/** What a form needs that asks whom to ask. */
export interface Asking {
  readonly circles: readonly Circle[];
  /** What a draft says already. */
  readonly chosen: { readonly kind: ElectorateKind; readonly circleId: string; readonly people: string };
}

/** Reads it; `draftId` names a draft that is changed. */
export async function readAsking({ application, community }: CommunityVisit, draftId = ""): Promise<Asking> {
  const { read } = application;
  const [circles, { kind, circleId }, named] = await Promise.all([
    circlesOf(read, community.id),
    electorateChosen(read, draftId),
    namedPeople(read, draftId),
  ]);
  const people = await describePeople(read, named);
  const lines = named.map((id) => people.get(id)?.handle ?? people.get(id)?.name ?? "");
  return { circles, chosen: { kind, circleId, people: lines.join("\n") } };
}
