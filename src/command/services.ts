import type { Command } from "commander";
export function addServices(_program: Command): void {}
