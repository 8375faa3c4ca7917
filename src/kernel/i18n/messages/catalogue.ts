import type { Catalogues } from "../catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };

/** The sentences of the kernel: how a time names its zone, and the refusals that every capability may give. */
export const kernelCatalogues: Catalogues = { en, es, fr, de, it };
