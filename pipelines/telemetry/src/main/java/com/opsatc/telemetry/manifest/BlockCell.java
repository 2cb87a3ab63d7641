package com.opsatc.telemetry.manifest;

/**
 * One cell of a block's vector, named by the manifest and never by data.
 *
 * @param index from 0 within its block
 * @param leUs for latency, the bucket's upper bound in microseconds; null for the last bucket and for other blocks
 * @param key for features, the feature or {@code _OTHER}; for errors {@code errors}, {@code operations}, {@code over_clip};
 *     null for other blocks
 */
public record BlockCell(int index, Long leUs, String key) {}
