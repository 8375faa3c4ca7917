import { afterAll, beforeAll, expect, test } from "vitest";
import { fromSnac, signInByCode } from "../../../testing/code-sign-in.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startSnac, type Snac } from "../../../testing/snac2.ts";
import { waitFor } from "../../../testing/wait-for.ts";

let koinon: RunningKoinon;
let snac: Snac<"ana">;

beforeAll(async () => {
  [koinon, snac] = await Promise.all([startKoinon(), startSnac({ users: ["ana"], address: "127.0.0.14" })]);
}, 30_000);
afterAll(() => Promise.all([koinon.stop(), snac.stop()]));

test(
  "somebody on snac2 signs in by sending the shown code, and is told that it arrived",
  { timeout: 30_000 },
  async () => {
    const { ana } = snac.users;
    const page = await signInByCode(koinon.origin, fromSnac(ana, koinon.origin), () => snac.log());
    expect((await page.get("/me")).words).toContain(`@${ana.handle}`);
    const answer = await waitFor("ana is answered", async () => (await ana.directMessages()).at(-1), {
      deadlineMs: 15_000,
    });
    expect(answer.content).toContain("Your code has arrived");
  },
);
