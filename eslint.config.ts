import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Forbids imports of the given module patterns, with the reason a reader needs. */
function noImports(files: string[], patterns: { regex: string; message: string }[], ignores: string[] = []): Linter.Config {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const NOTHING_FROM_TESTS = { regex: '^#(tests|scripts)/', message: 'Nothing imports tests or scripts.' };
const NO_PRISMA = { regex: '(prisma|/generated/)', message: 'Only server/db knows Prisma and SQL.' };
const NO_CROSS = { regex: '^#(server|web)/', message: 'shared/ knows neither server nor web.' };
const CHAINED_ZOD = { regex: '^zod$', message: 'The booth loads this too: zod/mini is the same library, a third of the size.' };
const NODE_ONLY = { regex: '^node:', message: 'shared/ runs in the browser too; node:crypto lives in platform-node.ts.' };
const IN_A_BROWSER = [
  NOTHING_FROM_TESTS,
  NO_PRISMA,
  { regex: '^#server/', message: 'server and web never import each other.' },
  { regex: 'platform-node', message: 'node:crypto does not exist in a browser.' },
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.data/', 'server/db/generated/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })] },
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'never' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'import-x/no-cycle': 'error',
      'no-console': 'error',
    },
  },
  // They look into every function for what a component may not do: a tenth of the whole check where there is none.
  { files: ['web/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
  noImports(
    ['shared/domain/**'],
    [NOTHING_FROM_TESTS, NO_CROSS, NODE_ONLY, NO_PRISMA, { regex: '(ballot-paper|contract)/', message: 'domain is at the bottom.' }],
  ),
  noImports(
    ['shared/ballot-paper/**'],
    [NOTHING_FROM_TESTS, NO_CROSS, NODE_ONLY, NO_PRISMA, CHAINED_ZOD, { regex: 'contract/', message: 'ballot-paper knows only domain.' }],
    ['shared/ballot-paper/platform-node.ts'],
  ),
  noImports(
    ['shared/document/**'],
    [NOTHING_FROM_TESTS, NO_CROSS, NODE_ONLY, NO_PRISMA, { regex: 'contract/', message: 'A document knows the facts of the vote, not the wire.' }],
  ),
  noImports(['shared/contract/**', 'shared/*.ts'], [NOTHING_FROM_TESTS, NO_CROSS, NODE_ONLY, NO_PRISMA, CHAINED_ZOD]),
  noImports(
    ['server/**'],
    [NOTHING_FROM_TESTS, NO_PRISMA, { regex: '^#web/', message: 'server and web never import each other.' }],
    ['server/db/**'],
  ),
  noImports(['web/**'], IN_A_BROWSER),
  noImports(['web/{booth,api,components,text}/**'], [...IN_A_BROWSER, CHAINED_ZOD]),
  {
    files: ['shared/domain/**'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'crypto', 'fetch', 'setTimeout', 'process'],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'No chance in the rules of the vote.' },
        { selector: ':function[async=true]', message: 'The rules of the vote are synchronous.' },
      ],
    },
  },
  {
    files: ['server/**', 'shared/**', 'web/**'],
    ignores: ['server/config.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only server/config.ts reads the environment.' }],
    },
  },
);
