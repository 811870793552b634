import { useTexts } from '../text/language.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';

/** While the page's own files or its first answer are on their way. The heading is where a reader's voice begins. */
export function PageLoading() {
  return (
    <main>
      <PartLoading />
    </main>
  );
}

/** The same inside a page whose frame already stands. */
export function PartLoading() {
  const texts = useTexts({ zh, en });
  return <h1 className="page-loading">{texts.pageLoading}</h1>;
}
