/** After something did not fit: the same look once more, in case only the way here was at fault. */
export function LookAgain({ act, onAgain }: { readonly act: string; readonly onAgain: () => void }) {
  return (
    <p>
      <button type="button" className="button button-quiet" onClick={onAgain}>
        {act}
      </button>
    </p>
  );
}
