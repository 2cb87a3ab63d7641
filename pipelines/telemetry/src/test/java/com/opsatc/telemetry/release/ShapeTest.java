package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing about the shape of a release depends on the fleet: an empty one, one tenant and 2,000 look the same from outside. */
@ExtendWith(ReleaseLab.Extension.class)
class ShapeTest {
    private static final long TENANT = 65_536;

    @Test
    void release_emptyFleetOneTenantAndTwoThousand_haveTheSameShapeToTheByte(ReleaseLab lab) throws IOException {
        LocalDate empty = lab.commit(0, 0);
        LocalDate one = lab.commit(1, TENANT);
        LocalDate many = lab.commit(2, 2000 * TENANT);

        lab.release();

        assertThat(sizes(lab, one)).isEqualTo(sizes(lab, empty));
        assertThat(sizes(lab, many)).isEqualTo(sizes(lab, empty));
        assertThat(shape(lab.folder().read(one))).isEqualTo(shape(lab.folder().read(empty)));
        assertThat(shape(lab.folder().read(many))).isEqualTo(shape(lab.folder().read(empty)));
        assertThat(shape(lab.folder().read(many)).subList(0, 5))
                .containsExactly(
                        "activity 0 null null",
                        "errors 0 null errors",
                        "errors 1 null operations",
                        "errors 2 null over_clip",
                        "latency 0 5000 null");
    }

    /** T9: a release that left out what nobody did would tell by its number of rows. */
    @Test
    void zeroCellsLeftOut_areFound(ReleaseLab lab) {
        LocalDate empty = lab.commit(0, 0);
        LocalDate one = lab.commit(1, TENANT);
        lab.release();

        assertThat(shape(withoutZeros(lab, one))).isEqualTo(shape(lab.folder().read(one)));
        assertThat(shape(withoutZeros(lab, empty)))
                .isNotEqualTo(shape(lab.folder().read(one)));
    }

    private static PublishedDay withoutZeros(ReleaseLab lab, LocalDate day) {
        ExactDay exact = new ExactDays(lab.store).read(day);
        PublishedDay published = lab.folder().read(day);
        return new PublishedDay(
                day,
                published.release(),
                published.cells().stream()
                        .filter(cell -> exact.vectors().get(cell.blockId()).get(cell.cellIndex()) != 0)
                        .toList());
    }

    @Test
    void keys_ofAllCells_areTheManifestsAlone(ReleaseLab lab) {
        LocalDate day = lab.commit(0, TENANT);

        lab.release();

        assertThat(lab.folder().read(day).cells().stream()
                        .filter(cell -> cell.blockId().equals("features")))
                .extracting(CellRow::key)
                .containsExactly("report", "findings", "context", "explain", "_OTHER");
    }

    @ParameterizedTest
    @EnumSource(ReleaseStatus.class)
    void rows_ofAnyStatus_fitTheirSchemas(ReleaseStatus status) {
        SeededRelease release = new SeededRelease(SampleManifests.shipped(), 1);
        LocalDate day = LocalDate.of(2026, 3, 29);
        PublishedDay published = (status == ReleaseStatus.RELEASED
                        ? release.released(day, block -> TENANT)
                        : release.withheld(day, status))
                .days()
                .get(0);

        assertThat(published.release())
                .allSatisfy(row -> assertThat(ContractSchemas.violations(
                                SchemaFile.of("telemetry-release"), CanonicalJson.toTree(row)))
                        .isEmpty());
        assertThat(published.cells())
                .allSatisfy(row -> assertThat(
                                ContractSchemas.violations(SchemaFile.of("telemetry-cell"), CanonicalJson.toTree(row)))
                        .isEmpty());
    }

    private static Map<String, Long> sizes(ReleaseLab lab, LocalDate day) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        sizes.put("noised", (long) lab.store.read("noised/" + day + ".json").length);
        try (Stream<Path> files = Files.list(lab.root.resolve("days").resolve(day.toString()))) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }

    private static List<String> shape(PublishedDay day) {
        return day.cells().stream()
                .map(cell -> cell.blockId() + " " + cell.cellIndex() + " " + cell.leUs() + " " + cell.key())
                .toList();
    }
}
