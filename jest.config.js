/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/api', '<rootDir>/seeds', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testRunner: '<rootDir>/test/support/runner.js',
  // Node loads the suites, not jest: see the runner.
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testTimeout: 60_000,
  // Every suite loads the house anew and none lets all of it go: a process for all of them comes to the end of its heap.
  workerIdleMemoryLimit: '1GB',
};
