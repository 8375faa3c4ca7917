import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { meetRemoteActor, type PersonId } from "../../src/accounts/index.ts";
import { peopleTables } from "../../src/accounts/store/people.tables.ts";
import { keepSession } from "../../src/accounts/store/sessions.write.ts";
import { foundCommunity } from "../../src/communities/commands/community/found-community.ts";
import type { Subscriber } from "../../src/kernel/activity-log/subscribers.ts";
import type { Application } from "../../src/kernel/application.ts";
import { microsecondsFromInstant } from "../../src/kernel/base/time.ts";
import { hashOfToken, newToken } from "../../src/kernel/secrets/token.ts";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../src/kernel/base/result.ts";
import type { Actor, Command } from "../../src/kernel/commands/command.ts";
import { migrate } from "../../src/kernel/database/migrate.ts";
import { openDatabase } from "../../src/kernel/database/open-database.ts";
import { createTranslations } from "../../src/kernel/i18n/translator.ts";
import { openApplication } from "../../src/main/open-application.ts";
import { schemaSteps } from "../../src/main/schema.ts";
import type { Home } from "./program.ts";

/** Carries out a command; a refusal is a bug of the bench. */
export type Run = <Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  command: Command<Schema, Value, Refusal>,
  input: unknown,
  actor: Actor,
) => Promise<Value>;

/** The records of a Koinon that is not running, to be filled by its own commands. */
export interface Records {
  readonly application: Application;
  readonly run: Run;
}

/**
 * Opens the records of a home, lets `work` fill or read them, and closes them: the program itself starts afterwards. What is told to
 * `subscribers` waits for it there.
 */
export async function withRecords<Value>(
  home: Home,
  work: (records: Records) => Promise<Value>,
  subscribers: readonly Subscriber[] = [],
): Promise<Value> {
  const database = openDatabase(
    home.postgres === undefined ? { kind: "sqlite", file: home.database } : { kind: "postgres", url: home.postgres },
  );
  try {
    await migrate(database, schemaSteps);
    const application = openApplication({
      origin: home.origin,
      clock: () => Temporal.Now.instant(),
      database,
      translations: createTranslations([]),
      subscribers,
      committed: () => {},
    });
    const run: Run = async (command, input, actor) => {
      const result = await application.execute(command, input, { actor, origin: { from: "cli", key: randomUUID() } });
      if (!result.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(result.refusal)}`);
      return result.value;
    };
    return await work({ application, run });
  } finally {
    await database.close();
  }
}

/** Somebody met as an actor of another server. */
export async function meet({ run }: Records, uri: string): Promise<PersonId> {
  const { host, pathname } = new URL(uri);
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  const facts = { uri, handle: `@${name}@${host}`, host, name, url: uri };
  return (await run(meetRemoteActor, facts, { kind: "visitor" })).personId;
}

/** An open community with its steward. */
export async function foundLeague(
  records: Records,
): Promise<{ readonly communityId: string; readonly steward: Actor }> {
  const personId = await meet(records, "https://social.example/users/olga");
  // Taking charge of a server is a story of its own; here it is only a condition for founding.
  await records.application.database.write(async (transaction) => {
    await peopleTables(transaction).updateTable("people").set({ is_operator: 1 }).where("id", "=", personId).execute();
  });
  const steward = { kind: "person", personId } as const;
  const communityId = randomUUID();
  const said = {
    handle: "plum_league",
    name: "Plum League",
    purpose: { en: "Co-operative servers that meet to decide together." },
    languages: ["en"],
    zone: "Europe/Rome",
    hue: "plum",
    joining: "open",
    memberList: "everyone",
  } as const;
  await records.run(foundCommunity, { communityId, ...said }, steward);
  return { communityId, steward };
}

/** Lets somebody be signed in, and gives the Cookie header of their browser. Signing in is a story of its own. */
export async function signedIn({ application }: Records, person: Actor): Promise<string> {
  if (person.kind !== "person") throw new Error("only people sign in");
  const token = newToken();
  const now = application.clock();
  await application.database.write((transaction) =>
    keepSession(transaction, {
      id: application.ids.unordered<"session">(),
      token_hash: hashOfToken(token),
      person_id: person.personId as PersonId,
      device: "",
      started_at: microsecondsFromInstant(now),
      last_seen_at: microsecondsFromInstant(now),
      ends_at: microsecondsFromInstant(now.add({ hours: 240 })),
    }),
  );
  return `koinon-session=${token}`;
}
