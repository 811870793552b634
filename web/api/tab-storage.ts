/**
 * The tab's sessionStorage. A browser that is allowed to keep nothing throws at every touch of it: then there is
 * nothing kept, and the page goes on without.
 */
export const tabStorage = {
  get: (name: string): string | null => orElse(() => sessionStorage.getItem(name), null),
  set: (name: string, value: string): void => orElse(() => sessionStorage.setItem(name, value), undefined),
  remove: (name: string): void => orElse(() => sessionStorage.removeItem(name), undefined),
  names: (): readonly string[] => orElse(() => Object.keys(sessionStorage), []),
  clear: (): void => orElse(() => sessionStorage.clear(), undefined),
};

function orElse<T>(touch: () => T, otherwise: T): T {
  try {
    return touch();
  } catch {
    return otherwise;
  }
}
