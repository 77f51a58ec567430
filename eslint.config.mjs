import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['dist/', 'target/', '**/node_modules/', 'www/pkg/', 'xtask/types/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['www/**/*.js'], ignores: ['www/worker.js'], languageOptions: { globals: globals.browser } },
  { files: ['www/worker.js'], languageOptions: { globals: globals.worker } },
  {
    files: ['*.mjs', 'benches/*.mjs', 'xtask/js/**/*.mjs', 'tests/**/*.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off' },
  },
  { files: ['benches/**/*.js', 'tests/**/*.js'], languageOptions: { globals: globals.browser } },
];
