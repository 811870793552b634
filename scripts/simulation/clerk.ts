import { signInAccount } from '#shared/contract/account.ts';
import * as congress from '#shared/contract/congress.ts';
import type { RECORD_FILES } from '#shared/ballot-paper/record.ts';
import type { CongressSummary } from '#shared/contract/congress.ts';
import { checkInMany } from '#shared/contract/roll.ts';
import * as rounds from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { ApiClient } from '#server/features/simulation/api-client.ts';
import type { Site } from '#server/features/simulation/simulated-delegate.ts';

/** The clerk as an HTTP client. */
export class SimulatedClerk {
  readonly client: ApiClient;
  readonly #congressId: string;

  constructor(site: Site, congressId: string) {
    this.client = new ApiClient(site.url);
    this.#congressId = congressId;
  }

  async signIn(name: string, password: string): Promise<void> {
    const body = { congressId: this.#congressId, name, password };
    this.client.signedIn((await this.client.call(signInAccount, { body })).token);
  }

  async checkIn(numbers: readonly string[]): Promise<void> {
    await this.client.call(checkInMany, { params: this.#inCongress(), body: { numbers: [...numbers] } });
  }

  /** Both shows of hands, carried by everyone present. */
  async adopt(present: number): Promise<void> {
    for (const subject of ['method', 'scrutineers'] as const) {
      const body = { subject, votesFor: present, votesAgainst: 0, votesAbstain: 0 };
      await this.client.call(congress.adopt, { params: this.#inCongress(), body });
    }
  }

  readCongress(): Promise<CongressSummary> {
    return this.client.call(congress.readCongress, { params: this.#inCongress() });
  }

  publish(): Promise<CongressSummary> {
    return this.client.call(congress.publish, { params: this.#inCongress() });
  }

  /** The next round with its manifest, not signed yet. */
  async prepareRound(): Promise<RoundDetail> {
    const { id } = await this.client.call(rounds.prepareRound, { params: this.#inCongress() });
    return this.client.call(rounds.makeManifest, { params: { roundId: id } });
  }

  async readRound(roundId: string): Promise<RoundDetail> {
    const all = await this.client.call(rounds.listRounds, { params: this.#inCongress() });
    const round = all.find(({ id }) => id === roundId);
    if (round === undefined) throw new Error(`The congress has no round ${roundId}.`);
    return round;
  }

  open(roundId: string): Promise<RoundDetail> {
    return this.client.call(rounds.openRound, { params: { roundId }, body: {} });
  }

  /** A rehearsal's countdown may be one second; a real one is never shortened. */
  startClosing(roundId: string, rehearsal: boolean): Promise<RoundDetail> {
    return this.client.call(rounds.startClosing, { params: { roundId }, body: rehearsal ? { seconds: 1 } : {} });
  }

  freeze(roundId: string): Promise<RoundDetail> {
    return this.client.call(rounds.freezeBox, { params: { roundId } });
  }

  /** The chair's simulated ruling on a second tie: the places left go in official order. */
  enterTieRuling(round: RoundDetail): Promise<RoundDetail> {
    const { outcome } = round;
    const selected = (outcome?.tied ?? []).toSorted((a, b) => a - b).slice(0, outcome?.placesLeft ?? 0);
    const body = { kind: 'tie', text: `得票相等，按公布顺序确定：${selected.join('、')}`, by: '会议主持人', reason: 'simulated', selected } as const;
    return this.client.call(rounds.enterRuling, { params: { roundId: round.id }, body });
  }

  /** The chair leaves the places of a shortfall empty. */
  enterShortfallRuling(round: RoundDetail): Promise<RoundDetail> {
    const body = { kind: 'shortfall' as const, text: '不足应选数，不再投票', by: '会议主持人', reason: 'simulated', selected: [] };
    return this.client.call(rounds.enterRuling, { params: { roundId: round.id }, body });
  }

  certify(round: RoundDetail): Promise<RoundDetail> {
    return this.client.call(rounds.certify, { params: { roundId: round.id }, body: { hash: round.outcome?.hash ?? '' } });
  }

  recordFile(roundId: string, file: (typeof RECORD_FILES)[number]): Promise<Uint8Array> {
    return this.client.call(rounds.readRecordFile, { params: { roundId, file } });
  }

  #inCongress(): { congressId: string } {
    return { congressId: this.#congressId };
  }
}
