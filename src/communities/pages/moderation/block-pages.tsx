import type { Child } from "hono/jsx";
import type { PersonDescription } from "../../../accounts/index.ts";
import { shownHost } from "../../../kernel/text/handle.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import { hasFaults, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserText } from "../../../ui/text.tsx";
import { blockLevels } from "../../model/block.ts";
import type { Block } from "../../store/blocks.read.ts";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

/** The forms of the page that were sent and refused; the others stand untouched. */
export interface BlockForms {
  readonly block?: FormState;
  readonly list?: FormState;
}

interface BlocksPageProps {
  readonly visit: CommunityVisit;
  readonly people: readonly Block[];
  readonly hosts: readonly Block[];
  readonly described: ReadonlyMap<string, PersonDescription>;
  readonly forms: BlockForms;
  readonly hasMore: boolean;
}

/** Whom the community keeps out, and why. */
export function BlocksPage(props: BlocksPageProps) {
  const { visit, forms, hosts, hasMore } = props;
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.blocks.title");
  const refusedOne = forms.block ?? forms.list ?? untouchedForm(t);
  const done = hasFaults(refusedOne) ? undefined : doneKey(c, ["blocked", "list-taken", "lifted"]);
  const here = underCommunity(community, "blocks");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        done === undefined ? (
          <RefusalSummary form={refusedOne} fields={blockLabels(refusedOne)} />
        ) : (
          <Notice t={t} what={t(`communities.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.blocks.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      act={{
        label: t("communities.blocks.label"),
        panel: <BlockPanel visit={visit} form={forms.block ?? untouchedForm(t)} />,
      }}
      unlisted
    >
      <BlockedPeople {...props} />
      <BlockedHosts {...props} />
      <Pagination t={t} label={title} next={hasMore ? `${here}?after=${hosts.at(-1)?.subject ?? ""}` : undefined} />
      <ListForms visit={visit} form={forms.list ?? untouchedForm(t)} />
    </Page>
  );
}

function blockLabels({ t }: FormState): Readonly<Record<string, string>> {
  return {
    subject: t("communities.field.subject"),
    level: t("communities.field.level"),
    reason: t("communities.field.reason"),
    list: t("communities.field.list"),
    listReason: t("communities.field.reason"),
  };
}

function BlockPanel({ visit, form }: { readonly visit: CommunityVisit; readonly form: FormState }) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const labels = blockLabels(form);
  const label = (name: string) => ({ name, label: labels[name] ?? name, form });
  return (
    <ActPanel title={t("communities.blocks.act")}>
      <Form frame={frame} action={underCommunity(community, "blocks")}>
        <Field
          {...label("subject")}
          hint={t("communities.field.subject-hint")}
          value={c.req.query("about") ?? ""}
          maxlength={500}
          autocomplete="off"
        />
        <Choice
          {...label("level")}
          options={blockLevels.map((level) => ({
            value: level,
            label: t(`communities.level.${level}`),
            hint: t(`communities.level.${level}-means`),
          }))}
        />
        <TextArea {...label("reason")} hint={t("communities.decision.on-record")} rows={3} maxlength={2_000} />
        <VisibilityLine>{t("communities.blocks.visible")}</VisibilityLine>
        <Submit kind="stop">{t("communities.blocks.submit")}</Submit>
      </Form>
    </ActPanel>
  );
}

function BlockedPeople({ visit, people, described }: BlocksPageProps) {
  const { t } = visit.c.var;
  return (
    <Section id="people" title={t("communities.blocks.people")}>
      {people.length === 0 ? (
        <Empty what={t("communities.blocks.no-people")} />
      ) : (
        <ul class="waiting-list">
          {people.map((block) => (
            <BlockItem visit={visit} block={block} who={<PersonName t={t} person={described.get(block.subject)} />} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function BlockedHosts({ visit, hosts }: BlocksPageProps) {
  const { t } = visit.c.var;
  return (
    <Section id="hosts" title={t("communities.blocks.hosts")} explained={t("communities.blocks.hosts-explained")}>
      {hosts.length === 0 ? (
        <Empty what={t("communities.blocks.no-hosts")} />
      ) : (
        <ul class="waiting-list">
          {hosts.map((block) => (
            <BlockItem visit={visit} block={block} who={<bdi>{shownHost(block.subject)}</bdi>} />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface BlockItemProps {
  readonly visit: CommunityVisit;
  readonly block: Block;
  readonly who: Child;
}

function BlockItem({ visit, block, who }: BlockItemProps) {
  const { t } = visit.c.var;
  const query = new URLSearchParams({ kind: block.kind, subject: block.subject });
  return (
    <li>
      <p>{who}</p>
      <UserText text={block.reason} />
      <DefinitionList
        definitions={[
          { term: t("communities.field.level"), definition: t(`communities.level.${block.level}`) },
          { term: t("communities.blocks.since"), definition: <BriefTime t={t} instant={block.decidedAt} /> },
        ]}
      />
      <p>
        <a href={`${underCommunity(visit.community, "blocks", "lifting")}?${query}`}>{t("communities.blocks.lift")}</a>
      </p>
    </li>
  );
}

function ListForms({ visit, form }: { readonly visit: CommunityVisit; readonly form: FormState }) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  return (
    <Details summary={t("communities.blocks.lists")}>
      <p>
        <a href={underCommunity(community, "blocks", "list.csv")}>{t("communities.blocks.export")}</a>
      </p>
      <Form frame={frame} action={underCommunity(community, "blocks", "list")} label={t("communities.blocks.import")}>
        <TextArea
          name="list"
          label={t("communities.field.list")}
          hint={t("communities.field.list-hint")}
          form={form}
          rows={6}
          maxlength={400_000}
        />
        <TextArea
          name="listReason"
          label={t("communities.field.reason")}
          hint={t("communities.decision.on-record")}
          form={form}
          rows={2}
          maxlength={2_000}
        />
        <Submit kind="stop">{t("communities.blocks.import")}</Submit>
      </Form>
    </Details>
  );
}

interface LiftPageProps {
  readonly visit: CommunityVisit;
  readonly block: Block;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly form: FormState;
}

/** Letting somebody in again. */
export function LiftPage({ visit, block, people, form }: LiftPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.blocks.lift-title");
  const who =
    block.kind === "host" ? (
      <bdi>{shownHost(block.subject)}</bdi>
    ) : (
      <PersonName t={t} person={people.get(block.subject)} />
    );
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={blockLabels(form)} />}
      head={<PageHead frame={frame} kind={title} name={who} sentence={t(`communities.level.${block.level}-means`)} />}
      act={{
        panel: (
          <ActPanel title={t("communities.blocks.lift-act")}>
            <Form frame={frame} action={underCommunity(community, "blocks", "lifting")}>
              <input type="hidden" name="kind" value={block.kind} />
              <input type="hidden" name="subject" value={block.subject} />
              <TextArea
                name="reason"
                label={t("communities.field.reason")}
                hint={t("communities.decision.on-record")}
                form={form}
                maxlength={2_000}
              />
              <Submit>{t("communities.blocks.lift-submit")}</Submit>
            </Form>
          </ActPanel>
        ),
      }}
      unlisted
    >
      <UserText text={block.reason} />
      <p>
        <PersonName t={t} person={people.get(block.decidedBy)} /> <TimeText t={t} instant={block.decidedAt} />
      </p>
    </Page>
  );
}
