// A folder as a case system: one folder for each report, named by its id, put there whole or not at all. Every
// file and every folder entry is synced to disk before the name appears. Reading back goes through the file
// system's cache; that the disk has it too rests on fsync having said so.
var __addDisposableResource = (this && this.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (this && this.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { jsonName, pdfName } from "../../core/report.js";
const factsName = "reference.json";
/** A case system that is this folder. It is made when it is not there. */
export function folderAt(path) {
    return {
        givesBytesBack: true,
        put: (report) => put(path, report),
        readBack: (id) => readBack(path, id),
    };
}
async function put(path, { files, ...facts }) {
    const place = join(path, facts.id);
    if (existsSync(place))
        return;
    // Always the same name, so that what a death left half-written is written over by the next attempt.
    const part = join(path, `.${facts.id}.part`);
    await mkdir(part, { recursive: true, mode: 0o700 });
    await writeSynced(join(part, jsonName), files.json);
    await writeSynced(join(part, pdfName), files.pdf);
    const reference = { reference: facts.id, ...facts };
    await writeSynced(join(part, factsName), Buffer.from(JSON.stringify(reference, null, 2), "utf8"));
    await syncFolder(part);
    await rename(part, place);
    await syncFolder(path);
}
async function readBack(path, id) {
    const place = join(path, id);
    if (![jsonName, pdfName, factsName].every((name) => existsSync(join(place, name))))
        return null;
    // Once more, for a folder that was renamed just before a death: from here on its name is on disk as well.
    await syncFolder(path);
    const [json, pdf] = await Promise.all([readFile(join(place, jsonName)), readFile(join(place, pdfName))]);
    return { reference: id, files: { json, pdf } };
}
async function writeSynced(path, bytes) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await open(path, "w", 0o600), true);
        await file.writeFile(bytes);
        await file.sync();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function syncFolder(path) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const folder = __addDisposableResource(env_2, await open(path, "r"), true);
        await folder.sync();
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
//# sourceMappingURL=folder.js.map