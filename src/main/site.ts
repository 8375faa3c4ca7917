import { serverSettings } from "../accounts/index.ts";
import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import type { Application } from "../kernel/application.ts";
import { isLanguage } from "../kernel/i18n/language.ts";
import { isHue } from "../ui/hue.ts";
import type { Site } from "../ui/request.ts";

/** What pages say of the server, kept at hand, since every page needs it. */
export interface KeptSite {
  readonly current: () => Site;
  /** Reads it anew if these events say that it changed. */
  heed(events: readonly LoggedEvent[]): void;
}

/** Where this program's source lies, for everybody who uses it (AGPL-3.0, section 13). */
const sourcePath = "/source";

/** Reads what pages say of the server. */
export async function keepSite(application: Application, version: string): Promise<KeptSite> {
  let site = await readSite(application, version);
  const refresh = async () => {
    site = await readSite(application, version);
  };
  return {
    current: () => site,
    heed: (events) => {
      if (!events.some((event) => event.name === "server-settings-changed")) return;
      void refresh();
    },
  };
}

async function readSite(application: Application, version: string): Promise<Site> {
  const settings = await serverSettings(application.read);
  const [language = "en"] = settings.languages;
  return {
    name: settings.name,
    origin: application.origin,
    hue: isHue(settings.hue) ? settings.hue : "rust",
    language: isLanguage(language) ? language : "en",
    zone: settings.zone,
    version,
    sourceUrl: sourcePath,
  };
}
