import path from "node:path";
import { isIP } from "node:net";
import { z } from "zod";
import type { DatabaseLocation } from "../kernel/database/open-database.ts";

/** Everything the environment decides; the table in `docs/operating.md` explains each variable. */
export interface Configuration {
  readonly origin: URL;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly database: DatabaseLocation;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Addresses or networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly federates: boolean;
  /** Only for servers that talk to each other on one machine: lets fetches reach loopback addresses. */
  readonly allowsPrivateAddresses: boolean;
}

/** The environment is not usable; each line says which variable, what is wrong and what to write instead. */
export class ConfigurationProblem extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "ConfigurationProblem";
    this.lines = lines;
  }
}

const environment = z.object({
  KOINON_ORIGIN: z.url({ protocol: /^https?$/, error: "must be an address such as https://gather.example" }).optional(),
  KOINON_HOST: z.string().default("127.0.0.1"),
  KOINON_DATA: z.string().min(1, "must name a folder").default("./data"),
  PORT: z.coerce
    .number("must be a number")
    .int()
    .min(1, "must be 1 to 65535")
    .max(65_535, "must be 1 to 65535")
    .default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgres://" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional(),
  KOINON_MAIL_FROM: z.email("must be an e-mail address").optional(),
  KOINON_TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform(list)
    .refine((all) => all.every(isNetwork), "must be addresses or networks such as 127.0.0.1, 10.0.0.0/8"),
  KOINON_FEDERATION: z.enum(["on", "off"], "must be on or off").default("on"),
  KOINON_ALLOW_PRIVATE_ADDRESSES: z.enum(["yes", "no"], "must be yes or no").default("no"),
});

/**
 * Reads the environment. Unset and empty mean the same.
 *
 * @throws ConfigurationProblem naming every variable that is wrong, not only the first
 */
export function readConfiguration(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigurationProblem(parsed.error.issues.map(problemLine));
  const read = parsed.data;
  const origin = new URL(read.KOINON_ORIGIN ?? `http://localhost:${read.PORT}`);
  const problems = [...originProblems(origin), ...privateAddressProblems(origin, read.KOINON_ALLOW_PRIVATE_ADDRESSES)];
  if (problems.length > 0) throw new ConfigurationProblem(problems);
  const dataFolder = path.resolve(read.KOINON_DATA);
  return {
    origin,
    host: read.KOINON_HOST,
    port: read.PORT,
    dataFolder,
    database:
      read.DATABASE_URL === undefined
        ? { kind: "sqlite", file: path.join(dataFolder, "koinon.sqlite") }
        : { kind: "postgres", url: read.DATABASE_URL },
    smtpUrl: read.SMTP_URL,
    mailFrom: read.KOINON_MAIL_FROM ?? `koinon@${origin.hostname}`,
    trustedProxies: read.KOINON_TRUSTED_PROXIES,
    federates: read.KOINON_FEDERATION === "on",
    allowsPrivateAddresses: read.KOINON_ALLOW_PRIVATE_ADDRESSES === "yes",
  };
}

function problemLine(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".")}: ${issue.message}`;
}

function originProblems(origin: URL): readonly string[] {
  const bare = origin.pathname === "/" && origin.search === "" && origin.hash === "" && origin.username === "";
  return bare ? [] : [`KOINON_ORIGIN: must be an address without a path, such as ${origin.origin}`];
}

/** The SSRF guard may be opened only where nobody else can reach this server. */
function privateAddressProblems(origin: URL, allowed: "yes" | "no"): readonly string[] {
  const isLoopback =
    origin.hostname === "localhost" || origin.hostname === "[::1]" || origin.hostname.startsWith("127.");
  if (allowed === "no" || isLoopback) return [];
  return [
    "KOINON_ALLOW_PRIVATE_ADDRESSES: may be yes only when KOINON_ORIGIN is a loopback address (tests and try-outs)",
  ];
}

function list(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((part) => part !== "");
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
