import type { Application } from "../../../kernel/application.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { isSameMatter, matterOf, type Charter } from "../../model/charter/charter.ts";
import { amendmentOf, charterVersion } from "../../store/charter/charter.read.ts";

/** What a proposal or a consent process says to the fediverse, with what it would change in the charter where it amends it, before the address at its end. */
export async function withAmendment(
  { read }: Application,
  proposal: { readonly id: string; readonly communityId: string },
  t: Translator,
  paragraphs: readonly string[],
): Promise<readonly string[]> {
  const amendment = await amendmentOf(read, proposal.id);
  const base =
    amendment === undefined ? undefined : await charterVersion(read, proposal.communityId, amendment.baseVersion);
  if (amendment === undefined || base === undefined) return paragraphs;
  const said = t("decisions.charter.fediverse.changes", { parts: t.list(partsChanged(t, base, amendment)) });
  return [...paragraphs.slice(0, -1), said, ...paragraphs.slice(-1)];
}

function partsChanged(t: Translator, base: Charter, amendment: Charter): readonly string[] {
  const part = (name: string, is: "new" | "changed" | "gone") =>
    t("decisions.charter.fediverse.part", { name, what: t(`decisions.charter.part-is.${is}`) });
  const opening = t("decisions.charter.field.opening");
  return [
    ...(base.opening === amendment.opening ? [] : [part(opening, "changed")]),
    ...amendment.matters.flatMap((matter) => {
      const before = matterOf(base, matter.id);
      if (isSameMatter(matter, before)) return [];
      return [part(matter.name, before === undefined ? "new" : "changed")];
    }),
    ...base.matters.flatMap(({ id, name }) => (matterOf(amendment, id) === undefined ? [part(name, "gone")] : [])),
  ];
}
