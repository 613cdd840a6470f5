// breaks: domain-without-protocols
import { Hono } from 'hono';

export const tickets = new Hono();
