// A receiver's answer to a storage challenge, as it signs it. The answer itself is the HMAC over what the case system
// gave back; that the case system gives nothing back is an answer too, and just as much the service's word.

import type { KeyObject } from "node:crypto";
import { signatureFits, signValue } from "./signature.ts";

export type AnswerBody = {
  readonly v: 1;
  readonly reportId: string;
  readonly service: string;
  readonly n: number;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  /** `answerTo` of the nonce and what was read back, in base64url; null: the case system does not give it back. */
  readonly mac: string | null;
  /** Under which reference the case system has it now. */
  readonly reference?: string;
};

export type ProofAnswer = AnswerBody & { readonly key: string; readonly signature: string };

const label = "framme proof answer v1";

/** Signs an answer. The key must be Ed25519 and `keyId` its id. */
export function signAnswer(body: AnswerBody, keyId: string, privateKey: KeyObject): ProofAnswer {
  const signed = { ...body, key: keyId };
  return { ...signed, signature: signValue(label, signed, privateKey) };
}

/** Whether the signature is right. Says nothing about whose the key is. */
export function answerSignatureFits(answer: ProofAnswer, publicKey: KeyObject): boolean {
  const { signature, ...signed } = answer;
  return signatureFits(label, signed, publicKey, signature);
}
