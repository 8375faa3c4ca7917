import { receiptRetention } from "./commands/receipt-retention.ts";
import { givenUpRetention } from "./jobs/given-up-retention.ts";
import type { Retention } from "./jobs/retention.ts";
import { noticeRetention } from "./notifications/notice-retention.ts";

/** What the kernel keeps for a time only. */
export const kernelRetentions: readonly Retention[] = [receiptRetention, noticeRetention, givenUpRetention];
