// Writes the few DER forms (ITU-T X.690) that an envelope needs. Written out here, because a general library
// cuts long contents into pieces that others then refuse, and is slower.

/** One value: its tag, the length of its parts together, and the parts. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...parts]);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

/** SEQUENCE. */
export function sequence(...parts: Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

/** OCTET STRING. */
export function octetString(bytes: Uint8Array): Buffer {
  return der(0x04, bytes);
}

/** INTEGER from 0 to 127. */
export function integer(value: number): Buffer {
  return der(0x02, Buffer.from([value]));
}

/** NULL. */
export const nullValue = der(0x05);

/** OBJECT IDENTIFIER from its dotted form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift((rest % 128) | 0x80);
  return octets;
}
