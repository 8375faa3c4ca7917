import { randomBytes } from "node:crypto";

const STOCK = 4096;

/**
 * A source of random octets that fetches them from the system by the thousand: asking it anew for each salt costs a vote three quarters
 * of what checking its signature does. Each octet is given out once, and is not kept.
 */
export function randomStock(): (length: number) => Uint8Array {
  let stock: Buffer = Buffer.alloc(0);
  return (length) => {
    if (length > STOCK) return randomBytes(length);
    if (stock.length < length) stock = randomBytes(STOCK);
    const given = Uint8Array.from(stock.subarray(0, length));
    stock.fill(0, 0, length);
    stock = stock.subarray(length);
    return given;
  };
}
