import type { CallError } from '../api/client.ts';
import type { Language } from './language.ts';
import { en } from './frame.en.ts';
import { zh } from './frame.zh.ts';

/** What happened, why, and what to do next: the server's own sentence, or ours when no server answered. */
export function errorSentence(error: CallError, language: Language): string {
  if (error.code === 'unreachable') return { zh, en }[language].unreachable;
  return error.message[language];
}
