import type { Guard } from "../guard.ts";

const egress = "src/kernel/federation/egress";
const following = { project: "rules", file: `${egress}/follow.test.ts` } as const;
const lookups = { project: "rules", file: `${egress}/pinned-lookup.test.ts` } as const;
const whole = { project: "rules", file: `${egress}/create-egress.test.ts` } as const;

/** Where this server may be made to ask. */
export const outgoingGuards: readonly Guard[] = [
  {
    rows: [10],
    does: "Only http and https are asked",
    without: [
      {
        file: `${egress}/target.ts`,
        text: 'if (url.protocol !== "https:" && url.protocol !== "http:") return notThere(`the scheme ${url.protocol}`);',
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10],
    does: "Only the usual ports are asked",
    without: [
      {
        file: `${egress}/target.ts`,
        text: "if (!isPortAllowed(url, policy)) return notThere(`the port ${url.port}`);",
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10],
    does: "Names and passwords in an address are refused",
    without: [
      {
        file: `${egress}/target.ts`,
        text: 'if (url.username !== "" || url.password !== "") return notThere("a URL with a name or password");',
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10],
    does: "Only addresses of the public internet are asked, however they are written",
    without: [
      { file: `${egress}/public-address.ts`, text: 'if (address.range() !== "unicast") return false;', becomes: "" },
    ],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10],
    does: "Addresses of version 6 outside what was ever given to the internet are refused",
    without: [
      {
        file: `${egress}/public-address.ts`,
        text: 'address.kind() === "ipv4" || address.match(ipaddr.parseCIDR("2000::/3"))',
        becomes: "true",
      },
    ],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10],
    does: "Names of the machine and its neighbours are refused",
    without: [{ file: `${egress}/target.ts`, text: " && !privateNames.test(host)", becomes: "" }],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10],
    does: "A name with a dot at its end is refused",
    without: [{ file: `${egress}/target.ts`, text: ' && !host.endsWith(".")', becomes: "" }],
    shownBy: { ...following, named: "no request goes to" },
  },
  {
    rows: [10, 12],
    does: "Each redirect is checked like the first address",
    without: [
      {
        file: `${egress}/follow.ts`,
        text: "const target = readTarget(next, way.policy);",
        becomes: "const target = hop === 0 ? readTarget(next, way.policy) : accepted(new URL(next));",
      },
    ],
    shownBy: { ...following, named: "no redirect leads to" },
  },
  {
    rows: [10],
    does: "Only a server that is itself on the loopback may be told to reach private addresses",
    without: [
      {
        file: `${egress}/create-egress.ts`,
        text: "throw new Error(`a server at ${options.origin.host} may not be told to reach private addresses`);",
        becomes: "",
      },
    ],
    shownBy: { ...whole, named: "only a server that is itself on the loopback may be told to reach private addresses" },
  },
  {
    rows: [11],
    does: "Every address that a name leads to is checked",
    without: [
      {
        file: `${egress}/pinned-lookup.ts`,
        text: "if (unsafe !== undefined) throw new PrivateAddress(name, unsafe.address);",
        becomes: "",
      },
    ],
    shownBy: { ...lookups, named: "one private address among public ones spoils the name" },
  },
  {
    rows: [11],
    does: "A connection is made to the address that was checked, and the name is not asked for again",
    without: [
      {
        file: `${egress}/pinned-lookup.ts`,
        text: "const usable = found.filter(",
        becomes: "const usable = (await resolve(name)).filter(",
      },
    ],
    shownBy: { ...lookups, named: "the address that was checked is the one that is connected to" },
  },
  {
    rows: [11],
    does: "Every connection finds its address by that lookup",
    without: [{ file: `${egress}/exchange.ts`, text: "agent, lookup, signal }", becomes: "agent, signal }" }],
    shownBy: { ...whole, named: "a name that leads to a private address is not connected to" },
  },
  {
    rows: [12],
    does: "At most five redirects are followed",
    without: [{ file: `${egress}/follow.ts`, text: "const REDIRECTS = 5;", becomes: "const REDIRECTS = 5_000;" }],
    shownBy: { ...following, named: "a document is found behind five redirects, not behind six" },
  },
  {
    rows: [12],
    does: "A circle of redirects is left at once",
    without: [
      {
        file: `${egress}/follow.ts`,
        text: "if (visited.has(url.href)) return notThere(`a redirect in a circle at ${url.href}`);",
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "a circle of redirects is left at once" },
  },
  {
    rows: [12],
    does: "Nothing leads from https to something less safe",
    without: [
      {
        file: `${egress}/follow.ts`,
        text: 'if (url.protocol === "https:" && onward.protocol !== "https:")',
        becomes: "if (url === onward)",
      },
    ],
    shownBy: { ...following, named: "nothing leads from https to http" },
  },
  {
    rows: [12],
    does: "What proves who we are is not carried to another server",
    without: [
      {
        file: `${egress}/follow.ts`,
        text: "if (onward.origin !== url.origin) headers = withoutCredentials(headers);",
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "a token goes to the host it was given for and to no other" },
  },
  {
    rows: [12],
    does: "A redirect does not lead a message astray",
    without: [
      { file: `${egress}/follow.ts`, text: 'isRedirect && (errand.method ?? "GET") === "GET"', becomes: "isRedirect" },
    ],
    shownBy: { ...following, named: "a redirect does not lead a POST astray" },
  },
];
