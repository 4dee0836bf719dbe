package org.interurban.pairing.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words after a command: named options, each with a value, and plain words. */
record Arguments(Map<String, String> options, List<String> words) {

    /** Takes {@code --name value} and {@code --name=value}. */
    static Arguments of(List<String> arguments, Set<String> known, int leastWords, int mostWords)
            throws UsageException {
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (var at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            if (!argument.startsWith("-")) {
                words.add(argument);
                continue;
            }
            var equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException("unknown option: " + name);
            }
            if (equals < 0 && at + 1 == arguments.size()) {
                throw new UsageException("the option %s needs a value".formatted(name));
            }
            if (options.put(name, equals < 0 ? arguments.get(++at) : argument.substring(equals + 1)) != null) {
                throw new UsageException("the option %s stands twice".formatted(name));
            }
        }
        if (words.size() < leastWords) {
            throw new UsageException("a word is missing");
        }
        if (words.size() > mostWords) {
            throw new UsageException("not understood: " + words.get(mostWords));
        }
        return new Arguments(options, words);
    }

    Path required(String option) throws UsageException {
        var path = path(option);
        if (path == null) {
            throw new UsageException("the option %s is missing".formatted(option));
        }
        return path;
    }

    @Nullable
    Path path(String option) {
        var value = options.get(option);
        return value == null ? null : Path.of(value);
    }
}
