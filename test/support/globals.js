// `@jest/globals` for suites that Node loads: what the suite that runs now was given. Modules that suites share stay loaded, so
// each name must find the suite's own at every use.
const given = () => globalThis[Symbol.for('gongzhi.jest')];
const current = (name) =>
  new Proxy(function () {}, {
    apply: (_target, _self, args) => given()[name](...args),
    get: (_target, key) => given()[name][key],
  });

export const afterAll = current('afterAll');
export const afterEach = current('afterEach');
export const beforeAll = current('beforeAll');
export const beforeEach = current('beforeEach');
export const describe = current('describe');
export const expect = current('expect');
export const it = current('it');
export const jest = current('jest');
export const test = current('test');
