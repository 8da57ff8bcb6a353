import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from './config.ts';

const KEY = 'k'.repeat(32);

function faultsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  return '';
}

describe('configuration', () => {
  test('nothing set: the demo on port 4000 with its own database', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 4000,
      databaseUrl: null,
      demo: true,
      production: false,
      logLevel: 'warn',
      sealKey: null,
    });
    expect(config.dataDir).toMatch(/[\\/]\.data$/);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.sessionIdleMinutes)).toBe(true);
  });

  test('a given database brings no demo, unless asked for', () => {
    const DATABASE_URL = 'postgresql://owner:secret@db.example.cn:5432/gongzhi';
    expect(loadConfig({ DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL, demo: false, logLevel: 'info' });
    expect(loadConfig({ DATABASE_URL, DEMO: '1' }).demo).toBe(true);
  });

  test('an empty variable counts as missing', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, databaseUrl: null });
  });

  test('production demands a key, takes no demo and trusts known documents only', () => {
    expect(loadConfig({ NODE_ENV: 'production', SEAL_KEY: KEY })).toMatchObject({
      demo: false,
      trustedDocumentsOnly: true,
      sealKey: KEY,
    });
    const faults = faultsOf({ NODE_ENV: 'production', DEMO: '1' });
    expect(faults).toContain('SEAL_KEY：');
    expect(faults).toContain('DEMO：');
  });

  test('all faults are named together, and no secret is repeated', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://root:hunter2@x/y',
      DATABASE_POOL: 'many',
      SEAL_KEY: 'short-secret',
      ALLOWED_ORIGINS: 'https://a.cn/',
    });
    for (const name of ['PORT', 'DATABASE_URL', 'DATABASE_POOL', 'SEAL_KEY', 'ALLOWED_ORIGINS'])
      expect(faults).toContain(`- ${name}：`);
    expect(faults).not.toContain('hunter2');
    expect(faults).not.toContain('short-secret');
  });

  test('the key may come from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongzhi-config-'));
    const file = join(folder, 'key');
    writeFileSync(file, `${KEY}\n`);
    expect(loadConfig({ SEAL_KEY_FILE: file }).sealKey).toBe(KEY);
    expect(faultsOf({ SEAL_KEY_FILE: join(folder, 'none') })).toContain('读不到文件');
    rmSync(folder, { recursive: true });
  });
});
