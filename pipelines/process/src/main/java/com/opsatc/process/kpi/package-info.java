/**
 * From contributions to published KPI values: counts, intervals, series. What contributes is in {@code order} and
 * {@code time}.
 */
package com.opsatc.process.kpi;
