import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { openGatheringPost, type GatheringPost } from "../../../../testing/gathering-post.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { seatNotices } from "../../notices/seats.ts";
import { rsvpsOf } from "../../store/sessions.read.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { openSeats } from "./open-seats.ts";

let cast: GatheringCast;
let post: GatheringPost;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let session: string;

beforeAll(async () => {
  cast = await openGatheringCast();
  post = openGatheringPost(cast);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace", "b.example");
  community = await cast.community(ada);
  await cast.join(community, grace);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
  session = await cast.date(ada, about, "2027-03-04T19:00");
});
afterAll(() => cast.close());

type Opened = readonly { kind: "member" | "delegate" | "founder"; places: number | null }[];
const open = (by: PersonId, kinds: Opened, reason = "The room is small.") =>
  cast.application.execute(openSeats, { ...about, kinds, reason }, byPerson(by));
const answer = (by: PersonId, said: Readonly<Record<string, unknown>> = {}) =>
  cast.application.execute(answerRsvp, { ...about, answer: "going", ...said }, byPerson(by));
const seats = async () =>
  (await rsvpsOf(cast.application.read, session)).map(({ person, seat, standing }) => [person, seat, standing]);
const refusalKind = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  result.refusal?.kind;

test("only organisers say who may come, and whoever restricts it says why", async () => {
  expect(refusalKind(await open(grace, [{ kind: "member", places: 3 }]))).toBe("not-an-organiser");
  expect(refusalKind(await open(ada, [{ kind: "member", places: 3 }], " "))).toBe("seats-need-reason");
  expect(valueOf(await open(ada, [], ""))).toEqual({ kinds: [] });
});

test("each kind of seat has its own places and its own waiting list", async () => {
  valueOf(
    await open(ada, [
      { kind: "member", places: 1 },
      { kind: "founder", places: 1 },
    ]),
  );
  const starter = await cast.person("Starter", "c.example");
  valueOf(await answer(ada));
  valueOf(await answer(grace));
  valueOf(await answer(starter, { seat: "founder" }));
  expect(await seats()).toEqual([
    [ada, "member", "confirmed"],
    [grace, "member", "waiting"],
    [starter, "founder", "confirmed"],
  ]);
});

test("by reply a delegate's seat follows from the instance, and the second of it hears who has the seat", async () => {
  valueOf(await open(ada, [{ kind: "delegate", places: null }]));
  await post.write(about, "@una@duo.example", "yes");
  await post.write(about, "@dos@duo.example", "sí");
  await post.write(about, "@tres@trio.example", "oui");
  expect((await seats()).map(([, seat, standing]) => `${String(seat)} ${String(standing)}`)).toEqual([
    "delegate confirmed",
    "delegate waiting",
    "delegate confirmed",
  ]);
  const [event] = cast.events.filter(({ name }) => name === "rsvp-delegate-waits").slice(-1);
  if (event === undefined) throw new Error("nobody waits");
  expect(await seatNotices.notices(cast.application, event)).toMatchObject([
    { key: "gatherings.seats.notice.delegate-waits", values: { instance: "duo.example", holder: "Una" } },
  ]);
});

test("where names are for members, the second delegate hears the instance and no name", async () => {
  const hidden = await cast.community(ada, { memberList: "members" });
  about = await cast.gathering(ada, hidden);
  session = await cast.date(ada, about, "2027-03-04T19:00");
  valueOf(await open(ada, [{ kind: "delegate", places: null }]));
  await post.write(about, "@una@hidden.example", "yes");
  await post.write(about, "@dos@hidden.example", "yes");
  const [event] = cast.events.filter(({ name }) => name === "rsvp-delegate-waits").slice(-1);
  const notices = event === undefined ? [] : await seatNotices.notices(cast.application, event);
  expect(notices).toMatchObject([{ values: { instance: "hidden.example", holder: "none" } }]);
});

test("who has no seat to take hears so by message, and may still say no", async () => {
  valueOf(await open(ada, [{ kind: "member", places: null }]));
  await post.write(about, "@passer@far.example", "yes");
  expect(post.replies.at(-1)?.key).toBe("gatherings.answer.not-eligible");
  valueOf(
    await open(ada, [
      { kind: "member", places: null },
      { kind: "founder", places: null },
    ]),
  );
  await post.write(about, "@passer@far.example", "yes");
  expect(post.replies.at(-1)?.key).toBe("gatherings.answer.seat-to-choose");
  const told = post.replies.length;
  await post.write(about, "@passer@far.example", "no");
  expect(post.replies).toHaveLength(told);
  expect((await seats()).map(([, , standing]) => standing)).toEqual(["noted"]);
});

test("a delegate by reply comes alone", async () => {
  valueOf(await open(ada, [{ kind: "delegate", places: null }]));
  await post.write(about, "@pair@twos.example", "yes, two of us");
  expect(post.replies.at(-1)?.key).toBe("gatherings.answer.delegate-comes-alone");
});

test("opening other kinds unseats nobody, and gives whoever fits the new seat", async () => {
  const guest = await cast.person("Guest", "g.example");
  valueOf(await answer(grace));
  valueOf(await answer(guest, { people: 2 }));
  valueOf(
    await open(ada, [
      { kind: "member", places: 1 },
      { kind: "delegate", places: 5 },
    ]),
  );
  expect(await seats()).toEqual([
    [grace, "member", "confirmed"],
    [guest, "anybody", "confirmed"],
  ]);
  valueOf(await open(ada, [], ""));
  expect(await seats()).toEqual([
    [grace, "anybody", "confirmed"],
    [guest, "anybody", "confirmed"],
  ]);
});

test("more places for a kind promote those who wait for it", async () => {
  valueOf(await open(ada, [{ kind: "member", places: 1 }]));
  valueOf(await answer(ada));
  valueOf(await answer(grace));
  valueOf(await open(ada, [{ kind: "member", places: 2 }]));
  expect((await seats()).map(([, , standing]) => standing)).toEqual(["confirmed", "confirmed"]);
  expect(cast.events.at(-2)).toMatchObject({ name: "rsvp-promoted", payload: { person: grace } });
});
