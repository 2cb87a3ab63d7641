package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.YamlFolder;
import com.opsatc.contract.text.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The definitions that figures are computed and shown by: one YAML file each in {@code conf/definitions}, named after
 * the definition's id and valid against the schema {@link SchemaFile#DEFINITION}.
 */
public final class Definitions {
    private final SortedMap<String, Definition> byId;

    private Definitions(SortedMap<String, Definition> byId) {
        this.byId = byId;
    }

    /**
     * Reads every definition of a folder.
     *
     * @throws PipelineException (configuration) that lists all that is wrong in all files at once; also when the folder
     *     cannot be read or holds no definition
     */
    public static Definitions load(Path folder) {
        return new Definitions(YamlFolder.load(
                folder,
                "definitions",
                SchemaFile.DEFINITION,
                Definition.class,
                Definition::id,
                definition -> List.of()));
    }

    /** All definitions, by id. */
    public Collection<Definition> all() {
        return byId.values();
    }

    public Optional<Definition> find(String id) {
        return Optional.ofNullable(byId.get(requireNonNull(id, "id")));
    }

    /** The definition of an id; an unknown one is a configuration error that names the nearest known id. */
    public Definition require(String id) {
        return find(id).orElseThrow(() -> new PipelineException(
                ErrorCode.CONFIGURATION,
                "No definition " + id + " in conf/definitions" + meant(id) + "; the definitions are " + byId.keySet()));
    }

    private String meant(String id) {
        List<String> near = Nearest.of(id, byId.keySet());
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
