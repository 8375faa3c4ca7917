import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/person.ts";
import { keepPerson, makeOperator } from "../../store/people.write.ts";
import { keepServerSettings, takeOperatorLink } from "../../store/server.write.ts";
import { signerIn } from "../sign-in/signer-in.ts";
import { typedName } from "../sign-in/sign-in-by-link.ts";
import { browserInput, hash, startSession } from "../sign-in/start-session.ts";
import { settingsInput } from "./settings-input.ts";

type Refusal =
  | { readonly kind: "operator-link-used-up" }
  | { readonly kind: "name-needed"; readonly field: "operator" };

/**
 * Takes charge of the server by the one-time link: sets it up, and makes whoever is signed in its operator; else a new person,
 * signed in at once, since on a new server neither mail nor the fediverse may work yet. They add identities later.
 *
 * Refuses `operator-link-used-up`, and `name-needed` for a new person without a name.
 */
export const takeCharge = defineCommand({
  name: "accounts/take-charge",
  input: settingsInput.extend({ tokenHash: hash, operator: typedName.default(""), browser: browserInput }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(
    context,
    { tokenHash, operator, browser, ...settings },
  ): Promise<Result<{ readonly isNew: boolean }, Refusal>> {
    if (!(await takeOperatorLink(context.db, tokenHash, context.now)))
      return refused({ kind: "operator-link-used-up" });
    const signedIn = signerIn(context);
    if (signedIn === null && operator === "") return refused({ kind: "name-needed", field: "operator" });
    const personId = signedIn ?? context.ids.next<"person">();
    if (signedIn === null) await keepNewcomer(personId);
    await makeOperator(context.db, personId);
    await keepServerSettings(context.db, settings, context.now);
    context.emit({ name: "operator-named", version: 1, payload: { personId } });
    context.emit({ name: "server-settings-changed", version: 1, payload: settings });
    if (signedIn === null) await startSession(context, personId, browser, "operator-link");
    return accepted({ isNew: signedIn === null });

    async function keepNewcomer(id: PersonId): Promise<void> {
      const person = { id, name: operator, nameIsOwn: true, mainActorUri: null, language: null, at: context.now };
      await keepPerson(context.db, person);
      context.emit({ name: "person-met", version: 1, payload: { personId: id, host: null } });
    }
  },
});
