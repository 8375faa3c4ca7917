import { describePeople, peopleByHandle } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/community.ts";
import { membersAmong, membersOf } from "../../store/members.read.ts";

/** Members are looked through so many at a time, and so many at most, for whoever is called by name. */
const MEMBERS_AT_ONCE = 500;
const MEMBERS_LOOKED_THROUGH = 5_000;

/** Whom a list of handles and names means among the members of a community. */
export interface NamedMembers {
  readonly found: readonly PersonId[];
  /** What names no member, or more than one, as it was written. */
  readonly unknown: readonly string[];
}

/**
 * The members meant by these handles (`@ana@social.example`) and names (for those who came without an account elsewhere), each once.
 * A name that two members bear means neither.
 */
export async function membersNamed(db: Database, communityId: string, named: readonly string[]): Promise<NamedMembers> {
  const found = new Set<PersonId>();
  const unknown: string[] = [];
  const names = named.some((each) => !isHandle(each))
    ? await membersByName(db, communityId)
    : new Map<string, string[]>();
  for (const each of named) {
    const people = isHandle(each) ? await byHandle(db, communityId, each) : (names.get(each.toLowerCase()) ?? []);
    const [person] = people;
    if (person === undefined || people.length > 1) unknown.push(each);
    else found.add(person as PersonId);
  }
  return { found: [...found], unknown };
}

/** What stands on the lines of a text, without the empty ones. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function isHandle(named: string): boolean {
  return /^@[^@\s]+@[^@\s]+$/.test(named);
}

async function byHandle(db: Database, communityId: string, handle: string): Promise<readonly string[]> {
  const people = await peopleByHandle(db, [handle.toLowerCase()]);
  const members = await membersAmong(db, communityId, people);
  return people.filter((person) => members.has(person));
}

async function membersByName(db: Database, communityId: string): Promise<Map<string, string[]>> {
  const byName = new Map<string, string[]>();
  let after = "";
  for (let looked = 0; looked < MEMBERS_LOOKED_THROUGH; looked += MEMBERS_AT_ONCE) {
    const members = await membersOf(db, communityId, { after, limit: MEMBERS_AT_ONCE });
    const ids = members.map(({ personId }) => personId);
    for (const [id, { name }] of await describePeople(db, ids)) {
      if (name !== undefined) byName.set(name.toLowerCase(), [...(byName.get(name.toLowerCase()) ?? []), id]);
    }
    after = ids.at(-1) ?? "";
    if (ids.length < MEMBERS_AT_ONCE) break;
  }
  return byName;
}
