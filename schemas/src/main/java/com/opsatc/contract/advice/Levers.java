package com.opsatc.contract.advice;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.YamlFolder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The levers that recommendations choose among: one YAML file each in {@code conf/levers}, named after the lever's id and valid
 * against the schema {@link SchemaFile#LEVER}.
 */
public final class Levers {
    /** No lever, so that nothing is recommended. */
    public static final Levers NONE = new Levers(new TreeMap<>());

    private static final Comparator<Lever> MOST_CONDITIONS_FIRST = Comparator.comparingInt(
                    (Lever lever) -> lever.when().conditions())
            .reversed()
            .thenComparing(Lever::id);

    private final SortedMap<String, Lever> byId;

    private Levers(SortedMap<String, Lever> byId) {
        this.byId = byId;
    }

    /**
     * Reads every lever of a folder.
     *
     * @throws PipelineException (configuration) that lists all that is wrong in all files at once; also when the folder cannot
     *     be read or holds no lever
     */
    public static Levers load(Path folder) {
        return new Levers(YamlFolder.load(folder, "levers", SchemaFile.LEVER, Lever.class, Lever::id, Lever::problems));
    }

    /** All levers, by id. */
    public Collection<Lever> all() {
        return byId.values();
    }

    /**
     * The lever for a step or a repetition: the one that sets the most conditions, ties by id.
     *
     * @param cause what the step mostly waits for; null where nothing is known to hold most of it
     */
    public Optional<Lever> of(Sign sign, List<String> activities, GapMeasure measure, WaitCause cause) {
        return first(lever -> lever.when().holds(sign, activities, measure, cause));
    }

    /** The lever for a KPI of a family. */
    public Optional<Lever> of(Sign sign, String family) {
        return first(lever -> lever.when().holds(sign, family));
    }

    private Optional<Lever> first(Predicate<Lever> applies) {
        return byId.values().stream().filter(applies).min(MOST_CONDITIONS_FIRST);
    }
}
