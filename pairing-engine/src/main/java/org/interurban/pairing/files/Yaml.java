package org.interurban.pairing.files;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value in a YAML file that knows its place; what is not as it should be becomes a fault and counts as absent. */
record Yaml(String file, Node node, Findings findings) {

    private static final int DEEPEST = 10;

    /** The value of the whole file; empty when the file is, or when it is no YAML. */
    static Optional<Yaml> read(Path path, Findings findings) {
        var file = path.getFileName().toString();
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            return Text.of(path, findings)
                    .map(text -> new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text)))
                    .map(node -> new Yaml(file, node, findings));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            findings.fault(new Fault(
                    file,
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? "" : String.valueOf(mark.getColumn() + 1),
                    "expected YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            findings.fault(new Fault(file, 0, "", "expected YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    void expected(String what) {
        expected(what, "");
    }

    /** @param hint what follows what was found; begins with its punctuation mark, or is empty */
    void expected(String what, String hint) {
        var mark = node.getStartMark();
        findings.fault(new Fault(
                file,
                mark.getLine() + 1,
                String.valueOf(mark.getColumn() + 1),
                "expected %s, found %s%s".formatted(what, shown(), hint)));
    }

    private String shown() {
        return switch (node) {
            case ScalarNode scalar when scalar.getValue().isEmpty() -> "nothing";
            case ScalarNode scalar -> "\"%s\"".formatted(scalar.getValue());
            case SequenceNode list -> "a list";
            default -> "named values";
        };
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    private Yaml at(Node other) {
        return new Yaml(file, other, findings);
    }

    /** The named values; a name that is not among the known ones, or stands twice, is a fault. */
    Map<String, Yaml> mapping(List<String> known) {
        var values = new LinkedHashMap<String, Yaml>();
        if (!(node instanceof MappingNode mapping)) {
            expected("named values (%s)".formatted(String.join(", ", known)));
            return values;
        }
        for (var tuple : mapping.getValue()) {
            var key = at(tuple.getKeyNode());
            key.text().ifPresent(name -> {
                if (!known.contains(name)) {
                    key.expected("one of " + String.join(", ", new TreeSet<>(known)));
                } else if (values.putIfAbsent(name, at(tuple.getValueNode())) != null) {
                    key.expected("each name once");
                }
            });
        }
        return values;
    }

    /** The named values, whatever their names. */
    Map<String, Yaml> mapping() {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping.getValue().stream()
                    .map(tuple -> tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "")
                    .toList());
        }
        expected("named values");
        return Map.of();
    }

    /** The items of a list; a single value counts as a list of one, an empty one as an empty list. */
    List<Yaml> items() {
        if (node instanceof SequenceNode list) {
            var items = new ArrayList<Yaml>();
            list.getValue().forEach(item -> items.add(at(item)));
            return items;
        }
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() ? List.of() : List.of(this);
    }

    Optional<String> text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        expected("a word");
        return Optional.empty();
    }

    /** A word from a small choice. */
    Optional<String> choice(List<String> words) {
        if (node instanceof ScalarNode scalar
                && words.contains(scalar.getValue().strip())) {
            return Optional.of(scalar.getValue().strip());
        }
        expected(String.join(" or ", words));
        return Optional.empty();
    }

    OptionalLong wholeNumber(long least, long most) {
        if (node instanceof ScalarNode scalar) {
            try {
                var number = Long.parseLong(scalar.getValue().strip());
                if (least <= number && number <= most) {
                    return OptionalLong.of(number);
                }
            } catch (NumberFormatException e) {
                // told below, like a number out of bounds
            }
        }
        expected(
                most == Long.MAX_VALUE
                        ? "a whole number" + (least == Long.MIN_VALUE ? "" : ", %d or more".formatted(least))
                        : "a whole number from %d to %d".formatted(least, most));
        return OptionalLong.empty();
    }

    Optional<Double> number(int least, int most) {
        if (node instanceof ScalarNode scalar) {
            try {
                var number = Double.parseDouble(scalar.getValue().strip());
                if (least <= number && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // told below, like a number out of bounds
            }
        }
        expected("a number from %d to %d".formatted(least, most));
        return Optional.empty();
    }
}
