import { useQuery } from '@tanstack/react-query';
import type { Call, Endpoint } from '#shared/contract/endpoint.ts';
import { type CallError, call } from './client.ts';

/** Events may be lost with a connection; everything is fetched anew at least this often. */
const REFRESH_MS = 15_000;

/** One endpoint as a query; a refusal or a lost network is kept beside the last good answer, never in its place. */
export function useAnswer<E extends Endpoint>(key: readonly string[], endpoint: E, input: Call<E>, token: string) {
  const query = useQuery({
    queryKey: key,
    refetchInterval: REFRESH_MS,
    queryFn: async () => {
      const answer = await call(endpoint, input, token);
      if (!answer.ok) throw new CallRefused(answer.error);
      return { value: answer.value };
    },
  });
  return { value: query.data?.value, at: query.dataUpdatedAt, refetch: query.refetch, error: query.error instanceof CallRefused ? query.error.refusal : null };
}

/** TanStack Query hands failures on as errors; this one carries the refusal. */
class CallRefused extends Error {
  readonly refusal: CallError;
  constructor(refusal: CallError) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
