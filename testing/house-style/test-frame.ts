import type { Language } from "../../src/kernel/i18n/language.ts";
import { kernelCatalogues } from "../../src/kernel/i18n/messages/catalogue.ts";
import { createTranslations } from "../../src/kernel/i18n/translator.ts";
import { notificationCatalogues } from "../../src/kernel/notifications/messages/catalogue.ts";
import { interfaceCatalogues } from "../../src/ui/messages/catalogue.ts";
import type { Frame } from "../../src/ui/request.ts";

/** The translations of kernel and interface alone. */
export const houseTranslations = createTranslations([kernelCatalogues, interfaceCatalogues, notificationCatalogues]);

/** A frame for rendering one component or page outside a server; anything about it may be given. */
export function testFrame(language: Language = "en", given: Partial<Frame> = {}): Frame {
  const zone = "Europe/Rome";
  return {
    t: houseTranslations.translator(language, zone),
    reader: { language, languages: [language], zone, zoneIsChosen: true },
    site: {
      name: "Hall",
      origin: new URL("https://hall.example"),
      hue: "rust",
      language,
      zone,
      version: "0.1.0",
      sourceUrl: "https://source.example/koinon",
    },
    assets: {
      "styles.css": "/assets/styles.css",
      "islands/copy.js": "/assets/copy.js",
      "islands/zone.js": "/assets/zone.js",
    },
    now: Temporal.Instant.from("2026-02-11T14:00:00Z"),
    path: "/gatherings/7",
    formToken: () => "a-token",
    ...given,
  };
}
