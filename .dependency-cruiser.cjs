/** Who may import whom; app/README.md says why. A rule that no tool enforces drifts. Naming a type is free. */
const code = { dependencyTypesNot: ['type-only'] };
const notTest = '\\.test\\.tsx?$';

/** Code under `from` may import what `allowed` names and nothing else. */
function only(name, from, allowed) {
  return {
    name,
    severity: 'error',
    from: { path: from, pathNot: notTest },
    to: { ...code, pathNot: allowed },
  };
}

/** Code under `from` may not import what `refused` names. */
function never(name, from, refused) {
  return { name, severity: 'error', from: { pathNot: notTest, ...from }, to: { ...code, path: refused } };
}

module.exports = {
  forbidden: [
    only('domain-is-pure', '^app/domain/', ['^app/domain/', '^node_modules/(zod|big\\.js)/']),
    only('files-know-no-tenant', '^app/files/', ['^app/(files|domain)/', '^node_modules/', '^[a-z_/]+$']),
    only('queries-know-the-database', '^db/queries/', [
      '^db/(queries/|scope)',
      '^app/domain/',
      '^node_modules/kysely/',
      '^crypto$',
    ]),
    only('usecases-know-no-http', '^app/usecases/', [
      '^app/(usecases|domain|files)/',
      '^db/(?!demo)',
      '^crypto$',
    ]),
    only('components-know-no-server', '^app/components/', [
      '^app/(components|domain)/',
      '^app/lib/(?!.*\\.server\\.)',
      '^node_modules/',
    ]),
    never('routes-know-no-database', { path: '^app/routes/' }, [
      '^node_modules/(kysely|pg|@electric-sql)/',
      '^db/',
      '^app/lib/env\\.server',
    ]),
    never('only-the-session-knows-lucia', { pathNot: '^app/lib/session\\.server\\.ts$' }, [
      '^node_modules/lucia/',
    ]),
    never('only-db-knows-the-driver', { pathNot: ['^(db|test)/', notTest] }, [
      '^node_modules/(kysely|pg|@electric-sql)/',
    ]),
    never('migrations-are-frozen', { path: '^db/migrations/' }, ['^app/', '^db/(?!migrations/)']),
    // Benchmarks run over the labelled reports of the tests; they are no part of the product either.
    never('tests-stay-outside', { path: '^(app|db|scripts)/', pathNot: ['^scripts/bench', notTest] }, [
      '^test/',
      notTest,
    ]),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: code } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
