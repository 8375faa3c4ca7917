import type { Kysely } from "kysely";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** People, their identities and sessions, what signing in remembers, and the server's own settings. */
export const accountsStep: SchemaStep = {
  name: "accounts/0001-accounts",
  async up(database) {
    await createPeople(database);
    await createSessions(database);
    await createSignIn(database);
    await createServer(database);
  },
};

async function createPeople({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("people")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("name_is_own", "bigint", (column) => column.notNull())
    .addColumn("main_actor_uri", "text")
    .addColumn("is_operator", "bigint", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("zone", "text")
    .addColumn("quiet_from", "text")
    .addColumn("quiet_until", "text")
    .addColumn("met_at", "bigint", (column) => column.notNull())
    .addColumn("suspended_at", "bigint")
    .addColumn("suspension_reason", "text")
    .addColumn("left_at", "bigint")
    .addColumn("joined_into", "text")
    .execute();
  await schema.createIndex("people_suspended").on("people").columns(["suspended_at", "id"]).execute();
  await schema
    .createTable("actor_identities")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("uri", "text", (column) => column.notNull().unique())
    .addColumn("handle", "text", (column) => column.notNull())
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("added_at", "bigint", (column) => column.notNull())
    .addColumn("proven_at", "bigint")
    .execute();
  await schema.createIndex("actor_identities_of_person").on("actor_identities").column("person_id").execute();
  await schema.createIndex("actor_identities_by_handle").on("actor_identities").column("handle").execute();
  await schema.createIndex("actor_identities_of_host").on("actor_identities").column("host").execute();
  await schema
    .createTable("email_identities")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("address", "text", (column) => column.notNull().unique())
    .addColumn("verified_at", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("email_identities_of_person").on("email_identities").column("person_id").execute();
  await schema
    .createTable("notice_ways")
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("way", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("notice_ways_key", ["person_id", "kind"])
    .execute();
}

async function createSessions({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("web_sessions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("device", "text", (column) => column.notNull())
    .addColumn("started_at", "bigint", (column) => column.notNull())
    .addColumn("last_seen_at", "bigint", (column) => column.notNull())
    .addColumn("ends_at", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("web_sessions_of_person").on("web_sessions").column("person_id").execute();
  await schema.createIndex("web_sessions_ending").on("web_sessions").column("ends_at").execute();
  await schema
    .createTable("kept_forms")
    .addColumn("browser_hash", "text", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("fields", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("kept_forms_key", ["browser_hash", "action"])
    .execute();
  await schema.createIndex("kept_forms_expiring").on("kept_forms").column("expires_at").execute();
}

async function createSignIn({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("server_sign_ins")
    .addColumn("state_hash", "text", (column) => column.primaryKey())
    .addColumn("browser_hash", "text", (column) => column.notNull())
    .addColumn("server", "text", (column) => column.notNull())
    .addColumn("client_id", "text", (column) => column.notNull())
    .addColumn("sealed_client_secret", "text", (column) => column.notNull())
    .addColumn("token_url", "text", (column) => column.notNull())
    .addColumn("adds_to", "text")
    .addColumn("then_path", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("sign_in_codes")
    .addColumn("code_hash", "text", (column) => column.primaryKey())
    .addColumn("browser_hash", "text", (column) => column.notNull().unique())
    .addColumn("shown_at", "bigint", (column) => column.notNull())
    .addColumn("claimed_by", "text")
    .addColumn("adds_to", "text")
    .addColumn("then_path", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("sign_in_links")
    .addColumn("token_hash", "text", (column) => column.primaryKey())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("adds_to", "text")
    .addColumn("then_path", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("join_offers")
    .addColumn("browser_hash", "text", (column) => column.primaryKey())
    .addColumn("kept", "text", (column) => column.notNull())
    .addColumn("joined", "text", (column) => column.notNull())
    .addColumn("then_path", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
  for (const table of ["server_sign_ins", "sign_in_codes", "sign_in_links", "join_offers"]) {
    await schema.createIndex(`${table}_expiring`).on(table).column("expires_at").execute();
  }
  await schema
    .createTable("oauth_clients")
    .addColumn("server", "text", (column) => column.primaryKey())
    .addColumn("client_id", "text", (column) => column.notNull())
    .addColumn("sealed_client_secret", "text", (column) => column.notNull())
    .addColumn("authorize_url", "text", (column) => column.notNull())
    .addColumn("token_url", "text", (column) => column.notNull())
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("registered_at", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("oauth_clients_registered").on("oauth_clients").column("registered_at").execute();
  await schema
    .createTable("attempt_counts")
    .addColumn("subject", "text", (column) => column.primaryKey())
    .addColumn("window_ends_at", "bigint", (column) => column.notNull())
    .addColumn("count", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("attempt_counts_ending").on("attempt_counts").column("window_ends_at").execute();
}

async function createServer({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("server_settings")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("description", "text", (column) => column.notNull())
    .addColumn("contact", "text", (column) => column.notNull())
    .addColumn("languages", "text", (column) => column.notNull())
    .addColumn("hue", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("founding_is_open", "bigint", (column) => column.notNull())
    .addColumn("set_up_at", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("operator_links")
    .addColumn("token_hash", "text", (column) => column.primaryKey())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("blocked_hosts")
    .addColumn("host", "text", (column) => column.primaryKey())
    .addColumn("severity", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("blocked_at", "bigint", (column) => column.notNull())
    .execute();
}
