package com.opsatc.advisory;

/** Content types of the answers. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String HTML = "text/html;charset=utf-8";
    static final String PROBLEM = "application/problem+json";
    static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";

    private MediaTypes() {}
}
