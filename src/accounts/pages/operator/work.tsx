import type { Translator } from "../../../kernel/i18n/translator.ts";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { jobCounts, jobsGivenUp } from "../../../kernel/jobs/jobs.read.ts";
import type { LastBackup } from "../../model/backup.ts";
import { lastBackup } from "../../store/server.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { OperatorNav } from "./operating.tsx";

const mostListed = 50;

/** `GET /operator/work`: what waits, what failed, how old the last back-up is, and whether one can be restored. */
export async function showWork(c: PageContext, { application, serverWork }: AccountPageServices): Promise<Response> {
  const { frame, t } = c.var;
  const counts = await jobCounts(application.read, application.clock());
  const failed = await jobsGivenUp(application.read, mostListed);
  const letters = await serverWork.deadLetters(mostListed);
  const made = await lastBackup(application.read, "made");
  const tried = await lastBackup(application.read, "tried");
  const title = t("accounts.operator.work");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.work.words")} />}
      unlisted
    >
      <OperatorNav c={c} here="/operator/work" />
      <DefinitionList
        definitions={[
          { term: t("accounts.work.due"), definition: t.number(counts.due) },
          { term: t("accounts.work.later"), definition: t.number(counts.later) },
          { term: t("accounts.work.queue"), definition: t.number(await serverWork.queueDepth()) },
          {
            term: t("accounts.work.backup"),
            definition: made === undefined ? t("accounts.work.no-backup") : <TimeText t={t} instant={made.at} />,
          },
          {
            term: t("accounts.work.trial"),
            definition: tried === undefined ? t("accounts.work.no-trial") : <TimeText t={t} instant={tried.at} />,
          },
          ...trialFound(t, tried),
        ]}
      />
      <Section title={t("accounts.work.failed")} id="failed">
        <Failures
          t={t}
          none={t("accounts.work.none-failed")}
          failures={failed.map(({ kind, key, error, givenUpAt }) => ({ what: `${kind} ${key}`, error, at: givenUpAt }))}
        />
      </Section>
      <Section title={t("accounts.work.dead-letters")} id="dead-letters">
        <Failures
          t={t}
          none={t("accounts.work.no-dead-letters")}
          failures={letters.map(({ inbox, error, at }) => ({ what: inbox, error, at }))}
        />
      </Section>
    </Page>,
  );
}

function trialFound(t: Translator, tried: LastBackup | undefined) {
  if (tried === undefined) return [];
  const found = t(tried.isGood ? "accounts.work.trial-good" : "accounts.work.trial-bad");
  return [{ term: t("accounts.work.trial-found"), definition: found }];
}

interface Failure {
  readonly what: string;
  readonly error: string;
  readonly at: Temporal.Instant;
}

interface FailuresProps {
  readonly t: Translator;
  readonly failures: readonly Failure[];
  /** What is said when there are none. */
  readonly none: string;
}

function Failures({ t, failures, none }: FailuresProps) {
  if (failures.length === 0) return <Empty what={none} />;
  return (
    <ul class="own-list">
      {failures.map(({ what, error, at }) => (
        <li>
          <strong>{what}</strong>
          <p>{error}</p>
          <BriefTime t={t} instant={at} />
        </li>
      ))}
    </ul>
  );
}
