import { Alert } from 'antd';
import type { CallError } from '#web/api/client.ts';
import { frameTexts } from '#web/text/console.frame.ts';
import { errorSentence } from '#web/text/error-sentence.ts';
import { type Language, useLanguage, useTexts } from '#web/text/language.ts';
import type { ActRefusal, Doubt } from './use-act.ts';

/** The server's own sentence beside the act it refused; for a roll file every bad row with its line. */
export function RefusalNotice({ refusal }: { readonly refusal: ActRefusal | null }) {
  const texts = useTexts(frameTexts);
  const { language } = useLanguage();
  if (refusal === null) return null;
  if ('now' in refusal) return <DoubtNotice doubt={refusal} />;
  return (
    <Alert
      type="warning"
      role="alert"
      className="refusal"
      title={`${texts.refused}：${errorSentence(refusal, language)}`}
      description={<BadRows refusal={refusal} language={language} />}
    />
  );
}

/** No answer came: whether the act was done, as far as it is known. */
function DoubtNotice({ doubt }: { readonly doubt: Doubt }) {
  const texts = useTexts(frameTexts).doubt;
  return <Alert type={doubt.now === 'done' ? 'info' : 'warning'} role="alert" className="refusal" title={texts[doubt.now]} />;
}

function BadRows({ refusal, language }: { readonly refusal: CallError; readonly language: Language }) {
  const texts = useTexts(frameTexts);
  const rows = refusal.code === 'unreachable' ? [] : (refusal.rows ?? []);
  if (rows.length === 0) return null;
  return (
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
  );
}
