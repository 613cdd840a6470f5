// breaks: no-development-dependency
import { string } from 'fast-check';

export const guessArguments = string;
