import type { Hono } from "hono";
import { carryingOut, keepFormAndSignIn, refuse } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { isLanguage, type Language } from "../../../kernel/i18n/language.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { refusalPage, showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { askLook } from "../../commands/look-up/ask-look.ts";
import { lookAndRecord } from "../../commands/look-up/look-and-record.ts";
import { askContact } from "../../commands/verification/ask-contact.ts";
import { beginProof } from "../../commands/verification/begin-proof.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import type { Look, NoLook } from "../../model/look-up/look.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import { entryById } from "../../store/entries.read.ts";
import { directoryPath, entryPath, verificationPath } from "../directory-paths.ts";
import { VerificationPage } from "./verification-page.tsx";

const carryOut = carryingOut([]);

type Visited = DescribedEntry & { readonly domain: string };

/** Looking at a place again, and proving that its entry speaks for it. */
export function verificationRoutes(web: Hono<PageEnv>, application: Application, looking: Looking | undefined): void {
  const visiting = (answer: (c: PageContext, entry: Visited) => Promise<Response>) => async (c: PageContext) => {
    const entry = await entryById(application.read, c.req.param("entry") ?? "");
    return entry?.domain === undefined ? showNotFound(c) : answer(c, { ...entry, domain: entry.domain });
  };
  const page = (c: PageContext, entry: Visited, form: FormState) => (
    <VerificationPage c={c} entry={entry} form={form} looks={looking !== undefined} />
  );
  web.get(
    `${directoryPath}/:entry/verification`,
    visiting(async (c, entry) => c.html(page(c, entry, untouchedForm(c.var.t)))),
  );
  web.post(
    `${directoryPath}/:entry/looks`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        askLook,
        { entryId: entry.id },
        {
          page: entryPath(entry),
          onwards: () => ({ path: entryPath(entry), done: "look-asked" }),
          again: (form) => page(c, entry, form),
        },
      ),
    ),
  );
  web.post(
    `${directoryPath}/:entry/verification/domain`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        beginProof,
        { entryId: entry.id },
        {
          page: verificationPath(entry),
          onwards: () => ({ path: verificationPath(entry), done: "begun" }),
          again: (form) => page(c, entry, form),
        },
      ),
    ),
  );
  if (looking === undefined) return;
  web.post(
    `${directoryPath}/:entry/verification/domain/looks`,
    visiting(async (c, entry) => {
      const { person } = c.var.reader;
      if (person === undefined) return keepFormAndSignIn(c, application, verificationPath(entry));
      return lookForProof(c, { application, looking, entry, host: entry.domain, personId: person.id });
    }),
  );
  web.post(
    `${directoryPath}/:entry/verification/account`,
    visiting(async (c, entry) => {
      const { person } = c.var.reader;
      if (person === undefined) return keepFormAndSignIn(c, application, verificationPath(entry));
      const again = (form: FormState) => page(c, entry, form);
      const contact = await contactOf(looking, { host: entry.domain, personId: person.id, fallback: c.var.t.language });
      if ("kind" in contact) return refuse(c, contact, { again });
      const input = { entryId: entry.id, ...contact };
      return carryOut({ c, application }, askContact, input, {
        page: verificationPath(entry),
        onwards: () => ({ path: verificationPath(entry), done: "written" }),
        again,
      });
    }),
  );
}

/** Looks whether the place shows its code, at the wish of the reader, and says what came of it. */
async function lookForProof(c: PageContext, task: Parameters<typeof lookAndRecord>[0]): Promise<Response> {
  const by = { actor: { kind: "clock" }, origin: byReader(c).origin } as const;
  const recorded = await lookAndRecord(task, "asked", by);
  if (typeof recorded === "string") return refusalPage(c, { kind: `look-${recorded}` });
  if (!recorded.ok) return refusalPage(c, recorded.refusal);
  const { isListed, proved, answered } = recorded.value;
  if (!isListed) return seeOther(c, directoryPath, "removed");
  const done = answered ? "not-shown" : "no-answer";
  return seeOther(c, verificationPath(task.entry), proved.includes("domain") ? "verified" : done);
}

interface Asked {
  readonly uri: string;
  readonly handle: string;
  /** A language that the place speaks and the program too, else the reader's. */
  readonly language: Language;
}

/** The account that a place's server names now, to be written to. */
async function contactOf(
  looking: Looking,
  { host, personId, fallback }: { readonly host: string; readonly personId: string; readonly fallback: Language },
): Promise<Asked | { readonly kind: "no-contact" | "place-away" | "account-moved" | `look-${NoLook}` }> {
  const look = await looking.lookAt(host, "asked", personId);
  if (typeof look === "string") return { kind: `look-${look}` };
  const contact = await looking.contactOf(host, look);
  if (contact === "no-answer") return { kind: "place-away" };
  if (contact === "none") return { kind: "no-contact" };
  if (contact.hasMoved) return { kind: "account-moved" };
  return { uri: contact.uri, handle: contact.handle, language: spokenAt(look) ?? fallback };
}

function spokenAt({ facts }: Look): Language | undefined {
  const languages = facts.find(({ field }) => field === "languages")?.value ?? [];
  return [languages].flat().find(isLanguage);
}
