import type { PersonDescription } from "../../accounts/index.ts";
import { doneKey } from "../../ui/after-act.ts";
import { Empty } from "../../ui/components/empty.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { Person } from "../../ui/components/person.tsx";
import { RefusalSummary } from "../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../ui/components/section.tsx";
import { hasFaults, type FormState } from "../../ui/form-state.ts";
import { Page } from "../../ui/layout.tsx";
import { UserName, UserText } from "../../ui/text.tsx";
import type { Circle } from "../model/circle.ts";
import { CircleForm, circleLabels } from "./circle-form.tsx";
import { circlesPath, type CircleVisit } from "./circle-visit.ts";

interface CirclesPageProps {
  readonly visit: CircleVisit;
  readonly circles: readonly { readonly circle: Circle; readonly people: readonly PersonDescription[] }[];
  readonly form: FormState;
}

/** The circles of a community: what each is for, and who is in it. */
export function CirclesPage({ visit, circles, form }: CirclesPageProps) {
  const { c, community, isSteward } = visit;
  const { frame, t } = c.var;
  const title = t("circles.list.title");
  const done = hasFaults(form) ? undefined : doneKey(c, ["kept", "ended"]);
  const path = `/communities/${community.handle}`;
  return (
    <Page
      frame={frame}
      title={title}
      community={{ name: community.name, path, hue: community.hue }}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={circleLabels(t)} />
        ) : (
          <Notice t={t} what={t(`circles.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("circles.list.sentence")}
          community={
            <a href={path}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
    >
      {circles.length === 0 && <Empty what={t("circles.list.none")} />}
      {circles.map(({ circle, people }) => (
        <Section id={`circle-${circle.id}`} title={circle.name}>
          <UserText text={circle.aim} />
          {visit.seesMembers ? (
            <People visit={visit} people={people} />
          ) : (
            <p>{t("circles.count", { count: people.length })}</p>
          )}
          {isSteward && (
            <p class="next-step">
              <a
                href={`${circlesPath(community)}/${circle.id}`}
                aria-label={t("circles.change-one", { circle: circle.name })}
              >
                {t("circles.change")}
              </a>
            </p>
          )}
        </Section>
      ))}
      {isSteward && (
        <Details summary={t("circles.found")} open={hasFaults(form)}>
          <CircleForm visit={visit} form={form} action={circlesPath(community)} submit={t("circles.found")} />
        </Details>
      )}
    </Page>
  );
}

/** So many are named; the others are counted. */
const namedAtMost = 50;

function People({
  visit,
  people,
}: Pick<CirclesPageProps, "visit"> & { readonly people: readonly PersonDescription[] }) {
  const { t } = visit.c.var;
  if (people.length === 0) return <Empty what={t("circles.nobody")} />;
  return (
    <>
      <p>{t("circles.count", { count: people.length })}</p>
      <ul>
        {people.slice(0, namedAtMost).map(({ name, handle, url }) => (
          <li>
            <Person t={t} name={name ?? handle ?? ""} handle={handle} href={url} />
          </li>
        ))}
      </ul>
    </>
  );
}
