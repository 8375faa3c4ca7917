import { randomUUID } from "node:crypto";
import { meetRemoteActor, type PersonId } from "../../src/accounts/index.ts";
import { peopleTables } from "../../src/accounts/store/people.tables.ts";
import { foundCommunity } from "../../src/communities/commands/community/found-community.ts";
import { announceGathering } from "../../src/gatherings/commands/announce-gathering.ts";
import { actorUrl } from "../../src/gatherings/federation/addresses.ts";
import type { Application } from "../../src/kernel/application.ts";
import { openKoinon } from "../../src/main/koinon.ts";
import { plainCommunity, valueOf } from "../community-cast.ts";
import { cookieBrowser, type CookieBrowser } from "../cookie-browser.ts";
import type { ForeignServer } from "../foreign-server.ts";
import { by, byPerson } from "../test-application.ts";
import type { Place } from "./place.ts";
import { openSession } from "./sessions.ts";

/** A small league that lives in a place: one community, one gathering, and its organiser, who is signed in. */
export interface League {
  readonly gatheringId: string;
  /** The id of the gathering's actor, by which it is followed. */
  readonly gatheringActor: string;
  readonly inbox: string;
  /** Where the organiser announces further gatherings. */
  readonly announcing: string;
  /** The organiser's browser. */
  readonly organiser: CookieBrowser;
}

/** Founds the league by the program's own commands, in this process, before a server starts on it; the organiser lives on `foreign`. */
export async function foundLeague(place: Place, foreign: ForeignServer): Promise<League> {
  const koinon = await openKoinon(place.configuration);
  const { application } = koinon;
  try {
    const organiserId = await meetOrganiser(application, foreign);
    const communityId = randomUUID();
    valueOf(
      await application.execute(
        foundCommunity,
        { ...plainCommunity, handle: "plum", communityId },
        byPerson(organiserId),
      ),
    );
    const first = {
      communityId,
      handle: "first_gathering",
      title: "First gathering",
      purpose: "Meet.",
      language: "en",
      zone: "UTC",
    };
    const { gatheringId } = valueOf(await application.execute(announceGathering, first, byPerson(organiserId)));
    const gatheringActor = actorUrl(place.origin, gatheringId);
    const organiser = browserOf(place);
    organiser.setCookie("koinon-session", await openSession(application, organiserId));
    return {
      gatheringId,
      gatheringActor,
      inbox: `${gatheringActor}/inbox`,
      announcing: "/communities/plum/gatherings",
      organiser,
    };
  } finally {
    await koinon.close();
  }
}

/** A browser that asks the server of a place over the network. */
export function browserOf(place: Place): CookieBrowser {
  return cookieBrowser((request) => fetch(request, { redirect: "manual" }), place.origin, "127.0.0.1");
}

async function meetOrganiser(application: Application, foreign: ForeignServer): Promise<PersonId> {
  const { id: uri, handle } = foreign.addActor("olga");
  const facts = { uri, handle: `@${handle}`, host: new URL(uri).host, name: "Olga", url: uri };
  const met = valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" })));
  const { personId } = met;
  // Taking charge of a server is a story of its own; here it is only a condition for founding.
  await application.database.write(async (transaction) => {
    await peopleTables(transaction).updateTable("people").set({ is_operator: 1 }).where("id", "=", personId).execute();
  });
  return personId;
}
