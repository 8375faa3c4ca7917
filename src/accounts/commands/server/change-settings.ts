import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { keepServerSettings } from "../../store/server.write.ts";
import { onlyOperators, type OperatorsOnly } from "./only-operators.ts";
import { settingsInput } from "./settings-input.ts";

/** Changes the server's name, contact, languages, colour, zone, and whether anyone may found communities. */
export const changeSettings = defineCommand({
  name: "accounts/change-settings",
  input: settingsInput,
  chain: () => serverChain,
  authorise: onlyOperators,
  async run(context, settings): Promise<Result<null, OperatorsOnly>> {
    await keepServerSettings(context.db, settings, context.now);
    context.emit({ name: "server-settings-changed", version: 1, payload: settings });
    return accepted(null);
  },
});
