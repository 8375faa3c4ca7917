import { shownHost } from "../../../kernel/text/handle.ts";
import { Choice } from "../../../ui/components/choice.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { blockHost, unblockHost } from "../../commands/server/block-host.ts";
import { severities, type BlockedHost } from "../../model/blocked-host.ts";
import { blockedHosts } from "../../store/server.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { OperatorNav } from "./operating.tsx";

const perPage = 100;

/** `GET /operator/hosts`: the servers with which this one has less or nothing to do. */
export function showHosts(c: PageContext, services: AccountPageServices): Promise<Response> {
  return hostsPage(c, services, untouchedForm(c.var.t));
}

/** `POST /operator/hosts` */
export async function block(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const input = { host: textOf(form, "host"), severity: textOf(form, "severity"), reason: textOf(form, "reason") };
  const result = await services.application.execute(blockHost, input, byReader(c));
  if (result.ok) return seeOther(c, "/operator/hosts", "blocked");
  return hostsPage(c, services, refusedForm(c.var.t, form, result.refusal));
}

/** `POST /operator/hosts/removal` */
export async function unblock(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const host = textOf(form, "lifted");
  const input = { host, reason: textOf(form, reasonField(host)) };
  const result = await services.application.execute(unblockHost, input, byReader(c));
  if (result.ok) return seeOther(c, "/operator/hosts", "unblocked");
  const refused = refusedForm(c.var.t, form, result.refusal);
  const { reason, ...faults } = refused.faults;
  const named = reason === undefined ? refused : { ...refused, faults: { ...faults, [reasonField(host)]: reason } };
  return hostsPage(c, services, named);
}

/** Each host in the list has a form of its own, so each reason has a name of its own. */
function reasonField(host: string): string {
  return `reason-${host}`;
}

/** The page with whatever was refused on it. */
export async function hostsPage(c: PageContext, services: AccountPageServices, form: FormState): Promise<Response> {
  const { frame, t } = c.var;
  const after = c.req.query("after") ?? "";
  const hosts = await blockedHosts(services.application.read, after, perPage);
  const last = hosts.length === perPage ? hosts.at(-1)?.host : undefined;
  const done = doneKey(c, ["blocked", "unblocked", "imported"]);
  const title = t("accounts.operator.hosts");
  const labels = { host: t("accounts.hosts.host"), reason: t("accounts.reason"), list: t("accounts.hosts.list") };
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={labels} />
        ) : (
          <Notice t={t} what={t(`accounts.hosts.done.${done}`)} />
        )
      }
      head={<PageHead frame={frame} name={title} sentence={t("accounts.hosts.words")} />}
      unlisted
    >
      <OperatorNav c={c} here="/operator/hosts" />
      <BlockForm c={c} form={form} />
      <Section title={t("accounts.hosts.blocked")} id="blocked">
        {hosts.length === 0 ? (
          <Empty what={t("accounts.hosts.none")} />
        ) : (
          <ul class="own-list">
            {hosts.map((host) => (
              <li>
                <BlockedHostEntry c={c} form={form} blocked={host} />
              </li>
            ))}
          </ul>
        )}
        <Pagination
          t={t}
          label={title}
          previous={after === "" ? undefined : "/operator/hosts"}
          next={last === undefined ? undefined : `/operator/hosts?after=${encodeURIComponent(last)}`}
        />
      </Section>
      <ImportForm c={c} form={form} />
    </Page>,
    Object.keys(form.faults).length === 0 && form.fault === undefined ? 200 : 422,
  );
}

function BlockForm({ c, form }: { readonly c: PageContext; readonly form: FormState }) {
  const { t, frame } = c.var;
  return (
    <Section title={t("accounts.hosts.block")} id="block">
      <Form frame={frame} action="/operator/hosts">
        <Field name="host" label={t("accounts.hosts.host")} form={form} inputmode="url" maxlength={300} />
        <Choice
          name="severity"
          label={t("accounts.hosts.severity")}
          form={form}
          value="suspend"
          options={severities.map((severity) => ({
            value: severity,
            label: t(`accounts.severity.${severity}`),
            hint: t(`accounts.severity-hint.${severity}`),
          }))}
        />
        <Field
          name="reason"
          label={t("accounts.reason")}
          hint={t("accounts.reason-hint")}
          form={form}
          maxlength={1000}
        />
        <Submit kind="stop">{t("accounts.hosts.block-it")}</Submit>
      </Form>
    </Section>
  );
}

interface BlockedHostEntryProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly blocked: BlockedHost;
}

function BlockedHostEntry({ c, form, blocked }: BlockedHostEntryProps) {
  const { t, frame } = c.var;
  const { host, severity, reason } = blocked;
  return (
    <>
      <strong>{shownHost(host)}</strong>
      <p>{t("accounts.hosts.how", { severity: t(`accounts.severity.${severity}`), reason })}</p>
      <Details summary={t("accounts.hosts.lift")}>
        <Form frame={frame} action="/operator/hosts/removal">
          <input type="hidden" name="lifted" value={host} />
          <Field name={reasonField(host)} label={t("accounts.reason")} form={form} maxlength={1000} />
          <Submit kind="quiet">{t("accounts.hosts.lift")}</Submit>
        </Form>
      </Details>
    </>
  );
}

function ImportForm({ c, form }: { readonly c: PageContext; readonly form: FormState }) {
  const { t, frame } = c.var;
  return (
    <Section title={t("accounts.hosts.exchange")} id="exchange">
      <p class="next-step">
        <LinkButton href="/operator/hosts.csv" kind="quiet">
          {t("accounts.hosts.export")}
        </LinkButton>
      </p>
      <Form frame={frame} action="/operator/hosts/import">
        <TextArea name="list" label={t("accounts.hosts.list")} hint={t("accounts.hosts.list-hint")} form={form} />
        <Submit kind="quiet">{t("accounts.hosts.import")}</Submit>
      </Form>
    </Section>
  );
}
