import path from "node:path";
import { serverSettings } from "../../accounts/index.ts";
import { demoSignInLink, seedLeague } from "../seed.ts";
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
    return serve(demo, async ({ application }) => {
      if (!(await serverSettings(application.read)).isSetUp) await seedLeague(application);
      console.log(`To look around as the league’s steward, open:\n${(await demoSignInLink(application)).href}`);
    });
  },
};
