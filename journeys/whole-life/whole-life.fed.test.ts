import { afterAll, beforeAll, describe } from "vitest";
import { after } from "./after.ts";
import { dating } from "./dating.ts";
import { inviting } from "./inviting.ts";
import { preparing } from "./preparing.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 90_000);
afterAll(() => world?.close());

/** The organiser's walk through a gathering's whole life, all but what is live in the room. */
describe("a first gathering, from the idea to the next one", () => {
  describe("inviting", () => {
    inviting(() => world);
  });
  describe("finding a date", () => {
    dating(() => world);
  });
  describe("preparing", () => {
    preparing(() => world);
  });
  describe("holding and after", () => {
    after(() => world);
  });
});
