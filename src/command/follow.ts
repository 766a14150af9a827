import type { Command } from "commander";
export function addFollow(_program: Command): void {}
