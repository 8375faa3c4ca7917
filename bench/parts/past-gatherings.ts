import type { CommitmentRow } from "../../src/gatherings/store/commitments/commitments.tables.ts";
import type { GatheringRow, RsvpRow, SessionRow } from "../../src/gatherings/store/gatherings.tables.ts";
import type { RolePartRow } from "../../src/gatherings/store/roles/roles.tables.ts";
import { microsecondsFromInstant } from "../../src/kernel/base/time.ts";
import { idFrom, writeRows } from "./many-rows.ts";

const PEOPLE_EACH = 20;
const COMMITMENTS_EACH = 3;
const roles = ["host", "facilitator", "note-taker"] as const;

/** `count` gatherings that a community held, a week after one another until last week, each with who came, who did what, and what was promised. */
export function writePastGatherings(
  file: string,
  { communityId, organiserId }: { readonly communityId: string; readonly organiserId: string },
  count: number,
): void {
  const now = Temporal.Now.instant();
  const past = Array.from({ length: count }, (_, place) => ({
    place,
    id: idFrom("past-gathering", place),
    at: now.subtract({ hours: 24 * 7 * (count - place) }),
  }));
  writeRows<GatheringRow>(file, {
    table: "gatherings",
    rows: past.map(({ place, id, at }) => ({
      id,
      community_id: communityId,
      handle: `past_gathering_${place}`,
      title: `Past gathering ${place}`,
      purpose: "What we did that week, and what we do the next.",
      description: "",
      language: "en",
      zone: "Europe/Rome",
      state: "held",
      place: "",
      capacity: null,
      audience_capacity: 0,
      organiser_id: organiserId,
      announced_at: microsecondsFromInstant(at) - 14 * 86_400_000_000,
      changed_at: microsecondsFromInstant(at),
      reason: "",
    })),
  });
  const sessionOf = (place: number) => idFrom("past-session", place);
  writeRows<SessionRow>(file, {
    table: "gathering_sessions",
    rows: past.map(({ place, id, at }) => ({
      id: sessionOf(place),
      gathering_id: id,
      starts: at.toZonedDateTimeISO("Europe/Rome").toPlainDateTime().round("minute").toString(),
      zone: "Europe/Rome",
      length_minutes: 60,
      starts_at: microsecondsFromInstant(at),
      sequence: 0,
      set_at: microsecondsFromInstant(at) - 14 * 86_400_000_000,
      cancelled_at: null,
    })),
  });
  const member = (place: number) => idFrom("member", place);
  writeRows<RsvpRow>(file, {
    table: "gathering_rsvps",
    rows: past.flatMap(({ place, at }) =>
      Array.from({ length: PEOPLE_EACH }, (_, arrival) => ({
        session_id: sessionOf(place),
        person_id: member(place + arrival),
        answer: "going",
        people: 1,
        standing: "confirmed",
        arrival: arrival + 1,
        answered_at: microsecondsFromInstant(at) - 86_400_000_000,
        seat: null,
        instance: null,
      })),
    ),
  });
  writeRows<RolePartRow>(file, {
    table: "gathering_roles",
    rows: past.flatMap(({ place, id, at }) =>
      roles.map((role, turn) => ({
        id: idFrom(`past-${role}`, place),
        community_id: communityId,
        gathering_id: id,
        role,
        person_id: member(place + turn),
        state: "held",
        changed_at: microsecondsFromInstant(at),
        served_at: microsecondsFromInstant(at),
      })),
    ),
  });
  writeRows<CommitmentRow>(file, {
    table: "gathering_commitments",
    rows: past.flatMap(({ place, id, at }) =>
      Array.from({ length: COMMITMENTS_EACH }, (_, turn) => ({
        id: idFrom(`past-commitment-${turn}`, place),
        community_id: communityId,
        gathering_id: id,
        what: "Write down what was said.",
        owner_id: member(place + turn),
        proposer_id: organiserId,
        state: turn === 0 ? "accepted" : "done",
        due: at.toZonedDateTimeISO("Europe/Rome").toPlainDate().add({ days: 7 }).toString(),
        moves: 0,
        asked_on: null,
        proposed_at: microsecondsFromInstant(at),
        changed_at: microsecondsFromInstant(at),
      })),
    ),
  });
}
