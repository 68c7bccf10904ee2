import text from '../../../content/facts.yml?raw';
import { parseFacts } from './facts.schema.ts';

export const facts = parseFacts(text);
