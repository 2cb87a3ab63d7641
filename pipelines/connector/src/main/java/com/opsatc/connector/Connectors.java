package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The connectors of a configuration folder: {@code conf/connectors/<system>/<process>.yaml}, by id. */
public final class Connectors {
    private static final String SUFFIX = ".yaml";

    private final SortedMap<String, Connector> byId;

    private Connectors(SortedMap<String, Connector> byId) {
        this.byId = byId;
    }

    /**
     * Reads every connector of a configuration folder.
     *
     * @param conf the folder that holds {@code connectors/}
     * @throws PipelineException (configuration) listing all that is wrong in all files at once; also when there is none
     */
    public static Connectors load(Path conf) {
        Path folder = requireNonNull(conf, "conf").resolve("connectors");
        List<String> wrong = new ArrayList<>();
        SortedMap<String, ObjectNode> trees = new TreeMap<>();
        for (Path file : files(folder)) {
            String id = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.yaml$", "");
            ConnectorText.tree(id + SUFFIX, file, wrong).ifPresent(tree -> trees.put(id, tree));
        }

        SortedMap<String, Connector> byId = new TreeMap<>();
        trees.forEach((id, tree) -> read(id, tree, trees, wrong).ifPresent(connector -> byId.put(id, connector)));
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the connectors: " + String.join("; ", wrong));
        }
        if (byId.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the connectors: folder " + folder + " holds no " + SUFFIX);
        }

        return new Connectors(byId);
    }

    /**
     * One connector from its text, e.g. a draft.
     *
     * @throws PipelineException (configuration) listing all that is wrong
     */
    public static Connector parse(String yaml) {
        List<String> wrong = new ArrayList<>();
        Optional<Connector> connector = ConnectorText.tree("connector", yaml, wrong)
                .flatMap(tree -> read(tree.path("id").asText(), tree, new TreeMap<>(), wrong));
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the connector: " + String.join("; ", wrong));
        }

        return connector.orElseThrow();
    }

    /** All connectors, by id. */
    public Collection<Connector> all() {
        return byId.values();
    }

    /** The connector of an id; an unknown one is a configuration error that names the nearest known id. */
    public Connector require(String id) {
        Connector connector = byId.get(requireNonNull(id, "id"));
        if (connector == null) {
            throw Connector.unknown(id, byId.keySet());
        }

        return connector;
    }

    private static Optional<Connector> read(
            String id, ObjectNode tree, SortedMap<String, ObjectNode> others, List<String> wrong) {
        Optional<ObjectNode> whole = ConnectorText.extended(id, tree, others, wrong);
        Optional<Connector> connector = whole.flatMap(text -> ConnectorText.bind(id, text, wrong));
        connector.ifPresent(bound -> {
            if (!bound.id().equals(id) || !id.equals(bound.system() + "/" + bound.process())) {
                wrong.add(id + SUFFIX + ": id, system and process must be those of the file's place, " + id);
            }
            ConnectorCheck.of(bound).forEach(problem -> wrong.add(id + SUFFIX + ": " + problem));
        });
        return connector;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.walk(folder, 2)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read the connectors: folder " + folder + " is missing or not readable",
                    e);
        }
    }
}
