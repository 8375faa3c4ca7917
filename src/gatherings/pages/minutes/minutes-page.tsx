import type { Child } from "hono/jsx";
import { nativeNames } from "../../../kernel/i18n/language.ts";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { actsOnMinutes, MinutesAct } from "./minutes-act.tsx";
import { MinutesText } from "./minutes-text.tsx";
import { minutesPath, type MinutesView } from "./minutes-view.ts";

interface MinutesPageProps {
  readonly view: MinutesView;
  readonly form: FormState;
  readonly notice: Child;
}

/** The minutes of a gathering, from draft to print. */
export function MinutesPage({ view, form, notice }: MinutesPageProps) {
  const { visit, found } = view;
  const { c, gathering, community } = visit;
  const { frame, t } = c.var;
  const isPublished = found.standing === "published";
  const title = t("gatherings.minutes.page.title", { title: gathering.title });
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={notice}
      unlisted={!isPublished}
      alternates={isPublished ? alternatesOf(view, title) : []}
      head={
        <PageHead
          frame={frame}
          kind={t("gatherings.minutes.page.kind")}
          name={<UserName name={title} />}
          sentence={t(`gatherings.minutes.page.sentence.${found.standing}`)}
          community={
            <a href={gatheringPath(gathering)}>
              <UserName name={gathering.title} />
            </a>
          }
        />
      }
      act={actsOnMinutes(view) ? { panel: <MinutesAct view={view} form={form} /> } : undefined}
    >
      <Forms view={view} />
      <MinutesText {...view} />
    </Page>
  );
}

/** When they were published, in which languages they are, and the file. */
function Forms({ view }: { readonly view: MinutesView }) {
  const { visit, found, language } = view;
  const { t } = visit.c.var;
  const path = minutesPath(visit.gathering);
  const { publishedAt } = found.minutes;
  return (
    <>
      {publishedAt !== undefined && (
        <p class="term-line">
          {t("gatherings.minutes.page.published")} <TimeText t={t} instant={publishedAt} />
        </p>
      )}
      <p class="next-step">
        {found.languages.length > 1 &&
          found.languages
            .filter((other) => other !== language)
            .map((other) => (
              <>
                <a href={`${path}?language=${other}`} hreflang={other} lang={other}>
                  {nativeNames[other]}
                </a>{" "}
              </>
            ))}
        <a href={`${path}.md?language=${language}`}>{t("gatherings.minutes.page.markdown")}</a>
      </p>
    </>
  );
}

function alternatesOf({ visit }: MinutesView, title: string) {
  const path = minutesPath(visit.gathering);
  return [
    { type: "application/activity+json", href: path },
    { type: "text/markdown", href: `${path}.md`, title },
  ];
}
