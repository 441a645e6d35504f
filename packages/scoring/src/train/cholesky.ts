/** Solves A x = b in place for a symmetric positive definite A (row-major, size n); A and b are overwritten. */
export function solveCholesky(a: Float64Array, b: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const f = a[j * n + k]!;
      if (f !== 0) for (let i = j; i < n; i++) a[i * n + j]! -= a[i * n + k]! * f;
    }
    const pivot = Math.sqrt(a[j * n + j]!);
    if (!(pivot > 0)) throw new Error('the matrix is not positive definite');
    for (let i = j; i < n; i++) a[i * n + j]! /= pivot;
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= a[i * n + k]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[k * n + i]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  return b;
}
