import { forThemselves, type Speaker } from "../../model/consent/speaker.ts";
import { voicesListed } from "../../store/electorate/voices.read.ts";
import { areNamesFor } from "../proposals/proposal-view.ts";
import type { ThreadVisit } from "../visit.ts";
import { namesOf } from "./read-names.ts";

/** How those are called in an export who spoke in a consent process: a person, or an organisation by whoever spoke for it. */
export async function namesOfSpeakers(
  visit: ThreadVisit,
  lists: readonly string[],
  speakers: readonly Speaker[],
): Promise<(speaker: Speaker) => string> {
  const { t } = visit.c.var;
  const isNamed = areNamesFor(visit);
  const nameOf = await namesOf(
    visit,
    speakers.map(({ personId }) => personId),
  );
  const voices = new Map<string, string>();
  if (speakers.some(({ onBehalfOf }) => onBehalfOf !== forThemselves)) {
    for (const list of lists) {
      for (const { organisationId, name } of await voicesListed(visit.application.read, list)) {
        voices.set(organisationId, name);
      }
    }
  }
  return ({ personId, onBehalfOf }) => {
    const person = isNamed ? nameOf(personId) : t("decisions.consent.a-member");
    if (onBehalfOf === forThemselves) return person;
    const organisation = voices.get(onBehalfOf) ?? t("decisions.consent-voices.an-organisation");
    return isNamed ? t("decisions.consent-voices.by", { organisation, person }) : organisation;
  };
}
