import path from "node:path";
import { serverSettings } from "../../accounts/index.ts";
import { demoSignInLink, seedLeague } from "../seed.ts";
import type { Configuration } from "../configuration.ts";
import { openKoinon } from "../koinon.ts";
import { daysOfStory } from "../seed-run.ts";
import type { LineCommand } from "./line-command.ts";
import { serve } from "./start.ts";

/** `koinon demo`: a made-up league in a data folder of its own, to look around in. */
export const demoCommand: LineCommand = {
  name: "demo",
  usage: "demo",
  does: "serves a made-up league from a data folder of its own, to look around",
  run: (configuration) => {
    const dataFolder = path.join(configuration.dataFolder, "demo");
    const database = { kind: "sqlite", file: path.join(dataFolder, "koinon.sqlite") } as const;
    // Its people live under .example: there is nobody to federate with.
    const demo = { ...configuration, dataFolder, database, federates: false, smtpUrl: undefined };
    return serve(demo, {
      prepare: seedIfEmpty,
      greet: async ({ application }) => {
        console.log(`To look around as the league’s steward, open:\n${(await demoSignInLink(application)).href}`);
      },
    });
  },
};

/** The story is played out before anybody looks, on a clock of its own that begins weeks ago and ends now. */
async function seedIfEmpty(demo: Configuration): Promise<void> {
  let now = Temporal.Now.instant().subtract({ hours: 24 * daysOfStory });
  const koinon = await openKoinon(demo, { clock: () => now });
  try {
    if ((await serverSettings(koinon.application.read)).isSetUp) return;
    await seedLeague(koinon.application, async (days) => {
      now = now.add({ hours: 24 * days });
      await koinon.pump();
    });
  } finally {
    await koinon.close();
  }
}
