import type { Child } from "hono/jsx";
import { doneKey } from "../../../ui/after-act.ts";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { DescribedEntry } from "../../model/entry.ts";
import type { Proof } from "../../model/verification/proofs.ts";
import { entryPath, verificationPath } from "../directory-paths.ts";
import { timeTag } from "../time-tag.tsx";

interface VerificationPageProps {
  readonly c: PageContext;
  readonly entry: DescribedEntry & { readonly domain: string };
  readonly form: FormState;
  /** Whether this server looks at others at all; without that nothing can be proved. */
  readonly looks: boolean;
}

/** Where those who speak for a place prove it: by its domain, and by the account that its server names. */
export function VerificationPage({ c, entry, form, looks }: VerificationPageProps) {
  const { frame, t } = c.var;
  const done = doneKey(c, ["begun", "verified", "not-shown", "no-answer", "written"]);
  const meaning = done === "not-shown" || done === "no-answer" ? "careful" : "good";
  return (
    <Page
      frame={frame}
      title={t("directory.verify-title")}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={{}} />
        ) : (
          <Notice t={t} meaning={meaning} what={t(`directory.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("directory.verify-title")}
          sentence={t("directory.verify-sentence", { host: entry.domain })}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      {!looks && <Notice t={t} meaning="note" what={t("directory.verify-off")} />}
      <DomainSection c={c} entry={entry} looks={looks} />
      <AccountSection c={c} entry={entry} looks={looks} />
    </Page>
  );
}

type PartProps = Pick<VerificationPageProps, "c" | "entry" | "looks">;

function DomainSection({ c, entry, looks }: PartProps) {
  const { frame, t } = c.var;
  const proof = entry.proofs.find(({ kind }) => kind === "domain");
  const act = `${verificationPath(entry)}/domain`;
  return (
    <Section id="domain" title={t("directory.proof.domain")} explained={t("directory.proof.domain-what")}>
      <Standing c={c} proof={proof} />
      {looks && proof === undefined && (
        <Form frame={frame} action={act}>
          <Submit>{t("directory.proof.begin")}</Submit>
        </Form>
      )}
      {proof !== undefined && <WaysToShow c={c} entry={entry} code={proof.code} />}
      {looks && proof !== undefined && (
        <Form frame={frame} action={`${act}/looks`}>
          <p>{t("directory.proof.consent")}</p>
          <Submit kind={proof.state === "proved" ? "quiet" : "main"}>{t("directory.proof.look")}</Submit>
        </Form>
      )}
    </Section>
  );
}

/** The three ways to show a code, each with what is to be written where. */
function WaysToShow({ c, entry, code }: Pick<PartProps, "c" | "entry"> & { readonly code: string }) {
  const { frame, t } = c.var;
  const here = new URL(`${entryPath(entry)}?proof=${code}`, frame.site.origin).href;
  const ways: readonly (readonly [Child, string])[] = [
    [
      t("directory.proof.by-file", { address: `https://${entry.domain}/.well-known/koinon.json` }),
      `{"proof": "${code}"}`,
    ],
    [t("directory.proof.by-dns", { name: `_koinon.${entry.domain}` }), code],
    [t("directory.proof.by-link"), `<a rel="me" href="${here}">${frame.site.name}</a>`],
  ];
  return (
    <>
      <p>{t("directory.proof.ways")}</p>
      <ul class="proof-ways">
        {ways.map(([how, what]) => (
          <li>
            {how}
            <code class="digest">{what}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function AccountSection({ c, entry, looks }: PartProps) {
  const { frame, t } = c.var;
  const proof = entry.proofs.find(({ kind }) => kind === "account");
  return (
    <Section id="account" title={t("directory.proof.account")} explained={t("directory.proof.account-what")}>
      <Standing c={c} proof={proof} />
      {proof?.account !== undefined && (
        <p>
          {t("directory.proof.account-is")} <Handle t={t} handle={proof.account.handle} href={proof.account.uri} />
        </p>
      )}
      {proof?.state === "asked" && <p>{t("directory.proof.account-asked")}</p>}
      {looks && proof?.state !== "proved" && (
        <Form frame={frame} action={`${verificationPath(entry)}/account`}>
          <p>{t("directory.proof.consent")}</p>
          <Submit kind={proof?.state === "asked" ? "quiet" : "main"}>{t("directory.proof.write")}</Submit>
        </Form>
      )}
    </Section>
  );
}

/** How a proof stands, since when, and why it is no longer good. */
function Standing({ c, proof }: { readonly c: PageContext; readonly proof: Proof | undefined }) {
  const { t } = c.var;
  if (proof === undefined) return undefined;
  return (
    <p>
      <strong>{t(`directory.proof-state.${proof.state}`)}</strong>
      {proof.method !== undefined && <> · {t(`directory.proof-method.${proof.method}`)}</>}
      {proof.staleBecause !== undefined && <> · {t(`directory.stale.${proof.staleBecause}`)}</>}
      {proof.checkedAt !== undefined && (
        <>
          {" · "}
          {t.rich(
            "directory.proof-checked",
            { time: timeTag(proof.checkedAt) },
            { when: t.briefDateTime(proof.checkedAt) },
          )}
        </>
      )}
    </p>
  );
}
