// The compiler copies only what it compiles; SQL files and data tables travel to dist by this.
import { cpSync, existsSync } from "node:fs";

for (const folder of ["src", "test", "bench"].filter((name) => existsSync(name))) {
  cpSync(folder, `dist/${folder}`, {
    recursive: true,
    filter: (path) => !/\.[^/]+$/.test(path) || /\.(sql|json|pem|css|svg)$/.test(path),
  });
}
