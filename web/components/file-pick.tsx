import type { ChangeEvent } from 'react';

type Props = {
  readonly label: string;
  /** What the button says: the browser's own button speaks the browser's language, not the page's. */
  readonly act: string;
  readonly accept: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
};

/** A button that picks one file; the same file can be picked again. */
export function FilePick({ label, act, accept, disabled, onFile }: Props) {
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file !== undefined) onFile(file);
    target.value = '';
  };
  return (
    <label className="file-pick">
      <span className="file-pick-label">{label}</span>
      <input type="file" className="visually-hidden" accept={accept} disabled={disabled} onChange={pick} />
      <span className="button button-quiet" aria-hidden="true">
        {act}
      </span>
    </label>
  );
}
