import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { ActorIdentityRow, PersonRow } from "../../src/accounts/store/people.tables.ts";
import type { ListenerRow } from "../../src/communities/store/listeners.tables.ts";
import type { MemberRow } from "../../src/communities/store/members.tables.ts";
import { entryHash, genesisHash, payloadDigest } from "../../src/kernel/activity-log/chain.ts";
import type { LogEntryRow, LogPayloadRow } from "../../src/kernel/activity-log/log.tables.ts";
import { microsecondsFromInstant } from "../../src/kernel/base/time.ts";

const ROWS_PER_COMMIT = 10_000;

/** The rows of one table, as the program would have written them one by one over years. */
export interface Rows<Row> {
  readonly table: string;
  readonly rows: Iterable<Row>;
}

/** Writes many rows into the database of a Koinon that is not running. */
export function writeRows<Row extends Readonly<Record<string, string | number | null>>>(
  file: string,
  { table, rows }: Rows<Row>,
): void {
  const database = new DatabaseSync(file);
  try {
    let insert: ReturnType<DatabaseSync["prepare"]> | undefined;
    let written = 0;
    database.exec("begin");
    for (const row of rows) {
      const columns = Object.keys(row);
      insert ??= database.prepare(
        `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
      );
      insert.run(...Object.values(row));
      if (++written % ROWS_PER_COMMIT === 0) database.exec("commit; begin");
    }
    database.exec("commit");
  } finally {
    database.close();
  }
}

/** An id that is made of a word and a number: the same each time, and sorting by the number. */
export function idFrom(word: string, number: number): string {
  const hex = createHash("sha256").update(word).digest("hex").slice(0, 16);
  const counted = number.toString(16).padStart(16, "0");
  const all = `${counted}${hex}`;
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-");
}

/** `count` members of a community, from 500 servers, who joined a minute after one another. */
export function writeMembers(file: string, communityId: string, count: number): void {
  const people = Array.from({ length: count }, (_, place) => place);
  const since = microsecondsFromInstant(Temporal.Now.instant()) - count * 60_000_000;
  const uri = (place: number) => `https://server-${place % 500}.example/users/member-${place}`;
  const id = (place: number) => idFrom("member", place);
  writeRows(file, { table: "people", rows: people.map((place) => personRow(id(place), uri(place), place, since)) });
  writeRows(file, {
    table: "actor_identities",
    rows: people.map((place) => identityRow(id(place), uri(place), place, since)),
  });
  writeRows<MemberRow>(file, {
    table: "members",
    rows: people.map((place) => ({
      community_id: communityId,
      person_id: id(place),
      role: "member",
      joined_at: since + place * 60_000_000,
    })),
  });
  const database = new DatabaseSync(file);
  database.prepare("update member_counts set members = members + ? where community_id = ?").run(count, communityId);
  database.close();
}

/** `count` entries at the end of a chain, whole with hashes, as `koinon log verify` wants them. */
export function writeActivities(file: string, chain: string, count: number): void {
  const database = new DatabaseSync(file);
  const head = database.prepare("select sequence, hash from log_heads where chain = ?").get(chain);
  database.close();
  const entries: LogEntryRow[] = [];
  const payloads: LogPayloadRow[] = [];
  let sequence = Number(head?.["sequence"] ?? 0);
  let hash = String(head?.["hash"] ?? genesisHash);
  const write = () => {
    writeRows(file, { table: "log_entries", rows: entries.splice(0) });
    writeRows(file, { table: "log_payloads", rows: payloads.splice(0) });
  };
  const since = microsecondsFromInstant(Temporal.Now.instant()) - count * 1_000_000;
  for (let place = 0; place < count; place++) {
    sequence += 1;
    const person = idFrom("member", place % 100_000);
    const payload = JSON.stringify({ by: "native-poll", gathering: idFrom("gathering", place % 10_000), person });
    const salt = idFrom("salt", place);
    const unhashed = {
      chain,
      sequence,
      at: since + place * 1_000_000,
      actor: `person:${person}`,
      command: "gatherings/cast-native-vote",
      event: "scheduling-poll-answered",
      version: 1,
      digest: payloadDigest(salt, payload),
      previous_hash: hash,
    };
    hash = entryHash(unhashed);
    entries.push({ ...unhashed, hash });
    payloads.push({ chain, sequence, salt, payload });
    if (entries.length === ROWS_PER_COMMIT) write();
  }
  write();
  const again = new DatabaseSync(file);
  again.prepare("update log_heads set sequence = ?, hash = ? where chain = ?").run(sequence, hash, chain);
  again.close();
}

/** `count` followers of an actor, spread over shared inboxes. */
export function writeFollowers(
  file: string,
  actor: { readonly communityId: string; readonly actorId: string },
  servers: readonly string[],
  count: number,
): void {
  const since = microsecondsFromInstant(Temporal.Now.instant());
  const rows = Array.from({ length: count }, (_, place): ListenerRow => {
    const server = servers[place % servers.length] ?? "";
    const uri = `${server}/users/follower-${place}`;
    const { host } = new URL(server);
    return {
      community_id: actor.communityId,
      actor_id: actor.actorId,
      uri,
      person_id: null,
      inbox: `${uri}/inbox`,
      shared_inbox: `${server}/inbox`,
      host,
      handle: `@follower-${place}@${host}`,
      follow_id: `${uri}#follow`,
      waits: 0,
      since,
    };
  });
  writeRows(file, { table: "listeners", rows });
}

function personRow(
  id: string,
  uri: string,
  place: number,
  since: number,
): Omit<PersonRow, "id"> & { readonly id: string } {
  return {
    id,
    name: `Member ${place}`,
    name_is_own: 0,
    main_actor_uri: uri,
    is_operator: 0,
    language: null,
    zone: null,
    quiet_from: null,
    quiet_until: null,
    met_at: since + place * 60_000_000,
    suspended_at: null,
    suspension_reason: null,
    left_at: null,
    joined_into: null,
  };
}

function identityRow(
  personId: string,
  uri: string,
  place: number,
  since: number,
): Omit<ActorIdentityRow, "id" | "person_id"> & { readonly id: string; readonly person_id: string } {
  const { host } = new URL(uri);
  return {
    id: idFrom("identity", place),
    person_id: personId,
    uri,
    handle: `@member-${place}@${host}`,
    host,
    name: `Member ${place}`,
    url: uri,
    added_at: since + place * 60_000_000,
    proven_at: null,
  };
}
