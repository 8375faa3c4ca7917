import type { PersonDescription } from "../../accounts/index.ts";
import { Form } from "../../ui/components/form.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../ui/components/refusal-summary.tsx";
import { Details } from "../../ui/components/section.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import type { FormState } from "../../ui/form-state.ts";
import { Page } from "../../ui/layout.tsx";
import { UserName } from "../../ui/text.tsx";
import type { Circle } from "../model/circle.ts";
import { CircleForm, circleLabels } from "./circle-form.tsx";
import { circlesPath, type CircleVisit } from "./circle-visit.ts";

interface CirclePageProps {
  readonly visit: CircleVisit;
  readonly circle: Circle;
  readonly people: readonly PersonDescription[];
  readonly form: FormState;
}

/** One circle, for those who keep it. */
export function CirclePage({ visit, circle, people, form }: CirclePageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const path = `${circlesPath(community)}/${circle.id}`;
  const lines = people.map(({ handle, name }) => handle ?? name ?? "");
  return (
    <Page
      frame={frame}
      title={circle.name}
      community={{ name: community.name, path: `/communities/${community.handle}`, hue: community.hue }}
      notice={<RefusalSummary form={form} fields={circleLabels(t)} />}
      head={
        <PageHead
          frame={frame}
          name={<UserName name={circle.name} />}
          community={<a href={circlesPath(community)}>{t("circles.list.title")}</a>}
        />
      }
      unlisted
    >
      <CircleForm
        visit={visit}
        form={form}
        action={path}
        submit={t("circles.save")}
        circle={{ name: circle.name, aim: circle.aim, people: lines.join("\n") }}
      />
      <Details summary={t("circles.end")}>
        <Form frame={frame} action={`${path}/removal`}>
          <p>{t("circles.end-words")}</p>
          <Submit kind="stop">{t("circles.end")}</Submit>
        </Form>
      </Details>
    </Page>
  );
}
