/**
 * Two 32-bit hashes of a text, 64 bits together: multiplication and rotation by code unit, ended by MurmurHash3's
 * finalizer (Appleby 2011). Not cryptographic. Two of a million texts are taken for one with a chance of one in 36
 * million (birthday bound).
 */
export function quickHash(text: string): readonly [high: number, low: number] {
  let [a, b] = [0x9e3779b9, 0x7f4a7c15];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ unit, 0xc2b2ae35);
    b = (b << 15) | (b >>> 17);
  }
  return [finish(a ^ Math.imul(b, 0x27d4eb2f)), finish(b ^ text.length)];
}

function finish(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
