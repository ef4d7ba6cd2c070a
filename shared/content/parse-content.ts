import type { z } from 'zod';

/** The build writes this in (build/electron.vite.config.ts): pages have no `process`. */
declare const process: { readonly env: { readonly CONTENT_IS_READ?: string } };

/**
 * A shipped file as its schema says. What does not fit is an error that names the file and the
 * place, such as "templates.json: 3.sections.2.type: Invalid option". In the built app it is taken
 * as it is: the build has read it here (build/check-content.ts), and no start of the app waits for it
 * again. No schema of the shipped files fills anything in.
 */
export function parseContent<T extends z.ZodType>(
  file: string,
  schema: T,
  shipped: unknown,
): z.output<T> {
  if (process.env.CONTENT_IS_READ === 'yes') return shipped as z.output<T>;
  const parsed = schema.safeParse(shipped);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${file}: ${places.join('; ')}`);
}
