import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';
import { errorSentence } from '../text/error-sentence.ts';
import type { Language } from '../text/language.ts';
import type { zh } from '../text/door.zh.ts';

/** The server's sentence, or the booth's own for what is refused on the device. */
export function refusalSentence(why: CallError | Refusal, texts: typeof zh, language: Language): string {
  if ('code' in why) return errorSentence(why, language);
  if (why.reason === 'code-of-rehearsal' || why.reason === 'unknown-key') return texts.refusals[why.reason];
  if (why.reason === 'bad-code') return texts.refusals['bad-code'];
  return why.field === 'receipt' ? texts.receiptBad : texts.refusals['not-genuine'];
}
