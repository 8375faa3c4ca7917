import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writeKoinonExport } from "../../decisions/model/formats/koinon-export.ts";
import { readConfiguration } from "../configuration.ts";
import { countCommand } from "./count.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "koinon-count-"));
});
afterAll(() => rm(folder, { recursive: true }));

const snacks = '3 2\n5 1 2 0\n2 3 0\n0\n"Figs"\n"Nuts"\n"Plums"\n"Snacks"\n';

/** Runs the command on a file of this content; gives its exit code and what it wrote. */
async function count(name: string, content: string | Buffer, ...words: readonly string[]) {
  const file = join(folder, name);
  await writeFile(file, content);
  return run(file, ...words);
}

async function run(...words: readonly string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  const error = vi.spyOn(console, "error").mockImplementation((line: string) => void complaints.push(line));
  try {
    const code = await countCommand.run(readConfiguration({}), words);
    return { code, out: out.join("\n"), complaints: complaints.join("\n").replaceAll(`${folder}/`, "") };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

test("a count is told stage by stage, with who is elected in order and how ties were broken", async () => {
  const { code, out } = await count("snacks.blt", snacks, "--method", "scottish-stv");
  expect(code).toBe(0);
  expect(out).toContain("For 2 seats the quota is 3");
  expect(out).toContain("tie in stage 2: Nuts and Plums; earlier-stage: Plums");
  expect(out).toMatch(/elected: Figs and Plums$/);
});

test("as JSON it gives method, version, elected, stages and ties, with names, and nothing else", async () => {
  const { code, out } = await count("snacks.blt", snacks, "--method", "scottish-stv", "--json");
  const told: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(Object.keys(told as object)).toEqual(["method", "version", "elected", "stages", "ties"]);
  expect(told).toMatchObject({
    method: "scottish-stv",
    version: 2,
    elected: ["Figs", "Plums"],
    ties: [{ stage: 1, between: ["Nuts", "Plums"], preferred: ["Plums"], by: "earlier-stage" }],
  });
  expect((told as { stages: unknown[] }).stages[0]).toMatchObject({
    columns: ["Votes"],
    rows: [
      { of: "Figs", cells: ["5.00000"], standing: "elected" },
      { of: "Nuts", cells: ["0.00000"] },
      { of: "Plums", cells: ["2.00000"] },
      { of: "Not transferable", cells: ["0.00000"] },
      { of: "Lost by cutting to five decimals", cells: ["0.00000"] },
    ],
  });
});

test("the command line's seats come before the file's", async () => {
  const { out } = await count("snacks.blt", snacks, "--method", "meek-stv", "--seats", "1", "--json");
  expect(JSON.parse(out)).toMatchObject({ elected: ["Figs"] });
});

test("the seed decides what is left to the lot, and the file's own order does so without one", async () => {
  const even = (order: string) => `3 1\n${order}\n1 1 0\n1 2 0\n1 3 0\n0\n"Figs"\n"Nuts"\n"Plums"\n`;
  const elected = async (content: string, ...words: readonly string[]) => {
    const { out } = await count("even.blt", content, "--method", "irv", "--json", ...words);
    return (JSON.parse(out) as { elected: readonly string[] }).elected[0];
  };
  const seeds = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
  const bySeed = new Set<string | undefined>();
  for (const seed of seeds) bySeed.add(await elected(even(""), "--seed", seed));
  expect(bySeed.size).toBe(3);
  expect(await elected(even("[tie 2 3 1]"))).toBe("Figs");
  expect(await elected(even("[tie 1 2 3]"))).toBe("Plums");
});

test("who withdrew is not counted", async () => {
  const withdrawn = snacks.replace("3 2\n", "3 1\n-1\n");
  const { out } = await count("snacks.blt", withdrawn, "--method", "irv", "--json");
  expect(JSON.parse(out)).toMatchObject({ elected: ["Nuts"] });
});

test.each([
  ["snacks.soc", "# ALTERNATIVE NAME 1: Figs\n# ALTERNATIVE NAME 2: Nuts\n3: 1,2\n2: 2,1\n"],
  ["snacks.abif", "3: Figs>Nuts\n2: Nuts>Figs\n"],
  ["snacks.csv", "count,Figs,Nuts\n3,1,2\n2,2,1\n"],
])("%s is counted", async (name, content) => {
  const { code, out } = await count(name, content, "--method", "schulze", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ elected: ["Figs"] });
});

test("an export is counted by its own method, settings and seed", async () => {
  const content = writeKoinonExport({
    title: "Snacks",
    method: "borda",
    version: 1,
    options: ["Figs", "Nuts", "Plums"],
    settings: { seats: 1, truncated: "modified" },
    seed: "x",
    ballots: [
      { ballot: [[0]], count: 3 },
      { ballot: [[1], [2], [0]], count: 1 },
    ],
  });
  const { out } = await count("snacks.json", content, "--json");
  expect(JSON.parse(out)).toMatchObject({ method: "borda", elected: ["Figs"] });
  const { out: others } = await count("snacks.json", content, "--method", "irv", "--json");
  expect(JSON.parse(others)).toMatchObject({ method: "irv", elected: ["Figs"] });
});

test("an export keeps how many one names and that one may want none of these, and is counted so", async () => {
  const asked = { title: "Snacks", version: 1, options: ["Figs", "Nuts", "Plums"], seed: "" };
  const none = writeKoinonExport({
    ...asked,
    method: "approval",
    settings: { seats: 2, most: 2, none: true },
    ballots: [
      { ballot: { choices: [0, 1] }, count: 2 },
      { ballot: { choices: [0] }, count: 1 },
      { ballot: { choices: "none" }, count: 2 },
    ],
  });
  expect(JSON.parse((await count("snacks.json", none, "--json")).out)).toMatchObject({ elected: ["Figs"] });
  const short = writeKoinonExport({
    ...asked,
    method: "borda",
    settings: { seats: 1, truncated: "average", fewest: 2 },
    ballots: [{ ballot: [[0]], count: 1 }],
  });
  expect((await count("snacks.json", short)).complaints).toContain("ballot 1: Rank at least 2 options.");
});

test("choices and scores in files of other programs are counted by methods that take them", async () => {
  const approved = "3: Figs=Nuts\n2: Nuts\n1: Plums\n";
  expect(JSON.parse((await count("a.abif", approved, "--method", "approval", "--json")).out)).toMatchObject({
    elected: ["Nuts"],
  });
  const scored = "3: Figs/5,Nuts/1\n2: Nuts/4,Figs/0\n";
  expect(JSON.parse((await count("s.abif", scored, "--method", "score", "--json")).out)).toMatchObject({
    elected: ["Figs"],
  });
});

test.each([
  [
    "a broken file, with its line",
    "a.blt",
    "3 1\n1 9 0\n",
    ["--method", "irv"],
    "koinon: a.blt:2: “9” is none of the options.",
  ],
  [
    "an end of name that is not known",
    "a.txt",
    "",
    ["--method", "irv"],
    "koinon: a.txt: the name must end in one of .blt",
  ],
  [
    "a file that is no text",
    "a.blt",
    Buffer.from([0xff, 0xfe, 0]),
    ["--method", "irv"],
    "koinon: a.blt: this is not text in UTF-8",
  ],
  ["no method", "a.blt", snacks, [], "koinon: say how with --method; there are stance"],
  [
    "a method that nobody knows",
    "a.blt",
    snacks,
    ["--method", "coin"],
    "koinon: no method is called coin; there are stance",
  ],
  [
    "a ballot that the method does not take",
    "a.csv",
    "Figs,Nuts\n1,1\n",
    ["--method", "irv"],
    "koinon: a.csv: ballot 1: Figs stands equal",
  ],
  [
    "as many seats as options",
    "a.blt",
    snacks,
    ["--method", "schulze", "--seats", "3"],
    "koinon: a.blt: Choose at least 1 and at most 2",
  ],
  ["seats that are no number", "a.blt", snacks, ["--seats", "few"], "koinon: --seats is a whole number, not few"],
  ["a word that means nothing here", "a.blt", snacks, ["--loud"], "koinon: Unknown option '--loud'"],
])("%s is to be mended: exit code 2 and a line that says so", async (_, name, content, words, complaint) => {
  const { code, complaints, out } = await count(name, content, ...words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(complaints.slice(0, complaint.length)).toBe(complaint);
});

const ten = 10_000_000;
test.each([
  ["a.blt", "", "1: The file ends before it is complete."],
  ["a.abif", "", "1: The file names no options."],
  ["a.soc", "", "1: The file names no options."],
  ["a.csv", "", "1: The file names no options."],
  ["a.json", "", "1: This is not JSON."],
  ["a.blt", "3 1\n2 1 0\n-4 2 0\n0\n", "3: A number of at least 1 should stand where there is “-4”."],
  ["a.csv", "count,Figs,Nuts\n-3,1,2\n", "2: A number of at least 1 should stand where there is “-3”."],
  ["a.abif", "-3: Figs>Nuts\n", "1: A number of at least 1 should stand where there is “-3: Figs>Nuts”."],
  ["a.abif", "3: Figs>Nuts>Figs\n", "1: “Figs” stands on this ballot twice."],
  ["a.abif", `3: Figs/${"9".repeat(20)}\n`, "1: This was not understood"],
  ["a.toc", "# ALTERNATIVE NAME 1: Figs\n2: {1,1}\n", "2: “1” stands on this ballot twice."],
  ["a.soi", "# ALTERNATIVE NAME 1: Figs\n2: 4\n", "2: “4” is none of the options."],
  ["a.csv", "rank 1,rank 2\nFigs,Figs\n", "2: “Figs” stands on this ballot twice."],
  ["a.blt", "1 ".repeat(ten / 2), "1: "],
  ["a.blt", `3 1 ${"[".repeat(ten)}`, "1: There are too many options"],
  ["a.abif", "[".repeat(ten), "1: A number of at least 1"],
  ["a.abif", `=a${" ".repeat(ten)}x`, "1: This was not understood"],
  ["a.abif", `1: A${" ".repeat(ten)}B`, "1: This was not understood: B"],
  ["a.soc", `# A${" ".repeat(ten)}x`, "1: The file names no options."],
  ["a.soc", `# ALTERNATIVE NAME 1: A\n1: ${"1,".repeat(ten / 2)}`, "2: “1” stands on this ballot twice."],
  ["a.soc", `# ALTERNATIVE NAME 1: A\n1: ${"{".repeat(ten)}`, "2: “{{{"],
  ["a.csv", `a,b\n${"1".repeat(ten)}`, "2: A number of at least 1"],
])("%s that is hostile or broken is told where, in a moment", async (name, content, complaint) => {
  const { code, complaints, out } = await count(name, content, "--method", "schulze");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(complaints).toContain(`koinon: ${name}:${complaint}`);
  expect(complaints.length).toBeLessThan(300);
});

test.each([
  ["a.csv", '\uFEFF"Figs, ""dried""";"Nuts"\r\n1;2\r\n1;\r\n'],
  ["a.blt", '\uFEFF2 1\r\n2 1 0\r\n0\r\n"Figs, ""dried"""\r\n"Nuts"\r\n'],
  ["a.soc", '\uFEFF# ALTERNATIVE NAME 1: Figs, "dried"\r\n# ALTERNATIVE NAME 2: Nuts\r\n2: 1,2\r\n'],
  ["a.abif", '\uFEFF=f: [Figs, "dried"]\r\n2: f>Nuts\r\n'],
])("%s from Windows is read, quotation marks in names and all", async (name, content) => {
  const { code, out } = await count(name, content, "--method", "schulze", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ elected: ['Figs, "dried"'] });
});

test("a file that is not there is said in a line", async () => {
  expect(await run(join(folder, "gone.blt"), "--method", "irv")).toMatchObject({
    code: 2,
    complaints: "koinon: gone.blt: cannot be read (ENOENT)",
  });
});

test("without a file the methods are listed", async () => {
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toContain("schulze: Each against each (Schulze)");
});
