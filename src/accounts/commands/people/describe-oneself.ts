import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { isTimeZone } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import { keepLanguageAndZone } from "../../store/contacts.write.ts";
import { describePerson } from "../../store/people.read.ts";
import { renamePerson } from "../../store/people.write.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { typedName } from "../sign-in/sign-in-by-link.ts";

type Refusal = { readonly kind: "sign-in-needed" } | { readonly kind: "name-needed"; readonly field: "name" };

/** What one is called, in which language one is told things, and by which clock. Refuses `name-needed` for an empty name. */
export const describeOneself = defineCommand({
  name: "accounts/describe-oneself",
  input: z.object({
    name: typedName,
    language: z.string().refine(isLanguage, "unknown-language"),
    zone: z.string().max(64).refine(isTimeZone, "unknown-zone"),
  }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { name, language, zone }): Promise<Result<null, Refusal>> {
    const personId = actingPerson(context);
    if (name === "") return refused({ kind: "name-needed", field: "name" });
    const before = await describePerson(context.db, personId);
    // A name that was only sent along goes on following the account.
    if (before?.name !== name) await renamePerson(context.db, personId, name);
    await keepLanguageAndZone(context.db, personId, language, zone);
    context.emit({ name: "person-described", version: 1, payload: { personId } });
    return accepted(null);
  },
});
