import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How a browser is started. */
export interface Program {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const PACKAGE = '@sparticuz/chromium';
const KIND = `gongzhi-chromium-${userInfo().username}-`;

/** The browser that CHROME names, or the one that npm brought: unpacked once, into the temporary folder. */
export async function browserProgram(): Promise<Program> {
  const named = process.env['CHROME'];
  if (named) return { executablePath: named, env: plainEnvironment() };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `For ${process.platform} on ${process.arch} npm brings no browser. Let CHROME name one: CHROME=/path/to/chromium npm test`,
    );
  const folder = join(tmpdir(), `${KIND}${versionOf()}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    // It looks for its own libraries and fonts where it was unpacked; a bare machine has neither.
    env: {
      ...plainEnvironment(),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** Beside, and renamed: nobody finds half a browser. Whoever else unpacks it at the same time unpacks the same. */
async function unpack(folder: string): Promise<void> {
  const draft = mkdtempSync(join(tmpdir(), 'gongzhi-unpack-'));
  const script = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    // The package unpacks its libraries only where it believes to be on Lambda.
    env: { ...plainEnvironment(), TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  writeFileSync(join(draft, 'fonts', 'fonts.conf'), fontsIn(join(folder, 'fonts')));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  const stale = readdirSync(tmpdir()).filter((name) => name.startsWith(KIND) && join(tmpdir(), name) !== folder);
  for (const name of stale) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

function versionOf(): string {
  const entry = createRequire(import.meta.url).resolve(PACKAGE);
  const manifest = join(entry.slice(0, entry.lastIndexOf(PACKAGE) + PACKAGE.length), 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;

const plainEnvironment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? tmpdir(),
  TZ: 'Asia/Shanghai',
  // Without a UTF-8 locale a file that is taken home loses its Chinese name.
  LC_ALL: 'C.UTF-8',
});
