import { lazyConsentCatalogues } from "./messages/catalogue.ts";
import { lazyConsentRules } from "./rules.ts";
import { lazyConsentWire } from "./wire.ts";

/** Lazy consent: silence approves, and an objection stands. */
export const lazyConsent = { rules: lazyConsentRules, wire: lazyConsentWire, catalogues: lazyConsentCatalogues };
