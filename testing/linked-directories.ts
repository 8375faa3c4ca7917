import type { PersonId } from "../src/accounts/index.ts";
import { peopleTables } from "../src/accounts/store/people.tables.ts";
import { personByEmail } from "../src/accounts/store/people.read.ts";
import { entryByDomain } from "../src/directory/store/entries.read.ts";
import type { CookieBrowser, Shown } from "./cookie-browser.ts";
import { startKoinon, type RunningKoinon } from "./koinon.ts";
import type { MailServer } from "./mail-server.ts";
import { signedInByMail } from "./signed-in-by-mail.ts";

/** A whole Koinon with a directory, and somebody who runs it. */
export interface LinkedDirectory {
  readonly running: RunningKoinon;
  readonly host: string;
  readonly operator: PersonId;
  readonly browser: CookieBrowser;
  /** The page of the entry of this host, if it is listed. */
  entryPage(domain: string): Promise<Shown | undefined>;
  /** The record of the entry of this host as data. */
  record(domain: string): Promise<unknown>;
}

/** Starts a Koinon on a loopback address and lets somebody run it. */
export async function startLinkedDirectory(address: string, mail: MailServer): Promise<LinkedDirectory> {
  const running = await startKoinon({ address, variables: { SMTP_URL: mail.url } });
  const browser = await signedInByMail(running, mail, "Olga");
  const { read, database } = running.koinon.application;
  const operator = await personByEmail(read, "olga@mail.example");
  if (operator === undefined) throw new Error("Olga is nobody");
  await database.write(async (transaction) => {
    const people = peopleTables(transaction).updateTable("people").set({ is_operator: 1 });
    await people.where("id", "=", operator).execute();
  });
  const pathOf = async (domain: string) => {
    const entry = await entryByDomain(read, domain);
    return entry === undefined ? undefined : `/directory/${entry.id}`;
  };
  return {
    running,
    host: new URL(running.origin).host,
    operator,
    browser,
    entryPage: async (domain) => {
      const path = await pathOf(domain);
      return path === undefined ? undefined : browser.get(path);
    },
    record: async (domain) => {
      const page = await browser.get(`${await pathOf(domain)}/record.json`);
      return JSON.parse(page.html) as unknown;
    },
  };
}
