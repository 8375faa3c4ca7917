import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field, isFaulty } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { reinstatePerson, suspendPerson } from "../../commands/server/suspend-person.ts";
import { findPeople, type FoundPerson } from "../../store/people-search.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { OperatorNav } from "./operating.tsx";

/** `GET /operator/people?find=…`: finds people, and those who are suspended. */
export function showPeople(c: PageContext, services: AccountPageServices): Promise<Response> {
  const wanted = (c.req.query("find") ?? "").trim().slice(0, 300);
  return peoplePage(c, services, wanted, untouchedForm(c.var.t));
}

/** `POST /operator/people/suspend` */
export async function suspend(c: PageContext, services: AccountPageServices): Promise<Response> {
  const result = await services.application.execute(suspendPerson, personAndReason(c), byReader(c));
  if (result.ok) return seeOther(c, "/operator/people", "suspended");
  return refusedPage(c, services, result.refusal);
}

/** `POST /operator/people/reinstate` */
export async function reinstate(c: PageContext, services: AccountPageServices): Promise<Response> {
  const result = await services.application.execute(reinstatePerson, personAndReason(c), byReader(c));
  if (result.ok) return seeOther(c, "/operator/people", "reinstated");
  return refusedPage(c, services, result.refusal);
}

/** Each person in the list has a form of their own, so each reason has a name of its own. */
function reasonField(personId: string): string {
  return `reason-${personId}`;
}

function personAndReason(c: PageContext) {
  const form = sentForm(c);
  const personId = textOf(form, "person");
  return { personId, reason: textOf(form, reasonField(personId)) };
}

function refusedPage(c: PageContext, services: AccountPageServices, refusal: AnyRefusal): Promise<Response> {
  const form = sentForm(c);
  const refused = refusedForm(c.var.t, form, refusal);
  const { reason, ...faults } = refused.faults;
  const field = reasonField(textOf(form, "person"));
  const named = reason === undefined ? refused : { ...refused, faults: { ...faults, [field]: reason } };
  return peoplePage(c, services, textOf(form, "find"), named);
}

async function peoplePage(
  c: PageContext,
  { application }: AccountPageServices,
  wanted: string,
  form: FormState,
): Promise<Response> {
  const { frame, t } = c.var;
  const people = await findPeople(application.read, wanted);
  const done = doneKey(c, ["suspended", "reinstated"]);
  const title = t("accounts.operator.people");
  const labels = Object.fromEntries(people.map((person) => [reasonField(person.id), t("accounts.reason")]));
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={labels} />
        ) : (
          <Notice t={t} what={t(`accounts.people.done.${done}`)} />
        )
      }
      head={<PageHead frame={frame} name={title} sentence={t("accounts.people.words")} />}
      unlisted
    >
      <OperatorNav c={c} here="/operator/people" />
      <Search t={t} wanted={wanted} />
      <Section title={t(wanted === "" ? "accounts.people.suspended" : "accounts.people.found")} id="found">
        {people.length === 0 ? (
          <Empty what={t(wanted === "" ? "accounts.people.none-suspended" : "accounts.people.none-found")} />
        ) : (
          <ul class="own-list">
            {people.map((person) => (
              <li>
                <FoundPersonEntry c={c} person={person} wanted={wanted} form={form} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>,
    Object.keys(form.typed).length === 0 ? 200 : 422,
  );
}

function Search({ t, wanted }: { readonly t: Translator; readonly wanted: string }) {
  return (
    <form class="form" method="get" action="/operator/people">
      <Field
        name="find"
        type="search"
        label={t("accounts.people.find")}
        hint={t("accounts.people.find-hint")}
        form={untouchedForm(t)}
        value={wanted}
        maxlength={300}
      />
      <Submit kind="quiet">{t("accounts.people.look")}</Submit>
    </form>
  );
}

interface FoundPersonEntryProps {
  readonly c: PageContext;
  readonly person: FoundPerson;
  readonly wanted: string;
  readonly form: FormState;
}

function FoundPersonEntry({ c, person, wanted, form }: FoundPersonEntryProps) {
  const { t, frame } = c.var;
  const suspendedAt = person.suspendedAt;
  const act = suspendedAt === undefined ? "suspend" : "reinstate";
  const time = () => (suspendedAt === undefined ? <></> : <TimeText t={t} instant={suspendedAt} />);
  return (
    <>
      <Person t={t} name={person.name} handle={person.handle} />
      {suspendedAt !== undefined && (
        <p>{t.rich("accounts.people.suspended-since", { time }, { reason: person.suspensionReason ?? "" })}</p>
      )}
      <Details summary={t(`accounts.people.${act}`)} open={isFaulty(form, reasonField(person.id))}>
        <Form frame={frame} action={`/operator/people/${act}`}>
          <input type="hidden" name="person" value={person.id} />
          <input type="hidden" name="find" value={wanted} />
          <Field
            name={reasonField(person.id)}
            label={t("accounts.reason")}
            hint={t("accounts.reason-hint")}
            form={form}
            maxlength={1000}
          />
          <Submit kind={act === "suspend" ? "stop" : "quiet"}>{t(`accounts.people.${act}`)}</Submit>
        </Form>
      </Details>
    </>
  );
}
