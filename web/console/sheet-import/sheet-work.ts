import { errorSentences } from '#shared/contract/error-text.ts';
import { SHEET_FILE_BYTES } from '#shared/contract/sheet-file.ts';
import type { CallError, CallResult } from '#web/api/client.ts';
import { keptDraft } from '../kept-draft.ts';
import { base64Of } from './base64-of.ts';

/** A file in hand: being read, looked over, on its way, or carried out; it outlives the panel that shows it. */
export type SheetWork<Preview, Done> = {
  readonly state: 'none' | 'reading' | 'read' | 'sending' | 'done';
  readonly name: string;
  /** The file as it goes out. */
  readonly file: string;
  /** What it would do; null until it was read, and where it cannot be read at all. */
  readonly preview: Preview | null;
  readonly refusal: CallError | null;
  readonly done: Done | null;
  /** Which choice of a file this is: an answer to an earlier one comes too late. */
  readonly turn: number;
};

export type SheetKind<Preview, Choice, Done> = {
  readonly preview: (file: string) => Promise<CallResult<Preview>>;
  readonly carryOut: (file: string, preview: Preview, choice: Choice) => Promise<CallResult<Done>>;
};

const MEGABYTE = 1024 * 1024;
const TOO_LARGE: CallError = { code: 'too-large', message: errorSentences('too-large', { figures: { most: SHEET_FILE_BYTES / MEGABYTE } }) };
/** The device does not hand the file out: a folder, or a file that was moved meanwhile. */
const NOT_THERE: CallError = { code: 'bad-request', message: { zh: '这个文件打不开，可能已移走，或是文件夹。请重新选择。', en: 'This file cannot be opened; it may have been moved, or is a folder. Please choose it again.' } };

export function sheetWork<Preview, Choice, Done>(kindOf: (congressId: string, token: string) => SheetKind<Preview, Choice, Done>) {
  type Work = SheetWork<Preview, Done>;
  const none: Work = { state: 'none', name: '', file: '', preview: null, refusal: null, done: null, turn: 0 };
  const { use, read, keep } = keptDraft<Work>(none);
  /** Keeps it where no other file was chosen meanwhile. */
  const settle = (congressId: string, work: Work) => {
    if (read(congressId).turn === work.turn) keep(congressId, work);
  };
  const lookOver = async (congressId: string, token: string, work: Work) => {
    const result = await kindOf(congressId, token).preview(work.file);
    settle(congressId, result.ok ? { ...work, state: 'read', preview: result.value } : { ...work, state: 'read', preview: null, refusal: result.error });
  };
  return {
    use,
    /** Reads the file and has the server look it over; nothing is written. */
    choose: async (congressId: string, token: string, file: File) => {
      const work: Work = { ...none, state: 'reading', name: file.name, turn: read(congressId).turn + 1 };
      keep(congressId, work);
      const content = file.size > SHEET_FILE_BYTES ? null : await base64Of(file);
      if (content !== null) await lookOver(congressId, token, { ...work, file: content });
      else settle(congressId, { ...work, state: 'read', refusal: file.size > SHEET_FILE_BYTES ? TOO_LARGE : NOT_THERE });
    },
    /** Looks the same file over once more, against what is there now. */
    again: async (congressId: string, token: string) => {
      const work: Work = { ...read(congressId), state: 'reading', refusal: null };
      keep(congressId, work);
      await lookOver(congressId, token, work);
    },
    carryOut: async (congressId: string, token: string, choice: Choice) => {
      const work = read(congressId);
      if (work.preview === null || work.state !== 'read') return;
      keep(congressId, { ...work, state: 'sending', refusal: null });
      const result = await kindOf(congressId, token).carryOut(work.file, work.preview, choice);
      if (result.ok) settle(congressId, { ...none, state: 'done', name: work.name, done: result.value, turn: work.turn });
      // Nobody imports what was not seen: the comparison is shown anew beside the refusal.
      else if (result.error.code === 'import-outdated') await lookOver(congressId, token, { ...work, refusal: result.error });
      else settle(congressId, { ...work, refusal: result.error });
    },
    putAway: (congressId: string) => keep(congressId, { ...none, turn: read(congressId).turn + 1 }),
  };
}
