/** How far the worker is, in words and as a bar. */
export function WorkProgress({ text, done, total }: { readonly text: string; readonly done: number; readonly total: number }) {
  return (
    <div className="work" role="status">
      <p>{text}</p>
      <progress aria-label={text} max={Math.max(1, total)} value={done} />
    </div>
  );
}
