package com.opsatc.connector.infer.column;

import com.opsatc.connector.format.TableSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table look like.
 *
 * @param all those of the file, each by itself; a header that is blank or stands twice names none
 * @param read those that may mean something: without a loader's own, and parts of a time as one
 */
public record Profiles(List<ColumnProfile> all, List<ColumnProfile> read) {
    /** What loads a replica writes columns of its own. */
    private static final Set<String> LOADERS = Set.of("fivetran", "sdc", "airbyte", "dlt", "etl");

    /** @param dates the order of day and month, where somebody said it */
    public static Profiles of(TableSample sample, Optional<DayMonthOrder> dates) {
        List<ColumnProfile> all = new ArrayList<>();
        for (String header : sample.header()) {
            boolean twice = sample.header().indexOf(header) != sample.header().lastIndexOf(header);
            if (!header.isBlank() && !twice) {
                all.add(ColumnProfile.of(List.of(header), sample.texts(List.of(header)), dates));
            }
        }

        List<ColumnProfile> own = all.stream()
                .filter(each -> !LOADERS.contains(each.name().words().get(0)))
                .toList();
        return new Profiles(all, decided(TimeParts.joined(sample, own, dates)));
    }

    /** A file writes its dates in one order: where one column tells it, the others have it. */
    private static List<ColumnProfile> decided(List<ColumnProfile> profiles) {
        List<DayMonthOrder> orders = profiles.stream()
                .flatMap(each -> each.time().stream())
                .flatMap(each -> each.decided().stream())
                .distinct()
                .toList();
        return orders.size() == 1
                ? profiles.stream().map(each -> each.in(orders.get(0))).toList()
                : profiles;
    }
}
