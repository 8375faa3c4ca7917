import { expect, test } from "vitest";
import { limitedAddress } from "./limits.ts";

test("all addresses of one IPv6 network count as one, however they are written", () => {
  const network = "2001:db8:0:7::/64";
  for (const address of ["2001:db8:0:7::1", "2001:0DB8:0000:0007:aaaa:bbbb:cccc:dddd", "2001:db8:0:7:1::"]) {
    expect(limitedAddress(address), address).toBe(network);
  }
  expect(limitedAddress("2001:db8:0:8::1")).not.toBe(network);
  expect(limitedAddress("::1")).toBe("0:0:0:0::/64");
});

test("an IPv4 address counts by itself, also when written as IPv6", () => {
  expect(limitedAddress("192.0.2.7")).toBe("192.0.2.7");
  expect(limitedAddress("::ffff:192.0.2.7")).toBe("192.0.2.7");
});
