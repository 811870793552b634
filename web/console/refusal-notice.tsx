import { Alert } from 'antd';
import type { CallError } from '#web/api/client.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { errorSentence } from '#web/text/error-sentence.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';

/** The server's own sentence beside the act it refused; for a roll file every bad row with its line. */
export function RefusalNotice({ refusal }: { readonly refusal: CallError | null }) {
  const texts = useTexts(frameTexts);
  const { language } = useLanguage();
  if (refusal === null) return null;
  const rows = refusal.code === 'unreachable' ? [] : (refusal.rows ?? []);
  return (
    <Alert
      type="warning"
      role="alert"
      className="refusal"
      title={`${texts.refused}：${errorSentence(refusal, language)}`}
      description={
        rows.length === 0 ? null : (
          <>
            <p>{texts.rows(rows.length)}</p>
            <ul className="bad-rows">
              {rows.map((row, index) => (
                <li key={index}>
                  {texts.row(row.line)}
                  {row.message[language]}
                </li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
}
