import { createHash } from "node:crypto";
import { personByEmail } from "../../src/accounts/store/people.read.ts";
import { meetRemoteActor, type PersonId } from "../../src/accounts/index.ts";
import { joinCommunity } from "../../src/communities/commands/membership/join-community.ts";
import { openProposal } from "../../src/decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../../src/decisions/commands/threads/open-thread.ts";
import type { Application } from "../../src/kernel/application.ts";
import { openKoinon } from "../../src/main/koinon.ts";
import { valueOf } from "../community-cast.ts";
import type { CookieBrowser } from "../cookie-browser.ts";
import type { ForeignServer } from "../foreign-server.ts";
import { foundingOrganiser } from "../founding.ts";
import type { MailServer } from "../mail-server.ts";
import { signedInByMail } from "../signed-in-by-mail.ts";
import { by, byPerson } from "../test-application.ts";
import { browserOf } from "./league.ts";
import type { Place } from "./place.ts";
import { startServer } from "./program.ts";
import { openSession } from "./sessions.ts";

/** Somebody with a browser, and everything by which they could be recognised. */
export interface SecretVoter {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly browser: CookieBrowser;
  readonly marks: readonly string[];
}

/** A secret proposal that is open, in the records of a server that is down. */
export interface SecretVote {
  readonly voters: readonly SecretVoter[];
  readonly steward: Pick<SecretVoter, "name" | "browser">;
  /** Somebody who is signed in and no member yet. */
  readonly late: SecretVoter;
  readonly threadId: string;
  readonly proposalId: string;
}

/** By what the sealed ballot of a code is found while people vote; nothing of it may be left afterwards. */
export function codeSealed(proposalId: string, code: string): string {
  return createHash("sha256").update(`find\n${proposalId}\n${code}`).digest("hex");
}

/** Gathers voters, the first three with an address and the others with accounts on `foreign`, and opens a proposal among them. */
export async function openSecretVote(
  place: Place,
  foreign: ForeignServer,
  mail: MailServer,
  count: number,
): Promise<SecretVote> {
  const names = ["Vasco", "Wanda", "Xenia", "Yusuf", "Zelda", "Quentin", "Ursula", "Igor"].slice(0, count);
  const [byMail, lateBrowser] = await signUp(place, mail, names.slice(0, 3));
  const koinon = await openKoinon(place.configuration);
  const { application } = koinon;
  try {
    const { personId, communityId } = await foundingOrganiser(koinon);
    const steward = { name: "Olga", browser: await signedIn(application, place, personId) };
    const voters: SecretVoter[] = [];
    for (const [number, name] of names.entries()) {
      const browser = byMail[number];
      const voter =
        browser === undefined
          ? await fromElsewhere(application, place, foreign, name)
          : await withAddress(application, browser, name);
      valueOf(await application.execute(joinCommunity, { communityId }, byPerson(voter.id)));
      voters.push(voter);
    }
    const late = await withAddress(application, lateBrowser, "Lateefa");
    const thread = { communityId, title: "A shared moderator", text: "Could we?", language: "en" };
    const { threadId } = valueOf(await application.execute(openThread, thread, byPerson(personId)));
    const closesAt = application.clock().add({ hours: 24 }).toString();
    const rules = { title: "Pay a moderator", method: "stance", zone: "Europe/Rome", secrecy: "secret", closesAt };
    const put = await application.execute(openProposal, { communityId, threadId, ...rules }, byPerson(personId));
    return { voters, steward, late, threadId, proposalId: valueOf(put).proposalId };
  } finally {
    await koinon.close();
  }
}

async function signUp(place: Place, mail: MailServer, names: readonly string[]) {
  const server = await startServer(place.variables);
  try {
    const at = { origin: place.origin.origin };
    const browsers: CookieBrowser[] = [];
    for (const name of names) browsers.push(await signedInByMail(at, mail, name));
    return [browsers, await signedInByMail(at, mail, "Lateefa")] as const;
  } finally {
    await server.crash();
  }
}

async function withAddress(application: Application, browser: CookieBrowser, name: string): Promise<SecretVoter> {
  const email = `${name.toLowerCase()}@mail.example`;
  const id = await personByEmail(application.read, email);
  if (id === undefined) throw new Error(`${email} is nobody`);
  return { id, name, email, browser, marks: [id, email, name] };
}

async function fromElsewhere(
  application: Application,
  place: Place,
  foreign: ForeignServer,
  name: string,
): Promise<SecretVoter> {
  const actor = foreign.addActor(name.toLowerCase());
  const { host } = new URL(actor.id);
  const facts = { uri: actor.id, handle: `@${actor.handle}`, host, name, url: actor.id };
  const { personId } = valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" })));
  const browser = await signedIn(application, place, personId);
  return { id: personId, name, email: undefined, browser, marks: [personId, actor.id, actor.handle, name] };
}

async function signedIn(application: Application, place: Place, person: PersonId): Promise<CookieBrowser> {
  const browser = browserOf(place);
  browser.setCookie("koinon-session", await openSession(application, person));
  return browser;
}
