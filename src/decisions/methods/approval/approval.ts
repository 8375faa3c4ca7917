import { approvalCatalogues } from "./messages/catalogue.ts";
import { approvalRules } from "./rules.ts";
import { approvalWire } from "./wire.ts";

/** Every option one approves. */
export const approval = { rules: approvalRules, wire: approvalWire, catalogues: approvalCatalogues };
