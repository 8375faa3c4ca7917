import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./repository-files.ts";

/** How a tool ended and what it wrote. */
export interface ToolResult {
  readonly ok: boolean;
  /** Standard output, then standard error. */
  readonly output: string;
}

/** The environment in which the project's own tools are found first, and run by the project's own Node. */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: join(root, "node_modules/.bin") + delimiter + (process.env["PATH"] ?? ""),
};

/** Runs a program of `node_modules/.bin` (or of PATH), in the project's folder unless told otherwise, and keeps what it wrote. */
export function runTool(program: string, words: readonly string[], folder = root): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const env = { ...toolEnvironment, NO_COLOR: "1" };
    const child = spawn(program, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let complaints = "";
    child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (complaints += piece.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ ok: code === 0, output: output + complaints }));
  });
}

/** What a tool complains of, line by line; nothing when it ended well. */
export async function complaintsOf(program: string, words: readonly string[]): Promise<readonly string[]> {
  const { ok, output } = await runTool(program, words);
  if (ok) return [];
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`${program} failed without a word`];
}
