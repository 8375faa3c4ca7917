import { UserName } from "../../../ui/text.tsx";
import { charterMatter, type Matter } from "../../model/charter/charter.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import { presetById, presets, processPresetById, processPresets } from "../../model/presets.ts";
import { threadPath } from "../addresses.ts";
import type { ThreadVisit } from "../visit.ts";
import type { BoundForm, RulesOfForm } from "./bound-form.ts";
import { amendingPath, charterPath } from "./charter-paths.ts";
import { bylawsInWords, wayName } from "./matter-words.ts";

interface BoundProps {
  readonly visit: ThreadVisit;
  readonly bound: BoundForm;
}

/** The rules a proposal is put under, in words, and where they stand; nothing of them can be changed in this form. */
export function BoundPanel({ visit, bound }: BoundProps) {
  const { t } = visit.c.var;
  const source = (presetById(bound.way) ?? processPresetById(bound.way))?.source;
  return (
    <>
      <p>
        <strong>{wayName(t, bound.way)}.</strong>{" "}
        {bound.by === "matter" ? (
          <a href={charterPath(visit.community)}>{t("decisions.charter.by-charter")}</a>
        ) : (
          t("decisions.preset.binds")
        )}
      </p>
      <ul class="rules">
        {bylawsInWords(t, bound.bylaws).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {bound.id === "cotech-fund" && <p>{t("decisions.preset.one-voice-each")}</p>}
      {source !== undefined && <p class="term-line">{t("decisions.preset.source", { source })}</p>}
      {bound.by === "preset" && (
        <p>
          <a href={`${threadPath(visit.thread)}/proposals/new?from=${bound.id}`}>{t("decisions.preset.change")}</a>
        </p>
      )}
    </>
  );
}

/** What the form sends along of the rules it is under. */
export function BoundInput({ bound }: { readonly bound: BoundForm | undefined }) {
  return bound === undefined ? null : <input type="hidden" name={bound.by} value={bound.id} />;
}

/** Where a community has a charter: what is this about? Without one, nothing is asked. */
export function WhatAbout({ visit, rules }: { readonly visit: ThreadVisit; readonly rules: RulesOfForm }) {
  const { t } = visit.c.var;
  const { charter, bound } = rules;
  if (charter === undefined) return null;
  const path = `${threadPath(visit.thread)}/proposals/new`;
  const isOf = (id: string) => (bound?.by === "matter" && bound.id === id ? "true" : undefined);
  return (
    <nav class="what-about" aria-label={t("decisions.charter.what-about")}>
      <h2>{t("decisions.charter.what-about")}</h2>
      <ul>
        {charter.matters.map((matter) => (
          <li>
            <a href={puttingPath(visit, matter)} aria-current={isOf(matter.id)}>
              <UserName name={matter.name} />
            </a>
          </li>
        ))}
        <li>
          <a href={path} aria-current={bound?.by === "matter" ? undefined : "true"}>
            {t("decisions.charter.something-else")}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** Where a proposal about a matter is put forward: by an amendment, as a process in rounds, or to be counted. */
function puttingPath({ community, thread }: ThreadVisit, { id, method }: Matter): string {
  if (id === charterMatter) return amendingPath(community, thread.id);
  return matterPath(thread, { id, isByConsent: method === consentWay });
}

/** The form for a matter that is no amendment. */
export function matterPath(
  thread: { readonly id: string },
  { id, isByConsent }: { readonly id: string; readonly isByConsent: boolean },
): string {
  return `${threadPath(thread)}/${isByConsent ? "consents" : "proposals"}/new?matter=${id}`;
}

/** Rules that communities live by: those by which a proposal is counted, and those that are a process with a form of its own. */
export function PresetList({ visit }: { readonly visit: ThreadVisit }) {
  const { t } = visit.c.var;
  const path = threadPath(visit.thread);
  const forms = { "sociocratic-consent": "consents", "request-for-comments": "requests" } as const;
  const offered = [
    ...presets.map(({ id }) => ({ id, href: `${path}/proposals/new?preset=${id}` })),
    ...processPresets.map(({ id }) => ({ id, href: `${path}/${forms[id]}/new?preset=${id}` })),
  ];
  return (
    <ul class="method-list">
      {offered.map(({ id, href }) => (
        <li>
          <a href={href}>{t(`decisions.preset.${id}.name`)}</a>
          <span class="method-counts">{t(`decisions.preset.${id}.rule`)}</span>
        </li>
      ))}
    </ul>
  );
}
