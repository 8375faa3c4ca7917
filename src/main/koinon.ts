import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import { openSharing } from "../directory/index.ts";
import { subscriberJobs, type Subscriber } from "../kernel/activity-log/subscribers.ts";
import type { Application } from "../kernel/application.ts";
import type { Clock } from "../kernel/base/time.ts";
import type { Capability } from "../kernel/capability.ts";
import { StorageFailure } from "../kernel/database/database.ts";
import { enterByFastLane } from "../kernel/federation/fast-lane/node-door.ts";
import { serveAtOnce } from "../kernel/federation/serving/serve-at-once.ts";
import { migrate } from "../kernel/database/migrate.ts";
import { openDatabase } from "../kernel/database/open-database.ts";
import { createTranslations } from "../kernel/i18n/translator.ts";
import type { JobDefinition } from "../kernel/jobs/job.ts";
import { beginRetention, retentionJob } from "../kernel/jobs/retention.ts";
import { sendNoticeJob } from "../kernel/notifications/send-notice.ts";
import { tellPeople } from "../kernel/notifications/tell-people.ts";
import { processLog } from "../kernel/process-log.ts";
import type { FindWayHome } from "../kernel/way-home.ts";
import { kernelRetentions } from "../kernel/retentions.ts";
import { serverSecret } from "../kernel/secrets/server-secret.ts";
import { version } from "./about-server.ts";
import { actorNames } from "./actor-names.ts";
import { allCatalogues } from "./all-catalogues.ts";
import { backupTrialJob, beginBackupTrials, type TryBackup } from "./backup-trial.ts";
import { readBuiltAssets } from "./built-assets.ts";
import { capabilities } from "./capabilities.ts";
import { clientAddress } from "./client-address.ts";
import type { Configuration } from "./configuration.ts";
import { openFederation } from "./federated.ts";
import type { Answers } from "./listen.ts";
import { openLive } from "./live.ts";
import { lookingOf } from "./looking.ts";
import { openMail } from "./mail.ts";
import { notificationOptions } from "./notified.ts";
import { openApplication } from "./open-application.ts";
import { schemaSteps } from "./schema.ts";
import { serverWork } from "./server-work.ts";
import { keepSite } from "./site.ts";
import { createWeb } from "./web.ts";
import { openWork } from "./work.ts";

/** A Koinon that is open: its records, and everything that works on them. A resource: whoever opened it closes it. */
export interface Koinon {
  readonly application: Application;
  /** Answers what needs no more than a look into memory, or may come by the fast lane; true when it has answered. */
  readonly answerAtOnce: NonNullable<Answers["answerAtOnce"]>;
  /** Answers one request of HTTP. */
  answer(request: Request, incoming: { readonly address: string }): Promise<Response>;
  /** Begins to deliver and to do what is due, until closed. */
  work(): void;
  /** Does what is due and waiting until nothing is; tests pump this instead of {@link work}. */
  pump(): Promise<void>;
  close(): Promise<void>;
}

/** With federation switched off nobody's server is asked anything. */
const noWayHome: FindWayHome = async () => ({ kind: "no-server" });

const comeBack = { "Retry-After": "60" };

/** How an opened Koinon differs from one in earnest. */
export interface OpenOptions {
  readonly clock?: Clock;
  /** How a backup is tried once a month; left out, none is. */
  readonly tryBackup?: TryBackup;
  /** Where the servers of the directory's places are, for trials on one machine; left out, each is at its host by https. */
  readonly whereIs?: (host: string) => string;
}

/** Opens the records, brings them up to date, and puts the program together around them. */
export async function openKoinon(configuration: Configuration, options: OpenOptions = {}): Promise<Koinon> {
  const { clock = () => Temporal.Now.instant(), tryBackup } = options;
  const closing = new AbortController();
  const log = processLog((line) => process.stderr.write(`${line}\n`), clock);
  const database = openDatabase(configuration.database);
  await migrate(database, schemaSteps);
  const secret = await serverSecret(database, "server");

  // Whoever needs the application to be made joins these lists afterwards.
  const subscribers: Subscriber[] = [];
  const afterCommit: ((events: readonly LoggedEvent[]) => void)[] = [];
  const application = openApplication({
    origin: configuration.origin,
    clock,
    database,
    translations: createTranslations(allCatalogues),
    subscribers,
    committed: (events) => afterCommit.forEach((tell) => tell(events)),
  });
  if (tryBackup !== undefined) await beginBackupTrials(application);
  await beginRetention(application);
  const site = await keepSite(application, version);
  const mail = openMail(
    configuration,
    secret,
    actorNames(() => parts),
  );
  const federation = configuration.federates ? openFederation(application, configuration, () => parts, log) : undefined;
  const parts: readonly Capability[] = capabilities({
    accounts: {
      secret,
      serverHandle: federation?.serverHandle,
      federation: federation?.toProve,
      sendMail: mail?.sendLetter,
      inBackground: (work) => void work.catch((cause: unknown) => log.failure("background-failed", cause)),
      serverWork: serverWork(application),
    },
    communities: { findActor: federation?.toProve.lookUpActor, findWayHome: federation?.findWayHome ?? noWayHome },
    outreach: { findContact: federation?.findContact, sendLetter: mail?.sendLetter },
    outlets: { secret, egress: federation?.toProve.egress },
    looking: lookingOf(application, federation?.toProve, options.whereIs),
    sharing: federation && openSharing({ ...federation.toProve, origin: application.origin }),
  });
  const handle = federation?.begin();
  subscribers.push(tellPeople(parts.flatMap((part) => part.notices ?? [])), ...(handle?.subscribers ?? []));
  subscribers.push(...parts.flatMap((part) => part.subscribers ?? []));
  const jobs: readonly JobDefinition[] = [
    ...subscriberJobs(subscribers),
    sendNoticeJob(notificationOptions(site, mail?.notices, handle)),
    retentionJob(kernelRetentions),
    ...(tryBackup === undefined ? [] : [backupTrialJob(tryBackup, closing.signal)]),
    ...parts.flatMap((part) => part.jobs ?? []),
  ];
  const work = openWork(application, jobs, handle, log);
  const live = openLive(application, configuration, parts, log);
  const web = createWeb({ application, capabilities: parts, site, secret, mail, live, assets: readBuiltAssets(), log });
  afterCommit.push(live.committed, work.wake, site.heed, () => handle?.changed());
  const addressOf = clientAddress(configuration.trustedProxies);
  const answer: Koinon["answer"] = async (request, { address }) => {
    const from = { clientAddress: addressOf(address, request.headers.get("X-Forwarded-For")) };
    const page = (asked: Request) => web.fetch(asked, from);
    try {
      return await (handle === undefined ? page(request) : handle.fetch(request, page));
    } catch (cause) {
      // Pages have told of it by themselves; this is for other servers, who then ask again.
      if (cause instanceof StorageFailure) return new Response(cause.message, { status: 503, headers: comeBack });
      throw cause;
    }
  };
  return {
    application,
    answerAtOnce: async (incoming, outgoing) => {
      if (handle?.fastLane === undefined) return false;
      return serveAtOnce(handle.documents, incoming, outgoing) || enterByFastLane(handle.fastLane, incoming, outgoing);
    },
    answer,
    work: work.begin,
    pump: work.pump,
    close: async () => {
      closing.abort();
      live.close();
      await work.end();
      federation?.close();
      mail?.close();
      await database.close();
    },
  };
}
