import type { RoundDetail } from '#shared/contract/round.ts';
import type { DocumentName } from '#shared/document/document-name.ts';
import { DocumentLinks } from '../components/document-links.tsx';
import { useDesk } from './desk-context.ts';

/** The documents of a round that the scrutineers sign, before and after their signatures. */
export function RoundDocuments({ round, names }: { readonly round: RoundDetail; readonly names: readonly DocumentName[] }) {
  const { congress, token } = useDesk();
  const signed = [round.countReport, round.outcome].map((file) => file?.signedBy.length ?? 0).join('-');
  return <DocumentLinks congressId={congress.id} token={token} rehearsal={congress.rehearsal} names={names} round={round.number} asOf={`${round.state}-${signed}`} />;
}
