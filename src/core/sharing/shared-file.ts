import { z } from 'zod';
import { tlpLabels } from './tlp.ts';

/** The first line that every signature covers, so that nothing signed for another purpose is ever taken for one of these. */
export const sharedFormat = 'nodomoto-shared/1';

/** Bytes of a whole file; the longest case of the library has 40 kB. */
export const largestShared = 1_000_000;

/** Pieces of one file. */
export const mostPieces = 20;

/** Organisations that one piece may have come through. */
export const mostHands = 6;

const largestStatement = 300_000;
const largestText = 120_000;

/** Signs that can be seen: no line ends, nothing that turns the direction of what stands around it. */
const oneLine = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);

/** Names of files of `content/`: nothing that leads anywhere else. */
const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Base64url without padding, of so many bytes. */
const bytes = (count: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((count * 4) / 3)}}$`));

/** Who signs. */
export const signerSchema = z.strictObject({
  organisation: oneLine(120),
  /** The raw public key (RFC 8032), 32 bytes. */
  key: bytes(32),
});

const at = z.iso.datetime();

const piece = z.strictObject({
  kind: z.enum(['case', 'module']),
  name: slug,
  /** Rises with each version that its source publishes. */
  version: z.int().min(1).max(1_000_000),
  title: oneLine(200),
});

/** What its source says: here it is, under this label. */
const wroteSchema = z.strictObject({
  act: z.literal('wrote'),
  by: signerSchema,
  at,
  tlp: z.enum(tlpLabels),
  piece,
  /** As files of `content/`, by their names without folders. */
  files: z.record(z.string().max(100), z.string().max(largestText)),
});

/** What its source says later: hold to it no longer. */
const withdrewSchema = z.strictObject({
  act: z.literal('withdrew'),
  by: signerSchema,
  at,
  tlp: z.enum(tlpLabels),
  piece,
});

/** What its source says of a piece. */
export const sourceSchema = z.discriminatedUnion('act', [wroteSchema, withdrewSchema]);

/** What somebody says who hands it on; `of` is the digest of what was handed to them. */
export const passedOnSchema = z.strictObject({
  act: z.literal('passed-on'),
  by: signerSchema,
  at,
  of: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A statement word for word, and its signature: Ed25519 over the format, a line end and the statement in UTF-8. */
export const signedSchema = z.strictObject({ statement: z.string().max(largestStatement), signature: bytes(64) });

/** First what its source says, then everybody who handed it on. */
export const sharedPieceSchema = z.array(signedSchema).min(1).max(mostHands);

export const sharedFileSchema = z.strictObject({
  format: z.literal(sharedFormat),
  pieces: z.array(sharedPieceSchema).min(1).max(mostPieces),
});

export type SourceStatement = z.infer<typeof sourceSchema>;
export type Signed = z.infer<typeof signedSchema>;
export type SharedPiece = z.infer<typeof sharedPieceSchema>;
