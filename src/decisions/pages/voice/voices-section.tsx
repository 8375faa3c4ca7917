import type { Child } from "hono/jsx";
import { Section } from "../../../ui/components/section.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import { canBeSpokenFor } from "../../commands/voice/voice-standing.ts";
import { viewsOf } from "../../methods/shown.ts";
import type { GuestStanding } from "../../model/voice/guests.ts";
import { voicesPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";

/** Who is spoken for by whom, what guests said, and where one hands one's own voice over. */
export function VoicesSection({ view }: { readonly view: ProposalView }) {
  const { voices, visit } = view;
  const { proposal, c, community } = visit;
  const { t } = c.var;
  const isHeard = voices.spoken.length > 0 || voices.guests.length > 0;
  const canHandOver =
    proposal.state === "open" && view.electorate.why !== undefined && visit.isMember && canBeSpokenFor(proposal);
  if (!isHeard && !canHandOver) return null;
  return (
    <Section id="voices" title={t("decisions.voice.section.title")}>
      <Spoken view={view} />
      <Guests view={view} standing="counted" />
      <Guests view={view} standing="advisory" />
      {canHandOver && (
        <p class="next-step">
          {t("decisions.voice.section.away")}{" "}
          <a href={`${voicesPath(community)}?proposal=${proposal.id}`}>{t("decisions.voice.section.hand-over")}</a>
        </p>
      )}
    </Section>
  );
}

function Spoken({ view }: { readonly view: ProposalView }) {
  const { voices, visit, names } = view;
  const { t } = visit.c.var;
  if (voices.spoken.length === 0) return null;
  const rest = voices.counts.byProxy - voices.spoken.length;
  const nextOf = new Map(voices.spoken.map(({ giver, next }) => [giver, next]));
  return (
    <>
      <h3>{t("decisions.voice.section.spoken")}</h3>
      <ul class="stance-list">
        {voices.spoken.map((spoken) => (
          <li class="stance-line">
            <ol class="voice-chain">
              {chainTo(spoken, nextOf).map((person) => (
                <li>
                  <PersonName t={t} person={voices.people.get(person)} />
                </li>
              ))}
            </ol>
            <strong>{viewsOf(visit.proposal).inWords(spoken.ballot, names, t)}</strong>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t("decisions.voice.section.more", { rest })}</p>}
    </>
  );
}

/** From the giver to whoever speaks, by those who are spoken for themselves along the way. */
function chainTo(
  { giver, next, speaker }: { readonly giver: string; readonly next: string; readonly speaker: string },
  nextOf: ReadonlyMap<string, string>,
): readonly string[] {
  const people = new Set([giver]);
  let person: string | undefined = next;
  while (person !== undefined && person !== speaker && !people.has(person)) {
    people.add(person);
    person = nextOf.get(person);
  }
  return [...people, speaker];
}

function Guests({ view, standing }: { readonly view: ProposalView; readonly standing: GuestStanding }) {
  const { voices, visit, names } = view;
  const { t } = visit.c.var;
  const guests = voices.guests.filter((guest) => guest.standing === standing);
  if (guests.length === 0) return null;
  return (
    <>
      <h3>{t(`decisions.voice.section.guests-${standing}`)}</h3>
      <ul class="stance-list">
        {guests.map((guest) => (
          <li>
            <p class="stance-line">
              {named(guest.name === "" ? t("decisions.voice.guest.unnamed") : <UserName name={guest.name} />)}:{" "}
              <strong>{viewsOf(visit.proposal).inWords(guest.ballot, names, t)}</strong>{" "}
              <span class="stance-when">
                · {t("decisions.voice.guest.of")} <PersonName t={t} person={voices.people.get(guest.inviterId)} />
              </span>
            </p>
            {guest.reason !== "" && <UserText text={guest.reason} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function named(name: Child): Child {
  return <span class="person">{name}</span>;
}
