// placeholder until below
import type { Hub } from "./hub.ts";
export function openapi(hub: Hub): Record<string, unknown> {
  return { openapi: "3.1.0", servers: [{ url: hub.origin }] };
}
