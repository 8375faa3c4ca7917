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
    version: 1,
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
