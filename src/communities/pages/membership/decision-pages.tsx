import type { Child } from "hono/jsx";
import { describePerson, type PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserText } from "../../../ui/text.tsx";
import { applicationOf } from "../../store/admissions.read.ts";
import { listenerByUri, type Listener } from "../../store/listeners.read.ts";
import { underCommunity } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";

/** Somebody who asked to join, and why. */
export interface Applicant {
  readonly person: PersonDescription;
  readonly reason: string;
}

/** The applicant with this id, if there is one. */
export async function readApplication(visit: CommunityVisit, personId: string): Promise<Applicant | undefined> {
  const { application, community } = visit;
  const asked = await applicationOf(application.read, community.id, personId);
  const person = asked === undefined ? undefined : await describePerson(application.read, personId);
  return asked === undefined || person === undefined ? undefined : { person, reason: asked.reason };
}

/** Whoever waits to listen under this URI, if anybody. */
export async function readWaitingListener(visit: CommunityVisit, uri: string): Promise<Listener | undefined> {
  const listener = await listenerByUri(visit.application.read, visit.community.id, uri);
  return listener?.waits === true ? listener : undefined;
}

interface ApplicationPageProps {
  readonly visit: CommunityVisit;
  readonly applicant: Applicant;
  readonly form: FormState;
}

/** A yes or a no to somebody who asks to join. */
export function ApplicationPage({ visit, applicant, form }: ApplicationPageProps) {
  const { t } = visit.c.var;
  return (
    <DecisionPage
      visit={visit}
      form={form}
      title={t("communities.application.title")}
      who={<PersonName t={t} person={applicant.person} href={applicant.person.url} />}
      action={underCommunity(visit.community, "admissions", "applications", applicant.person.id)}
      yes={t("communities.application.approve")}
      no={t("communities.application.decline")}
    >
      <UserText text={applicant.reason} />
    </DecisionPage>
  );
}

interface ListenerPageProps {
  readonly visit: CommunityVisit;
  readonly listener: Listener;
  readonly form: FormState;
}

/** A yes or a no to somebody who asks to listen. */
export function ListenerPage({ visit, listener, form }: ListenerPageProps) {
  const { t } = visit.c.var;
  return (
    <DecisionPage
      visit={visit}
      form={form}
      title={t("communities.listener.title")}
      who={<Handle t={t} handle={listener.handle} href={listener.uri} />}
      action={underCommunity(visit.community, "admissions", "listeners")}
      carried={{ uri: listener.uri }}
      yes={t("communities.listener.approve")}
      no={t("communities.listener.decline")}
    />
  );
}

interface DecisionPageProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  readonly title: string;
  readonly who: Child;
  readonly action: string;
  readonly carried?: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  readonly children?: Child;
}

function DecisionPage({ visit, form, title, who, action, carried = {}, yes, no, children }: DecisionPageProps) {
  const { frame, t } = visit.c.var;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(visit.community)}
      notice={<RefusalSummary form={form} fields={{ reason: t("communities.field.reason") }} />}
      head={<PageHead frame={frame} kind={title} name={who} />}
      act={{
        panel: (
          <ActPanel title={t("communities.decision.title")}>
            <Form frame={frame} action={action}>
              {Object.entries(carried).map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
              <TextArea
                name="reason"
                label={t("communities.field.reason")}
                hint={t("communities.decision.no-needs-reason")}
                form={form}
                maxlength={2_000}
                optional
              />
              <Submit name="decision" value="approve">
                {yes}
              </Submit>
              <Submit kind="stop" name="decision" value="decline">
                {no}
              </Submit>
            </Form>
          </ActPanel>
        ),
      }}
      unlisted
    >
      {children}
    </Page>
  );
}
