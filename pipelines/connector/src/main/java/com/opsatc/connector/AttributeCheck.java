package com.opsatc.connector;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.connector.spec.Classification;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.ObjectTypes;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the attributes that figures may be divided by are there, and are of no person and of nobody's place of work. */
final class AttributeCheck {
    private final Connector connector;
    private final List<ConnectorProblem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private AttributeCheck(Connector connector) {
        this.connector = connector;
    }

    /** All that is wrong, in the order of the list. */
    static List<ConnectorProblem> of(Connector connector) {
        AttributeCheck check = new AttributeCheck(connector);
        for (int i = 0; i < connector.attributes().size(); i++) {
            check.attribute("/attributes/" + i, connector.attributes().get(i));
        }
        return check.problems;
    }

    private void attribute(String at, DeclaredAttribute declared) {
        String what = "attribute " + declared.name();
        if (!names.add(declared.name())) {
            problem(at + "/name", what + " is declared twice");
        }

        if (ObjectTypes.isPeople(declared.name()) || ObjectTypes.isPeople(declared.attribute())) {
            problem(
                    at + "/name",
                    what + " stands for people as far as its name tells: no person is a unit of analysis");
        }

        if (declared.organises()) {
            problem(
                    at + "/name",
                    what
                            + " is of those who do the work as far as its name tells, and the extract does not tell how many"
                            + " people stand behind each of its values: figures cannot be divided by it");
        }

        Optional<ObjectMapping> mapping = connector.objects().stream()
                .filter(object -> object.type().equals(declared.object()))
                .findFirst();
        if (mapping.isEmpty()) {
            known(
                    at + "/object",
                    what + " is of an object",
                    declared.object(),
                    connector.objects().stream().map(ObjectMapping::type).toList());
            return;
        }

        String expression = mapping.get().attributes().get(declared.attribute());
        if (expression == null) {
            known(
                    at + "/attribute",
                    what + " is an attribute of object " + declared.object(),
                    declared.attribute(),
                    mapping.get().attributes().keySet());
        } else if (namesPerson(mapping.get(), expression)) {
            problem(at + "/attribute", what + " is read from a column that says something about a person");
        }
    }

    /** Whether any column in the expression is one of persons, or a number that stands for who did it. */
    private boolean namesPerson(ObjectMapping mapping, String expression) {
        List<String> words = Arrays.asList(expression.split("[^\\p{L}\\p{N}_.]+"));
        return personal(mapping.stream(), "", words)
                || mapping.joins().stream().map(Join::stream).anyMatch(joined -> personal(joined, joined + ".", words));
    }

    private boolean personal(String stream, String prefix, List<String> words) {
        StreamSpec spec = connector.streams().get(stream);
        return spec != null
                && spec.columns().values().stream()
                        .filter(column ->
                                column.classification() == Classification.PII || column.type() == ColumnType.SLOT)
                        .anyMatch(column -> words.contains(prefix + column.name()));
    }

    private void known(String at, String what, String name, Collection<String> known) {
        List<String> near = Nearest.of(name, known);
        problem(
                at,
                what + " that is not there: " + name
                        + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
    }

    private void problem(String at, String what) {
        problems.add(new ConnectorProblem(at, what));
    }
}
