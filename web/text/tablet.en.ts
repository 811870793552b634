import type { zh } from './tablet.zh.ts';

export const en: typeof zh = {
  atDoor: 'Shared voting tablet: it is cleared after each ballot and keeps no record.',
  staff: 'Staff: end tablet mode',

  done: 'Done, hand over to the next delegate',
  giveUp: 'Not now, hand over to the next delegate',
  giveUpTitle: 'Nothing is cast yet. Clear it?',
  giveUpText: 'Once cleared, this paper is taken up again only when a scrutineer approves. A paper that is not cast counts as not returned, not as an abstention.',
  giveUpBack: 'Back',
  giveUpYes: 'Clear, hand over to the next delegate',

  coverTitle: 'The ballot is covered, nothing is cast yet',
  coverText: 'Nobody touched the tablet for a while. What was selected is still there; only the delegate whose ballot it is should go on.',
  coverGoOn: 'It is my ballot, go on',
  clearing: 'The tablet is about to be cleared for the next delegate.',
  clearsIn: (seconds) => `${seconds} s left`,
  moreTime: 'More time',

  trackerWrite: 'The tablet keeps no tracker; once it is cleared it cannot be seen again. Please write it down now.',
  trackerNotHere: 'In this congress the tracker is shown after the box is opened. A shared tablet is cleared by then, so there is none. To check your own ballot, vote on your own phone in a later round.',
  trackerNever: 'The method of this congress shows no tracker.',

  keepsNothing: 'This browser keeps nothing. Do not close or reload this page before the ballot is in the box; if it happens, see a scrutineer with your letter, and you can go on once it is approved.',
  otherTab: 'This ballot was cast in another tab of this device, with the selection that was reviewed there. A paper is cast once.',
  broken: 'Something went wrong on this device. It is tried again by itself and the ballot is not lost. If it goes on, ask the staff.',
};
