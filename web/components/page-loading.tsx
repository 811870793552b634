import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

/** While the page's own files are on their way. */
export function PageLoading() {
  const texts = useTexts({ zh, en });
  return <p className="page-loading" role="status">{texts.pageLoading}</p>;
}
