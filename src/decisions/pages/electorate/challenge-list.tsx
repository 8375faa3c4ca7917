import { Notice } from "../../../ui/components/notice.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { UserText } from "../../../ui/text.tsx";
import type { Challenge } from "../../store/electorate/challenges.read.ts";
import { electoratePath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { areNamesFor } from "../proposals/proposal-view.ts";
import type { ProposalVisit } from "../visit.ts";
import type { ElectorateView } from "./electorate-view.ts";

interface ChallengesProps {
  /** The way to where one challenges, for whoever may; left out on that page itself. */
  readonly way?: boolean;
  readonly visit: ProposalVisit;
  readonly electorate: ElectorateView;
}

/** Whether the outcome holds, until when it can be challenged, and what was challenged so far. */
export function Challenges({ visit, electorate, way = false }: ChallengesProps) {
  const { c, proposal } = visit;
  const { t } = c.var;
  const { challenges, challengedUntil } = electorate;
  const isOpenNow = electorate.challengeTime === "now";
  if (challenges.length === 0 && !isOpenNow) return null;
  const isCounted = proposal.state === "closed" && proposal.secrecy !== "secret";
  return (
    <Section id="challenges" title={t("decisions.challenge.title")} explained={t("decisions.challenge.explained")}>
      {isCounted && !electorate.holds && (
        <Notice
          t={t}
          meaning="careful"
          what={t("decisions.challenge.not-yet-held")}
          told={
            isOpenNow &&
            challengedUntil !== undefined && (
              <>
                {t("decisions.challenge.until")}{" "}
                <TimeText t={t} instant={challengedUntil} organiserZone={proposal.zone} />
              </>
            )
          }
        />
      )}
      {isCounted && electorate.holds && <p>{t("decisions.challenge.holds")}</p>}
      {challenges.length > 0 && (
        <ul class="stance-list">
          {challenges.map((challenge) => (
            <li>
              <One visit={visit} electorate={electorate} challenge={challenge} />
            </li>
          ))}
        </ul>
      )}
      {way && isOpenNow && electorate.why !== undefined && (
        <p class="next-step">
          <a href={electoratePath(proposal)}>{t("decisions.challenge.link")}</a>
        </p>
      )}
    </Section>
  );
}

function One({ visit, electorate, challenge }: ChallengesProps & { readonly challenge: Challenge }) {
  const { t } = visit.c.var;
  const { by, about, verdict, answeredBy, answeredAt, before, after } = challenge;
  // Where the list of members is closed to the reader, so is who challenges whom, and what they say of it.
  const isNamed = areNamesFor(visit);
  const name = (id: string) =>
    isNamed ? <PersonName t={t} person={electorate.people.get(id)} /> : t("decisions.challenge.somebody");
  return (
    <>
      <p class="stance-line">
        {about === undefined ? t("decisions.challenge.of-count") : t("decisions.challenge.of-standing")}{" "}
        {about !== undefined && name(about)} · {t("decisions.challenge.by")} {name(by)}{" "}
        <span class="stance-when">
          <BriefTime t={t} instant={challenge.madeAt} />
        </span>
      </p>
      {isNamed && challenge.reason !== "" && <UserText text={challenge.reason} />}
      <p>
        <strong>{t(`decisions.challenge.verdict.${verdict === "" ? "waiting" : verdict}`)}</strong>{" "}
        {answeredBy !== undefined && answeredAt !== undefined && (
          <>
            {name(answeredBy)} · <BriefTime t={t} instant={answeredAt} />
          </>
        )}
      </p>
      {isNamed && challenge.answer !== "" && <UserText text={challenge.answer} />}
      {after !== "" && (
        <p>
          {t("decisions.challenge.recounted", {
            before: t(`decisions.verdict-short.${before}`),
            after: t(`decisions.verdict-short.${after}`),
          })}
        </p>
      )}
    </>
  );
}
