import type { Guard } from "../guard.ts";

const media = "src/kernel/media";
const prepared = { project: "rules", file: `${media}/prepared-file.test.ts` } as const;
const parts = { project: "rules", file: `${media}/sent-parts.test.ts` } as const;
const names = { project: "rules", file: `${media}/file-name.test.ts` } as const;
const pages = { project: "store-sqlite", file: "src/decisions/pages/attachments/attachments.store.test.ts" } as const;
const quota = { project: "rules", file: "src/decisions/model/attachments/attachments.test.ts" } as const;
const served = "src/decisions/pages/attachments/served-file.ts";

/** What people bring as files: pictures, and all else. */
export const fileGuards: readonly Guard[] = [
  {
    rows: [4],
    does: "A file is served as bytes or by a type that we found ourselves, never by one that somebody said",
    without: [
      {
        file: `${media}/prepared-file.ts`,
        text: 'mediaType: "application/octet-stream", bytes, picture: undefined });',
        becomes: 'mediaType: "application/activity+json" as never, bytes, picture: undefined });',
      },
    ],
    shownBy: { ...pages, named: "is served as bytes alone" },
  },
  {
    rows: [9],
    does: "A file that is too large is read no further than its bound",
    without: [
      {
        file: `${media}/byte-window.ts`,
        text: 'if (length - mark.length > most) return "too-long";',
        becomes: "",
      },
    ],
    shownBy: { ...parts, named: "with a file too large is read no further" },
  },
  {
    rows: [9],
    does: "A picture that unfolds into more than fifty million points is not unfolded",
    without: [
      {
        file: `${media}/encode-picture.ts`,
        text: "limitInputPixels: mostPixels, sequentialRead: true,",
        becomes: "limitInputPixels: false, sequentialRead: true,",
      },
      { file: `${media}/encode-picture.ts`, text: 'failOn: "warning"', becomes: 'failOn: "none"' },
    ],
    shownBy: { ...prepared, named: "unfolds into nine hundred million points" },
  },
  {
    rows: [13],
    does: "A picture that cannot be read in time is given up",
    without: [{ file: `${media}/encoded-picture.ts`, text: "}, deadlineMs);", becomes: "}, 2 ** 30 + deadlineMs);" }],
    shownBy: { ...prepared, named: "that cannot be read in time is given up" },
  },
  {
    rows: [28],
    does: "Of a picture nothing is kept that its camera wrote down",
    without: [{ file: `${media}/encode-picture.ts`, text: ".autoOrient()", becomes: ".autoOrient().keepMetadata()" }],
    shownBy: { ...prepared, named: "keeps nothing of the place, the time and the camera" },
  },
  {
    rows: [28],
    does: "A picture whose metadata cannot be taken out is refused",
    without: [
      {
        file: `${media}/file-kind.ts`,
        text: 'return /heic|heix|hevc|heim|heis|mif1|msf1/.test(brands) ? "foreign-picture" : "other";',
        becomes: 'return "other";',
      },
    ],
    shownBy: { ...prepared, named: "of a kind whose metadata cannot be taken out is refused" },
  },
  {
    rows: [28],
    does: "A file that was not sent yet is seen by whoever brought it alone",
    without: [
      {
        file: "src/decisions/pages/attachments/attachment-routes.tsx",
        text: "c.var.reader.person?.id === file.personId ? serve(false)",
        becomes: "file.personId !== undefined ? serve(false)",
      },
    ],
    shownBy: { ...pages, named: "until it is sent, is whoever brought it and nobody else" },
  },
  {
    rows: [28],
    does: "Of somebody who is not signed in not a byte of a file is kept",
    without: [
      {
        file: `${media}/sent-parts.ts`,
        text: "files.length === 0 && !takesFiles(fields)",
        becomes: "files.length < 0 && !takesFiles(fields)",
      },
    ],
    shownBy: { ...parts, named: "whose files are not wanted is read up to the first of them" },
  },
  {
    rows: [15],
    does: "What people bring is shown in no frame and runs no script",
    without: [
      {
        file: served,
        text: `c.header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");`,
        becomes: "",
      },
    ],
    shownBy: { ...pages, named: "is served as bytes alone" },
  },
  {
    rows: [15],
    does: "What is no picture of ours is saved, never opened",
    without: [
      {
        file: served,
        text: 'contentDisposition(file.isShown ? "inline" : "attachment", file.name)',
        becomes: 'contentDisposition("inline", file.name)',
      },
    ],
    shownBy: { ...pages, named: "is served as bytes alone" },
  },
  {
    rows: [16],
    does: "The name of a file cannot turn its letters around",
    without: [
      {
        file: `${media}/file-name.ts`,
        text: 'const plain = shownName(last.replace(/[\\p{Cc}<>:"|?*]/gu, ""), Infinity).replace(',
        becomes: "const plain = last.replace(",
      },
    ],
    shownBy: { ...names, named: "is shown and saved" },
  },
  {
    rows: [31],
    does: "Of each person only so many files come a day, and of a community only so many bytes",
    without: [
      {
        file: "src/decisions/model/attachments/attachments.ts",
        text: "if (before.files >= filesOfPersonADay) return",
        becomes: "if (before.files < 0) return",
      },
    ],
    shownBy: { ...quota, named: "so many files and so many bytes may come of a person in a day" },
  },
];
