import type { Child } from "hono/jsx";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import { noticeKinds } from "../../model/notice-kinds.ts";
import type { Contact } from "../../model/contact.ts";
import type { PersonId } from "../../model/person.ts";
import { contactOf } from "../../store/contacts.read.ts";
import { actorsOf, addressesOf } from "../../store/identities.read.ts";
import { describePerson, isOperator } from "../../store/people.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { sessionToken } from "../session/session-cookie.ts";
import { signInFirst } from "../sign-in-path.ts";
import { elsewhereSection } from "../elsewhere/my-section.tsx";
import { Identities } from "./identities.tsx";
import { Sessions } from "./sessions.tsx";

const deeds = [
  "identity-added",
  "identity-known",
  "identity-removed",
  "main-chosen",
  "joined",
  "session-ended",
  "sessions-ended",
  "described",
  "ways-chosen",
] as const;

/** `GET /me`: everything of one's own, and the way to change it. */
export async function showMyPage(c: PageContext, services: AccountPageServices): Promise<Response> {
  const { frame, t, reader } = c.var;
  const { application, ownSections } = services;
  const { read, clock } = application;
  if (reader.person === undefined) return signInFirst(c);
  const me = reader.person.id as PersonId;
  const described = await describePerson(read, me);
  const sections = await Promise.all(ownSections.map((section) => section(application, c)));
  const [actors, addresses] = [await actorsOf(read, me), await addressesOf(read, me)];
  const done = doneKey(c, deeds);
  const sessions = await sessionsOf(read, me, hashOfToken(sessionToken(c) ?? ""), clock());
  return c.html(
    <Page
      frame={frame}
      title={t("accounts.me.title")}
      notice={done === undefined ? undefined : <Notice t={t} what={t(`accounts.me.done.${done}`)} />}
      head={
        <PageHead
          frame={frame}
          kind={t("accounts.me.title")}
          name={<UserName name={reader.person.name} />}
          sentence={described?.handle ?? t(addresses.length > 0 ? "accounts.me.no-handle" : "accounts.me.no-identity")}
        >
          <Form frame={frame} action="/sign-out">
            <Submit kind="quiet">{t("accounts.sign-out")}</Submit>
          </Form>
        </PageHead>
      }
      unlisted
    >
      {sections}
      {await elsewhereSection(c, services, me)}
      <Hearing c={c} contact={await contactOf(read, me)} />
      <Identities c={c} actors={actors} addresses={addresses} main={described?.handle} />
      <Sessions c={c} sessions={sessions} />
      <Data c={c} />
      {(await isOperator(read, me)) && <OperatorLink c={c} />}
    </Page>,
  );
}

interface PartProps {
  readonly c: PageContext;
}

function Hearing({ c, contact }: PartProps & { readonly contact: Contact | undefined }): Child {
  const { t, reader } = c.var;
  const quiet = contact?.quietHours;
  const definitions = [
    { term: t("accounts.language"), definition: t.languageName(contact?.language ?? reader.language) },
    { term: t("accounts.zone"), definition: placeOfZone(contact?.zone ?? reader.zone) },
    ...noticeKinds.map((kind) => ({
      term: t(`accounts.kind.${kind}`),
      definition: t(`accounts.way.${contact?.ways[kind] ?? "none"}`),
    })),
    {
      term: t("accounts.quiet-hours"),
      definition: quiet === undefined ? t("accounts.quiet-hours-none") : t("accounts.quiet-hours-of", { ...quiet }),
    },
  ];
  return (
    <Section title={t("accounts.me.hearing")} id="hearing">
      <DefinitionList definitions={definitions} />
      <p class="next-step">
        <LinkButton href="/me/notices" kind="quiet">
          {t("accounts.me.change-ways")}
        </LinkButton>
        <LinkButton href="/me/about" kind="quiet">
          {t("accounts.me.change-about")}
        </LinkButton>
      </p>
    </Section>
  );
}

function Data({ c }: PartProps): Child {
  const { t } = c.var;
  return (
    <Section title={t("accounts.me.data")} id="data">
      <p>{t("accounts.me.data-words")}</p>
      <p class="next-step">
        <LinkButton href="/me/export.json" kind="quiet">
          {t("accounts.me.export-json")}
        </LinkButton>
        <LinkButton href="/me/export.csv" kind="quiet">
          {t("accounts.me.export-csv")}
        </LinkButton>
        <LinkButton href="/me/leave" kind="quiet">
          {t("accounts.me.leave")}
        </LinkButton>
      </p>
    </Section>
  );
}

function OperatorLink({ c }: PartProps): Child {
  const { t } = c.var;
  return (
    <Section title={t("accounts.me.operator")} id="operator">
      <p class="next-step">
        <LinkButton href="/operator" kind="quiet">
          {t("accounts.me.to-operator")}
        </LinkButton>
      </p>
    </Section>
  );
}
