import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { servePages, type Browser } from "../../../../testing/page-visits.ts";
import { pumpJobs } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { decisionsWriting } from "../../capability.ts";
import type { GuestLetter } from "../../notices/guest-letter.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let communityId: CommunityId;
let about: CastProposal;
let guests: string;
/** Somebody's browser at a server with e-mail. */
let open: (person?: PersonId) => Browser;
const letters: GuestLetter[] = [];

const writing = decisionsWriting(async (letter) => void letters.push(letter));

beforeAll(async () => {
  cast = await openDecisionCast();
  const opened = servePages(cast.application, writing.pages === undefined ? [] : [writing.pages]);
  open = (id) => opened(id === undefined ? undefined : { id, name: "Somebody" });
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  stranger = await cast.person("Stranger");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, emmy);
});
beforeEach(async () => {
  cast.clock.pass({ hours: 25 });
  // What other tests left waiting goes first.
  await send();
  letters.length = 0;
  about = await cast.proposal(grace, communityId);
  guests = `/proposals/${about.proposalId}/guests`;
});
afterAll(() => cast.close());

const send = () => pumpJobs(cast.application, writing.jobs ?? []);

test("a guest is invited by letter and answers by the link in it; nobody here is shown link or address", async () => {
  const sent = await open(grace).submit(guests, guests, {
    name: "Quill",
    standing: "counted",
    email: "q@mail.example",
  });
  expect(sent).toMatchObject({ status: 303, location: `${guests}?done=written` });
  expect((await open(grace).get(`${guests}?done=written`)).words).toContain("The letter is on its way.");
  expect((await open(grace).get(guests)).words).toContain("has not answered yet · the letter is on its way");
  await send();
  const page = await open(ada).get(guests);
  expect(page.words).toContain("Quill · Counted with the rest · has not answered yet · the letter was sent");
  expect(page.html).not.toMatch(/q@mail\.example|\/guest\//);
  const [link = ""] = /\/proposals\/\S+\/guest\/\S+/.exec(letters[0]?.text ?? "") ?? [];
  expect(await open().submit(link, link, { choice: "0" })).toMatchObject({ status: 303 });
  expect((await open(ada).get(guests)).words).toContain("Quill · Counted with the rest · has answered");
});

test("without an address the link is shown to whoever invites, as before", async () => {
  const sent = await open(grace).submit(guests, guests, { name: "Quill" });
  expect(sent.status).toBe(200);
  expect(sent.html).toMatch(/\/guest\/[\w-]+/);
  await send();
  expect(letters).toEqual([]);
});

test("a refused address is told beside its field, with what was typed, and gives no seat", async () => {
  const sent = await open(grace).submit(guests, guests, { name: "Quill", email: "quill" });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('value="quill"');
  expect((await open(grace).get(guests)).words).toContain("No guest is invited yet.");
  await open(grace).submit(guests, guests, { name: "Quill", email: "same@mail.example" });
  const again = await open(grace).submit(guests, guests, { name: "Quill", email: "same@mail.example" });
  expect(again.words).toContain("A letter went to this address for this proposal already.");
});

test("the form says what becomes of the address, and where e-mail is off that it is", async () => {
  expect((await open(grace).get(guests)).words).toContain("forgotten when the proposal closes");
  const off = await cast.browser(grace, "Grace").get(guests);
  expect(off.words).toContain("E-mail is off on this server.");
  const made = await cast.browser(grace, "Grace").submit(guests, guests, { name: "Quill", email: "q@mail.example" });
  expect(made.html).toContain("mailto:q@mail.example");
  await send();
  expect(letters).toEqual([]);
});

test("letters are the author's and stewards' to send, and nobody else's", async () => {
  const statusOf = async (who?: PersonId) => {
    const from = `/threads/${await cast.thread(ada, communityId)}`;
    return (await open(who).send(from, guests, { name: "Quill", email: `${who ?? "x"}@mail.example` })).status;
  };
  expect([await statusOf(grace), await statusOf(ada)]).toEqual([303, 303]);
  expect([await statusOf(emmy), await statusOf(stranger), await statusOf()]).toEqual([403, 403, 303]);
  await send();
  expect(letters.map(({ to }) => to).toSorted()).toEqual([`${ada}@mail.example`, `${grace}@mail.example`].toSorted());
});
