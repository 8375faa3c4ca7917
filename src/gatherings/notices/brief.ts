import type { Application } from "../../kernel/application.ts";
import type { Notice } from "../../kernel/notifications/notice.ts";
import { hasPartIn } from "../commands/brief/may-read-brief.ts";
import { roles, type Role } from "../model/roles/role.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { roleHoldersOf } from "../store/roles/roles.read.ts";
import { rsvpsOfPerson, type HeldSession } from "../store/sessions.read.ts";
import { noticeFrom } from "./told-of-gathering.ts";

/**
 * The brief of the day before, for whoever holds a role at a session, come or not yet answered; not for those who said that they do not
 * come to it. It has the matter of the reminder of the day, in whose place it goes out.
 */
export async function briefNotices(
  application: Application,
  gathering: Gathering,
  session: HeldSession,
  told: Pick<Notice, "kind" | "matter" | "urgent" | "until">,
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const [personId, [role, ...others]] of await expectedWithRoles(application, gathering, session)) {
    if (role === undefined) continue;
    const values = {
      start: { instant: session.startsAt.toString() },
      role: { key: `gatherings.roles.name.${role}` },
      others: others.length,
    };
    notices.push(noticeFrom(gathering, personId, "brief", { ...told, key: "gatherings.brief.notice", values }));
  }
  return notices;
}

/** Who holds which roles at a session, without those who said that they do not come and those who are kept out. */
export async function expectedWithRoles(
  application: Application,
  gathering: Gathering,
  session: HeldSession,
): Promise<ReadonlyMap<string, readonly Role[]>> {
  const expected = new Map<string, readonly Role[]>();
  for (const [personId, held] of await rolesByPerson(application, gathering)) {
    if (await isExpected(application, gathering, session, personId)) expected.set(personId, held);
  }
  return expected;
}

/** Who holds which roles, each person's in the order in which pages name them. */
async function rolesByPerson(
  { read }: Application,
  gathering: Gathering,
): Promise<ReadonlyMap<string, readonly Role[]>> {
  const holders = await roleHoldersOf(read, gathering.id);
  return new Map(
    holders.map(({ personId }) => [
      personId,
      roles.filter((role) => holders.some((part) => part.personId === personId && part.role === role)),
    ]),
  );
}

async function isExpected(
  { read }: Application,
  gathering: Gathering,
  session: HeldSession,
  personId: string,
): Promise<boolean> {
  const answer = (await rsvpsOfPerson(read, gathering.id, personId)).get(session.id)?.answer;
  return answer !== "not-going" && (await hasPartIn(read, gathering, personId));
}
