import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { Contact } from "../../store/elsewhere/contacts.read.ts";
import type { ElsewhereView } from "./elsewhere-view.ts";
import { contactPath } from "./exchange.tsx";

/** Whom the reader follows elsewhere, how it stands, and the way out of it. */
export function Followed({ view }: { readonly view: ElsewhereView }) {
  const { t } = view.c.var;
  const followed = view.contacts.filter(({ follow }) => follow !== undefined);
  return (
    <Section title={t("accounts.elsewhere.followed")} id="followed">
      {followed.length === 0 ? (
        <Empty what={t("accounts.elsewhere.none-followed")} />
      ) : (
        <ul class="own-list">
          {followed.map((contact) => (
            <li>
              <Person t={t} name={contact.name} handle={contact.handle} href={contactPath(contact)} />
              <span>{t(`accounts.elsewhere.follow.${contact.follow}`)}</span>
              <Unfollow view={view} contact={contact} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The way out of following. */
export function Unfollow({ view, contact }: { readonly view: ElsewhereView; readonly contact: Contact }) {
  const { frame, t } = view.c.var;
  return (
    <Form frame={frame} action={`${contactPath(contact)}/unfollow`}>
      <Submit kind="quiet" label={t("accounts.elsewhere.unfollow-of", { name: contact.name })}>
        {t("accounts.elsewhere.unfollow")}
      </Submit>
    </Form>
  );
}
