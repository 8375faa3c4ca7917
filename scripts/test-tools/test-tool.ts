/** Something the tests need that npm does not bring. */
export interface TestTool {
  /** What it is and which tests need it. */
  readonly purpose: string;
  /** Without a needed tool the tests cannot run; without another one they only look less well. */
  readonly isNeeded: boolean;
  isThere(): boolean;
  /** Debian's packages that bring it; empty when it comes another way. */
  readonly packages: readonly string[];
  /** What to do where we cannot install it, as one sentence. */
  readonly byHand: string;
}
