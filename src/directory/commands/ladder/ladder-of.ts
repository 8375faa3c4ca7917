import { personByActor } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { pieceOfDelegate, type Delegate } from "../../model/ladder/delegate.ts";
import { pieceOfDocument, type PlaceDocument } from "../../model/ladder/document.ts";
import { footingOf } from "../../model/ladder/evidence.ts";
import type { Piece } from "../../model/ladder/step.ts";
import { piecesOfVouches, type Vouch } from "../../model/ladder/vouch.ts";
import { delegatesOf, documentsOf } from "../../store/ladder/evidence.read.ts";
import { vouchesFor } from "../../store/ladder/vouches.read.ts";
import { proofsOf } from "../../store/verification/proofs.read.ts";

/** What a place shows above its proofs, each with how it stands. */
export interface Ladder {
  readonly delegates: readonly (Delegate & { readonly piece: Piece })[];
  readonly documents: readonly (PlaceDocument & { readonly piece: Piece })[];
  readonly vouches: readonly (Vouch & { readonly piece: Piece })[];
}

/** What a place shows above its proofs, as it stands now. */
export async function ladderOf(db: Database, entryId: string, now: Temporal.Instant): Promise<Ladder> {
  const footing = footingOf((await proofsOf(db, [entryId])).get(entryId) ?? []);
  const vouches = await vouchesFor(db, entryId);
  const proofs = await proofsOf(
    db,
    vouches.map(({ by }) => by.entryId),
  );
  const vouched = vouches.map((vouch) => ({ vouch, voucher: footingOf(proofs.get(vouch.by.entryId) ?? []) }));
  const personId = footing === undefined ? undefined : await personByActor(db, footing.uri);
  const peers = piecesOfVouches(vouched, footing && { ...footing, personId }, now);
  return {
    delegates: (await delegatesOf(db, entryId)).map((delegate) => ({
      ...delegate,
      piece: pieceOfDelegate(delegate, footing, now),
    })),
    documents: (await documentsOf(db, entryId)).map((document) => ({
      ...document,
      piece: pieceOfDocument(document, footing),
    })),
    vouches: vouches.flatMap((vouch, place) => {
      const piece = peers[place];
      return piece === undefined ? [] : [{ ...vouch, piece }];
    }),
  };
}
