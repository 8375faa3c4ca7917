import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser } from "../../../../testing/cookie-browser.ts";
import { realLookUp } from "../../../../testing/real-look-up.ts";
import { authorizeWithoutBrowser, startSnac, type Snac, type SnacUser } from "../../../../testing/snac2.ts";
import { remoteActorSchema } from "../../../kernel/federation/remote-actors/remote-actors.tables.ts";
import { describePerson, personByActor } from "../../store/people.read.ts";

let cast: AccountCast;
let snac: Snac<"ana" | "ben">;

beforeAll(async () => {
  snac = await startSnac({ users: ["ana", "ben"], address: "127.0.0.13" });
  const origin = new URL("http://127.0.0.1:3000");
  cast = await openAccountCast({ origin, federation: realLookUp, schema: remoteActorSchema });
});
afterAll(() => Promise.all([cast.close(), snac.stop()]));

async function begin(browser: CookieBrowser, account: string): Promise<string> {
  const sent = await browser.submit("/sign-in?next=/gatherings/7", "/sign-in/server", { account });
  if (sent.location === undefined) throw new Error(`not sent anywhere: ${sent.words}`);
  return sent.location;
}

async function comeBack(user: SnacUser, authorizeUrl: string): Promise<string> {
  const back = new URL((await authorizeWithoutBrowser(user, authorizeUrl)).location);
  return back.pathname + back.search;
}

describe("signing in with an account of a real snac2", { timeout: 20_000 }, () => {
  test("leads there and back, as the account that signed in there", async () => {
    const browser = cast.browser();
    const back = await comeBack(snac.users.ana, await begin(browser, `@${snac.users.ana.handle}`));
    expect((await browser.get(back)).location).toBe("/gatherings/7");
    const person = await personByActor(cast.application.read, snac.users.ana.actorUrl);
    const described = await describePerson(cast.application.read, person ?? "");
    expect(described).toMatchObject({ name: "ana", handle: `@${snac.users.ana.handle}` });
    expect((await browser.get("/me")).words).toContain(`@${snac.users.ana.handle}`);
  });

  test("makes two people of two accounts that sign in at the same time", async () => {
    const [anas, bens] = [cast.browser(), cast.browser()] as const;
    const host = new URL(snac.origin).host;
    const [toAna, toBen] = [await begin(anas, host), await begin(bens, host)] as const;
    const backOfAna = await comeBack(snac.users.ana, toAna);
    const backOfBen = await comeBack(snac.users.ben, toBen);
    await anas.get(backOfAna);
    await bens.get(backOfBen);
    expect((await anas.get("/me")).words).toContain(`@${snac.users.ana.handle}`);
    expect((await bens.get("/me")).words).toContain(`@${snac.users.ben.handle}`);
  });

  test("lets nobody in as whoever signed in before them, though snac2 takes any code", async () => {
    const ana = cast.browser();
    await ana.get(await comeBack(snac.users.ana, await begin(ana, new URL(snac.origin).host)));
    const thief = cast.browser();
    const authorize = new URL(await begin(thief, new URL(snac.origin).host));
    const state = authorize.searchParams.get("state") ?? "";
    const { pathname } = new URL(authorize.searchParams.get("redirect_uri") ?? "");
    const back = await thief.get(`${pathname}?code=made-up&state=${state}`);
    expect(back.words).toContain("did not confirm who you are");
    expect((await thief.get("/me")).status).toBe(303);
  });
});
