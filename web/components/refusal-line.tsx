import { errorSentences } from '#shared/contract/error-text.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';
import { errorSentence } from '../text/error-sentence.ts';
import { useLanguage } from '../text/language.ts';

/** Why something was not done, in words: a refusal of the server or of this page's own checks. Nothing while there is none. */
export function RefusalLine({ refusal }: { readonly refusal: CallError | Refusal | null }) {
  const { language } = useLanguage();
  if (refusal === null) return null;
  const sentence = 'reason' in refusal ? errorSentences(refusal.reason, refusal)[language] : errorSentence(refusal, language);
  return (
    <p className="notice" role="alert">
      {sentence}
    </p>
  );
}
