// The receiver's only door: whether it is alive. A municipality opens nothing inwards for it.
import { Hono } from "hono";
import { answerError } from "../http/answer.js";
/** Answers `GET /health`. */
export function receiverApp() {
    const app = new Hono();
    app.onError(answerError);
    app.get("/health", (c) => c.json({ ok: true }));
    return app;
}
//# sourceMappingURL=routes.js.map