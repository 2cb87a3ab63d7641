/**
 * From telemetry files to observations: the allow-list is the parser, and everything refused is counted by its
 * reason.
 */
package com.opsatc.telemetry.input;
