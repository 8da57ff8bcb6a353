import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

// The limits of a file and of a function; test files count the same lines, but `describe` is not a function of 50.
const sizes = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  // A switch is one decision, however many cases it has.
  complexity: ['error', { max: 8, variant: 'modified' }],
};

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing is called the same everywhere.',
};
const CLOCKS = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the house for the time: now() of the house or of the context. Tests move it.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Ask the house for the time.' },
];
const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'The environment is read once, in platform/config.',
};
const CHANCE = [
  { object: 'Date', property: 'now', message: 'Ask the house for the time.' },
  {
    object: 'Math',
    property: 'random',
    message: 'Chance is not repeatable: node:crypto for secrets, a seed for demos.',
  },
];

const MARKUP = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'What people wrote is shown as text.',
  },
  {
    selector: "JSXAttribute[name.name='tabIndex'] > JSXExpressionContainer > Literal[value>0]",
    message: 'The order of the keyboard is the order of the page.',
  },
  {
    selector: "JSXOpeningElement[name.name='img']:not(:has(JSXAttribute[name.name='alt']))",
    message: 'A picture says in `alt` what it shows.',
  },
  {
    selector:
      "JSXOpeningElement[name.name=/^(div|span|li|td|p)$/]:has(> JSXAttribute[name.name='onClick']):not(:has(> JSXAttribute[name.name='role']))",
    message: 'Whatever is pressed is a button or a link, or says its role and hears the keyboard.',
  },
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'schema/', '**/gql/', 'bench/'] },
  {
    rules: {
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-unreachable': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
      },
    },
  },
  {
    files: ['{api,seeds,test}/**/*.ts', 'web-admin/**/*.{ts,tsx}'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...sizes,
      'no-restricted-syntax': ['error', DEFAULT_EXPORT],
      'no-restricted-properties': ['error', ENVIRONMENT],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      // Contracts promise a promise, whether or not this one waits for something.
      '@typescript-eslint/require-await': 'off',
      // Our contracts are plain objects: what is taken out of them needs no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // The enums of graphql-js are the words themselves.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'the house has one clock and no dice',
    files: ['api/src/{kernel,modules}/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, ...CLOCKS],
      'no-restricted-properties': ['error', ENVIRONMENT, ...CHANCE],
      'no-console': 'error',
    },
  },
  {
    name: 'a page handles whatever happens: nobody waits for a handler',
    files: ['web-admin/src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, ...MARKUP],
    },
  },
  {
    name: 'where the environment is read',
    files: ['api/src/platform/config/**/*.ts', 'test/**/*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'a resolver has one parameter per argument of its field, and the context',
    files: ['api/src/**/*.{queries,fields,subscriptions,type}.ts'],
    rules: { 'max-params': ['error', 8] },
  },
  {
    name: 'a describe holds a whole subject, a row of a table what it needs, an answer whatever came',
    files: ['**/*.{test,spec}.ts', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      complexity: ['error', { max: 15, variant: 'modified' }],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
