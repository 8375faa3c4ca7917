import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserText } from "../../../ui/text.tsx";
import { isSameCharter } from "../../model/charter/charter.ts";
import { wordDiff } from "../../model/consent/word-diff.ts";
import type { ConsentVersion } from "../../store/consent/consents.read.ts";
import { CharterDifferences } from "../charter/charter-differences.tsx";
import { PersonName } from "../person-name.tsx";
import type { ConsentView } from "./consent-view.ts";

/** The present words, for how long, and how one will know; and what changed since the version before. */
export function VersionText({ view }: { readonly view: ConsentView }) {
  const { visit, version, versions, people } = view;
  const { c, consent, thread } = visit;
  const { t } = c.var;
  const before = versions.find((one) => one.version === version.version - 1);
  const facts = [
    {
      term: t("decisions.consent.fact.term"),
      definition: t("decisions.consent.months", { months: version.termMonths }),
    },
    ...(version.measures === ""
      ? []
      : [{ term: t("decisions.consent.field.measures"), definition: <UserText text={version.measures} /> }]),
    ...(version.responsible === ""
      ? []
      : [{ term: t("decisions.consent.field.responsible"), definition: version.responsible }]),
    ...(consent.endsOn === undefined
      ? []
      : [{ term: t("decisions.consent.field.endsOn"), definition: t.weekdayDate(consent.endsOn) }]),
  ];
  return (
    <>
      <UserText text={version.text} language={thread.language} />
      <DefinitionList definitions={facts} />
      <p class="statement-by">
        {t("decisions.proposal.by")} <PersonName t={t} person={people.get(consent.authorId)} />
      </p>
      {before !== undefined && <Changes view={view} before={before} after={version} />}
    </>
  );
}

/** Every version but the first, with what changed in it and why. */
export function VersionsShown({ view }: { readonly view: ConsentView }) {
  const { visit, versions, people } = view;
  const { t } = visit.c.var;
  return (
    <ol class="stage-list" reversed>
      {versions.map((version) => {
        const before = versions.find((one) => one.version === version.version - 1);
        return (
          <li>
            <p>
              <strong>{t("decisions.consent.version", { version: version.version })}</strong> ·{" "}
              <PersonName t={t} person={people.get(version.writtenBy)} /> ·{" "}
              <BriefTime t={t} instant={version.writtenAt} />
              {version.integration !== undefined && ` · ${t(`decisions.consent.integration.${version.integration}`)}`}
            </p>
            {version.note !== "" && <UserText text={version.note} />}
            {before !== undefined && <Changes view={view} before={before} after={version} />}
            <p class="version-hash">
              {t("decisions.consent.hash")} <code>{version.hash}</code>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

interface ChangesProps {
  readonly view: ConsentView;
  readonly before: ConsentVersion;
  readonly after: ConsentVersion;
}

/** What changed, word by word; also said where somebody hears it instead of seeing it. */
function Changes({ view, before, after }: ChangesProps) {
  const { t } = view.visit.c.var;
  const texts = [
    [before.text, after.text],
    [before.measures, after.measures],
  ] as const;
  const [oldCharter, charter] = [view.amendments.get(before.version), view.amendments.get(after.version)];
  return (
    <Details summary={t("decisions.consent.changed-since", { version: before.version })}>
      {texts
        .filter(([old, fresh]) => old !== fresh)
        .map(([old, fresh]) => (
          <p class="word-diff">
            {wordDiff(old, fresh).map(({ is, text }) => {
              if (is === "gone") return <del>{text}</del>;
              return is === "new" ? <ins>{text}</ins> : text;
            })}
          </p>
        ))}
      {before.termMonths !== after.termMonths && (
        <p>{t("decisions.consent.term-changed", { before: before.termMonths, after: after.termMonths })}</p>
      )}
      {before.title !== after.title && <p>{t("decisions.consent.title-changed", { title: before.title })}</p>}
      {oldCharter !== undefined && charter !== undefined && !isSameCharter(oldCharter, charter) && (
        <CharterDifferences t={t} before={oldCharter} after={charter} />
      )}
    </Details>
  );
}
