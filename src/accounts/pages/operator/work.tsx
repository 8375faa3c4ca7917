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
        {failed.length === 0 && <Empty what={t("accounts.work.none-failed")} />}
        <ul class="own-list">
          {failed.map(({ kind, key, error, givenUpAt }) => (
            <li>
              <Failure t={t} what={`${kind} ${key}`} error={error} at={givenUpAt} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("accounts.work.dead-letters")} id="dead-letters">
        {letters.length === 0 && <Empty what={t("accounts.work.no-dead-letters")} />}
        <ul class="own-list">
          {letters.map(({ inbox, error, at }) => (
            <li>
              <Failure t={t} what={inbox} error={error} at={at} />
            </li>
          ))}
        </ul>
      </Section>
    </Page>,
  );
}

function trialFound(t: Translator, tried: LastBackup | undefined) {
  if (tried === undefined) return [];
  const found = t(tried.isGood ? "accounts.work.trial-good" : "accounts.work.trial-bad");
  return [{ term: t("accounts.work.trial-found"), definition: found }];
}

interface FailureProps {
  readonly t: Translator;
  readonly what: string;
  readonly error: string;
  readonly at: Temporal.Instant;
}

function Failure({ t, what, error, at }: FailureProps) {
  return (
    <>
      <strong>{what}</strong>
      <p>{error}</p>
      <BriefTime t={t} instant={at} />
    </>
  );
}
