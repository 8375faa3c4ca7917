import type { SchemaStep } from "../database/migrate.ts";
import { deliverySchema } from "./deliveries/deliveries.tables.ts";
import { actorKeySchema } from "./keys/actor-keys.tables.ts";
import { queueSchema } from "./queue/queue.tables.ts";
import { remoteActorSchema } from "./remote-actors/remote-actors.tables.ts";

/** The tables of federation. */
export const federationSchema: readonly SchemaStep[] = [
  ...actorKeySchema,
  ...remoteActorSchema,
  ...queueSchema,
  ...deliverySchema,
];
