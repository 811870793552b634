import { AUDIT_ACTS } from '#shared/document/audit-acts.ts';

/** Acts of the audit log in Chinese, as the documents have them. */
const zh: Readonly<Record<string, string>> = AUDIT_ACTS;

/** English is how the log is written. */
const en: typeof zh = {};

export const auditTexts = { zh, en };
