import type { Hono } from "hono";
import { carryingOut, describePerson, forbidden, formOrKept, refuse, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { answerVouch } from "../../commands/ladder/answer-vouch.ts";
import { ladderOf } from "../../commands/ladder/ladder-of.ts";
import { isThere, sentDocument } from "../../commands/ladder/look-at-ladder.ts";
import { nameDelegate } from "../../commands/ladder/name-delegate.ts";
import { decisionIdIn } from "../../commands/ladder/public-decision.ts";
import { showDocument } from "../../commands/ladder/show-document.ts";
import { takeBackEvidence } from "../../commands/ladder/take-back-evidence.ts";
import { vouch, withdrawVouch } from "../../commands/ladder/vouch.ts";
import { fieldValue } from "../../model/entry-fields.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import type { FoundDocument, NoDocument } from "../../model/ladder/document.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import { entryById } from "../../store/entries.read.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";
import { LadderPage } from "./ladder-page.tsx";
import { ladderPath, vouchesPath } from "./ladder-paths.ts";
import { serveCopy } from "./serve-copy.ts";
import { speaksHere } from "./speaks-here.ts";
import { VouchPage } from "./vouch-page.tsx";

const carryOut = carryingOut(["only-who-speaks"]);
/** Whoever names a place they do not speak for may mend that. */
const carryOutFor = carryingOut([]);

/** Why nothing was found at an address, as it is told. */
const noDocument = {
  gone: "document-gone",
  unreadable: "document-unreadable",
  away: "document-away",
  enough: "document-enough",
} as const satisfies Record<NoDocument, string>;

/** What places show above their proofs: delegates, documents, and other places that vouch for them. */
export function ladderRoutes(web: Hono<PageEnv>, application: Application, looking: Looking | undefined): void {
  const { read, clock } = application;
  const visiting = (answer: (c: PageContext, entry: DescribedEntry) => Promise<Response>) => async (c: PageContext) => {
    const entry = await entryById(read, c.req.param("entry") ?? "");
    return entry === undefined ? showNotFound(c) : answer(c, entry);
  };
  const page = async (c: PageContext, entry: DescribedEntry, form: FormState) => {
    const ladder = await ladderOf(read, entry.id, clock());
    return <LadderPage c={c} form={form} entry={entry} ladder={ladder} looks={looking !== undefined} />;
  };
  const act = (c: PageContext, entry: DescribedEntry, done: string) => ({
    page: ladderPath(entry),
    onwards: () => ({ path: ladderPath(entry), done }),
    again: (form: FormState) => page(c, entry, form),
  });
  web.get(
    `${directoryPath}/:entry/ladder`,
    visiting(async (c, entry) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      if (!(await speaksHere(c, read, entry))) return forbidden(c, "only-who-speaks");
      return c.html(await page(c, entry, await formOrKept(c, application, ladderPath(entry))));
    }),
  );
  web.post(
    `${directoryPath}/:entry/delegates`,
    visiting(async (c, entry) => {
      const form = sentForm(c);
      const [address, until] = [textOf(form, "decision").trim(), textOf(form, "until")];
      const named = { entryId: entry.id, handle: textOf(form, "handle"), scope: textOf(form, "scope"), until };
      const decisionId = decisionIdIn(address, application.origin);
      const { again, ...rest } = act(c, entry, "delegate-named");
      if (decisionId === undefined && (await speaksHere(c, read, entry))) {
        const found = await foundAt(c, looking, address);
        if (found !== undefined && !isThere(found)) {
          return refuse(c, { kind: noDocument[found], field: "decision" }, { again });
        }
      }
      const input = { ...named, decision: address, ...(decisionId !== undefined && { decisionId }) };
      return carryOut({ c, application }, nameDelegate, input, { again, ...rest });
    }),
  );
  web.post(
    `${directoryPath}/:entry/documents`,
    visiting(async (c, entry) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      // Nobody else makes this server fetch anything in the name of the place.
      if (!(await speaksHere(c, read, entry))) return forbidden(c, "only-who-speaks");
      const form = sentForm(c);
      const url = textOf(form, "url").trim();
      const { again, ...rest } = act(c, entry, "document-shown");
      const found = await foundAt(c, looking, url);
      if (typeof found === "string") return refuse(c, { kind: noDocument[found], field: "url" }, { again });
      const nothing = { sha256: "0".repeat(64), wordsSha256: "0".repeat(64), mediaType: "", bytes: "" };
      const document = found === undefined ? nothing : sentDocument(found);
      const shown = { kind: textOf(form, "kind"), url, licence: textOf(form, "licence") };
      return carryOut(
        { c, application },
        showDocument,
        { entryId: entry.id, ...shown, found: document },
        { again, ...rest },
      );
    }),
  );
  for (const what of ["delegate", "document"] as const) {
    web.post(
      `${directoryPath}/:entry/${what}s/removal`,
      visiting((c, entry) => {
        const input = { entryId: entry.id, what, id: textOf(sentForm(c), "id") };
        return carryOut({ c, application }, takeBackEvidence, input, act(c, entry, "evidence-withdrawn"));
      }),
    );
  }
  web.get(`${directoryPath}/:entry/documents/:version/copy`, (c) => serveCopy(c, application));
  web.post(
    `${directoryPath}/:entry/vouches/reply`,
    visiting((c, entry) => {
      const form = sentForm(c);
      const input = {
        entryId: entry.id,
        vouchId: textOf(form, "vouch"),
        reply: textOf(form, "reply"),
        isDeclined: textOf(form, "declines") === "yes",
      };
      return carryOut({ c, application }, answerVouch, input, act(c, entry, "vouch-answered"));
    }),
  );
  vouchingRoutes(web, application, visiting);
}

type Visiting = (
  answer: (c: PageContext, entry: DescribedEntry) => Promise<Response>,
) => (c: PageContext) => Response | Promise<Response>;

function vouchingRoutes(web: Hono<PageEnv>, application: Application, visiting: Visiting): void {
  const { read, clock } = application;
  const page = async (c: PageContext, entry: DescribedEntry, form: FormState) => {
    const own = await ownHost(c, application);
    const { vouches } = await ladderOf(read, entry.id, clock());
    const isGiven = vouches.some(({ by }) => by.domain === own);
    return <VouchPage c={c} form={form} entry={entry} own={own} vouches={isGiven} />;
  };
  const act = (c: PageContext, entry: DescribedEntry, done: string) => ({
    page: `${vouchesPath(entry)}/new`,
    onwards: () => ({ path: entryPath(entry), done }),
    again: (form: FormState) => page(c, entry, form),
  });
  const by = (c: PageContext) => textOf(sentForm(c), "by");
  web.get(
    `${directoryPath}/:entry/vouches/new`,
    visiting(async (c, entry) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      return c.html(await page(c, entry, await formOrKept(c, application, vouchesPath(entry))));
    }),
  );
  web.post(
    `${directoryPath}/:entry/vouches`,
    visiting((c, entry) => {
      const input = { entryId: entry.id, by: by(c), note: textOf(sentForm(c), "note") };
      return carryOutFor({ c, application }, vouch, input, act(c, entry, "vouched"));
    }),
  );
  web.post(
    `${directoryPath}/:entry/vouches/removal`,
    visiting((c, entry) =>
      carryOutFor(
        { c, application },
        withdrawVouch,
        { entryId: entry.id, by: by(c) },
        act(c, entry, "vouch-withdrawn"),
      ),
    ),
  );
}

/** The server on which the reader's account lives: they may speak for it. */
async function ownHost(c: PageContext, { read }: Application): Promise<string> {
  const { person } = c.var.reader;
  const described = person === undefined ? undefined : await describePerson(read, person.id);
  return described?.handle?.split("@").at(-1) ?? "";
}

/** What stands at an address, for the reader; undefined for what is no address, which the command says. */
async function foundAt(
  c: PageContext,
  looking: Looking | undefined,
  address: string,
): Promise<FoundDocument | NoDocument | undefined> {
  if (fieldValue("bylaws", address) === undefined) return undefined;
  return looking === undefined ? "away" : looking.documentAt(new URL(address), c.var.reader.person?.id);
}
