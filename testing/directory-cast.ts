import { meetRemoteActor, accountsSchema, type PersonId } from "../src/accounts/index.ts";
import { accountCatalogues } from "../src/accounts/messages/catalogue.ts";
import { peopleTables } from "../src/accounts/store/people.tables.ts";
import { directoryCatalogues } from "../src/directory/messages/catalogue.ts";
import { directoryRoutes, listRoute } from "../src/directory/pages/directory-routes.tsx";
import { directorySchema } from "../src/directory/store/directory-schema.ts";
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
  /** Somebody who runs the server. */
  operator(name: string): Promise<PersonId>;
  browser(person?: PersonId): Browser;
}

/** Opens an empty directory on the engine of the run; the test closes it. */
export async function openDirectoryCast(): Promise<DirectoryCast> {
  const opened = await openTestApplication({
    schema: [...secretSchema, ...noticeSchema, ...federationSchema, ...accountsSchema, ...directorySchema],
    messages: [interfaceCatalogues, accountCatalogues, directoryCatalogues],
  });
  const { application } = opened;
  const open = servePages(application, [directoryRoutes], [listRoute]);
  const person = async (name: string): Promise<PersonId> => {
    const handle = name.toLowerCase();
    const uri = `https://social.example/users/${handle}`;
    const facts = { uri, handle: `@${handle}@social.example`, host: "social.example", name, url: uri };
    return valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" }))).personId;
  };
  const operator = async (name: string): Promise<PersonId> => {
    const personId = await person(name);
    await application.database.write(async (transaction) => {
      const people = peopleTables(transaction).updateTable("people").set({ is_operator: 1 });
      await people.where("id", "=", personId).execute();
    });
    return personId;
  };
  return { ...opened, person, operator, browser: (id) => open(id && { id, name: "Somebody" }) };
}
