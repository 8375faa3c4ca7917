import { mergeCatalogues, type Catalogues } from "../../kernel/i18n/catalogue.ts";
import { methodCatalogues } from "../methods/registry.ts";
import { lifecycleCatalogues } from "./lifecycle/catalogue.ts";
import { logCatalogues } from "./log/catalogue.ts";
import { attachmentCatalogues } from "./attachments/catalogue.ts";
import { charterCatalogues } from "./charter/catalogue.ts";
import { requestCatalogues } from "./requests/catalogue.ts";
import { presetCatalogues } from "./presets/catalogue.ts";
import { registerCatalogues } from "./register/catalogue.ts";
import { threadCatalogues } from "./threads/catalogue.ts";
import { secretCatalogues } from "./secret/catalogue.ts";
import { consentCatalogues } from "./consent/catalogue.ts";
import { consentVoiceCatalogues } from "./consent-voices/catalogue.ts";
import { electorateCatalogues } from "./electorate/catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };
import { opinionCatalogues } from "./opinions/catalogue.ts";
import { voiceCatalogues } from "./voice/catalogue.ts";
import { answerCatalogues } from "./answers/catalogue.ts";

/** The sentences of decisions: of threads and proposals, and of every method. */
export const decisionCatalogues: Catalogues = mergeCatalogues([
  { en, es, fr, de, it },
  consentCatalogues,
  consentVoiceCatalogues,
  registerCatalogues,
  secretCatalogues,
  threadCatalogues,
  opinionCatalogues,
  voiceCatalogues,
  presetCatalogues,
  lifecycleCatalogues,
  charterCatalogues,
  requestCatalogues,
  electorateCatalogues,
  attachmentCatalogues,
  answerCatalogues,
  logCatalogues,
  ...methodCatalogues,
]);
