import { REHEARSAL_MARK, footLines } from '#shared/document/foot.ts';
import { headingLines } from '#shared/document/title-lines.ts';
import type { Document } from '#shared/document/model.ts';
import { DocumentBlock } from './document-blocks.tsx';
import { pageRule } from './page-rule.ts';

/** A document as it is printed: on screen one long sheet, on paper A4 pages with number, fingerprint and hash on each. */
export function DocumentSheet({ document }: { readonly document: Document }) {
  const { subtitle, kind, landscape, rehearsal, blocks } = document;
  const lines = headingLines(document);
  return (
    <article lang="zh-CN" className={`document document-${kind}${landscape ? ' document-landscape' : ''}`}>
      <style>{pageRule(document)}</style>
      {rehearsal ? <p className="document-rehearsal">{REHEARSAL_MARK}</p> : null}
      <header>
        <h1>
          <span className="document-meeting">{lines.meeting.join('\n')}</span>
          <span className="document-title">{lines.title.join('\n')}</span>
        </h1>
        {subtitle === null ? null : <p className="document-subtitle">{subtitle}</p>}
      </header>
      {blocks.map((block, index) => (
        <DocumentBlock key={index} block={block} />
      ))}
      {footLines(document).map((line) => (
        <p key={line} className="document-foot">{line}</p>
      ))}
    </article>
  );
}
