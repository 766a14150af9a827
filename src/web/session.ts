// A person's session with a room. The cookie holds 256 random bits and nothing else; what the room knows of the session
// lies in its database, sealed under a key that is derived from the cookie and kept nowhere. So a stolen database
// opens no session and reads no draft, and a session that is ended cannot be read again.

import type { Context } from "hono";

/** A session, as it is while a request is answered. */
export type Session<T> = {
  /** SHA-256 of the cookie's value, labelled: the row's name in the database, in hex. */
  readonly id: string;
  /** 32 bytes, derived from the cookie's value, for what is to be readable in this session only. */
  readonly key: Buffer;
  readonly data: T;
};

export type Sessions<T> = {
  /** The session of this request, its idle time started anew; null when there is none, or it is over. */
  read(c: Context): Promise<Session<T> | null>;
  /** A new session under a new cookie. One that was there before is ended. */
  begin(c: Context, data: T): Promise<Session<T>>;
  /** Keeps what the room knows of the session. */
  write(session: Session<T>, data: T): Promise<Session<T>>;
  /** The same session under a new cookie, as after a login; the old cookie opens nothing any more. */
  renew(c: Context, session: Session<T>, data: T): Promise<Session<T>>;
  /** Ends the session and takes the cookie back. */
  end(c: Context): Promise<void>;
};
