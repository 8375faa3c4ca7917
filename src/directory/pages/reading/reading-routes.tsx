import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageContext, PageEnv } from "../../../ui/request.ts";
import { everything, unknown } from "../../model/filter.ts";
import { comparedIds } from "../../model/reading/compared.ts";
import {
  filterOfWishes,
  filterWithUnknown,
  likeliestFirst,
  whyItFits,
  wishesFrom,
  type Wishes,
} from "../../model/reading/newcomer.ts";
import { regionsFrom } from "../../model/reading/regions.ts";
import { typologyFrom } from "../../model/reading/tallies.ts";
import { ownerships, practices } from "../../model/typology.ts";
import { entriesAndCount, entriesFitting, entryById, fromTheBeginning } from "../../store/entries.read.ts";
import { talliesBy } from "../../store/reading/tallies.read.ts";
import { ComparePage } from "./compare-page.tsx";
import { JoinPage } from "./join-page.tsx";
import { knownAnswers } from "./known-answers.ts";
import { lineRoutes } from "./line-routes.tsx";
import { MapPage } from "./map-page.tsx";
import { comparePath, joinPath, mapPath, typologyPath } from "./reading-paths.ts";
import { TypologyPage } from "./typology-page.tsx";

/** So many places are offered to be added to a comparison, suggested to newcomers, and looked through for suggestions. */
const most = { offered: 10, suggested: 10, lookedThrough: 60 } as const;

/** Ways to read the directory besides its list: places side by side, places to join, and drawings. */
export function readingRoutes(web: Hono<PageEnv>, application: Application): void {
  const { read } = application;
  lineRoutes(web, application);
  web.get(comparePath, (c) => showComparison(c, application));
  web.get(joinPath, (c) => showPlacesToJoin(c, application));
  web.get(typologyPath, async (c) => {
    const tallies = await talliesBy(read, "ownership-practice");
    const typology = typologyFrom(tallies, { ownerships, practices: [...practices, unknown] });
    return c.html(<TypologyPage c={c} typology={typology} />);
  });
  web.get(mapPath, async (c) => c.html(<MapPage c={c} places={regionsFrom(await talliesBy(read, "country"))} />));
}

async function showComparison(c: PageContext, { read }: Application): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const { compared, leftOut } = comparedIds(query.getAll("of"));
  const found = await Promise.all(compared.map((id) => entryById(read, id)));
  const entries = found.filter((entry) => entry !== undefined);
  const words = (query.get("with") ?? "").trim().slice(0, 120);
  const sought =
    words === ""
      ? []
      : await entriesFitting(read, { ...everything, words }, { after: fromTheBeginning, limit: most.offered });
  return c.html(
    <ComparePage
      c={c}
      entries={entries}
      leftOut={leftOut}
      gone={compared.length - entries.length}
      sought={words}
      found={sought}
    />,
  );
}

async function showPlacesToJoin(c: PageContext, application: Application): Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const wishes = wishesFrom(query);
  const asked = query.size > 0;
  const found = asked ? await placesFor(application, wishes) : nothingFound;
  const known = await knownAnswers(application.read);
  return c.html(<JoinPage c={c} wishes={wishes} asked={asked} known={known} {...found} />);
}

const nothingFound = { count: 0, fitting: [], perhaps: [] };

/** Those that fit in everything; where they are few, also some of which not all of that is known. */
async function placesFor({ read }: Application, wishes: Wishes) {
  const filter = filterOfWishes(wishes);
  const first = { after: fromTheBeginning, limit: most.lookedThrough };
  const { entries: certain, count } = await entriesAndCount(read, filter, first);
  const suggest = (places: typeof certain) =>
    likeliestFirst(
      places.map((place) => ({ place, why: whyItFits(wishes, place) })),
      wishes,
    );
  const fitting = suggest(certain).slice(0, most.suggested);
  if (count >= most.suggested) return { count, fitting, perhaps: [] };
  const wider = await entriesFitting(read, filterWithUnknown(wishes), first);
  const perhaps = suggest(wider).filter(({ why }) => why.unknown.length > 0);
  return { count, fitting, perhaps: perhaps.slice(0, most.suggested) };
}
