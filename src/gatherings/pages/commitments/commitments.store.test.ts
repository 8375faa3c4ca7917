import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { answerCommitment } from "../../commands/commitments/answer-commitment.ts";
import { proposeCommitment } from "../../commands/commitments/propose-commitment.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { commitmentById, commitmentsIn, openCommitmentsOf } from "../../store/commitments/commitments.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;
let page: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  await visits.cast.date(visits.ada, about, "2027-02-20T18:00");
  path = `/gatherings/${about.gatheringId}`;
  page = `${path}/commitments`;
});
afterAll(() => visits.cast.close());

const execute = () => visits.cast.application.execute;
const propose = async (by: string, ownerId: string, what = "Write the minutes", due = "2027-03-12") =>
  valueOf(await execute()(proposeCommitment, { ...about, what, ownerId, due }, byPerson(by))).commitmentId;
const answer = (by: string, commitmentId: string, act: string, until = "") =>
  execute()(answerCommitment, { ...about, commitmentId, act: act as "accept", until }, byPerson(by));
const stateOf = async (id: string) => (await commitmentById(visits.cast.application.read, id))?.state;

describe("saying on the web who does what by when", () => {
  test("holds at once for oneself, and everyone sees it", async () => {
    const fields = { what: "Book the hall", ownerId: "", due: "2027-02-15" };
    const sent = await visits.browser(visits.grace).submit(page, page, fields);
    expect(sent).toMatchObject({ status: 303, location: `${page}?done=made` });
    const { words } = await visits.browser().get(page);
    expect(words).toContain("Book the hall Grace @grace@social.example · by 15 February 2027");
    expect((await visits.browser().get(path)).words).toContain("0 done, 1 open, 0 dropped");
  });

  test("asks somebody else, and shows it to others only once they accept", async () => {
    valueOf(await execute()(answerRsvp, { ...about, answer: "going" }, byPerson(visits.grace)));
    const fields = { what: "Bring the ledger", ownerId: visits.grace, due: "2027-02-15" };
    const sent = await visits.browser(visits.ada).submit(page, page, fields);
    expect(sent).toMatchObject({ status: 303, location: `${page}?done=asked` });
    expect((await visits.browser(visits.emmy).get(page)).words).not.toContain("Bring the ledger");
    expect((await visits.browser().get(page)).words).not.toContain("Bring the ledger");
    const grace = visits.browser(visits.grace);
    expect((await grace.get(page)).words).toContain("You are asked to do something");
    expect((await grace.get(page)).words).toContain("Asked by Ada @ada@social.example");
    const [asked] = await commitmentsIn(visits.cast.application.read, about.gatheringId, "proposed", 1);
    const accepted = await grace.submit(page, `${page}/${asked?.id}`, { act: "accept" });
    expect(accepted).toMatchObject({ status: 303, location: `${page}?done=accept` });
    expect((await visits.browser().get(page)).words).toContain("Bring the ledger");
  });

  test("keeps what was typed and says what to mend", async () => {
    const fields = { what: "Book the hall", ownerId: "", due: "2027-01-15" };
    const sent = await visits.browser(visits.grace).submit(page, page, fields);
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-due-fault">This day has passed already/);
    expect(sent.html).toContain("Book the hall");
    const empty = await visits.browser(visits.grace).submit(page, page, { what: "", ownerId: "", due: "" });
    expect(empty.html).toMatch(/id="field-what-fault">This is needed/);
    expect(empty.html).toMatch(/id="field-due-fault">This is needed/);
  });

  test("offers a passer-by the form, and nobody’s name to choose", async () => {
    const visitor = visits.browser();
    expect((await visitor.get(page)).html).not.toContain('name="ownerId"');
    const sent = await visitor.submit(page, page, { what: "Book the hall", due: "2027-02-15" });
    expect(sent).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(page)}` });
  });

  test("asks nobody who is not of the gathering", async () => {
    const stranger = await visits.cast.person("Stranger");
    const input = { ...about, what: "Anything", ownerId: stranger, due: "2027-02-15" };
    expect(await execute()(proposeCommitment, input, byPerson(visits.grace))).toMatchObject({
      refusal: { kind: "not-of-the-gathering" },
    });
  });

  test("is refused to whoever is kept out, and once the gathering is called off", async () => {
    const dan = await visits.cast.person("Dan", "rude.example");
    const block = { communityId: about.communityId, personId: dan, level: "block", reason: "Rude." };
    valueOf(await execute()(blockPerson, block as never, byPerson(visits.ada)));
    const input = { ...about, what: "Anything", due: "2027-02-15" };
    expect(await execute()(proposeCommitment, input, byPerson(dan))).toMatchObject({ refusal: { kind: "kept-out" } });
    valueOf(await execute()(cancelGathering, { ...about, reason: "too few" }, byPerson(visits.ada)));
    expect(await execute()(proposeCommitment, input, byPerson(visits.grace))).toMatchObject({
      refusal: { kind: "gathering-cancelled" },
    });
  });

  test("keeps twenty people waiting at most", async () => {
    valueOf(await execute()(joinInterestList, about, byPerson(visits.emmy)));
    for (let place = 0; place < 20; place++) await propose(visits.grace, visits.emmy, `Thing ${place}`);
    const input = { ...about, what: "One more", ownerId: visits.emmy, due: "2027-02-15" };
    expect(await execute()(proposeCommitment, input, byPerson(visits.grace))).toMatchObject({
      refusal: { kind: "too-many-unanswered", most: 20 },
    });
  });
});

describe("answering for a commitment on the web", () => {
  test("is its owner’s: done, more time, dropped, taken up again", async () => {
    const id = await propose(visits.grace, visits.grace);
    const grace = visits.browser(visits.grace);
    const moved = await grace.submit(page, `${page}/${id}`, { act: "move", [`until-${id}`]: "2027-04-01" });
    expect(moved).toMatchObject({ status: 303, location: `${page}?done=move` });
    expect((await grace.get(page)).words).toContain("by 1 April 2027 · moved once");
    await grace.submit(page, `${page}/${id}`, { act: "finish" });
    expect(await stateOf(id)).toBe("done");
    await grace.submit(page, `${page}/${id}`, { act: "resume" });
    expect(await stateOf(id)).toBe("accepted");
  });

  test("says beside the day that one is needed", async () => {
    const id = await propose(visits.grace, visits.grace);
    const sent = await visits.browser(visits.grace).submit(page, `${page}/${id}`, { act: "move" });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain(`id="field-until-${id}-fault">Say until when`);
  });

  test("is nobody else’s, not even an organiser’s, who may take back what nobody took on", async () => {
    const id = await propose(visits.grace, visits.grace);
    expect(await answer(visits.ada, id, "finish")).toMatchObject({ refusal: { kind: "commitment-not-yours" } });
    expect(await answer(visits.emmy, id, "drop")).toMatchObject({ refusal: { kind: "commitment-not-yours" } });
    const asked = await propose(visits.grace, visits.ada);
    expect(await answer(visits.emmy, asked, "withdraw")).toMatchObject({ refusal: { kind: "commitment-not-yours" } });
    expect(await answer(visits.grace, asked, "withdraw")).toMatchObject({ ok: true });
    expect((await visits.browser(visits.emmy).get(page)).html).not.toContain(`action="${page}/${id}"`);
  });

  test("is not possible by way of another gathering", async () => {
    const id = await propose(visits.grace, visits.grace);
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const elsewhere = `/gatherings/${other.gatheringId}/commitments`;
    const sent = await visits.browser(visits.grace).send(elsewhere, `${elsewhere}/${id}`, { act: "finish" });
    expect(sent.status).toBe(404);
  });

  test("ends with what nobody took on being forgotten after three months", async () => {
    const id = await propose(visits.grace, visits.ada);
    valueOf(await answer(visits.ada, id, "decline"));
    visits.cast.clock.pass({ hours: 24 * 90 });
    await visits.cast.pumpClock();
    expect(await stateOf(id)).toBeUndefined();
  });
});

describe("what is still open", () => {
  test("of many from other gatherings shows those due first, and says that there are more", async () => {
    const community = await visits.cast.community(visits.ada);
    const [earlier, next] = [
      await visits.cast.gathering(visits.ada, community),
      await visits.cast.gathering(visits.ada, community),
    ];
    const promise = async (what: string, due: string) =>
      valueOf(
        await execute()(proposeCommitment, { ...earlier, what, ownerId: visits.grace, due }, byPerson(visits.grace)),
      );
    for (let chore = 0; chore < 10; chore += 1) await promise(`Chore ${chore}`, "2027-03-01");
    const pageOfNext = async () => (await visits.browser().get(`/gatherings/${next.gatheringId}/commitments`)).words;
    const more = "Those due first are shown; more are open.";
    const before = await pageOfNext();
    await promise("Due last of all", "2027-04-01");
    const words = await pageOfNext();
    expect(words).toContain("Chore 9");
    expect(words).not.toContain("Due last of all");
    expect(words).toContain(more);
    expect(before).not.toContain(more);
  });

  test("is shown at the next gathering of the community until it is closed", async () => {
    const id = await propose(visits.grace, visits.grace, "Translate the charter");
    const next = await visits.cast.gathering(visits.ada, visits.community);
    const nextPage = `/gatherings/${next.gatheringId}/commitments`;
    expect((await visits.browser().get(nextPage)).words).toContain("Translate the charter");
    const open = await openCommitmentsOf(visits.cast.application.read, about.communityId, {
      except: next.gatheringId,
      limit: 100,
    });
    expect(open.find((one) => one.id === id)).toMatchObject({ gatheringTitle: "First gathering" });
    valueOf(await answer(visits.grace, id, "finish"));
    expect((await visits.browser().get(nextPage)).words).not.toContain("Translate the charter");
  });
});
