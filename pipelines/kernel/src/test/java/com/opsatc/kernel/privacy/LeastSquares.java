package com.opsatc.kernel.privacy;

/** Solves overdetermined systems in least squares by the Cholesky factor of their normal equations, made once. */
final class LeastSquares {
    private final double[][] rows;
    private final double[][] factor;

    LeastSquares(double[][] rows) {
        this.rows = rows;
        int n = rows[0].length;
        factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (double[] row : rows) {
                    sum += row[i] * row[j];
                }
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    double[] solve(double[] observed) {
        int n = factor.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int row = 0; row < rows.length; row++) {
                x[i] += rows[row][i] * observed[row];
            }
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
