/**
 * What de-identified releases have cost: the privacy ledger, its chain and its anchor. It knows no Beam and draws no noise, so
 * that the command line can list it; who releases is in {@code release}.
 */
package com.opsatc.telemetry.ledger;
