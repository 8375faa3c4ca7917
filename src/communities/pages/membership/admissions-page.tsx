import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserText } from "../../../ui/text.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import type { Admissions } from "./admissions-view.ts";

const acts = [
  "approved",
  "declined",
  "listener-approved",
  "listener-declined",
  "invited",
  "invitation-withdrawn",
  "link-withdrawn",
] as const;

/** What the page may say was done. */
export type AdmissionsDone = (typeof acts)[number];

interface AdmissionsPageProps {
  readonly visit: CommunityVisit;
  readonly admissions: Admissions;
  readonly form: FormState;
  /** An invitation link just made, to be shown this once. */
  readonly link?: string | undefined;
}

/** Who waits to come in, and who is asked to. */
export function AdmissionsPage({ visit, admissions, form, link }: AdmissionsPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.admissions.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<AdmissionsNotice visit={visit} form={form} link={link} admissions={admissions} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.admissions.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      act={{ label: t("communities.invite.label"), panel: <InvitePanel visit={visit} form={form} /> }}
      unlisted
    >
      <Applications visit={visit} admissions={admissions} />
      <Listeners visit={visit} admissions={admissions} />
      <Invitations visit={visit} admissions={admissions} />
      <Links visit={visit} admissions={admissions} />
    </Page>
  );
}

function AdmissionsNotice({ visit: { c }, form, link }: AdmissionsPageProps) {
  const { t } = c.var;
  if (hasFaults(form)) return <RefusalSummary form={form} fields={inviteLabels(form)} />;
  if (link !== undefined) {
    return (
      <Notice t={t} what={t("communities.link.made")} told={t("communities.link.shown-once")}>
        <koinon-copy data-text={link} data-copy={t("ui.handle.copy")} data-copied={t("ui.handle.copied")}>
          <code>{link}</code>
        </koinon-copy>
        <p>
          <a href={mailWith(t("communities.link.mail-subject"), t("communities.link.mail-words", { link }))}>
            {t("communities.link.by-mail")}
          </a>
        </p>
      </Notice>
    );
  }
  const done = doneKey(c, acts);
  return done === undefined ? null : <Notice t={t} what={t(`communities.done.${done}`)} />;
}

function mailWith(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function inviteLabels({ t }: FormState) {
  const names = ["invited", "note", "uses", "days"];
  return Object.fromEntries(names.map((name) => [name, t(`communities.field.${name}`)]));
}

function InvitePanel({ visit, form }: Pick<AdmissionsPageProps, "visit" | "form">) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const label = (name: string) => ({ name, label: t(`communities.field.${name}`), form });
  return (
    <ActPanel title={t("communities.invite.title")}>
      <h3>{t("communities.invite.by-name")}</h3>
      <Form frame={frame} action={underCommunity(community, "admissions", "invitations")}>
        <Field {...label("invited")} hint={t("communities.field.invited-hint")} maxlength={500} autocomplete="off" />
        <TextArea {...label("note")} hint={t("communities.field.note-hint")} rows={2} maxlength={2_000} optional />
        <Submit>{t("communities.invite.submit")}</Submit>
      </Form>
      <h3>{t("communities.invite.by-link")}</h3>
      <Form frame={frame} action={underCommunity(community, "admissions", "links")}>
        <Field {...label("uses")} type="number" min={1} max={500} value={10} />
        <Field {...label("days")} type="number" min={1} max={90} value={14} />
        <Submit kind="quiet">{t("communities.link.submit")}</Submit>
      </Form>
    </ActPanel>
  );
}

interface PartProps {
  readonly visit: CommunityVisit;
  readonly admissions: Admissions;
}

function Applications({ visit, admissions }: PartProps) {
  const { t } = visit.c.var;
  return (
    <Section id="applications" title={t("communities.admissions.applications")}>
      {admissions.applications.length === 0 ? (
        <Empty what={t("communities.admissions.no-applications")} />
      ) : (
        <ul class="waiting-list">
          {admissions.applications.map(({ personId, reason, appliedAt }) => (
            <li>
              <p>
                <PersonName t={t} person={admissions.people.get(personId)} />
              </p>
              <UserText text={reason} />
              <p>
                <BriefTime t={t} instant={appliedAt} />{" "}
                <a href={underCommunity(visit.community, "admissions", "applications", personId)}>
                  {t("communities.admissions.decide")}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Listeners({ visit, admissions }: PartProps) {
  const { t } = visit.c.var;
  if (admissions.listeners.length === 0 && !visit.community.approvesListeners) return null;
  const here = underCommunity(visit.community, "admissions", "listeners");
  return (
    <Section id="listeners" title={t("communities.admissions.listeners")} explained={t("communities.term.listening")}>
      {admissions.listeners.length === 0 ? (
        <Empty what={t("communities.admissions.no-listeners")} />
      ) : (
        <ul class="waiting-list">
          {admissions.listeners.map(({ uri, handle, since }) => (
            <li>
              <Handle t={t} handle={handle} href={uri} /> <BriefTime t={t} instant={since} />{" "}
              <a href={`${here}?uri=${encodeURIComponent(uri)}`}>{t("communities.admissions.decide")}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Invitations({ visit, admissions }: PartProps) {
  const { frame, t } = visit.c.var;
  if (admissions.invitations.length === 0) return null;
  return (
    <Section id="invitations" title={t("communities.admissions.invitations")}>
      <ul class="waiting-list">
        {admissions.invitations.map(({ personId, invitedAt, note }) => (
          <li>
            <p>
              <PersonName t={t} person={admissions.people.get(personId)} /> <BriefTime t={t} instant={invitedAt} />
            </p>
            {note !== "" && <UserText text={note} />}
            <Form
              frame={frame}
              action={underCommunity(visit.community, "admissions", "invitations", personId, "withdrawal")}
            >
              <Submit kind="quiet">{t("communities.invite.withdraw")}</Submit>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Links({ visit, admissions }: PartProps) {
  const { frame, t } = visit.c.var;
  if (admissions.links.length === 0) return null;
  return (
    <Section id="invitation-links" title={t("communities.admissions.links")}>
      <ul class="waiting-list">
        {admissions.links.map((link) => (
          <li>
            <p>
              {t.rich(
                "communities.link.uses-left",
                { time: () => <TimeText t={t} instant={link.expiresAt} /> },
                { uses: link.usesLeft },
              )}
            </p>
            <Form frame={frame} action={underCommunity(visit.community, "admissions", "links", link.id, "withdrawal")}>
              <Submit kind="quiet">{t("communities.link.withdraw")}</Submit>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
