// Who may import whom. Every rule has a sentence; docs/decisions and CONTRIBUTING.md say why.
const SPEC = '\\.(spec|test)\\.ts$';
const MODULE = '^api/src/modules/([^/]+)/';

// Lower tiers first. A module that is named nowhere belongs to ACTIVITY, so a new one needs no edit here.
const BASE = ['calendar', 'divisions'];
const REGISTRY = ['identity', 'units', 'files'];
const POSTS = ['alliance', 'appointments', 'timeline'];
// Activities that gather what others leave open: projects turn needs into orders, joint meetings take up all of it.
const PLANS = ['projects'];
const COUNCIL = ['meetings'];
const WATCH = ['audit', 'inbox', 'supervision', 'statistics', 'sheets', 'search'];

const inTier = (...names) => `^api/src/modules/(${names.join('|')})/`;
const outside = (...names) => `^api/src/modules/(?!(?:${names.join('|')})/)([^/]+)/`;
// What makes a first visit long.
const HEAVY = '^node_modules/(antd|@ant-design|@rc-component|@apollo|graphql|rxjs|echarts|dayjs)/';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const own = { pathNot: '^api/src/modules/$1/' };

module.exports = {
  forbidden: [
    forbid(
      'no-circle',
      'Files that need each other at run time are one file, or miss a third. Types may speak of each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('kernel-is-pure', 'The kernel knows neither storage nor transport.',
      { path: '^api/src/kernel/', pathNot: SPEC }, { pathNot: ['^api/src/kernel/', '^node_modules/pinyin-pro/'] }),
    forbid('platform-knows-no-module', 'Modules plug into the platform, never the reverse.',
      { path: '^api/src/platform/', pathNot: SPEC }, { path: '^api/src/(modules/|print/|app\\.ts|main\\.ts|print\\.ts|verify\\.ts)' }),
    forbid('modules-know-no-house', 'A module is found; it does not ask who found it.',
      { path: '^api/src/modules/', pathNot: SPEC }, { path: '^(api/src/(app\\.ts|main\\.ts|print\\.ts|verify\\.ts|print/)|seeds/)' }),
    forbid('front-door-only', 'Other modules are seen through their index.ts.',
      { path: MODULE }, { path: '^api/src/modules/', pathNot: ['^api/src/modules/$1/', '^api/src/modules/[^/]+/index\\.ts$'] }),
    forbid('tier-base', 'calendar and divisions import no module.',
      { path: inTier(...BASE) }, { path: '^api/src/modules/', ...own }),
    forbid('tier-registry', 'identity, units and files see calendar and divisions only.',
      { path: inTier(...REGISTRY) }, { path: outside(...BASE), ...own }),
    forbid('tier-posts', 'alliance, appointments and timeline see each other (no-circle holds), the registry and what lies below it.',
      { path: inTier(...POSTS) }, { path: outside(...BASE, ...REGISTRY, ...POSTS), ...own }),
    forbid('tier-activity', 'Activities see what lies below; each other by events.',
      { path: outside(...BASE, ...REGISTRY, ...POSTS, ...PLANS, ...COUNCIL, ...WATCH) }, { path: outside(...BASE, ...REGISTRY, ...POSTS), ...own }),
    forbid('tier-plans', 'Projects see activities, and no meeting.',
      { path: inTier(...PLANS) }, { path: inTier(...COUNCIL, ...WATCH), ...own }),
    forbid('tier-council', 'Joint meetings see everything but those who watch.',
      { path: inTier(...COUNCIL) }, { path: inTier(...WATCH), ...own }),
    forbid('tier-watch', 'Those who watch see everything but each other.',
      { path: inTier(...WATCH) }, { path: inTier(...WATCH), ...own }),
    forbid('seeds-through-the-front-door', 'A seed writes its own tables and asks modules through their index.ts.',
      { path: '^seeds/([^./]+)' }, { path: '^api/src/(modules/(?!$1/)[^/]+/(?!index\\.ts$)|app\\.ts|main\\.ts|print)' }),
    forbid('tests-through-the-front-door', 'test/ comes in through the app, the platform or the front of a module, or reads the tables and policies that it compares with.',
      { path: '^test/' }, { path: '^api/src/(modules/|main\\.ts)', pathNot: ['^api/src/modules/[^/]+/index\\.ts$', '^api/src/modules/.+\\.(module|process|policy)\\.ts$'] }),
    forbid('journeys-through-the-public-door', 'A journey talks HTTP and WebSocket to the app.',
      { path: ['^test/(journeys|story)/', 'journey\\.test\\.ts$'] }, { path: '^api/src/modules/' }),
    forbid('not-for-production', 'Shipped code imports no spec and no test helper.',
      { path: '^(api|seeds)/', pathNot: SPEC }, { path: [SPEC, '^test/'] }),
    forbid('no-tools-in-the-house', 'What is installed for development only does not run in the house.',
      { path: '^(api|seeds)/', pathNot: [SPEC, '^api/src/print'] }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' }),
    forbid('pages-know-no-house', 'Pages talk to the house by the documents that they send.',
      { path: '^web-admin/' }, { path: '^(api|seeds|test)/' }),
    forbid('house-knows-no-pages', 'The house reads what the pages are built into, not how they are written.',
      { path: '^(api|seeds)/' }, { path: '^web-admin/' }),
    forbid('features-know-no-other', 'What several features show is a part, what they do an action, what they say a text.',
      { path: '^web-admin/src/features/([^/]+)/' }, { path: '^web-admin/src/features/', pathNot: '^web-admin/src/features/$1/' }),
    forbid('features-are-found', 'Whatever features stand upon knows none of them; the shell finds them by their names.',
      { path: '^web-admin/src/(parts|actions|shell|texts)/' }, { path: '^web-admin/src/features/' }),
    forbid('residents-pages-are-light', 'Residents load no frame, no part and no feature of the console, neither antd nor Apollo; what they share with it is plain code.',
      { path: '^web-admin/src/resident/' }, { path: ['^web-admin/src/(features|console)', '^web-admin/src/(shell|parts|actions)/.+\\.(tsx|css)$', HEAVY] }),
    forbid('light-for-residents', 'What residents share with the console stands on nothing that weighs.',
      { path: '^web-admin/src/(shell/(wire|document|session-state|use-draft)|actions/(form|rules|send|upload)|parts/instant)\\.ts$' }, { path: ['^web-admin/src/features/', '\\.(tsx|css)$', HEAVY], dependencyTypesNot: ['type-only'] }),
    forbid('texts-are-words', 'Texts hold words and need nothing but types.',
      { path: '^web-admin/src/.+\\.texts\\.ts$|^web-admin/src/texts/' }, { dependencyTypesNot: ['type-only'], pathNot: ['^web-admin/src/texts/', '\\.texts\\.ts$'] }),
    // A package of types only has nothing that could be found at run time.
    forbid('not-to-be-found', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'] },
  },
}; // prettier-ignore
