import type { Facts } from '#shared/document/facts.ts';
import { meetingName } from '#shared/document/words.ts';

/** 说明.txt: what lies in the archive, who may have it, and how it is verified; Chinese, then English. */
export function noteOf(facts: Facts): string {
  const { method, rehearsal } = facts.congress;
  const open = method.recordOpenTo === 'hall' ? '核验包供参会人员查阅，不向社会公开' : '核验包向社会公开';
  return `${meetingName(facts)}　归档${rehearsal ? '（演练，不作正式文书使用）' : ''}

documents/　全部文书（PDF，可编辑的另有 docx，表格另有 xlsx）
record/　每一轮的核验包；作废的一轮票箱未开，只有 void/ 中签过字的文件
audit/audit.jsonl　操作日志，一行一条，每条的 hash 含前一条的 hash
archive.json　清单：会议、时间、软件版本，每个文件的大小和 SHA-256

本归档含代表姓名、签到时间等个人信息，由保管单位按档案管理，不得对外公布；${open}。
归档里没有凭证码、钥匙和未拆封的选票，任何人都不能由此得知谁投了什么。

核验（任何装有 Node.js 20 以上和本软件源码的电脑，不需要网络）：
  npm run verify -- archive.zip
最后一行是 OK，或 FAILED: 和不符之处。操作日志末条摘要可与签字的计票结果报告单对照。


This archive holds every document of the meeting (documents/), the election record of every round (record/; of a void
round only what was signed, void/), the audit log (audit/) and the list of all files with their SHA-256 (archive.json).
It names people: keep it as a file of the office and do not publish it. It holds no letter secret, no key and no sealed
ballot. To verify it: npm run verify -- archive.zip
`;
}
