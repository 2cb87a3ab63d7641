/**
 * The stages of a run: admission, canonical tables, event log, figures. No stage writes a document or knows of heads.
 */
package com.opsatc.process.run.stage;
