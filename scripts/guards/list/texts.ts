import type { Guard } from "../guard.ts";

const text = "src/kernel/text";
const cleaning = { project: "rules", file: `${text}/clean-html.test.ts` } as const;
const handles = { project: "rules", file: `${text}/handle.test.ts` } as const;
const names = { project: "rules", file: `${text}/neutral.test.ts` } as const;
const headers = { project: "rules", file: "src/ui/security-headers.test.ts" } as const;
const browser = { project: "journeys", file: "journeys/house-style.spec.ts" } as const;

/** What people and servers write, as others come to read it. */
export const textGuards: readonly Guard[] = [
  {
    rows: [15],
    does: "HTML from elsewhere keeps a short list of elements and loses all others",
    without: [
      {
        file: `${text}/clean-html.ts`,
        text: '"p br hr blockquote pre code em strong del sub sup a ul ol li h3 h4 h5 h6 table thead tbody tr th td".split(" "),',
        becomes: '"p a svg img form input button details marquee".split(" "),',
      },
    ],
    shownBy: { ...cleaning, named: "is harmless as a post from elsewhere" },
  },
  {
    rows: [15],
    does: "Elements from elsewhere keep no attribute but where a link leads",
    without: [
      {
        file: `${text}/clean-html.ts`,
        text: 'allowedAttributes: { a: ["href", "rel"], ol: ["start"] },',
        becomes: "allowedAttributes: false,",
      },
    ],
    shownBy: { ...cleaning, named: "is harmless as a post from elsewhere" },
  },
  {
    rows: [15],
    does: "A link from elsewhere leads to http, https or mail, or nowhere",
    without: [
      {
        file: `${text}/clean-html.ts`,
        text: 'if (url === null || !["http:", "https:", "mailto:"].includes(url.protocol)) return { tagName: "span", attribs: {} };',
        becomes: 'if (url === null) return { tagName: "a", attribs: { href: href ?? "" } };',
      },
      {
        file: `${text}/clean-html.ts`,
        text: 'allowedSchemes: ["http", "https", "mailto"],',
        becomes: "allowedSchemes: false as never,",
      },
    ],
    shownBy: { ...cleaning, named: "has links without a place to go unlinked" },
  },
  {
    rows: [15],
    does: "HTML in what somebody writes here is text like any other",
    without: [
      { file: `${text}/markdown.ts`, text: "html: false", becomes: "html: true" },
      {
        file: `${text}/markdown.ts`,
        text: "cleanWholeHtml(markdown.render(text.slice(0, mostCharacters)))",
        becomes: "markdown.render(text.slice(0, mostCharacters))",
      },
    ],
    shownBy: { ...cleaning, named: "is harmless as Markdown" },
  },
  {
    rows: [15],
    does: "No page runs a script that is not a file of ours",
    without: [
      {
        file: "src/ui/security-headers.ts",
        text: "\"script-src 'self'\"",
        becomes: "\"script-src 'self' 'unsafe-inline'\"",
      },
    ],
    shownBy: { ...headers, named: "a page runs and shows nothing but our own files" },
  },
  {
    rows: [15],
    does: "No page shows or asks for anything of another server",
    without: [{ file: "src/ui/security-headers.ts", text: "\"default-src 'none'\"", becomes: '"default-src *"' }],
    shownBy: { ...headers, named: "a page runs and shows nothing but our own files" },
  },
  {
    rows: [15],
    does: "What came from elsewhere is cleaned wherever it is shown, seen in a browser",
    without: [{ file: "src/ui/text.tsx", text: "{raw(cleanHtml(html))}", becomes: "{raw(html)}" }],
    shownBy: { ...browser, named: "what people and other servers write runs nowhere, in any field" },
  },
  {
    rows: [15],
    does: "What is written here is cleaned wherever it is shown, seen in a browser",
    without: [{ file: "src/ui/text.tsx", text: "{raw(htmlFromMarkdown(text))}", becomes: "{raw(text)}" }],
    shownBy: { ...browser, named: "what people and other servers write runs nowhere, in any field" },
  },
  {
    rows: [15],
    does: "Names are shown as text wherever they stand, seen in a browser",
    without: [{ file: "src/ui/text.tsx", text: "{shownName(name)}", becomes: "{raw(name)}" }],
    shownBy: { ...browser, named: "what people and other servers write runs nowhere, in any field" },
  },
  {
    rows: [15],
    does: "A link of ours leads to http, https or this server, or is none",
    without: [
      {
        file: "src/ui/address.ts",
        text: "url !== null && /^https?:$/.test(url.protocol) && /^https?:\\/\\//i.test(address) ? url.href : undefined",
        becomes: "url !== null ? url.href : undefined",
      },
    ],
    shownBy: { project: "rules", file: "src/ui/address.test.ts", named: "a link" },
  },
  {
    rows: [16],
    does: "A link whose words name another host shows its true one",
    without: [
      {
        file: `${text}/clean-html.ts`,
        text: "return showTrueHosts(sanitizeHtml(html, cleaning)) as CleanedHtml;",
        becomes: "return sanitizeHtml(html, cleaning) as CleanedHtml;",
      },
    ],
    shownBy: { ...cleaning, named: "shows its true host where it leads elsewhere" },
  },
  {
    rows: [16],
    does: "A name in an address cannot look like its host",
    without: [{ file: `${text}/clean-html.ts`, text: 'url.username = "";', becomes: "" }],
    shownBy: { ...cleaning, named: "cannot hide a host in an address's user name" },
  },
  {
    rows: [16],
    does: "A host of letters that pass for others is shown as the network sees it",
    without: [
      {
        file: `${text}/handle.ts`,
        text: "(isPlainLatin(unicode) ? unicode : ascii) + port",
        becomes: "unicode + port",
      },
    ],
    shownBy: { ...handles, named: "of letters that pass for others is shown in punycode" },
  },
  {
    rows: [16],
    does: "A handle is compared by the host that the network knows",
    without: [
      {
        file: "src/kernel/federation/remote-actors/handle.ts",
        text: "const ascii = domainToASCII(host.toLowerCase());",
        becomes: "const ascii = host.toLowerCase();",
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/kernel/federation/remote-actors/actor-document.test.ts",
      named: "a handle is read however it is written, and its host stays itself",
    },
  },
  {
    rows: [16],
    does: "A handle always has its host",
    without: [
      { file: `${text}/handle.ts`, text: "`@${visibleName}@${shownHost(host)}`", becomes: "`@${visibleName}`" },
    ],
    shownBy: { ...handles, named: "always has its host" },
  },
  {
    rows: [16],
    does: "No text turns the order of its letters around",
    without: [{ file: `${text}/neutral.ts`, text: 'return text.replace(turning, "");', becomes: "return text;" }],
    shownBy: { ...names, named: "turns nothing around" },
  },
  {
    rows: [16],
    does: "No name hides letters that nobody sees",
    without: [{ file: `${text}/neutral.ts`, text: '.replace(unseen, "")', becomes: "" }],
    shownBy: { ...names, named: "hides no letters" },
  },
  {
    rows: [16],
    does: "No name climbs into other lines by towers of accents",
    without: [{ file: `${text}/neutral.ts`, text: '.replace(/(\\p{M}{3})\\p{M}+/gu, "$1")', becomes: "" }],
    shownBy: { ...names, named: "climbs into no other line by towers of accents" },
  },
  {
    rows: [37],
    does: "A cell that a spreadsheet takes for a formula is kept a text",
    without: [{ file: `${text}/csv.ts`, text: "formulaStart.test(text) || ", becomes: "" }],
    shownBy: {
      project: "rules",
      file: `${text}/csv.test.ts`,
      named: "a cell that a spreadsheet would take for a formula is kept a text",
    },
  },
  {
    rows: [37],
    does: "What was written as a table is read again as it was",
    without: [
      {
        file: `${text}/csv.ts`,
        text: "return /^'[=+\\-@\\t\\r']/.test(cell) ? cell.slice(1) : cell;",
        becomes: "return cell;",
      },
    ],
    shownBy: {
      project: "rules",
      file: `${text}/csv.test.ts`,
      named: "what was written is read again as it was, whatever it was",
    },
  },
  {
    rows: [37],
    does: "One's own data is taken along as a table without formulas",
    without: [
      {
        file: "src/accounts/pages/me/export.ts",
        text: 'c.body(csvFrom([["part", "list", "entry", "name", "value"], ...rows]))',
        becomes: 'c.body(rows.map((row) => row.join(",")).join("\\r\\n"))',
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/accounts/pages/me/leave.store.test.ts",
      named: "gives it as a table that no spreadsheet takes for formulas",
    },
  },
  {
    rows: [37],
    does: "A community's list of servers is written without formulas",
    without: [
      {
        file: "src/communities/model/host-list.ts",
        text: "return formula.test(text) || text.startsWith(\"'\") ? `'${text}` : text;",
        becomes: "return text;",
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/communities/model/host-list.test.ts",
      named: "is written so that a spreadsheet runs nothing",
    },
  },
];
