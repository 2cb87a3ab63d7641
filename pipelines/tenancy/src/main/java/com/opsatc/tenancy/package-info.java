/**
 * The tenant boundary. Here is only how its packages open doors to each other and to nobody else; the doors are in {@code
 * scope}, what is behind them in the packages beside it. No figure, no report, no command.
 */
package com.opsatc.tenancy;
