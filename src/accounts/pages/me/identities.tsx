import type { Child } from "hono/jsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { chooseMainIdentity, removeIdentity as remove } from "../../commands/people/remove-identity.ts";
import type { OwnActor, OwnAddress } from "../../store/identities.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInPath } from "../sign-in-path.ts";

interface IdentitiesProps {
  readonly c: PageContext;
  readonly actors: readonly OwnActor[];
  readonly addresses: readonly OwnAddress[];
  /** The handle by which the reader is shown. */
  readonly main: string | undefined;
}

/** The accounts and addresses by which the reader is known here. */
export function Identities({ c, actors, addresses, main }: IdentitiesProps): Child {
  const { t } = c.var;
  const isOnly = actors.length + addresses.length === 1;
  return (
    <Section title={t("accounts.me.identities")} id="identities" explained={t("accounts.me.identities-words")}>
      {actors.length + addresses.length === 0 && <Notice t={t} meaning="careful" what={t("accounts.me.no-way-back")} />}
      <ul class="own-list">
        {actors.map(({ id, handle, url }) => (
          <li>
            <Handle t={t} handle={handle} href={url} /> {handle === main && <span>{t("accounts.me.is-main")}</span>}
            {handle !== main && (
              <IdentityAct c={c} id={id} action="/me/identities/main" label={t("accounts.me.make-main-of", { handle })}>
                {t("accounts.me.make-main")}
              </IdentityAct>
            )}
            {!isOnly && <Removal c={c} id={id} name={handle} />}
          </li>
        ))}
        {addresses.map(({ id, address }) => (
          <li>
            <span>{address}</span> <span>{t("accounts.me.address-unseen")}</span>
            {!isOnly && <Removal c={c} id={id} name={address} />}
          </li>
        ))}
      </ul>
      <p class="next-step">
        <LinkButton href={signInPath("/me")} kind="quiet">
          {t("accounts.me.add-identity")}
        </LinkButton>
      </p>
    </Section>
  );
}

function Removal({ c, id, name }: { readonly c: PageContext; readonly id: string; readonly name: string }) {
  const { t } = c.var;
  return (
    <IdentityAct c={c} id={id} action="/me/identities/removal" label={t("accounts.me.remove-of", { name })}>
      {t("accounts.me.remove")}
    </IdentityAct>
  );
}

interface IdentityActProps {
  readonly c: PageContext;
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly children?: Child;
}

function IdentityAct({ c, id, action, label, children }: IdentityActProps) {
  return (
    <Form frame={c.var.frame} action={action}>
      <input type="hidden" name="identity" value={id} />
      <Submit kind="quiet" label={label}>
        {children}
      </Submit>
    </Form>
  );
}

/** `POST /me/identities/main` */
export async function chooseMain(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const identityId = textOf(sentForm(c), "identity");
  const result = await application.execute(chooseMainIdentity, { identityId }, byReader(c));
  return result.ok ? seeOther(c, "/me", "main-chosen") : refusalPage(c, result.refusal);
}

/** `POST /me/identities/removal` */
export async function removeIdentity(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const identityId = textOf(sentForm(c), "identity");
  const result = await application.execute(remove, { identityId }, byReader(c));
  return result.ok ? seeOther(c, "/me", "identity-removed") : refusalPage(c, result.refusal);
}
