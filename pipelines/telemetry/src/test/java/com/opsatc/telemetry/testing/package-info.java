/**
 * What the tests of telemetry share.
 *
 * <p>T9, the fifteen ways to break the promise, and the test by which each is caught:
 *
 * <pre>
 *   1 no bound on a user             aggregate.NeighbourTest       proof_unboundedMechanisms_areCaught
 *   2 no bound on a tenant           aggregate.NeighbourTest       proof_unboundedMechanisms_areCaught
 *   3 half the noise                 release.NoiseMutantsTest      halfTheSigma_isFound
 *   4 a seed used again              release.NoiseMutantsTest      seedOfYesterdayAgain_isFound
 *   5 java.util.Random               release.RandomnessTest        plantedGenerator_isFound
 *   6 exact minimum and maximum      aggregate.LeakTest            scan_leakyMutants_areAllFound
 *   7 exemplars pass                 aggregate.LeakTest            scan_leakyMutants_areAllFound
 *   8 unknown routes pass            aggregate.LeakTest            scan_leakyMutants_areAllFound
 *   9 fleet gate by telemetry        release.LedgerMutantsTest     fleetGate_goesByContractsAndAGateOnTelemetryIsFound
 *  10 ledger skipped                 release.LedgerMutantsTest     everyReleasedDay_isChargedAndAReleaseThatSkipsTheLedgerIsFound
 *  11 noise drawn again on a retry   release.LedgerMutantsTest     aKilledDay_isNotDrawnAgainAndAReleaseThatWouldIsFound
 *  12 cells of zero left out         release.ShapeTest             zeroCellsLeftOut_areFound
 *  13 a record in the log            aggregate.LeakTest            scan_leakyMutants_areAllFound
 *  14 running totals counted         aggregate.PrivacyMutantsTest  cumulativeTotals_areNotCounted_andCountingThemIsSeen
 *  15 a test mode                    release.RandomnessTest        plantedTestMode_isFound
 * </pre>
 */
package com.opsatc.telemetry.testing;
