import type { Guard } from "../guard.ts";

const federation = "src/kernel/federation";
const inbox = `${federation}/inbox`;
const bodies = { project: "rules", file: `${inbox}/request-body.test.ts` } as const;
const strict = { project: "rules", file: `${inbox}/strict-json.test.ts` } as const;
const egress = { project: "rules", file: `${federation}/egress/create-egress.test.ts` } as const;
const forms = { project: "rules", file: "src/ui/form-guard.test.tsx" } as const;
const formsWithFiles = { project: "rules", file: "src/ui/form-with-file.test.tsx" } as const;
const fields = { project: "rules", file: "src/ui/form-input.test.ts" } as const;
const texts = { project: "rules", file: "src/kernel/text/clean-html.test.ts" } as const;

/** How much of anything is taken, how deep, for how long, and under which names. */
export const sizeGuards: readonly Guard[] = [
  {
    rows: [9],
    does: "A body that says it is too large is refused before it is read",
    without: [
      {
        file: `${inbox}/request-body.ts`,
        text: 'if (declared > mostBytes) return refused({ kind: "too-large" });',
        becomes: "",
      },
    ],
    shownBy: { ...bodies, named: "a declared flood is refused before a byte of it is read" },
  },
  {
    rows: [9],
    does: "A body is refused at the first byte too many, whatever it said",
    without: [
      { file: `${inbox}/request-body.ts`, text: "if (bytes > mostBytes) {", becomes: "if (bytes > 100 * mostBytes) {" },
    ],
    shownBy: { ...bodies, named: "an undeclared flood is refused at the first byte too many" },
  },
  {
    rows: [9],
    does: "A packed body is not unpacked",
    without: [
      {
        file: `${inbox}/request-body.ts`,
        text: 'if (encoding !== null && encoding !== "identity") return refused({ kind: "packed" });',
        becomes: "",
      },
    ],
    shownBy: { ...bodies, named: "a packed body is not unpacked" },
  },
  {
    rows: [9],
    does: "An inbox reads bodies within these limits and keeps nothing of what is beyond them",
    without: [
      {
        file: `${inbox}/intake.ts`,
        text: "await readRequestBody(request, options.limits)",
        becomes: "await readRequestBody(request, { mostBytes: 2 ** 26 })",
      },
    ],
    shownBy: {
      project: "federation-sqlite",
      file: `${inbox}/inbox-limits.fed.test.ts`,
      named: "a gigabyte, chunked or packed, is refused while it streams",
    },
  },
  {
    rows: [9],
    does: "JSON deeper than 64 levels is refused",
    without: [
      { file: `${inbox}/strict-json.ts`, text: 'if (open.length === MOST_DEPTH) return "too-deep";', becomes: "" },
    ],
    shownBy: { ...strict, named: "sixty-four levels are taken and one more is not" },
  },
  {
    rows: [9],
    does: "JSON with more than a thousand items in one place is refused",
    without: [{ file: `${inbox}/strict-json.ts`, text: "++inside.items >= MOST_ITEMS", becomes: "++inside.items < 0" }],
    shownBy: { ...strict, named: "a thousand items are taken and one more is not" },
  },
  {
    rows: [9],
    does: "JSON with a text beyond 256 Ki characters is refused",
    without: [
      { file: `${inbox}/strict-json.ts`, text: 'if (end - start > MOST_TEXT) return "too-long-text";', becomes: "" },
    ],
    shownBy: { ...strict, named: "a text of ten megabytes is refused" },
  },
  {
    rows: [9],
    does: "What other servers answer is read up to a megabyte, unpacked",
    without: [
      {
        file: `${federation}/egress/body-reader.ts`,
        text: "if (bytes > mostBytes) throw new TooLarge(mostBytes);",
        becomes: "if (bytes > 64 * mostBytes) throw new TooLarge(mostBytes);",
      },
    ],
    shownBy: { ...egress, named: "a document of just the allowed size is taken" },
  },
  {
    rows: [9],
    does: "A form is refused while it arrives once it is larger than any of ours",
    without: [{ file: "src/ui/form-body.ts", text: "if (length > most) {", becomes: "if (length > 100 * most) {" }],
    shownBy: { ...forms, named: "beyond any size of ours is refused while it arrives, whatever length it claims" },
  },
  {
    rows: [9],
    does: "A form with a file is refused once it is larger than a calendar or a list of ours",
    without: [
      {
        file: "src/ui/form-body.ts",
        text: "usually: 1024 * 1024,",
        becomes: "usually: 1024 * 1024 * 1024,",
      },
    ],
    shownBy: { ...formsWithFiles, named: "is refused beyond a mebibyte" },
  },
  {
    rows: [9],
    does: "A form with more fields than any of ours is refused",
    without: [{ file: "src/ui/form-input.ts", text: "count > mostFields || ", becomes: "" }],
    shownBy: { ...fields, named: "that is larger than any of ours is refused" },
  },
  {
    rows: [13],
    does: "A body that dribbles in is given up at the deadline",
    without: [{ file: `${inbox}/request-body.ts`, text: "}, deadlineMs);", becomes: "}, deadlineMs + 5_000);" }],
    shownBy: { ...bodies, named: "a body that dribbles is given up at the deadline" },
  },
  {
    rows: [13],
    does: "A server that is silent or dribbles is given up at the deadline, redirects included",
    without: [
      {
        file: `${federation}/egress/create-egress.ts`,
        text: "AbortSignal.timeout(deadlineMs)",
        becomes: "AbortSignal.timeout(deadlineMs + 3_000)",
      },
    ],
    shownBy: { ...egress, named: "silence and dribbling both end at the deadline, redirects included" },
  },
  {
    rows: [13],
    does: "A server that just failed is left alone for a minute",
    without: [
      {
        file: `${federation}/egress/create-egress.ts`,
        text: "if (!answer.ok) failures.set(",
        becomes: "if (answer.ok === null) failures.set(",
      },
    ],
    shownBy: { ...egress, named: "a server that fails is left alone for a minute" },
  },
  {
    rows: [13],
    does: "Servers that hang keep no delivery to others waiting",
    without: [{ file: `${federation}/deliveries/deliver.ts`, text: "isSlow = true;\n      soon -= 1;", becomes: "" }],
    shownBy: {
      project: "store-sqlite",
      file: `${federation}/deliveries/failing-hosts.store.test.ts`,
      named: "servers that hang keep nobody else waiting",
    },
  },
  {
    rows: [14],
    does: "HTML from elsewhere is cut before it is cleaned",
    without: [{ file: "src/kernel/text/clean-html.ts", text: "html.slice(0, mostCharacters)", becomes: "html" }],
    shownBy: { ...texts, named: "longer than any post is cut before it is read" },
  },
  {
    rows: [14],
    does: "Markdown is cut before it is read",
    without: [{ file: "src/kernel/text/markdown.ts", text: "text.slice(0, mostCharacters)", becomes: "text" }],
    shownBy: { ...texts, named: "longer than any post is cut before it is read" },
  },
  {
    rows: [14],
    does: "Elements are nested no deeper than 24",
    without: [{ file: "src/kernel/text/clean-html.ts", text: "nestingLimit: 24,", becomes: "" }],
    shownBy: { ...texts, named: "cannot be nested without end" },
  },
  {
    rows: [14],
    does: "Expressions that read signatures never go back over what they read",
    without: [
      {
        file: `${federation}/signatures/signature-head.ts`,
        text: String.raw`((?:;[a-z]+=(?:"[^"\\]*"|\d+))*)$/`,
        becomes: String.raw`((?:;[a-z]+=(?:"[^"\\]*"|\d+))*)((?:;[a-z]+=(?:"[^"\\]*"|\d+))*)$/`,
      },
    ],
    shownBy: {
      project: "rules",
      file: `${federation}/signatures/signature-head.test.ts`,
      named: "no header of a hundred kilobytes keeps the loop busy",
    },
  },
  {
    rows: [14],
    does: "Handles have bounds in the expression that reads them",
    without: [
      {
        file: `${federation}/remote-actors/handle.ts`,
        text: String.raw`/^(?:acct:|@)?([^\s@/:]{1,100})@([^\s@/?#]{1,260})$/u`,
        becomes: String.raw`/(?:acct:|@)?([^\s@/:]{1,2000})@([^\s@/?#]{1,2000})$/u`,
      },
    ],
    shownBy: { project: "rules", file: `${federation}/expressions.test.ts`, named: "no hundred kilobytes read as" },
  },
  {
    rows: [36],
    does: "JSON with names such as __proto__ is refused at any depth",
    without: [
      { file: `${inbox}/strict-json.ts`, text: 'if (forbiddenNames.has(name)) return "forbidden-name";', becomes: "" },
    ],
    shownBy: { ...strict, named: "names that the runtime knows are refused at any depth" },
  },
  {
    rows: [36],
    does: "A form has no prototype, so that a field may have any name",
    without: [{ file: "src/ui/form-input.ts", text: "Object.create(null) as", becomes: "{} as" }],
    shownBy: { ...fields, named: "are names like any other in a form" },
  },
];
