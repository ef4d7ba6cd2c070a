import type { z } from 'zod';

/**
 * A shipped file as its schema says. What does not fit is an error that names the file and the
 * place, such as "templates.json: 3.sections.2.type: Invalid option".
 */
export function parseContent<T extends z.ZodType>(
  file: string,
  schema: T,
  shipped: unknown,
): z.output<T> {
  const parsed = schema.safeParse(shipped);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${file}: ${places.join('; ')}`);
}
