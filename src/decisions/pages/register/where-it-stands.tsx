import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Citing } from "../../store/register/citations.read.ts";
import { postPath, proposalPath } from "../addresses.ts";
import { consentPath } from "../consent/consent-visit.ts";
import type { DecisionPageView } from "./decision-page-view.ts";
import { decisionPath } from "./register-paths.ts";

/** Precedents, what cites it, its lasting address and its place in the log. */
export function WhereItStands({ view }: { readonly view: DecisionPageView }) {
  const { visit, precedents, cited, place } = view;
  const { c, decision, application } = visit;
  const { t } = c.var;
  const facts = [
    {
      term: t("decisions.register.fact.address"),
      definition: <code class="version-hash">{new URL(decisionPath(decision), application.origin).href}</code>,
    },
    ...(place === undefined
      ? []
      : [
          {
            term: t("decisions.register.fact.place"),
            definition: (
              <>
                {t("decisions.register.entry", { sequence: place.sequence })}
                <br />
                <code class="version-hash">{place.hash}</code>
              </>
            ),
          },
        ]),
  ];
  return (
    <>
      {(precedents.length > 0 || cited.length > 0) && (
        <Section
          id="precedents"
          title={t("decisions.register.section.precedents")}
          explained={t("decisions.register.precedent-is")}
        >
          {precedents.length > 0 && (
            <>
              <p>{t("decisions.register.cites")}</p>
              <ul class="rules">
                {precedents.map((precedent) => (
                  <li>
                    <a href={decisionPath(precedent)}>
                      <UserName name={precedent.title} />
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {cited.length > 0 && (
            <>
              <p>{t("decisions.register.cited-in")}</p>
              <ul class="rules">
                {cited.map((citing) => (
                  <li>
                    {t(`decisions.register.citing.${citing.kind}`)}{" "}
                    <a href={pathOf(citing)}>
                      <UserName name={citing.thread} />
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
      <Section id="record" title={t("decisions.register.section.record")} explained={t("decisions.register.record-is")}>
        <DefinitionList definitions={facts} />
      </Section>
    </>
  );
}

function pathOf({ kind, about }: Citing): string {
  switch (kind) {
    case "post":
      return postPath({ id: about });
    case "proposal":
      return proposalPath({ id: about });
    case "consent":
      return consentPath({ id: about });
    case "decision":
      return decisionPath({ id: about });
  }
}
