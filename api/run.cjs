// node api/run.cjs <script file | package | package/bin> [args...]
// Runs it with Node.js >= 24: the caller's own, or the one npm installed from node-<platform>-<arch>.
// npm 10 does not link .bin/node when several optional packages offer it, so .bin is not relied on.
'use strict';
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');

function nodeOf24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const file = path.join(ROOT, 'node_modules', name, 'bin', program);
    if (fs.existsSync(file)) return file;
  }
  console.error(
    `需要 Node.js 24 或更高版本（当前为 ${process.version}），而 npm 没有装上本平台（${platform}-${process.arch}）的 Node 24。` +
      '请先运行 npm ci；若仍然如此，请自行安装 Node.js 24 后重试。',
  );
  process.exit(1);
}

/** "jest" -> the bin of package jest; "typescript/tsc" -> the bin "tsc" of package typescript; a path with a dot stays a path. */
function resolveTarget(target) {
  if (/\.[cm]?[jt]s$/.test(target)) return target;
  const [name, bin] = target.split('/');
  const folder = path.join(ROOT, 'node_modules', name);
  const declared = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).bin;
  const file = typeof declared === 'string' ? declared : (declared[bin ?? name] ?? Object.values(declared)[0]);
  return path.join(folder, file);
}

const node = nodeOf24();
const args = process.argv.slice(2);
const at = args.findIndex((arg) => !arg.startsWith('-'));
args[at] = resolveTarget(args[at]);
// The child may outlive a launcher that is killed; it looks for this process and stops by itself.
const env = {
  ...process.env,
  LAUNCHER_PID: String(process.pid),
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
};
const child = spawn(node, args, { stdio: 'inherit', cwd: ROOT, env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
