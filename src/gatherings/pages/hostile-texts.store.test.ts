import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../testing/gathering-visits.ts";
import { hostileTexts } from "../../../testing/hostile-texts.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { answerSchedulingPoll } from "../commands/answer-scheduling-poll.ts";
import { closeSchedulingPoll } from "../commands/close-scheduling-poll.ts";
import { proposeCommitment } from "../commands/commitments/propose-commitment.ts";
import { editGathering } from "../commands/edit-gathering.ts";
import { setDate } from "../commands/set-date.ts";
import { pollOfGathering } from "../store/polls.read.ts";

let visits: GatheringVisits;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
afterAll(() => visits.cast.close());

/** Addresses that run or load something. */
const aliveAddress = /(?:href|src|action|formaction)\s*=\s*"?\s*(?:javascript|data:text|vbscript)/i;

/** Elements and attributes that our own pages never have; looked for where values are taken out, in which a word is only a word. */
const alive = [
  /<script(?! type="" src="">)/i,
  /<(?:iframe|object|embed|img|image|video|audio|style|base|template|noscript|math|marquee)\b/i,
  /<[^>]*\son\w+\s*=/i,
  /<meta[^>]*http-equiv/i,
];

async function gatheringSaying(text: string): Promise<string> {
  const { cast, ada, grace, community } = visits;
  const about = await cast.gathering(ada, community);
  const cut = (most: number) => text.slice(0, most).trim() || "empty";
  const texts = { title: cut(120), purpose: cut(280), description: text, place: cut(500), language: "en" };
  valueOf(await cast.application.execute(editGathering, { ...about, ...texts }, byPerson(ada)));
  await cast.poll(ada, about, ["2027-02-20T18:00"], "2027-02-10T10:00:00Z");
  const [slot] = (await pollOfGathering(cast.application.read, about.gatheringId))?.slots ?? [];
  const said = { ...about, answers: { [slot?.id ?? ""]: "yes" }, note: cut(500) };
  valueOf(await cast.application.execute(answerSchedulingPoll, said, byPerson(grace)));
  valueOf(await cast.application.execute(closeSchedulingPoll, about, byPerson(ada)));
  const sessions = [{ start: "2027-02-20T18:00", zone: "Europe/Rome", lengthMinutes: 60 }];
  valueOf(await cast.application.execute(setDate, { ...about, sessions, reason: cut(2000) }, byPerson(ada)));
  const promised = { ...about, what: cut(280), due: "2027-03-12" };
  valueOf(await cast.application.execute(proposeCommitment, promised, byPerson(grace)));
  return `/gatherings/${about.gatheringId}`;
}

describe("whatever somebody writes as title, purpose, description, place, note, reason and promise", () => {
  // One of each kind; the components that show them are tested with all.
  test.each(hostileTexts.filter((_, place) => place % 9 === 0))("%s runs on no page", async (text) => {
    visits.cast.clock.set("2027-02-01T10:00:00Z");
    const path = await gatheringSaying(text);
    const browser = visits.browser(visits.ada);
    for (const page of [
      path,
      `${path}/poll`,
      `${path}/settings`,
      `${path}/people`,
      `${path}/commitments`,
      `${path}/roles`,
      `${path}/brief`,
      `${visits.communityPath}/gatherings`,
    ]) {
      const { status, html } = await browser.get(page);
      expect(status).toBe(200);
      expect(html).not.toMatch(aliveAddress);
      const withoutValues = html.replaceAll(/="[^"]*"/g, '=""');
      for (const pattern of alive) expect(withoutValues).not.toMatch(pattern);
    }
  });
});
