import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { servePages, type Browser, type OpenBrowser } from "../../../../testing/page-visits.ts";
import { unsealOutlet } from "../../commands/outlets/outlet-secrets.ts";
import { outletsOf, type Outlet } from "../../store/outlets/outlets.read.ts";
import { gatheringPages } from "../gathering-pages.ts";
import { outletRoutes } from "./outlet-routes.tsx";

const secret = new Uint8Array(32).fill(7);

let visits: GatheringVisits;
let open: OpenBrowser;
let silent: OpenBrowser;
let about: CastGathering;
let path: string;
let ada: Browser;

beforeAll(async () => {
  visits = await openGatheringVisits();
  const { application } = visits.cast;
  const pagesWhen = (isOn: boolean) =>
    servePages(application, [gatheringPages, (web) => outletRoutes(web, application, { secret, isOn })]);
  open = pagesWhen(true);
  silent = pagesWhen(false);
  ada = open({ id: visits.ada, name: "Ada" });
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}/outlets`;
});
afterAll(() => visits.cast.close());

const matrix = { kind: "matrix", homeserver: "matrix.example", room: "#circle:matrix.example", token: "syt_plum" };

const add = (fields: Readonly<Record<string, string>>) => ada.send(path, path, fields);

async function only(): Promise<Outlet> {
  const [outlet] = await outletsOf(visits.cast.application.read, about.gatheringId);
  if (outlet === undefined) throw new Error("there is no outlet");
  return outlet;
}

test("a room of Matrix is added, and its token is kept so that only this server reads it", async () => {
  expect(await add(matrix)).toMatchObject({ status: 303, location: `${path}?done=added` });
  const outlet = await only();
  expect(outlet).toMatchObject({ kind: "matrix", origin: "https://matrix.example", room: "#circle:matrix.example" });
  expect(unsealOutlet(secret, outlet.sealed)).toEqual({ kind: "matrix", token: "syt_plum" });
  const page = await ada.get(`${path}?done=added`);
  expect(page.words).toContain("Matrix room #circle:matrix.example");
  expect(page.words).toContain("Nothing was sent yet.");
  expect(page.html).not.toContain("syt_plum");
});

test("the secret of a webhook is shown once, and its address never again", async () => {
  const added = await add({ kind: "webhook", webhook: "https://hooks.example/t/k3y" });
  expect(added.status).toBe(200);
  const opened = unsealOutlet(secret, (await only()).sealed);
  if (opened?.kind !== "webhook") throw new Error("no webhook was kept");
  expect(opened.address).toBe("https://hooks.example/t/k3y");
  expect(added.html).toContain(opened.secret);
  const again = await ada.sendAgain();
  expect(again.html ?? "").not.toContain(opened.secret);
  const page = await ada.get(path);
  expect(page.words).toContain("Webhook at hooks.example");
  for (const hidden of [opened.secret, "k3y"]) expect(page.html).not.toContain(hidden);
  expect(await outletsOf(visits.cast.application.read, about.gatheringId)).toHaveLength(1);
});

test("what is to mend stands beside its field, what was typed stays, and the token does not come back", async () => {
  const refused = await add({ ...matrix, room: "circle" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('id="field-room-fault"');
  expect(refused.html).toContain('value="circle"');
  expect(refused.html).toContain('value="matrix.example"');
  expect(refused.html).not.toContain("syt_plum");
  expect((await add({ ...matrix, homeserver: "http://matrix.example" })).html).toContain('id="field-homeserver-fault"');
  expect((await add({ ...matrix, token: "" })).html).toContain('id="field-token-fault"');
  expect((await add({ kind: "webhook", webhook: "hooks" })).html).toContain('id="field-webhook-fault"');
});

test("organisers choose the news, send a test, and remove an outlet", async () => {
  await add(matrix);
  const { id } = await only();
  const outlet = `${path}/${id}`;
  const act = (fields: Readonly<Record<string, string>>) => ada.send(path, outlet, fields);
  expect((await act({ act: "news" })).html).toContain(`id="field-news-${id}-fault"`);
  expect(await act({ act: "news", [`news-${id}`]: "called-off" })).toMatchObject({ location: `${path}?done=news` });
  expect((await ada.get(path)).words).toContain("Is told: it is called off");
  expect(await act({ act: "test" })).toMatchObject({ location: `${path}?done=test` });
  expect((await act({ act: "test" })).words).toContain("A test was sent just now.");
  expect((await act({ act: "shout" })).status).toBe(404);
  expect(await act({ act: "remove" })).toMatchObject({ location: `${path}?done=remove` });
  expect((await ada.get(path)).words).toContain("Nobody is told by this way yet.");
});

test("the sixth place is refused", async () => {
  for (let place = 0; place < 5; place++) expect((await add(matrix)).status).toBe(303);
  expect((await ada.get(path)).words).toContain("There are as many as one gathering may have.");
  const other = await visits.cast.gathering(visits.ada, visits.community);
  const sixth = await ada.send(`/gatherings/${other.gatheringId}/outlets`, path, matrix);
  expect(sixth.words).toContain("One gathering tells at most 5 places.");
});

test("an outlet of another gathering is not to be found here", async () => {
  await add(matrix);
  const { id } = await only();
  const other = await visits.cast.gathering(visits.ada, visits.community);
  const elsewhere = `/gatherings/${other.gatheringId}/outlets`;
  expect((await ada.send(elsewhere, `${elsewhere}/${id}`, { act: "remove" })).status).toBe(404);
  expect((await only()).id).toBe(id);
});

test("members, strangers and passers-by neither see nor add outlets", async () => {
  await add(matrix);
  for (const person of [visits.grace, visits.emmy]) {
    const browser = open({ id: person, name: "Somebody" });
    expect((await browser.get(path)).status).toBe(403);
    expect((await browser.send(`/gatherings/${about.gatheringId}`, path, matrix)).status).toBe(403);
  }
  expect((await open().get(path)).html).not.toContain("#circle");
  expect(await outletsOf(visits.cast.application.read, about.gatheringId)).toHaveLength(1);
});

test("a server that asks nobody else says so, and offers nothing that it would not do", async () => {
  await add(matrix);
  const page = await silent({ id: visits.ada, name: "Ada" }).get(path);
  expect(page.words).toContain("This server does not speak with other servers");
  expect(page.html).not.toContain('value="test"');
  expect(page.html).not.toContain('name="token"');
});
