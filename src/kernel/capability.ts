import type { Hono } from "hono";
import type { ActorSource } from "./federation/local-actor.ts";
import type { ObjectRoute, Publisher } from "./federation/outgoing.ts";
import type { Recogniser } from "./federation/received.ts";
import type { LiveSource } from "./activity-log/live-source.ts";
import type { Subscriber } from "./activity-log/subscribers.ts";
import type { SchemaStep } from "./database/migrate.ts";
import type { JobDefinition } from "./jobs/job.ts";
import type { NoticeSource } from "./notifications/notice.ts";
import type { PersonalData } from "./personal-data.ts";
import type { Catalogues } from "./i18n/catalogue.ts";
import type { PageEnv } from "../ui/request.ts";
import type { Application } from "./application.ts";

/** What a capability registers; `src/main/capabilities.ts` lists them all. It computes nothing. */
export interface Capability {
  readonly name: string;
  readonly schema: readonly SchemaStep[];
  readonly messages: Catalogues;
  readonly pages?: (web: Hono<PageEnv>, application: Application) => void;
  /** The routes of pages whose forms may bring a file. */
  readonly formsWithFiles?: readonly string[];
  /** The routes of pages whose forms may bring a file, and a large one, up to 5 MiB, from those who may. */
  readonly formsWithLargeFiles?: readonly {
    readonly route: string;
    readonly mayBring: (application: Application, personId: string) => Promise<boolean>;
  }[];
  /** The routes of pages whose forms may bring files of any kind, up to 4 MiB each. */
  readonly formsWithUploads?: readonly string[];
  readonly actors?: ActorSource;
  readonly inbox?: readonly Recogniser[];
  readonly outbox?: readonly Publisher[];
  readonly objects?: readonly ObjectRoute[];
  readonly jobs?: readonly JobDefinition[];
  /** Who else acts on events, besides the outbox and notices. */
  readonly subscribers?: readonly Subscriber[];
  readonly notices?: readonly NoticeSource[];
  /** What can be followed while its page is open. */
  readonly live?: readonly LiveSource[];
  readonly personalData?: PersonalData;
}
