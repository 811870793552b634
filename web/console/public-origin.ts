import { useQuery } from '@tanstack/react-query';
import { readPublicOrigin } from '#shared/contract/network.ts';
import { call } from '#web/api/client.ts';

/**
 * The origin that printed addresses and QR codes name: the configured one, not the one under which this console
 * happens to be open. null until it is known; print nothing before.
 */
export function usePublicOrigin(): string | null {
  const { data } = useQuery({
    queryKey: ['public-origin'],
    queryFn: async () => {
      const answer = await call(readPublicOrigin, {});
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.origin;
    },
    staleTime: Infinity,
    retry: true,
  });
  return data ?? null;
}
