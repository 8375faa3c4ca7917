import { z } from "zod";
import { directoryPersonalData } from "../src/directory/commands/personal-data.ts";
import { serverChain } from "../src/kernel/activity-log/event.ts";
import { accepted } from "../src/kernel/base/result.ts";
import { defineCommand } from "../src/kernel/commands/command.ts";
import { accountsSchema, isOperator, meetRemoteActor, type PersonId } from "../src/accounts/index.ts";
import { accountCatalogues } from "../src/accounts/messages/catalogue.ts";
import { peopleTables } from "../src/accounts/store/people.tables.ts";
import { communitiesSchema } from "../src/communities/index.ts";
import { lookingJob } from "../src/directory/commands/look-up/look-job.ts";
import { settling } from "../src/directory/commands/ladder/settle-when-due.ts";
import { takingOver } from "../src/directory/commands/long-lists/take-over-part.ts";
import { forgettingOrigins } from "../src/directory/commands/sharing/forget-job.ts";
import { leavingBlocked, readingChanges } from "../src/directory/commands/sharing/read-changes-job.ts";
import { changesToTell, tellingChanges } from "../src/directory/commands/sharing/tell-changes.ts";
import type { Looking, Sharing } from "../src/directory/index.ts";
import { directoryCatalogues } from "../src/directory/messages/catalogue.ts";
import { directoryRoutes, listRoute } from "../src/directory/pages/directory-routes.tsx";
import { directorySchema } from "../src/directory/store/directory-schema.ts";
import type { Clock } from "../src/kernel/base/time.ts";
import { federationSchema } from "../src/kernel/federation/federation-schema.ts";
import { noticeSchema } from "../src/kernel/notifications/notices.tables.ts";
import { secretSchema } from "../src/kernel/secrets/server-secret.ts";
import { interfaceCatalogues } from "../src/ui/messages/catalogue.ts";
import { valueOf } from "./community-cast.ts";
import { servePages, type Browser } from "./page-visits.ts";
import { by, openTestApplication, type TestApplication } from "./test-application.ts";

/** A directory with its pages, and people of other servers who look at it. */
export interface DirectoryCast extends TestApplication {
  person(name: string): Promise<PersonId>;
  /** Whoever has this account. */
  personAt(uri: string, handle: string): Promise<PersonId>;
  /** Somebody who runs the server. */
  operator(name: string): Promise<PersonId>;
  browser(person?: PersonId): Browser;
}

/** Opens an empty directory on the engine of the run, which looks at other servers and hears of other directories if it is told how; the test closes it. */
export async function openDirectoryCast(
  howToLook?: (clock: Clock) => Looking,
  sharing?: Sharing,
): Promise<DirectoryCast> {
  let now: Clock = () => Temporal.Now.instant();
  const looking = howToLook?.(() => now());
  const opened = await openTestApplication({
    schema: [
      ...secretSchema,
      ...noticeSchema,
      ...federationSchema,
      ...accountsSchema,
      ...communitiesSchema,
      ...directorySchema,
    ],
    messages: [interfaceCatalogues, accountCatalogues, directoryCatalogues],
    jobs: [lookingJob(looking), settling, takingOver, readingChanges(sharing), forgettingOrigins, tellingChanges],
    subscribers: [changesToTell, leavingBlocked],
  });
  const { application } = opened;
  now = application.clock;
  const pages: typeof directoryRoutes = (web, served) =>
    directoryRoutes(web, served, looking, "@koinon@gather.example", sharing);
  const large = { route: listRoute, mayBring: (_: unknown, id: string) => isOperator(application.read, id) };
  const open = servePages(application, [pages], [], [], [large]);
  const meet = async (uri: string, handle: string, name: string): Promise<PersonId> => {
    const facts = { uri, handle, host: new URL(uri).host, name, url: uri };
    return valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" }))).personId;
  };
  const person = (name: string) =>
    meet(`https://social.example/users/${name.toLowerCase()}`, `@${name.toLowerCase()}@social.example`, name);
  const personAt = (uri: string, handle: string) => meet(uri, handle, handle);
  const operator = async (name: string): Promise<PersonId> => {
    const personId = await person(name);
    await application.database.write(async (transaction) => {
      const people = peopleTables(transaction).updateTable("people").set({ is_operator: 1 });
      await people.where("id", "=", personId).execute();
    });
    return personId;
  };
  return { ...opened, person, personAt, operator, browser: (id) => open(id && { id, name: "Somebody" }) };
}

/** How the directory lets go of somebody who leaves. The command by which they leave is that of accounts; this is only the transaction around. */
export const letGo = defineCommand({
  name: "test/let-go",
  input: z.object({ personId: z.string() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { personId }) {
    await directoryPersonalData.forget(context, personId);
    return accepted(null);
  },
});
