import type { Hono } from "hono";
import { carryingOut, describePeople, formOrKept, forbidden, isOperator, signInFirst } from "../../accounts/index.ts";
import type { Application } from "../../kernel/application.ts";
import { textOf } from "../../ui/form-input.ts";
import type { FormState } from "../../ui/form-state.ts";
import { showNotFound } from "../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../ui/request.ts";
import { addEntry } from "../commands/add-entry.ts";
import { openContests } from "../commands/contests/open-contests.ts";
import { removeEntry } from "../commands/remove-entry.ts";
import { sayOfEntry } from "../commands/say-of-entry.ts";
import { takeOverList } from "../commands/take-over-list.ts";
import { speaksFor } from "../commands/verification/speaks-for.ts";
import { withdrawClaim } from "../commands/withdraw-claim.ts";
import type { Claim } from "../model/claims.ts";
import { fieldNames } from "../model/entry-fields.ts";
import type { DescribedEntry } from "../model/entry.ts";
import { filterFrom } from "../model/filter.ts";
import type { Looking } from "../model/look-up/looking.ts";
import type { Sharing } from "../model/sharing/sharing.ts";
import { suggestionBounds } from "../model/suggestions/suggestion.ts";
import { endedClaims } from "../store/claims.read.ts";
import { entriesAndCount, entryById, fromTheBeginning, placeOfEntry } from "../store/entries.read.ts";
import { lookOf } from "../store/look-up/looks.read.ts";
import { countWaiting } from "../store/suggestions/suggestions.read.ts";
import { directoryFiles } from "./directory-files.ts";
import { DirectoryPage } from "./directory-page.tsx";
import { directoryPath, entryPath } from "./directory-paths.ts";
import { saidIn, wantsLook } from "./entry-form.tsx";
import { EntryPage } from "./entry-page.tsx";
import { NewClaimPage, NewEntryPage } from "./entry-pages.tsx";
import { ListPage } from "./list-page.tsx";
import { queryOfTaken, takenFrom } from "./list-taken.ts";
import { showFound } from "./look-up/show-found.tsx";
import { longListRoutes, longListsPath } from "./long-lists/long-list-routes.tsx";
import { openDataRoutes } from "./open-data/open-data-routes.ts";
import { takeFromAddress } from "./open-data/take-from-address.tsx";
import { RemovalPage } from "./removal-page.tsx";
import { knownAnswers } from "./reading/known-answers.ts";
import { readingRoutes } from "./reading/reading-routes.tsx";
import { contestRoutes } from "./contests/contest-routes.tsx";
import { ladderRoutes } from "./ladder/ladder-routes.tsx";
import { ladderSection } from "./ladder/ladder-section.tsx";
import { outreachRoutes } from "./outreach/outreach-routes.tsx";
import { placeReply, replyRoutes } from "./replies/reply-routes.tsx";
import { sharingRoutes } from "./sharing/sharing-routes.tsx";
import { suggestionRoutes } from "./suggestions/suggestion-routes.tsx";
import { verificationRoutes } from "./verification/verification-routes.tsx";

const carryOut = carryingOut(["only-operators"]);
const perPage = 50;
/** So many past claims of an entry its page shows. */
const MOST_PAST = 50;

/** The list whose forms bring a file. */
export const listRoute = `${directoryPath}/lists`;

/** The directory: read by everybody, written by whoever has an account, whole lists taken over by operators. */
export function directoryRoutes(
  web: Hono<PageEnv>,
  application: Application,
  looking?: Looking,
  serverHandle?: string,
  sharing?: Sharing,
): void {
  directoryFiles(web, application);
  openDataRoutes(web, application);
  sharingRoutes(web, application, sharing);
  suggestionRoutes(web, application, { looking, serverHandle });
  web.get(directoryPath, (c) => showDirectory(c, application));
  const looks = looking !== undefined;
  web.get(`${directoryPath}/new`, async (c) =>
    c.html(<NewEntryPage c={c} form={await formOrKept(c, application, directoryPath)} looks={looks} />),
  );
  web.post(directoryPath, (c) => {
    if (looking !== undefined && wantsLook(sentForm(c))) return showFound(c, application, looking);
    return carryOut(
      { c, application },
      addEntry,
      { domain: textOf(sentForm(c), "domain"), ...saidIn(sentForm(c)) },
      {
        page: `${directoryPath}/new`,
        onwards: ({ entryId }) => ({ path: entryPath({ id: entryId }), done: "added" }),
        again: (form) => <NewEntryPage c={c} form={form} looks={looks} />,
        fieldOf: wholeField,
      },
    );
  });
  listRoutes(web, application, looking);
  longListRoutes(web, application);
  readingRoutes(web, application);
  outreachRoutes(web, application);
  entryRoutes(web, application, looks);
  replyRoutes(web, application);
  contestRoutes(web, application);
  ladderRoutes(web, application, looking);
  verificationRoutes(web, application, looking);
}

function entryRoutes(web: Hono<PageEnv>, application: Application, looks: boolean): void {
  const visiting = (answer: (c: PageContext, entry: DescribedEntry) => Promise<Response>) => async (c: PageContext) => {
    const entry = await entryById(application.read, c.req.param("entry") ?? "");
    return entry === undefined ? showNotFound(c) : answer(c, entry);
  };
  web.get(
    `${directoryPath}/:entry`,
    visiting(async (c, entry) => c.html(await entryPage(c, application, entry, looks))),
  );
  web.get(
    `${directoryPath}/:entry/removal`,
    visiting(async (c, entry) => {
      const { person } = c.var.reader;
      if (person === undefined) return signInFirst(c);
      if (!(await isOperator(application.read, person.id))) return forbidden(c, "only-operators");
      return c.html(
        <RemovalPage c={c} form={await formOrKept(c, application, `${entryPath(entry)}/removal`)} entry={entry} />,
      );
    }),
  );
  web.post(
    `${directoryPath}/:entry/removal`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        removeEntry,
        { entryId: entry.id, why: textOf(sentForm(c), "why") },
        {
          page: `${entryPath(entry)}/removal`,
          onwards: () => ({ path: directoryPath, done: "removed" }),
          again: (form) => <RemovalPage c={c} form={form} entry={entry} />,
        },
      ),
    ),
  );
  web.get(
    `${directoryPath}/:entry/claims/new`,
    visiting(async (c, entry) => {
      const form = await formOrKept(c, application, `${entryPath(entry)}/claims`);
      return c.html(await newClaimPage(c, application, entry, form));
    }),
  );
  web.post(
    `${directoryPath}/:entry/claims/removal`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        withdrawClaim,
        { entryId: entry.id, field: textOf(sentForm(c), "field") },
        {
          page: entryPath(entry),
          onwards: () => ({ path: entryPath(entry), done: "withdrawn" }),
          again: () => entryPage(c, application, entry, looks),
        },
      ),
    ),
  );
  web.post(
    `${directoryPath}/:entry/claims`,
    visiting((c, entry) =>
      carryOut(
        { c, application },
        sayOfEntry,
        { entryId: entry.id, ...saidIn(sentForm(c)) },
        {
          page: `${entryPath(entry)}/claims/new`,
          onwards: () => ({ path: entryPath(entry), done: "said" }),
          again: (form) => newClaimPage(c, application, entry, form),
          fieldOf: wholeField,
        },
      ),
    ),
  );
}

async function newClaimPage(c: PageContext, application: Application, entry: DescribedEntry, form: FormState) {
  const { person } = c.var.reader;
  const actor =
    person === undefined ? ({ kind: "visitor" } as const) : ({ kind: "person", personId: person.id } as const);
  const speaks = await speaksFor({ db: application.read, actor }, entry);
  return <NewClaimPage c={c} form={form} entry={entry} speaks={speaks} />;
}

async function entryPage(c: PageContext, application: Application, entry: DescribedEntry, looks: boolean) {
  const past = await endedClaims(application.read, entry.id, MOST_PAST);
  const standing = fieldNames.flatMap((field): readonly Claim[] => {
    const settled = entry.fields[field];
    return settled === undefined ? [] : [settled.claim, ...settled.against];
  });
  const named = [...standing, ...past.map(({ claim }) => claim)].flatMap(({ claimant }) =>
    claimant.kind === "person" ? [claimant.personId] : [],
  );
  const people = await describePeople(application.read, [...new Set(named)]);
  const { person } = c.var.reader;
  const mayRemove = person !== undefined && (await isOperator(application.read, person.id));
  const look = await lookOf(application.read, entry.id);
  const reply = await placeReply(c, application, entry);
  return (
    <EntryPage
      c={c}
      entry={entry}
      past={past}
      people={people}
      mayRemove={mayRemove}
      look={look}
      looks={looks}
      reply={reply}
      ladder={await ladderSection(c, application, entry)}
      contests={await openContests(application.read, entry.id)}
    />
  );
}

function listRoutes(web: Hono<PageEnv>, application: Application, looking: Looking | undefined): void {
  const looks = looking !== undefined;
  web.get(`${listRoute}/new`, async (c) => {
    const { person } = c.var.reader;
    if (person === undefined) return signInFirst(c);
    if (!(await isOperator(application.read, person.id))) return forbidden(c, "only-operators");
    const taken = takenFrom(new URL(c.req.url).searchParams);
    return c.html(<ListPage c={c} form={await formOrKept(c, application, listRoute)} taken={taken} looks={looks} />);
  });
  web.post(listRoute, (c) => {
    if (textOf(sentForm(c), "from") === "address") return takeFromAddress(c, application, looking);
    return carryOut(
      { c, application },
      takeOverList,
      {
        from: textOf(sentForm(c), "from"),
        list: textOf(sentForm(c), "list"),
        called: textOf(sentForm(c), "called"),
      },
      {
        page: `${listRoute}/new`,
        onwards: (taken) => ({ path: taken.isLong ? longListsPath : `${listRoute}/new?${queryOfTaken(taken)}` }),
        again: (form) => <ListPage c={c} form={form} looks={looks} />,
      },
    );
  });
}

async function showDirectory(c: PageContext, application: Application): Promise<Response> {
  const { read } = application;
  const query = new URL(c.req.url).searchParams;
  const filter = filterFrom(query);
  const after = await placeOfEntry(read, query.get("after") ?? "");
  const { person } = c.var.reader;
  const [{ entries: found, count }, known] = await Promise.all([
    entriesAndCount(read, filter, { after, limit: perPage + 1 }),
    knownAnswers(read),
  ]);
  const entries = found.slice(0, perPage);
  const last = entries.at(-1);
  return c.html(
    <DirectoryPage
      c={c}
      filter={filter}
      entries={entries}
      count={count}
      known={known}
      suggested={
        person !== undefined && (await isOperator(read, person.id))
          ? await countWaiting(read, suggestionBounds.waiting)
          : undefined
      }
      next={found.length > perPage && last !== undefined ? last.id : undefined}
      isLater={after !== fromTheBeginning}
    />,
  );
}

/** A fault of one word of a list is a fault of the field in which it was typed: `country.0` is `country`. */
function wholeField(field: string): string {
  return field.split(".")[0] ?? field;
}
