import type { Command } from "commander";
export function addSend(_program: Command): void {}
