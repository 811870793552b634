import { SaxesParser } from 'saxes';
import { Damaged } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;
export type Handlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Nothing more of the part is wanted. */
  readonly done?: () => boolean;
};

const CHUNK = 64 * 1024;

/**
 * Walks one part of an office file, element names without their namespace prefix. A document type, which could define
 * entities, is refused; nothing outside the part is ever fetched. Throws Damaged.
 */
export function walkXml(part: Uint8Array | null, handlers: Handlers): void {
  if (part === null) return;
  const parser = parserFor(handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < part.length; at += CHUNK) {
      parser.write(decoder.decode(part.subarray(at, at + CHUNK), { stream: true }));
      if (handlers.done?.() === true) return;
    }
    parser.write(decoder.decode()).close();
  } catch {
    throw new Damaged();
  }
}

function parserFor({ open, close, text }: Handlers) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Damaged();
  });
  if (open !== undefined) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (close !== undefined) parser.on('closetag', ({ name }) => close(localName(name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
