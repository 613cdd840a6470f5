// breaks: domain-without-protocols
import { get } from 'node:http';

export const callHome = get;
