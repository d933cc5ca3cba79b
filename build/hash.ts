// SHA-256 of a text, for those who may import nothing of Node. Knows nothing else.
import { createHash } from 'node:crypto';

/** In hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
