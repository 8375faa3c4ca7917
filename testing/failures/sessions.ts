import type { PersonId } from "../../src/accounts/index.ts";
import { keepSession } from "../../src/accounts/store/sessions.write.ts";
import type { Application } from "../../src/kernel/application.ts";
import { microsecondsFromInstant } from "../../src/kernel/base/time.ts";
import { hashOfToken, newToken } from "../../src/kernel/secrets/token.ts";

/** Lets somebody be signed in, and gives what their browser keeps as `koinon-session`. Signing in is a story of its own. */
export async function openSession(application: Application, personId: PersonId): Promise<string> {
  const token = newToken();
  const now = application.clock();
  await application.database.write((transaction) =>
    keepSession(transaction, {
      id: application.ids.unordered<"session">(),
      token_hash: hashOfToken(token),
      person_id: personId,
      device: "",
      started_at: microsecondsFromInstant(now),
      last_seen_at: microsecondsFromInstant(now),
      ends_at: microsecondsFromInstant(now.add({ hours: 240 })),
    }),
  );
  return token;
}
