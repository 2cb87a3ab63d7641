package com.opsatc.jobs.report.map;

/**
 * A process map that carries a share of the process's steps.
 *
 * @param percent the share it was drawn for, in percent of all steps; 100 draws every transition
 * @param cut whether a drawing holds too few lines for that share
 */
public record MapLevel(int percent, boolean cut, MapGraph graph) {}
