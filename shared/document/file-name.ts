/** The name of a document's file, without extension: 演练-计票结果报告单-第2轮; `round` is null for documents of the whole congress. */
export function documentFileName({ title, round, rehearsal }: { readonly title: string; readonly round: number | null; readonly rehearsal: boolean }): string {
  return `${rehearsal ? '演练-' : ''}${title}${round === null ? '' : `-第${round}轮`}`;
}
