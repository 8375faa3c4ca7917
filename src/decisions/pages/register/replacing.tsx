import { Details, Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { wordDiff } from "../../model/consent/word-diff.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import type { DecisionPageView } from "./decision-page-view.ts";
import { decisionPath } from "./register-paths.ts";

/** What it took the place of and what took its place, with what changed word by word. */
export function Replacing({ view }: { readonly view: DecisionPageView }) {
  const { visit, replaces, replacedBy } = view;
  const { c, decision } = visit;
  const { t } = c.var;
  if (replaces === undefined && replacedBy === undefined) return null;
  return (
    <Section id="replacing" title={t("decisions.register.section.replacing")}>
      {replaces !== undefined && (
        <>
          <p>
            {t("decisions.register.replaces")} <DecisionLink decision={replaces} />
          </p>
          <WordsChanged summary={t("decisions.register.changed-from")} before={replaces} after={decision} />
        </>
      )}
      {replacedBy !== undefined && (
        <>
          <p>
            {t("decisions.register.replaced-by")} <DecisionLink decision={replacedBy} />
          </p>
          <WordsChanged summary={t("decisions.register.changed-to")} before={decision} after={replacedBy} />
        </>
      )}
    </Section>
  );
}

function DecisionLink({ decision }: { readonly decision: AdoptedDecision }) {
  return (
    <a href={decisionPath(decision)}>
      <UserName name={decision.title} />
    </a>
  );
}

interface WordsChangedProps {
  readonly summary: string;
  readonly before: AdoptedDecision;
  readonly after: AdoptedDecision;
}

/** What changed, word by word; also said where somebody hears it instead of seeing it. */
function WordsChanged({ summary, before, after }: WordsChangedProps) {
  return (
    <Details summary={summary}>
      <p class="word-diff">
        {wordDiff(before.text, after.text).map(({ is, text }) => {
          if (is === "gone") return <del>{text}</del>;
          return is === "new" ? <ins>{text}</ins> : text;
        })}
      </p>
    </Details>
  );
}
