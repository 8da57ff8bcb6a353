// How jest runs a suite here: jest-circus as ever, but suites are loaded by Node itself instead of in a new VM each. The house and
// what it stands on are then loaded once a process, not once a suite (which took two seconds for each), and run at full speed.
// Before any suite: the first one that loads the house may not know that the house's decorators need it.
import 'reflect-metadata';
import circus from 'jest-circus/runner';
import { mapOf } from './loader.js';

export default async function runSuite(globalConfig, config, environment, runtime, path, send) {
  // `expect` lives in the VM and has `any(String)` compare with its own.
  Object.assign(environment.global, { BigInt, Boolean, Number, Object, String, Symbol });
  const setGlobals = runtime.setGlobalsForRuntime.bind(runtime);
  runtime.setGlobalsForRuntime = (globals) => {
    setGlobals(globals);
    // What `@jest/globals` means until the next suite comes; see globals.js.
    globalThis[Symbol.for('gongzhi.jest')] = { ...globals, jest: runtime.jestGlobals.jestObjectFor(path) };
  };
  runtime.getSourceMaps().get = mapOf;
  runtime.unstable_importModule = (file) => import(`file://${file}`);
  return (circus.default ?? circus)(globalConfig, config, environment, runtime, path, send);
}
