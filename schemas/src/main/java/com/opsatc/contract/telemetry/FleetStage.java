package com.opsatc.contract.telemetry;

/** What a fleet of its size can be shown; the size itself is never shown. */
public enum FleetStage {
    /** Fewer tenants than the manifest's minimum: the probe lane only. */
    S0,
    /** 20 to 99: windows of 28 and 91 days. */
    S1,
    /** 100 to 999: windows of 7 days and more. */
    S2,
    /** 1,000 and more: daily figures would be useful as well. */
    S3
}
