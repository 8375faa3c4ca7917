/**
 * Where a consent process can stand, and what leads from one state to the next (decisions reference, section 2.2, after Sociocracy
 * for All, https://www.sociocracyforall.org/consent-decision-making/). Whatever the table does not name cannot happen.
 */
export type ConsentState =
  | "draft"
  | "present"
  | "clarify"
  | "react"
  | "amend"
  | "consent"
  | "objections"
  | "test"
  | "integrate"
  | "adopted"
  | "failed-quorum"
  | "withdrawn"
  | "parked"
  | "referred"
  | "other-method";

/** What happens to a process: an act of a person, or of the clock. */
export type ConsentStep =
  | "submit"
  | "open-rounds"
  | "to-reactions"
  | "to-amending"
  | "to-consent"
  | "object"
  | "to-test"
  | "to-integration"
  | "back-to-consent"
  | "adopt"
  | "lack"
  | "withdraw"
  | "park"
  | "refer"
  | "choose-other-method";

type Ways = Readonly<Partial<Record<ConsentStep, ConsentState>>>;

const outOfAnyOpenState: Ways = {
  withdraw: "withdrawn",
  park: "parked",
  refer: "referred",
  "choose-other-method": "other-method",
};

/** What can follow each state. A state without ways is an end. */
export const consentWays: Readonly<Record<ConsentState, Ways>> = {
  draft: { submit: "present", ...outOfAnyOpenState },
  present: { "open-rounds": "clarify", ...outOfAnyOpenState },
  clarify: { "to-reactions": "react", ...outOfAnyOpenState },
  react: { "to-amending": "amend", ...outOfAnyOpenState },
  amend: { "to-consent": "consent", ...outOfAnyOpenState },
  consent: { object: "objections", adopt: "adopted", lack: "failed-quorum", ...outOfAnyOpenState },
  objections: { "to-test": "test", "back-to-consent": "consent", ...outOfAnyOpenState },
  test: { "to-integration": "integrate", "back-to-consent": "consent", ...outOfAnyOpenState },
  integrate: { "back-to-consent": "consent", ...outOfAnyOpenState },
  adopted: {},
  "failed-quorum": {},
  withdrawn: {},
  parked: {},
  referred: {},
  "other-method": {},
};

/** The state after a step; undefined when the table has no such way. `stateAfter("draft", "submit")` is `"present"`. */
export function stateAfter(state: ConsentState, step: ConsentStep): ConsentState | undefined {
  return consentWays[state][step];
}

/** Whether a process has ended, well or not: `isOver("adopted")` is true. */
export function isOver(state: ConsentState): boolean {
  return Object.keys(consentWays[state]).length === 0;
}

/** The states whose answers or texts are asked of the whole circle. */
export const statesOfTheCircle: readonly ConsentState[] = [
  "present",
  "clarify",
  "react",
  "amend",
  "consent",
  "objections",
  "test",
  "integrate",
];
