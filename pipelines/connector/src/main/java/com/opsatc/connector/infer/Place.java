package com.opsatc.connector.infer;

/** A column of one of several streams. */
record Place(String stream, String header) {}
