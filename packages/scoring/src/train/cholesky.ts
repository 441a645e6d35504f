/** Solves A x = b in place for a symmetric positive definite A (row-major, size n); A and b are overwritten. */
export function solveCholesky(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return solveFactored(choleskyFactor(a, n), b, n);
}

/** The lower triangle L of A = L L', in place: row by row, so that what is read lies side by side. */
export function choleskyFactor(a: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      let sum = a[row + j]!;
      for (let k = 0; k < j; k++) sum -= a[row + k]! * a[other + k]!;
      if (j < i) a[row + j] = sum / a[other + j]!;
      else {
        const pivot = Math.sqrt(sum);
        if (!(pivot > 0)) throw new Error('the matrix is not positive definite');
        a[row + i] = pivot;
      }
    }
  }
  return a;
}

/** Solves L L' x = b in place of b. */
export function solveFactored(l: Float64Array, b: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * b[k]!;
    b[i] = sum / l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * b[k]!;
    b[i] = sum / l[i * n + i]!;
  }
  return b;
}
