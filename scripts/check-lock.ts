interface LockFile {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
}

/**
 * What would make `npm ci` fail on another platform or network: an optional dependency (the builds for other systems)
 * without its own entry, or an entry bound to one registry's address. Takes the text of package-lock.json.
 */
export function incompleteEntries(lockText: string): string[] {
  const { packages } = JSON.parse(lockText) as LockFile;
  return Object.entries(packages).flatMap(([place, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, place, name))
      .map((name) => `${place} lacks an entry for ${name}: step back to its newest complete version`),
    ...(entry.resolved ? [`${place} names a registry address`] : []),
  ]);
}

/** Looks where Node would: beside the package, then in each folder above it. */
function isLocked(packages: LockFile['packages'], place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
