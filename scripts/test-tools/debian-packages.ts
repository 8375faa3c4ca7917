import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Installs packages as the machine's own package manager would. Throws when one is not to be had. */
export function installPackages(packages: readonly string[]): void {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update"], quiet);
  run("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], quiet);
}

/**
 * Fetches one package from a suite that is not the machine's own, without a trace in its package manager, and unpacks it to
 * `target`. The first suite that has it is taken. Throws when none has.
 */
export function unpackFromSuites(name: string, suites: readonly string[], target: string): void {
  const place = join(target, "../apt");
  const lists = join(place, "lists");
  mkdirSync(join(lists, "partial"), { recursive: true });
  mkdirSync(join(place, "cache/archives/partial"), { recursive: true });
  const sources = join(place, "sources.list");
  writeFileSync(sources, suites.map((suite) => `deb ${keyring()}${debianMirror()} ${suite} main\n`).join(""));
  const apart = [
    ["Dir::Etc::sourcelist", sources],
    ["Dir::Etc::sourceparts", "/dev/null"],
    ["Dir::State::lists", lists],
    ["Dir::Cache", join(place, "cache")],
    // The download user of the system may have no way into the folder where the project lies.
    ["APT::Sandbox::User", "root"],
  ].flatMap(([option, value]) => ["-o", `${option}=${value}`]);
  run("apt-get", [...apart, "update"]);
  downloadFirst(name, suites, apart, place);
  const [file] = globSync(join(place, `${name}_*.deb`));
  if (file === undefined) throw new Error(`${name} was downloaded to nowhere`);
  mkdirSync(target, { recursive: true });
  run("dpkg", ["-x", file, target]);
  rmSync(place, { recursive: true });
}

function downloadFirst(name: string, suites: readonly string[], apart: readonly string[], place: string): void {
  for (const suite of suites) {
    try {
      run("apt-get", [...apart, "download", `${name}/${suite}`], {}, place);
      return;
    } catch {
      console.log(`${name} is not in ${suite}`);
    }
  }
  throw new Error(`${name} is in none of ${suites.join(", ")}`);
}

/** Where this machine has its Debian packages from, so that a mirror or proxy chosen for it is used here too. */
function debianMirror(): string {
  const files = ["/etc/apt/sources.list", ...globSync("/etc/apt/sources.list.d/*.{list,sources}")];
  const texts = files.filter((file) => existsSync(file)).map((file) => readFileSync(file, "utf8"));
  const mirror = mirrorIn(texts.join("\n"));
  if (mirror === undefined) throw new Error("the machine's sources name no mirror of Debian");
  return mirror;
}

/** The first mirror of Debian itself, not of its security updates or of anybody else, in sources of either format. */
export function mirrorIn(sources: string): string | undefined {
  const lines = sources.split("\n").filter((line) => /^(deb |URIs:)/.test(line));
  return lines
    .flatMap((line) => line.match(/\b[a-z+]+:\/[^\s\]]+/g) ?? [])
    .find((address) => /\/debian\/?$/.test(address));
}

function keyring(): string {
  const file = "/usr/share/keyrings/debian-archive-keyring.gpg";
  return existsSync(file) ? `[signed-by=${file}] ` : "";
}

function run(
  program: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  folder?: string,
): void {
  console.log(`$ ${program} ${words.filter((word) => !/^-o$|::/.test(word)).join(" ")}`);
  execFileSync(program, words, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...variables },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
}
