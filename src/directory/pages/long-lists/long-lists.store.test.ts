import { afterAll, beforeAll, expect, test } from "vitest";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { runDueJobs } from "../../../kernel/jobs/worker.ts";
import { takingOver } from "../../commands/long-lists/take-over-part.ts";
import { countEntries } from "../../store/reading/tallies.read.ts";

let cast: DirectoryCast;
let operator: PersonId;
beforeAll(async () => {
  cast = await openDirectoryCast();
  operator = await cast.operator("Olga");
});
afterAll(() => cast.close());

const listOf = (from: number, to: number) =>
  [
    "name,domain,ownership,country,status",
    ...Array.from(
      { length: to - from },
      (_, place) => `Long ${from + place},l${from + place}.long.example,association,XK,active`,
    ),
  ].join("\n");

const takeOver = (list: string) =>
  cast
    .browser(operator)
    .submit("/directory/lists/new", "/directory/lists", { from: "given", list, called: "A long list" });

const progress = async () => (await cast.browser(operator).get("/directory/lists/progress")).words;

const doOnePart = () =>
  runDueJobs(cast.application, [takingOver], {
    // What else is due, such as telling other directories, has its turn later.
    failed: ({ kind }, cause) => {
      if (kind === takingOver.kind) throw cause;
    },
    idle: () => {},
  });

test("a long list comes part by part, and one sees how far it has come", async () => {
  const taken = await takeOver(`${listOf(0, 520)}\nNo host,192.0.2.1,association,XK,active`);
  expect(taken.location).toBe("/directory/lists/progress");
  expect(await progress()).toMatch(/A long list .*0 of 520 places New: 0\..* could not be read: 1\./);
  await doOnePart();
  expect(await progress()).toMatch(/50 of 520 places New: 50\. .*See how far it has come/);
  expect(await countEntries(cast.application.read)).toBe(50);
  await cast.pump();
  expect(await progress()).toMatch(/520 of 520 places New: 520\. .*All of it is taken over/);
  expect(await countEntries(cast.application.read)).toBe(520);
  expect(cast.events.find(({ name }) => name === "directory-list-taken-over")?.payload).toMatchObject({
    added: 520,
    known: 0,
    passedOver: 1,
  });
});

test("a long list that is taken over again says the same things once", async () => {
  await takeOver(listOf(0, 520));
  await cast.pump();
  expect(await progress()).toMatch(/520 of 520 places New: 0\. Here already: 520\./);
  expect((await cast.browser().get("/directory?country=XK")).words).toContain("520 places");
});

test("words that stand in many places find them all, and go on to be narrowed", async () => {
  const words = async (query: string) => (await cast.browser().get(`/directory?${query}`)).words;
  expect(await words("q=long&ownership=association")).toContain("520 places");
  expect(await words("q=long&country=XK&not-ownership=association")).toContain("No place fits all of that");
  expect(await words("q=long+17&country=XK")).toMatch(/11 places .*Long 17 /);
  await takeOver(listOf(520, 1_040));
  await cast.pump();
  expect(await words("q=long")).toContain("1,040 places with");
  expect(await words("country=XK")).toContain("1,040 places");
});

test("how far lists have come is for operators alone", async () => {
  const somebody = await cast.person("Ada");
  expect((await cast.browser(somebody).get("/directory/lists/progress")).status).toBe(403);
  expect((await cast.browser().get("/directory/lists/progress")).location).toContain("/sign-in");
});

test("a file of operators may hold as many places as a list by address, and nobody else's is read so far", async () => {
  const row = (place: number) => `Large ${place},${`p${place}`.padEnd(50, "x")}.large.example,association,XK,active`;
  const rows = ["name,domain,ownership,country,status", ...Array.from({ length: 20_000 }, (_, place) => row(place))];
  const list = rows.join("\n");
  expect(list.length).toBeGreaterThan(1_500_000);
  const bring = async (person: PersonId) =>
    cast.browser(person).send("/directory/new", "/directory/lists", {
      from: "given",
      list: "",
      "list.file": new File([list], "list.csv"),
      called: "A large list",
    });
  expect((await bring(await cast.person("Ada"))).status).toBe(413);
  expect((await bring(operator)).location).toBe("/directory/lists/progress");
  expect(await progress()).toMatch(/A large list .*0 of 20,000 places/);
});
