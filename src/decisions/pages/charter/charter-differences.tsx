import type { Translator } from "../../../kernel/i18n/translator.ts";
import { UserName } from "../../../ui/text.tsx";
import { isSameMatter, matterOf, type Charter, type Matter } from "../../model/charter/charter.ts";
import { Differences } from "./differences.tsx";
import { matterInWords, wayName } from "./matter-words.ts";

interface CharterDifferencesProps {
  readonly t: Translator;
  readonly before: Charter;
  readonly after: Charter;
}

/** What changes from one charter to another: the opening words and each matter, as far as they differ. */
export function CharterDifferences({ t, before, after }: CharterDifferencesProps) {
  const gone = before.matters.filter(({ id }) => matterOf(after, id) === undefined);
  const changed = after.matters.filter((matter) => !isSameMatter(matter, matterOf(before, matter.id)));
  return (
    <>
      {before.opening !== after.opening && <Differences before={before.opening} after={after.opening} />}
      {[...changed, ...gone].map(({ id }) => (
        <MatterDifference t={t} before={matterOf(before, id)} after={matterOf(after, id)} />
      ))}
      <p class="term-line">{t("decisions.charter.rest-stays")}</p>
    </>
  );
}

interface MatterDifferenceProps {
  readonly t: Translator;
  readonly before: Matter | undefined;
  readonly after: Matter | undefined;
}

function MatterDifference({ t, before, after }: MatterDifferenceProps) {
  const kind = before === undefined ? "new" : after === undefined ? "gone" : "changed";
  return (
    <>
      <h3>
        <UserName name={after?.name ?? before?.name ?? ""} /> · {t(`decisions.charter.part-is.${kind}`)}
      </h3>
      <Differences before={linesOf(t, before)} after={linesOf(t, after)} />
    </>
  );
}

function linesOf(t: Translator, matter: Matter | undefined): string {
  return matter === undefined ? "" : [matter.name, wayName(t, matter.way), ...matterInWords(t, matter)].join("\n");
}
