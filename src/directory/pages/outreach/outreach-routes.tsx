import type { Hono } from "hono";
import { carryingOut, forbidden, keepFormAndSignIn, signInFirst } from "../../../accounts/index.ts";
import { boardOf, boardsToFill, keptOffBoard, type BoardToFill } from "../../../gatherings/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { mayInvite, mostAtOnce, putOnBoard } from "../../commands/outreach/put-on-board.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { filterFrom } from "../../model/filter.ts";
import type { Counted } from "../../model/outreach/balance.ts";
import { entriesFitting, fromTheBeginning, placeOfEntry } from "../../store/entries.read.ts";
import { countedOfHosts } from "../../store/outreach/balance.read.ts";
import { ChoosingPage, OutreachPage, type OutreachView } from "./outreach-page.tsx";
import { outreachPath, outreachPathOf } from "./outreach-paths.ts";

const carryOut = carryingOut(["not-an-organiser", "kept-out"]);

/** Putting places of a list, with whatever filter is in the address, on the board of a gathering that the reader organises. */
export function outreachRoutes(web: Hono<PageEnv>, application: Application): void {
  const { read } = application;
  web.get(outreachPath, async (c) => {
    const { person } = c.var.reader;
    if (person === undefined) return signInFirst(c);
    const query = new URL(c.req.url).searchParams;
    const boards = await boardsToFill(read, person.id);
    if (!query.has("gathering")) return c.html(<ChoosingPage c={c} filter={filterFrom(query)} boards={boards} />);
    const chosen = boards.find(({ id }) => id === query.get("gathering"));
    if (chosen === undefined) return forbidden(c, "not-an-organiser");
    return c.html(<OutreachPage c={c} view={await viewOf(c, application, chosen)} form={untouchedForm(c.var.t)} />);
  });
  web.post(outreachPath, async (c) => {
    const { person } = c.var.reader;
    const query = new URL(c.req.url).searchParams;
    const again = outreachPathOf(
      filterFrom(query),
      { id: query.get("gathering") ?? "" },
      query.get("after") ?? undefined,
    );
    if (person === undefined) return keepFormAndSignIn(c, application, again);
    const chosen = (await boardsToFill(read, person.id)).find(({ id }) => id === query.get("gathering"));
    if (chosen === undefined) return forbidden(c, "not-an-organiser");
    const view = await viewOf(c, application, chosen);
    const input = { communityId: chosen.communityId, gatheringId: chosen.id, entryIds: chosenPlaces(c, view) };
    return carryOut({ c, application }, putOnBoard, input, {
      page: again,
      onwards: () => ({ path: again, done: "put-on-board" }),
      again: (form: FormState) => <OutreachPage c={c} view={view} form={form} />,
    });
  });
}

/** The ticked places, or all that are shown and can be put on the board. */
function chosenPlaces(c: PageContext, { places }: OutreachView): readonly string[] {
  const form = sentForm(c);
  if (textOf(form, "which") !== "all") return [...new Set(textsOf(form, "of"))].slice(0, mostAtOnce);
  return places.filter(({ keptOff }) => keptOff === undefined).map(({ entry }) => entry.id);
}

async function viewOf(c: PageContext, { read }: Application, gathering: BoardToFill): Promise<OutreachView> {
  const query = new URL(c.req.url).searchParams;
  const filter = filterFrom(query);
  const after = await placeOfEntry(read, query.get("after") ?? "");
  const found = await entriesFitting(read, filter, { after, limit: mostAtOnce + 1 });
  const entries = found.slice(0, mostAtOnce);
  const board = await boardOf(read, gathering.id);
  const hosts = entries.flatMap(({ domain }) => domain ?? []);
  const kept = await keptOffBoard(read, { communityId: gathering.communityId, board }, hosts);
  const places = entries.map((entry) => ({ entry, keptOff: reasonAgainst(entry) ?? kept.get(entry.domain ?? "") }));
  const onBoard = board.filter(({ state }) => state !== "unreachable" && state !== "opted-out");
  const known = await countedOfHosts(
    read,
    onBoard.flatMap(({ kind, address }) => (kind === "instance" ? [address] : [])),
  );
  return {
    filter,
    gathering,
    places,
    after: after === fromTheBeginning ? undefined : after.id,
    next: found.length > mostAtOnce ? entries.at(-1)?.id : undefined,
    board: onBoard.map(({ address, country, language }) => known.get(address) ?? countedAs(country, language)),
    list: places.flatMap(({ entry, keptOff }) => (keptOff === undefined ? [countedOf(entry)] : [])),
  };
}

function reasonAgainst(entry: DescribedEntry): "no-server" | "closed" | undefined {
  if (mayInvite(entry)) return undefined;
  return entry.domain === undefined ? "no-server" : "closed";
}

function countedOf({ fields }: DescribedEntry): Counted {
  const ownership = fields.ownership?.claim.value;
  return {
    ownership: ownership === undefined ? [] : [ownership],
    country: fields.country?.claim.value ?? [],
    languages: fields.languages?.claim.value ?? [],
  };
}

/** Who stands on a board and is not in the directory, by what the board says of them. */
function countedAs(country: string, language: string | null): Counted {
  return {
    ownership: [],
    country: country === "" ? [] : [country],
    languages: language === null ? [] : [language],
  };
}
