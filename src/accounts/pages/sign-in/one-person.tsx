import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { Page } from "../../../ui/layout.tsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, type PageContext } from "../../../ui/request.ts";
import { joinPeople } from "../../commands/people/join-people.ts";
import { describePeople } from "../../store/people.read.ts";
import { joinOffer } from "../../store/sign-in.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { browserHash } from "../session/signing-in-browser.ts";
import { signInFirst } from "../sign-in-path.ts";

/** `GET /sign-in/one-person`: whoever proved to be two people here is asked whether they are one. */
export async function askWhetherOne(c: PageContext, services: AccountPageServices): Promise<Response> {
  const { frame, t, reader } = c.var;
  const { read, clock } = services.application;
  if (reader.person === undefined) return signInFirst(c);
  const offer = await joinOffer(read, browserHash(c), clock());
  if (offer === undefined) return seeOther(c, "/me");
  const described = await describePeople(read, [offer.kept, offer.joined]);
  const title = t("accounts.one-person.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.one-person.words")} />}
      unlisted
    >
      <ActPanel title={t("accounts.one-person.act")}>
        <ul>
          {[offer.kept, offer.joined].map((id) => (
            <li>
              <Person t={t} name={described.get(id)?.name} handle={described.get(id)?.handle} />
            </li>
          ))}
        </ul>
        <p>{t("accounts.one-person.what-happens")}</p>
        <p>{t("accounts.one-person.elsewhere")}</p>
        <Form frame={frame} action="/sign-in/one-person">
          <Submit kind="stop">{t("accounts.one-person.join")}</Submit>
          <LinkButton href="/me" kind="quiet">
            {t("accounts.one-person.keep-apart")}
          </LinkButton>
        </Form>
      </ActPanel>
    </Page>,
  );
}

/** `POST /sign-in/one-person` */
export async function becomeOne(c: PageContext, services: AccountPageServices): Promise<Response> {
  const command = joinPeople(services.personalData);
  const result = await services.application.execute(command, { browserHash: browserHash(c) }, byReader(c));
  return result.ok ? seeOther(c, "/me", "joined") : refusalPage(c, result.refusal);
}
