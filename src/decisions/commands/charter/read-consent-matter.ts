import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Matter } from "../../model/charter/charter.ts";
import {
  askedForConsent,
  consentWay,
  type AskedForConsent,
  type ConsentSettings,
} from "../../model/charter/consent-way.ts";
import type { SilenceKind } from "../../model/consent/silence.ts";
import { usualDays } from "../../model/consent/timeouts.ts";
import { processPresetById } from "../../model/presets.ts";

/** A circle that a matter can be put to. */
export interface NamedCircle {
  readonly id: string;
  readonly name: string;
}

/** What a form says of a matter that is decided by consent; empty for what is left as it usually is. */
interface ConsentMatterSaid {
  readonly name: string;
  readonly way: string;
  readonly share: string;
  readonly putBy: Matter["putBy"];
  readonly days: number | "";
  readonly quorumPercent: number | "";
  readonly silence: SilenceKind | "";
  readonly clarifyDays: number | "";
  readonly reactDays: number | "";
  /** `members`, `stewards`, `organisations`, or `circle:` and the circle's id. */
  readonly asks: string;
}

export type ConsentMatterFault = {
  readonly kind: "share-not-of-this-way" | "way-needs-quorum" | "way-needs-days" | "way-takes-days" | "unknown-circle";
  readonly field: string;
  readonly least?: number;
  readonly most?: number;
};

const leastDays = 1;
/** As many as a draft can ask for. */
const mostDays = 60;

/** Whether a way is consent, with Koinon's usual rules or with those of Sociocracy For All. */
export function isConsentWay(way: string): boolean {
  return way === consentWay || way === "sociocratic-consent";
}

/**
 * A matter that is decided by consent. Where all must answer by the way itself, silence is nothing else.
 *
 * Refuses a share of those who agree, since none is counted; a quorum of nobody; a round of no day or of more than 60; and a circle that the
 * community does not have.
 */
export function readConsentMatter(
  id: string,
  said: ConsentMatterSaid,
  at: (name: string) => string,
  circles: readonly NamedCircle[],
): Result<Matter, ConsentMatterFault> {
  if (said.share !== "") return refused({ kind: "share-not-of-this-way", field: at("share") });
  const usual = processPresetById(said.way)?.fields;
  const silence = (usual?.["silence"] as SilenceKind | undefined) ?? (said.silence === "" ? "quorum" : said.silence);
  const quorumPercent = silence !== "quorum" ? 0 : said.quorumPercent === "" ? 50 : said.quorumPercent;
  if (silence === "quorum" && quorumPercent < 1) {
    return refused({ kind: "way-needs-quorum", field: at("quorumPercent"), least: 1 });
  }
  const days = {
    days: said.days === "" ? usualDays.consent : said.days,
    clarifyDays: said.clarifyDays === "" ? usualDays.clarify : said.clarifyDays,
    reactDays: said.reactDays === "" ? usualDays.react : said.reactDays,
  };
  for (const [name, number] of Object.entries(days)) {
    if (number < leastDays) return refused({ kind: "way-needs-days", field: at(name), least: leastDays });
    if (number > mostDays) return refused({ kind: "way-takes-days", field: at(name), most: mostDays });
  }
  const asked = askedIn(said.asks, circles);
  if (asked === undefined) return refused({ kind: "unknown-circle", field: at("asks") });
  const settings: ConsentSettings = {
    silence,
    clarifyDays: days.clarifyDays,
    reactDays: days.reactDays,
    ...asked,
  };
  return accepted({
    id,
    name: said.name,
    way: said.way,
    share: "",
    method: consentWay,
    settings,
    quorumPercent,
    days: days.days,
    threadDays: 0,
    putBy: said.putBy,
  });
}

function askedIn(
  said: string,
  circles: readonly NamedCircle[],
): { readonly asks: AskedForConsent; readonly circleId: string; readonly circleName: string } | undefined {
  if (said === "") return { asks: "members", circleId: "", circleName: "" };
  const kind = askedForConsent.find((one) => one === said);
  if (kind !== undefined) return { asks: kind, circleId: "", circleName: "" };
  const circle = circles.find(({ id }) => said === `circle:${id}`);
  return circle === undefined ? undefined : { asks: "circle", circleId: circle.id, circleName: circle.name };
}
