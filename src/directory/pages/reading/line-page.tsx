import type { Community } from "../../../communities/index.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { DescribedEntry } from "../../model/entry.ts";
import { filterOfPolicy, policyNames, type AdoptedPolicy } from "../../model/reading/adopted-policy.ts";
import { filterPath } from "../directory-paths.ts";
import { EntryLine } from "../entry-line.tsx";
import { AdoptedLine } from "./adopted-line.tsx";
import { linePath } from "./reading-paths.ts";

interface LinePageProps {
  readonly c: PageContext;
  readonly community: Community;
  readonly isSteward: boolean;
  readonly adopted: AdoptedPolicy | undefined;
  readonly entries: readonly DescribedEntry[];
  readonly count: number;
  readonly form: FormState;
}

/** The directory as a community reads it: by the line it drew, which stewards may draw anew. */
export function LinePage({ c, community, isSteward, adopted, entries, count, form }: LinePageProps) {
  const { frame, t } = c.var;
  const policy = adopted?.policy ?? "all";
  const done = hasFaults(form) ? undefined : doneKey(c, ["line-adopted"]);
  const path = `/communities/${community.handle}`;
  return (
    <Page
      frame={frame}
      title={t("directory.line.title")}
      community={{ name: community.name, path, hue: community.hue }}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={{ policy: t("directory.line.choose") }} />
        ) : (
          <Notice t={t} what={t(`directory.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("directory.line.title")}
          sentence={t("directory.line.sentence", { community: community.name })}
          community={
            <a href={path}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      subject={
        <>
          <AdoptedLine t={t} adopted={adopted} />
          {adopted !== undefined && <p>{t(`directory.line.what.${policy}`)}</p>}
        </>
      }
      act={
        isSteward
          ? {
              panel: (
                <ActPanel title={t("directory.line.choose")}>
                  <Form frame={frame} action={linePath(community)}>
                    <Choice
                      name="policy"
                      label={t("directory.policies")}
                      hint={t("directory.line.who")}
                      form={form}
                      value={policy}
                      options={policyNames.map((name) => ({
                        value: name,
                        label: t(`directory.policy.${name}`),
                        hint: t(`directory.line.what.${name}`),
                      }))}
                    />
                    <Submit>{t("directory.line.adopt")}</Submit>
                  </Form>
                </ActPanel>
              ),
            }
          : undefined
      }
    >
      <Section id="places" title={t("directory.count", { count })}>
        {entries.length === 0 && <Empty what={t("directory.none")} />}
        <ul class="directory-list">
          {entries.map((entry) => (
            <EntryLine c={c} entry={entry} />
          ))}
        </ul>
        <p class="next-step">
          <a href={filterPath(filterOfPolicy(policy))}>{t("directory.line.all")}</a>
        </p>
      </Section>
    </Page>
  );
}
