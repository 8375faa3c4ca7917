import type { Clock } from "../../../kernel/base/time.ts";
import { boundedMap } from "../../../kernel/federation/bounded-map.ts";
import type { Look, LookAt, LookManner } from "../../model/look-up/look.ts";

/** So many hosts are looked at side by side, and so many looks wait for their turn; whoever comes beyond that is told so. */
const bounds = { atOnce: 8, waiting: 100, remembered: 500, askers: 1_000 } as const;

/** So many looks one person may ask for in so long. */
const perPerson = { looks: 30, within: Temporal.Duration.from({ hours: 1 }) } as const;

/** For so long what was seen is good enough: a host is not looked at twice within it. */
const goodFor = {
  "by-itself": Temporal.Duration.from({ minutes: 10 }),
  asked: Temporal.Duration.from({ minutes: 1 }),
} as const satisfies Record<LookManner, Temporal.Duration>;

/**
 * Looks with bounds: few at once, one at a time of each host, none again of a host that was looked at a moment ago, and not many for one
 * person.
 */
export function boundedLooks(look: (host: string, manner: LookManner) => Promise<Look>, clock: Clock): LookAt {
  const remembered = boundedMap<string, Look>(bounds.remembered);
  const asked = boundedMap<string, { readonly since: Temporal.Instant; readonly looks: number }>(bounds.askers);
  const underWay = new Map<string, Promise<Look>>();
  const waiting: (() => void)[] = [];
  let atOnce = 0;

  const turn = async () => {
    if (atOnce < bounds.atOnce) {
      atOnce += 1;
      return;
    }
    await new Promise<void>((resolve) => void waiting.push(resolve));
  };
  const over = () => {
    const next = waiting.shift();
    if (next === undefined) atOnce -= 1;
    else next();
  };
  const lookInTurn = async (host: string, manner: LookManner) => {
    await turn();
    try {
      return await look(host, manner);
    } finally {
      over();
    }
  };

  /** Whether somebody may ask for one more, which is counted. */
  const mayAsk = (personId: string): boolean => {
    const now = clock();
    const known = asked.get(personId);
    const isOver = known === undefined || Temporal.Instant.compare(known.since.add(perPerson.within), now) <= 0;
    const { since, looks } = isOver ? { since: now, looks: 0 } : known;
    if (looks >= perPerson.looks) return false;
    asked.set(personId, { since, looks: looks + 1 });
    return true;
  };

  return async (host, manner, personId) => {
    const key = `${manner} ${host}`;
    const known = remembered.get(key);
    if (known !== undefined && Temporal.Instant.compare(known.at.add(goodFor[manner]), clock()) > 0) return known;
    const present = underWay.get(key);
    if (present !== undefined) return present;
    if (waiting.length >= bounds.waiting) return "busy";
    if (personId !== undefined && !mayAsk(personId)) return "enough";
    const looking = lookInTurn(host, manner).finally(() => underWay.delete(key));
    underWay.set(key, looking);
    const seen = await looking;
    remembered.set(key, seen);
    return seen;
  };
}
