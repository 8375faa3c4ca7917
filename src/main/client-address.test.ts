import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

test("without trusted proxies nobody's header is believed", () => {
  const addressOf = clientAddress([]);
  expect(addressOf("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
});

test("a spoofed header from an address that is no trusted proxy is not believed", () => {
  const addressOf = clientAddress(["10.0.0.0/8"]);
  expect(addressOf("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
});

test("behind a trusted proxy it is the address that the proxy saw, not one that the client wrote before it", () => {
  const addressOf = clientAddress(["127.0.0.1", "10.0.0.0/8", "::1"]);
  expect(addressOf("127.0.0.1", "198.51.100.1, 203.0.113.9")).toBe("203.0.113.9");
  expect(addressOf("::ffff:127.0.0.1", "198.51.100.1, 203.0.113.9, 10.1.2.3")).toBe("203.0.113.9");
  expect(addressOf("::1", "2001:db8::7")).toBe("2001:db8::7");
});

test("a header that says nothing leaves the proxy's own address", () => {
  const addressOf = clientAddress(["127.0.0.1"]);
  expect(addressOf("127.0.0.1", undefined)).toBe("127.0.0.1");
  expect(addressOf("127.0.0.1", "unknown, <script>")).toBe("127.0.0.1");
});
