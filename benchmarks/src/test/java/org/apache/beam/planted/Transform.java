package org.apache.beam.planted;

/** Stands for a class of Beam, which is not on this class path. */
public class Transform {}
