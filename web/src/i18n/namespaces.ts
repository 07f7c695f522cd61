/** Catalogue files as namespaces: `../lead/inbox.fi.json` is the namespace `inbox`. */
export interface Catalogue {
  [key: string]: string | Catalogue;
}

export function namespaces(files: Record<string, Catalogue>): Record<string, Catalogue> {
  const found: Record<string, Catalogue> = {};
  for (const [path, catalogue] of Object.entries(files)) {
    const name = path.split('/').at(-1)?.split('.')[0] ?? path;
    if (found[name]) throw new Error(`two catalogues are called ${name}`);
    found[name] = catalogue;
  }
  return found;
}
