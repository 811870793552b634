import type { DocumentName } from './document-name.ts';

/** A cell of a table: a text, a number that stays one in a spreadsheet, or null to be filled in by hand. */
export type Cell = string | number | null;

export type Column = {
  readonly title: string;
  /** Share of the width of the page; only the proportions count. */
  readonly width: number;
  readonly align: 'start' | 'center' | 'end';
  /** page: not in spreadsheets, such as a place to sign; sheet: in spreadsheets only. */
  readonly only?: 'page' | 'sheet';
};

export type Table = {
  readonly kind: 'table';
  /** Stands above the table; null for none. */
  readonly caption: string | null;
  /** Names the sheet in a spreadsheet. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** text: as high as the text; writing: room to sign or write; tally: room for 正 strokes. */
  readonly rowHeight: 'text' | 'writing' | 'tally';
};

export type SignatureLine = {
  readonly role: string;
  /** Printed name; null leaves a line for it. */
  readonly name: string | null;
  /** What the record says, such as the instant of an electronic signature, or the reason for declining. */
  readonly note: string | null;
};

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** body: indented by two characters; plain: not; note: smaller; centre: placed so. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly place: 'body' | 'plain' | 'note' | 'centre' }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | Table
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureLine[] }
  /** Ruled lines to write on. */
  | { readonly kind: 'writing'; readonly label: string; readonly lines: number }
  /** Who issues it and when, placed so that a seal covers both (落款). */
  | { readonly kind: 'closing'; readonly by: string; readonly date: string }
  /** A frame for a stamp. */
  | { readonly kind: 'stamp'; readonly text: string };

/**
 * A document (文书) as plain data. It is built once, from the facts of the record; the print page, PDF, docx
 * and xlsx only lay it out. All texts are Chinese and final.
 */
export type Document = {
  readonly name: DocumentName;
  /** First line of the title: the meeting. */
  readonly meeting: string;
  readonly title: string;
  /** Under the title, e.g. the round; null for none. */
  readonly subtitle: string | null;
  /** text: read aloud or published, in the size of an official letter; form: filled in and signed. */
  readonly kind: 'text' | 'form';
  readonly landscape: boolean;
  /** Carries 演练 on every page. */
  readonly rehearsal: boolean;
  readonly blocks: readonly Block[];
  /** At the foot of every page, where the record has them. */
  readonly foot: {
    readonly fingerprint: string | null;
    readonly hash: { readonly label: string; readonly value: string } | null;
    /** Further hashes, a line each. */
    readonly more: readonly { readonly label: string; readonly value: string }[];
  };
  /** Without extension. */
  readonly fileName: string;
};
