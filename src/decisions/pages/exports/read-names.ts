import { describePeople } from "../../../accounts/index.ts";
import type { CommunityVisit } from "../visit.ts";

/** Rows are read so many at a time, so that an export takes no more memory however much there is. */
const ROWS_AT_ONCE = 50;

/** How people are called in an export: by name and handle, and as nobody where they have left. */
export async function namesOf(
  { application, c }: CommunityVisit,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const people = await describePeople(application.read, ids);
  return (id) => {
    const { name, handle } = people.get(id) ?? {};
    if (name === undefined) return c.var.t("decisions.people.gone");
    return handle === undefined ? name : `${name} (${handle})`;
  };
}

/** Where something is found. */
export function addressOf({ application }: CommunityVisit, path: string): string {
  return new URL(path, application.origin).href;
}

/** All rows, read a page at a time in the order of their ids. */
export async function* inPages<Row extends { readonly id: string }>(
  read: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let after = ""; ;) {
    const rows = await read(after);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.id ?? "";
  }
}
