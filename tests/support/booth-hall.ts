import { scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { checkIn } from '#shared/contract/roll.ts';
import { approveReopening } from '#shared/contract/round.ts';
import { countReceived } from '#server/db/box.repository.ts';
import { aMeeting } from './meeting.ts';
import type { Meeting, MeetingOptions } from './meeting.ts';
import { opened, readRound, until } from './round-day.ts';
import type { TestServer } from './test-server.ts';

/** A delegate who comes late to an open round, with the letter as it is typed. */
export type Latecomer = { readonly number: string; readonly code: string };

/** An open round of eight projects and six places, its hall filled over HTTP, for tests that watch single booths. */
export type BoothHall = {
  readonly meeting: Meeting;
  readonly roundId: string;
  /** The next delegate who is not in the hall yet, checked in unless told otherwise. */
  latecomer(options?: { readonly checkedIn: boolean }): Promise<Latecomer>;
  checkIn(who: Latecomer): Promise<void>;
  /** Ballots in the box now. */
  received(): Promise<number>;
  /** A scrutineer decides on the one wish to change the device that waits. */
  decidesDeviceChange(approve: boolean): Promise<void>;
};

export async function boothHall(server: TestServer, { latecomers, ...options }: MeetingOptions & { readonly latecomers: number }): Promise<BoothHall> {
  // With two thirds in the hall voting opens; the others arrive while it is open.
  const present = 2 * latecomers;
  const meeting = await aMeeting(server, { delegates: present + latecomers, present, projects: 8, ...options, method: { places: 6, ...options.method } });
  const { round } = await opened(meeting, meeting.delegates.slice(0, present));
  const coming = meeting.delegates.slice(present).values();
  const arrive = async (number: string) => {
    await meeting.api.must(checkIn, { params: { congressId: meeting.congressId }, body: { number } }, meeting.clerk);
  };
  return {
    meeting,
    roundId: round.id,
    latecomer: async ({ checkedIn } = { checkedIn: true }) => {
      const { value: next, done } = coming.next();
      if (done === true) throw new Error('No delegate is left outside the hall.');
      if (checkedIn) await arrive(next.number);
      return { number: next.number, code: scannedCode(next.secret, 'rehearsal') };
    },
    checkIn: ({ number }) => arrive(number),
    received: () => countReceived(server.deps.boxSql, round.id),
    decidesDeviceChange: async (approve) => {
      const waiting = await until(meeting, round.id, ({ reopenings }) => reopenings.length > 0);
      const params = { roundId: round.id, reopeningId: waiting.reopenings[0]?.id ?? '' };
      await meeting.api.must(approveReopening, { params, body: { approve } }, meeting.scrutineers[1].token);
    },
  };
}

/** What the count report will say of a round that is closed. */
export async function countOf({ meeting, roundId }: BoothHall): Promise<{ readonly issued: number; readonly received: number }> {
  const { issued, received } = await readRound(meeting, roundId);
  return { issued, received };
}
