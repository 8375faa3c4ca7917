import { isAcknowledged, type Act, type Acts } from "./acts.ts";

/** Acts that were sent, by what their sender knows of them. */
export interface Sent {
  readonly acknowledged: readonly Act[];
  /** Answered otherwise, or not at all: whether they were taken nobody knows. */
  readonly open: readonly Act[];
  /** Every status that came, and `none` where none came, with its count. */
  readonly answers: Readonly<Record<string, number>>;
}

/** A stream of acts that goes on until it is ended. */
export interface Stream {
  end(): Promise<Sent>;
}

const FOLLOWS_AT_ONCE = 6;
const FORMS_AT_ONCE = 2;

/** Lets many people act at once: follows from elsewhere and forms here, each sender's next act as soon as the last is answered. */
export function startStream(acts: Acts): Stream {
  const acknowledged: Act[] = [];
  const open: Act[] = [];
  const answers: Record<string, number> = {};
  let isOver = false;
  const sendOn = async (next: () => Act | Promise<Act>) => {
    while (!isOver) {
      // A form that cannot be read was not sent: nothing is to be known of it.
      const act = await Promise.resolve(next()).catch(() => undefined);
      const status = await act?.send();
      answers[status ?? "none"] = (answers[status ?? "none"] ?? 0) + 1;
      if (act !== undefined) (isAcknowledged(status) ? acknowledged : open).push(act);
      // Other servers do not hammer on a door that does not open.
      if (!isAcknowledged(status) && !isOver) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const senders = [
    ...Array.from({ length: FOLLOWS_AT_ONCE }, () => sendOn(async () => acts.follow())),
    ...Array.from({ length: FORMS_AT_ONCE }, () => sendOn(() => acts.form())),
  ];
  return {
    end: async () => {
      isOver = true;
      await Promise.all(senders);
      return { acknowledged, open, answers };
    },
  };
}
